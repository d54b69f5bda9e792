import '../bank.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { forgetRule, getReconciliation } from '../../contract.ts'
import { type AccountDetail, type BankKeys, printedNumber, type Reconciliation } from '../words.ts'

export default function AccountPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<AccountDetail> query="banking.get-account" id={id}>
      {detail => <Account detail={detail} key={id} />}
    </RecordOf>
  )
}

/** One account: the bank's balance against the ledger's on a day, and what the account has learnt. */
function Account({ detail }: { readonly detail: AccountDetail }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const { record } = detail
  const hidden = new Set(['banking.take-statement', 'banking.propose-run'])
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.bank'), href: '/bank' }, { label: record.title }]}
      state={
        <>
          <State glyph={detail.closed ? 'ended' : 'settled'} loud>
            {say(`state.bank-account.${record.state}`)}
          </State>
          <span className="num">{printedNumber(detail.scheme, detail.number)}</span>
        </>
      }
      figure={detail.balance ? formats.money(detail.balance) : null}
      due={detail.balanceOn ? say('page.bank.known-until', { on: formats.day(detail.balanceOn) }) : null}
      can={detail.can.filter(({ command }) => !hidden.has(command)) as readonly Can[]}
      first={
        <>
          <ButtonLink href={`/bank?account=${record.id}`} look="primary">
            {say('page.bank.match-lines', { count: detail.open })}
          </ButtonLink>
          <ButtonLink href={`/bank/${record.id}/lines`}>{say('page.bank.lines')}</ButtonLink>
          <ButtonLink href={`/payments/propose?account=${record.id}`}>{say('banking.propose-run')}</ButtonLink>
        </>
      }
      facts={useFacts(detail)}
      side={<RecordTimeline id={record.id} />}
    >
      <Reconciling accountId={record.id} />
      <Rules detail={detail} />
    </RecordPage>
  )
}

function useFacts(detail: AccountDetail): readonly Fact[] {
  const say = useSay<BankKeys>()
  const facts: (Fact | null)[] = [
    { label: say('field.banking.ledgerAccount'), value: detail.ledgerAccount ?? say('page.bank.by-role') },
    { label: say('field.banking.currency'), value: detail.currency },
    detail.bic ? { label: say('field.banking.bic'), value: detail.bic } : null,
    { label: say('field.banking.fileVersion'), value: say(`choice.fileVersion.${detail.fileVersion}`) },
    { label: say('field.banking.holder'), value: detail.holder },
    detail.alsoNumbers.length
      ? { label: say('field.banking.alsoNumbers'), value: detail.alsoNumbers.join(', ') }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

function Reconciling({ accountId }: { readonly accountId: string }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const [on, setOn] = useState(formats.today())
  const asked = useQuery<typeof getReconciliation>('banking.get-reconciliation', { accountId, on }, { keep: true })
  if (asked.isError) return <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
  return (
    <Section title={say('page.bank.reconciliation')}>
      <div className="bank-choose">
        <DateControl
          label={say('page.bank.on-day')}
          schema={{}}
          words={String}
          value={on}
          onChange={day => typeof day === 'string' && setOn(day)}
        />
      </div>
      {asked.data ? <Difference found={asked.data} /> : <SkeletonRows rows={4} />}
    </Section>
  )
}

function Difference({ found }: { readonly found: Reconciliation }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const money = (value: Reconciliation['bank']) => (value ? formats.money(value) : '–')
  const { unexplained } = found
  const right = unexplained && Number(unexplained.amount) === 0
  return (
    <>
      <table className="tbl bank-reconciling">
        <caption className="vh">{say('page.bank.reconciliation')}</caption>
        <tbody>
          <tr>
            <th scope="row">
              {found.bankOn ? say('page.bank.by-bank-on', { on: formats.day(found.bankOn) }) : say('page.bank.by-bank')}
            </th>
            <td className="n num">{money(found.bank)}</td>
          </tr>
          <tr>
            <th scope="row">{say('page.bank.lines-open', { count: found.lines.length })}</th>
            <td className="n num">{formats.money(found.linesSum)}</td>
          </tr>
          <tr>
            <th scope="row">{say('page.bank.entries-alone', { count: found.entries.length })}</th>
            <td className="n num">{formats.money(found.entriesSum)}</td>
          </tr>
          <tr>
            <th scope="row">
              {found.ledgerAccount
                ? say('page.bank.by-ledger', { number: found.ledgerAccount })
                : say('page.bank.no-ledger')}
            </th>
            <td className="n num">{money(found.ledger)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <State glyph={unexplained === null ? 'waits' : right ? 'done' : 'late'}>
                {unexplained === null
                  ? say('page.bank.not-known')
                  : right
                    ? say('page.bank.agrees')
                    : say('page.bank.unexplained')}
              </State>
            </th>
            <td className="n num">{right ? '' : money(unexplained)}</td>
          </tr>
        </tfoot>
      </table>
      {found.lines.length > 0 ? (
        <>
          <h3 className="bank-head">{say('page.bank.lines-open', { count: found.lines.length })}</h3>
          <ul className="bank-lines">
            {found.lines.map(line => (
              <li key={line.id}>
                <span className="t2 num">{formats.day(line.bookedOn)}</span>
                <span className="what">{line.partyName ?? line.text.split('\n')[0]}</span>
                {line.asked ? <State glyph="waits">{say('page.bank.asked', { name: line.asked })}</State> : null}
                <span className="num">{formats.money(line.amount)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {found.entries.length > 0 ? (
        <>
          <h3 className="bank-head">{say('page.bank.entries-alone', { count: found.entries.length })}</h3>
          <ul className="bank-lines">
            {found.entries.map(entry => (
              <li key={entry.entryId}>
                <span className="t2 num">{formats.day(entry.on)}</span>
                <span className="what">
                  <Link href={`/books/entries/${entry.entryId}`}>{entry.number}</Link> {entry.text}
                </span>
                <span className="num">{formats.money(entry.amount)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Rules({ detail }: { readonly detail: AccountDetail }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const forget = useCommand<typeof forgetRule>('banking.forget-rule', { said: say('page.bank.forgotten') })
  if (detail.rules.length === 0) return null
  return (
    <Section title={say('page.bank.learnt')} count={detail.rules.length}>
      <ul className="bank-lines">
        {detail.rules.map(rule => (
          <li key={rule.id}>
            <span className="what">{rule.counterparty}</span>
            <span className="t2">{rule.books}</span>
            <span className="t3">{say('page.bank.uses', { count: rule.uses, on: formats.day(rule.lastOn) })}</span>
            <Button
              size="s"
              look="quiet"
              busy={forget.busy}
              aria-label={`${say('banking.forget-rule')}: ${rule.counterparty}`}
              onClick={() => void forget.run({ id: detail.record.id, ruleId: rule.id })}
            >
              {say('banking.forget-rule')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
