import { useRef, useState } from 'react'
import type { InputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useStepKeys } from '../../../../web/kit/useStepKeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSentence } from '../../../../web/language/sentence.ts'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listToMatch, matchLines } from '../../contract.ts'
import type { AccountLine, BankKeys, LineToMatch, Proposal } from '../words.ts'
import { MatchDialog } from './MatchDialog.tsx'

type Parts = InputOf<typeof matchLines>['lines'][number]['parts']

/** A proposal's parts as the command takes them: without the words they were shown with. */
export const partsOf = (proposal: Proposal): Parts =>
  proposal.parts.map(({ title: _title, number: _number, dueOn: _dueOn, remaining: _remaining, ...part }) => part)

/** Lines that nobody has matched: Enter takes what is proposed, the pile of sure ones goes by one press. */
export function Matching({ account }: { readonly account: AccountLine }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const lines = useQuery<typeof listToMatch>('banking.list-to-match', { accountId: account.id, limit: 200 })
  const match = useCommand<typeof matchLines>('banking.match-lines', { said: say('page.bank.matched') })
  const may = usePermission('banking.match-lines')
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState<LineToMatch | null>(null)
  useStepKeys(list)
  const rows = lines.data?.rows ?? []
  const sure = rows.filter(row => row.proposals[0]?.sure)
  const accept = (some: readonly LineToMatch[]) =>
    match.run({
      id: account.id,
      lines: some.slice(0, 500).map(row => ({ lineId: row.id, parts: partsOf(row.proposals[0]!) })),
    })
  useHotkeys([
    may &&
      sure.length > 0 && {
        keys: 'shift+enter',
        label: say('page.bank.take-sure', { count: sure.length }),
        run: () => void accept(sure),
      },
  ])
  if (lines.isError) return <QueryProblem fault={lines.error} again={() => void lines.refetch()} />
  if (!lines.data) return <SkeletonRows rows={8} height={45} />
  if (rows.length === 0) return <Empty text={say('page.bank.all-matched')} />
  return (
    <Section title={say('page.bank.to-match')} count={lines.data.total}>
      {may && sure.length > 0 ? (
        <div className="bank-sure">
          <State glyph="done">{say('page.bank.sure', { count: sure.length })}</State>
          <Button look="primary" keys="shift+enter" busy={match.busy} onClick={() => void accept(sure)}>
            {say('page.bank.take-sure', { count: sure.length })}
          </Button>
          <span className="t3 num">{formats.sum(sure.map(row => row.amount))}</span>
        </div>
      ) : null}
      <ul className="bank-match" ref={list}>
        {rows.map(row => (
          <Line
            key={row.id}
            line={row}
            may={may}
            busy={match.busy}
            accountId={account.id}
            onAccept={() => {
              focusNext(list.current, row.id)
              void accept([row])
            }}
            onOpen={() => setOpen(row)}
          />
        ))}
      </ul>
      {open ? <MatchDialog accountId={account.id} line={open} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

/** The one that was accepted leaves: the focus goes on to the next, so that Enter is pressed again. */
function focusNext(list: HTMLUListElement | null, id: string): void {
  const all = [...(list?.querySelectorAll<HTMLElement>('li') ?? [])]
  const at = all.findIndex(one => one.dataset['line'] === id)
  const next = all[at + 1] ?? all[at - 1]
  next?.querySelector<HTMLElement>('button')?.focus()
}

/** A part is a record or an account with a name, or a role of the ledger that the page words. */
const partWords = (say: (key: BankKeys) => string, part: Proposal['parts'][number]): string =>
  part.title || say(`page.bank.role.${part.role}` as BankKeys)

interface LineProps {
  readonly line: LineToMatch
  readonly may: boolean
  readonly busy: boolean
  readonly accountId: string
  readonly onAccept: () => void
  readonly onOpen: () => void
}

function Line({ line, may, busy, accountId, onAccept, onOpen }: LineProps) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const tell = useSentence()
  const [best] = line.proposals
  const out = line.amount.amount.startsWith('-')
  const name = line.partyName ?? line.text.split('\n')[0] ?? ''
  return (
    <li data-line={line.id}>
      <div className="bank-line">
        <span className="t2 num">{formats.day(line.bookedOn)}</span>
        <span className="what">
          <b>{name || line.code || '–'}</b>
          <span className="t3">
            {[line.partyName ? line.text.replace(/\n/g, ' ') : null, line.reference].filter(Boolean).join(' · ')}
          </span>
        </span>
        {line.asked ? <State glyph="waits">{say('page.bank.asked', { name: line.asked })}</State> : null}
        <span className={out ? 'num bank-amount out' : 'num bank-amount'}>{formats.money(line.amount)}</span>
      </div>
      <div className="bank-proposal">
        {best ? (
          <>
            <span className="what">
              <State glyph={best.sure ? 'done' : 'half'}>
                {best.parts.map(part => [partWords(say, part), part.number].filter(Boolean).join(' ')).join(' + ')}
              </State>
              <span className="t3">{best.reasons.map(reason => tell(reason)).join(' · ')}</span>
            </span>
            {may ? (
              <Button
                size="s"
                icon="check"
                busy={busy}
                onClick={onAccept}
                aria-label={`${say('page.bank.accept')}: ${name}`}
              >
                {say('page.bank.accept')}
              </Button>
            ) : null}
          </>
        ) : (
          <span className="what t3">{say('page.bank.nothing-proposed')}</span>
        )}
        {may ? (
          <>
            <Button size="s" look="quiet" onClick={onOpen} aria-label={`${say('page.bank.what-is')} ${name}`}>
              {say('page.bank.what-is')}
            </Button>
            {line.asked ? null : (
              <Button
                size="s"
                look="quiet"
                aria-label={`${say('banking.ask-about-line')}: ${name}`}
                onClick={() =>
                  openCommand({
                    command: 'banking.ask-about-line',
                    input: { id: accountId, lineId: line.id },
                    about: `${name} ${formats.money(line.amount)}`,
                  })
                }
              >
                {say('banking.ask-about-line')}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </li>
  )
}
