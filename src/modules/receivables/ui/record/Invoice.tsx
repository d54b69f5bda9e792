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
import type { resumeReminders, waiveFee, withdrawPayment } from '../../contract.ts'
import { Sheet } from '../Sheet.tsx'
import { invoiceGlyphs, customerHref, type InvoiceDetail, type InvoiceKeys } from '../words.ts'
import { EInvoice } from './EInvoice.tsx'

export default function InvoicePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<InvoiceDetail> query="receivables.get-invoice" id={id}>
      {detail => <Invoice detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'receivables.issue-invoice': 'e',
  'receivables.send-invoice': 's',
  'receivables.note-payment': 'b',
  'receivables.credit-invoice': 'k',
}

function Invoice({ detail }: { readonly detail: InvoiceDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const mayRepeat = usePermission('receivables.create-recurring')
  const { record, paper } = detail
  const isDraft = record.state === 'draft'
  const isIssued = detail.number !== null
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.invoices'), href: '/invoices' },
        { label: detail.number ?? say('state.invoice.draft') },
      ]}
      title={[say(`page.paper.title.${detail.type}`), detail.number, detail.customer?.title]
        .filter(Boolean)
        .join(' · ')}
      state={
        <State glyph={invoiceGlyphs[record.state]} loud>
          {say(`state.invoice.${record.state}`)}
        </State>
      }
      figure={formats.money(detail.total)}
      due={detail.type === 'invoice' && detail.dueOn ? formats.weekday(detail.dueOn) : null}
      can={detail.can as readonly Can[]}
      keys={keys}
      last={
        <>
          {isDraft ? (
            <ButtonLink href={`/invoices/${record.id}/edit`} icon="edit">
              {say('page.invoice.edit')}
            </ButtonLink>
          ) : null}
          {paper ? (
            <a className="btn" href={`/api/receivables/papers/${record.id}/pdf`} download>
              {say('page.invoice.pdf')}
            </a>
          ) : null}
          {mayRepeat && detail.type === 'invoice' && !detail.recurring ? (
            <ButtonLink href={`/recurring-invoices/new?invoice=${record.id}`} look="quiet" icon="repeat">
              {say('page.recurring.again')}
            </ButtonLink>
          ) : null}
        </>
      }
      alarm={<Warning detail={detail} />}
      facts={useFacts(detail)}
      side={<RecordTimeline id={record.id} />}
    >
      <Payments detail={detail} />
      <Reminders detail={detail} />
      {isIssued ? <EInvoice id={record.id} delivery={detail.delivery} /> : null}
      {paper ? (
        <Section title={say('page.invoice.paper')}>
          <Sheet paper={paper} />
        </Section>
      ) : null}
    </RecordPage>
  )
}

