import '../receivables.css'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { removeRaise } from '../../contract.ts'
import { Sheet } from '../Sheet.tsx'
import { customerHref, type InvoiceKeys, type RecurringDetail, recurringGlyphs } from '../words.ts'

export default function RecurringPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RecurringDetail> query="receivables.get-recurring" id={id}>
      {detail => <Recurring detail={detail} key={id} />}
    </RecordOf>
  )
}

function Recurring({ detail }: { readonly detail: RecurringDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const mayChange = usePermission('receivables.change-recurring')
  const { record, paper, customer, content } = detail
  const running = record.state === 'running'
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.invoices'), href: '/invoices' },
        { label: say('page.recurring'), href: '/recurring-invoices' },
        { label: customer?.title ?? record.title },
      ]}
      title={[customer?.title, content.subject].filter(Boolean).join(' · ') || record.title}
      state={
        <State glyph={recurringGlyphs[record.state]} loud>
          {say(`state.recurring-invoice.${record.state}`)}
        </State>
      }
      figure={paper ? formats.money(paper.payable) : undefined}
      due={
        running ? (
          <>
            {say('page.recurring.next')} <b>{formats.weekday(detail.nextOn)}</b>
          </>
        ) : null
      }
      can={detail.can as readonly Can[]}
      first={
        mayChange ? (
          <ButtonLink href={`/recurring-invoices/${record.id}/edit`} icon="edit">
            {say('page.invoice.edit')}
          </ButtonLink>
        ) : null
      }
      alarm={
        detail.stuck ? (
          <Alarm
            title={say('page.recurring.stuck')}
            found={formats.weekday(detail.nextOn)}
            signs={[say('page.recurring.stuck.why')]}
          />
        ) : null
      }
      facts={useFacts(detail)}
      side={<RecordTimeline id={record.id} />}
    >
      <Raises detail={detail} />
      <Turns detail={detail} />
      {paper && record.state !== 'ended' ? (
        <Section title={say('page.recurring.paper')}>
          <Sheet paper={paper} />
        </Section>
      ) : null}
    </RecordPage>
  )
}

function useFacts(detail: RecurringDetail): readonly Fact[] {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const { customer } = detail
  const facts: (Fact | null)[] = [
    customer
      ? {
          label: say('field.receivables.customerId'),
          value: <Link href={customerHref(customer)}>{customer.title}</Link>,
        }
      : null,
    { label: say('field.receivables.rhythm'), value: say(`choice.receivables.rhythm.${detail.rhythm}`) },
    { label: say('field.receivables.way'), value: say(`choice.receivables.way.${detail.way}`) },
    detail.period === 'none'
      ? null
      : { label: say('field.receivables.period'), value: say(`choice.receivables.period.${detail.period}`) },
    detail.untilOn ? { label: say('field.receivables.untilOn'), value: formats.day(detail.untilOn) } : null,
    detail.way === 'draft' || !detail.author
      ? null
      : { label: say('page.recurring.author'), value: detail.author.title },
    { label: say('field.receivables.ownerId'), value: detail.owner?.title ?? '–' },
  ]
  return facts.filter(fact => fact !== null)
}

function Raises({ detail }: { readonly detail: RecurringDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const remove = useCommand<typeof removeRaise>('receivables.remove-raise')
  const mayRaise = usePermission('receivables.raise-recurring')
  if (detail.raises.length === 0) return null
  const { id, version } = detail.record
  return (
    <Section title={say('page.recurring.raises')} count={detail.raises.length}>
      <ul className="invoice-plain">
        {detail.raises.map(raise => (
          <li key={raise.fromOn}>
            <span className="t2 nw">{formats.day(raise.fromOn)}</span>
            <span className="what">
              <span className="num">{formats.number(Number(raise.percent))} %</span>
              {raise.indexWas && raise.indexNow ? (
                <span className="t2">
                  {' '}
                  · {say('page.recurring.index', { was: raise.indexWas, now: raise.indexNow })}
                </span>
              ) : null}
              {raise.reason ? <span className="t2"> · {raise.reason}</span> : null}
            </span>
            {raise.appliedOn ? (
              <span className="t2">{say('page.recurring.applied', { on: formats.day(raise.appliedOn) })}</span>
            ) : mayRaise ? (
              <Button
                size="s"
                look="quiet"
                busy={remove.busy}
                onClick={() => void remove.run({ id, expectedVersion: version, fromOn: raise.fromOn })}
              >
                {say('receivables.remove-raise')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Turns({ detail }: { readonly detail: RecurringDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  if (detail.turns.length === 0) return null
  return (
    <Section title={say('page.recurring.turns')} count={detail.turnCount}>
      <ul className="invoice-plain">
        {detail.turns.map(turn => (
          <li key={turn.on}>
            <span className="t2 nw">{formats.day(turn.on)}</span>
            <span className="what">
              {turn.invoice ? (
                <Link href={`/invoices/${turn.invoice.id}`}>{turn.invoice.title}</Link>
              ) : (
                <span className="t3">{turn.skipped ? say('page.recurring.skipped') : '–'}</span>
              )}
            </span>
            {turn.total ? <span className="num nw">{formats.money(turn.total)}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
