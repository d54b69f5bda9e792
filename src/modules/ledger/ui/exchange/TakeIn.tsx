import { useState } from 'react'
import type { CommandAnswer, OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { importBooks } from '../../contract.ts'
import type { BookKeys } from '../words.ts'
import { Codes, Parties } from './FromFile.tsx'

type Plan = OutputOf<typeof importBooks>

interface Chosen {
  readonly fileName: string
  readonly content: string
}

/** In pieces: a large file would be too many arguments at once. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** Another program's books: shown by a dry run first, taken in when somebody says so. */
export function TakeIn() {
  const say = useSay<BookKeys>()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [plan, setPlan] = useState<CommandAnswer<Plan> | null>(null)
  const [looking, setLooking] = useState(false)
  const command = useCommand<typeof importBooks>('ledger.import-books', { quiet: true })
  const look = async (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    setLooking(true)
    setPlan(null)
    command.clear()
    await show({ fileName: file.name, content: await base64Of(file) })
  }
  const show = async (next: Chosen) => {
    setChosen(next)
    setPlan(await command.run(next, { dryRun: true }))
    setLooking(false)
  }
  const take = async () => {
    if (!chosen) return
    const answer = await command.run(chosen)
    if (answer.status === 'done') {
      setPlan(null)
      setChosen(null)
    }
  }
  const answer = command.answer
  return (
    <Section title={say('page.exchange.import')}>
      <p className="t2">{say('page.exchange.import-about')}</p>
      <FilePicker
        label={say('page.exchange.choose')}
        onFiles={files => void look(files)}
        accept=".se,.si,.sie,.xml,.xaf"
      />
      <div className="exchange-answer" role="status">
        {looking ? <p className="t3">{say('page.exchange.looking')}</p> : null}
        {plan?.status === 'refused' ? <Problem title={plan.refusal.message} todo={plan.refusal.todo} /> : null}
        {plan?.status === 'done' ? (
          <Would
            plan={plan.output}
            fileName={chosen?.fileName ?? ''}
            busy={command.busy}
            take={() => void take()}
            again={() => void show(chosen!)}
          />
        ) : null}
        {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
        {answer?.status === 'done' ? <p>{say('page.exchange.taken', { count: answer.output.entries })}</p> : null}
      </div>
    </Section>
  )
}

interface WouldProps {
  readonly plan: Plan
  readonly fileName: string
  readonly busy: boolean
  readonly take: () => void
  /** Looks at the file again: somebody was added to the directory. */
  readonly again: () => void
}

const findingWords = ['closing-differs', 'label-unknown', 'entry-changed-later', 'encoding-utf-8'] as const

function Would({ plan, fileName, busy, take, again }: WouldProps) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const count = (label: string, value: number, always = false) =>
    value > 0 || always ? ([[label, formats.number(value)]] as const) : []
  const facts = [
    [say('field.ledger.fileName'), `${fileName} · ${say(`choice.bookFormat.${plan.format}`)}`] as const,
    ...(plan.company ? [[say('page.exchange.of'), plan.company] as const] : []),
    [say('page.reports.period'), `${formats.fullDay(plan.from)} – ${formats.fullDay(plan.until)}`] as const,
    ...(plan.yearOpened ? [[say('page.exchange.year-opened'), '✓'] as const] : []),
    ...count(say('page.exchange.entries'), plan.entries, true),
    ...count(say('page.exchange.lines'), plan.lines, true),
    ...count(say('page.exchange.opening'), plan.opening),
    ...count(say('page.exchange.values-new'), plan.values),
    ...count(say('page.exchange.renumbered'), plan.renumbered),
    ...count(say('page.exchange.left-out'), plan.leftOut),
    ...count(say('page.exchange.accounts-new'), plan.accounts.length),
  ]
  return (
    <>
      <h3>{say('page.exchange.would')}</h3>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {plan.accounts.length > 0 ? (
        <details>
          <summary>{say('page.exchange.accounts-new')}</summary>
          <ul className="exchange-list">
            {plan.accounts.map(account => (
              <li key={account.number}>
                <span>
                  <span className="num">{account.number}</span> {account.name}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Codes codes={plan.vatCodes} />
      <Parties parties={plan.parties} again={again} />
      {plan.findings.length > 0 ? (
        <details>
          <summary>
            {say('page.exchange.findings')} ({plan.findings.length})
          </summary>
          <ul className="exchange-list">
            {plan.findings.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings have no other name
              <li key={at}>
                <span>
                  {findingWords.some(known => known === one.name)
                    ? say(`page.exchange.finding.${one.name as (typeof findingWords)[number]}`, { detail: one.detail })
                    : `${one.name} ${one.detail}`}
                </span>
                {one.line ? <span className="t3">{say('page.exchange.at-line', { line: one.line })}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="t3">{say('page.exchange.not-undone')}</p>
      <Button look="primary" busy={busy} onClick={take}>
        {say('page.exchange.take-in')}
      </Button>
    </>
  )
}