/** What went wrong on the way out, or why nobody is reminded. */
function Warning({ detail }: { readonly detail: InvoiceDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const resume = useCommand<typeof resumeReminders>('receivables.resume-reminders')
  const { paused, itemId, record } = detail
  if (detail.mail === 'failed' || detail.mail === 'no-door')
    return (
      <Alarm
        title={say('page.invoices.mail-failed')}
        found={detail.mailTo ?? ''}
        signs={[
          detail.mail === 'no-door'
            ? say('page.invoice.no-door')
            : say('page.invoice.failed', { error: detail.mailError ?? '' }),
        ]}
      />
    )
  if (!paused || !itemId) return null
  return (
    <Alarm
      title={say('page.invoice.paused')}
      found={say(`choice.pauseReason.${paused.because}`)}
      signs={[paused.until ? formats.weekday(paused.until) : '', paused.note].filter(Boolean)}
      footer={
        <Button size="s" busy={resume.busy} onClick={() => void resume.run({ id: record.id, itemId })}>
          {say('receivables.resume-reminders')}
        </Button>
      }
    />
  )
}

function useFacts(detail: InvoiceDetail): readonly Fact[] {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const { customer, paper } = detail
  const facts: (Fact | null)[] = [
    customer
      ? {
          label: say('field.receivables.customerId'),
          value: <Link href={customerHref(customer)}>{customer.title}</Link>,
        }
      : null,
    detail.recurring
      ? {
          label: say('page.invoice.recurring'),
          value: <Link href={`/recurring-invoices/${detail.recurring.id}`}>{detail.recurring.title}</Link>,
        }
      : null,
    detail.issuedOn ? { label: say('field.receivables.issuedOn'), value: formats.weekday(detail.issuedOn) } : null,
    detail.number && detail.type === 'invoice'
      ? { label: say('page.invoices.remaining'), value: formats.money(detail.remaining) }
      : null,
    paper?.reference
      ? {
          label: say(`page.paper.reference.${paper.reference.scheme}`),
          value: <span className="num">{paper.reference.value}</span>,
        }
      : null,
    detail.sentOn
      ? {
          label: say('state.invoice.sent'),
          value: `${formats.weekday(detail.sentOn)} · ${
            detail.sentBy === 'mail'
              ? say('page.invoice.sent-to', { to: detail.mailTo ?? '' })
              : say(detail.sentBy === 'network' ? 'page.invoice.by-network' : 'page.invoice.printed')
          }`,
        }
      : null,
    detail.interest ? { label: say('page.invoice.interest'), value: formats.money(detail.interest) } : null,
    detail.nextReminderOn
      ? { label: say('page.invoice.next-reminder'), value: formats.weekday(detail.nextReminderOn) }
      : null,
    detail.credits
      ? {
          label: say('page.invoice.credit-of'),
          value: <Link href={`/invoices/${detail.credits.id}`}>{detail.credits.title}</Link>,
        }
      : null,
    ...detail.creditNotes.map(note => ({
      label: say('page.invoice.credited-by'),
      value: <Link href={`/invoices/${note.id}`}>{note.title}</Link>,
    })),
    detail.quote
      ? {
          label: say('page.invoice.from-quote'),
          value: <Link href={`/quotes/${detail.quote.id}`}>{detail.quote.title}</Link>,
        }
      : null,
    detail.reason ? { label: say('field.receivables.reason'), value: detail.reason } : null,
  ]
  return facts.filter(fact => fact !== null)
}

function Payments({ detail }: { readonly detail: InvoiceDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const withdraw = useCommand<typeof withdrawPayment>('receivables.withdraw-payment')
  if (detail.settlements.length === 0) return null
  return (
    <Section title={say('page.invoice.payments')} count={detail.settlements.length}>
      <ul className="invoice-plain">
        {detail.settlements.map((one, at) => (
          <li key={one.paymentId ?? at}>
            <span className="what">{say(`page.invoice.how.${one.how as 'payment'}`)}</span>
            <span className="t2">{formats.day(one.on)}</span>
            <span className="num">{formats.money(one.amount)}</span>
            {one.paymentId ? (
              <Button
                size="s"
                look="quiet"
                busy={withdraw.busy}
                onClick={() => void withdraw.run({ id: detail.record.id, paymentId: one.paymentId! })}
              >
                {say('receivables.withdraw-payment')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Reminders({ detail }: { readonly detail: InvoiceDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const waive = useCommand<typeof waiveFee>('receivables.waive-fee')
  if (detail.reminders.length === 0) return null
  const { id } = detail.record
  return (
    <Section title={say('page.invoice.reminders')} count={detail.reminders.length}>
      <ul className="invoice-plain">
        {detail.reminders.map(one => (
          <li key={one.id}>
            <a className="what" href={`/api/receivables/reminders/${one.id}/pdf`} download>
              {say('page.invoice.reminder', { step: one.step })}
            </a>
            <span className="t2">{formats.day(one.on)}</span>
            <span className="t2">{say(`choice.sendBy.${one.by}`)}</span>
            {one.fee ? (
              <span className="num">
                {formats.money(one.fee)} {one.feeWaived ? say('page.invoice.fee-waived') : ''}
              </span>
            ) : null}
            {one.fee && !one.feeWaived ? (
              <Button
                size="s"
                look="quiet"
                busy={waive.busy}
                onClick={() => void waive.run({ id, itemId: one.itemId, reminderId: one.id })}
              >
                {say('receivables.waive-fee')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
