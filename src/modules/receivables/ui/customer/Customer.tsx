import '../receivables.css'
import type { Can } from '../../../../web/answers.ts'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listInvoices, listRecurring } from '../../contract.ts'
import { type CustomerDetail, type InvoiceKeys, invoiceGlyphs, partyHref, recurringGlyphs } from '../words.ts'

export default function CustomerPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<CustomerDetail> query="receivables.get-customer" id={id}>
      {detail => <Customer detail={detail} key={id} />}
    </RecordOf>
  )
}

/** What a customer owes and what is agreed; the firm or the person itself stands in the directory. */
function Customer({ detail }: { readonly detail: CustomerDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const mayMake = usePermission('receivables.create-invoice')
  const { record, owed } = detail
  const late = owed.filter(({ overdue }) => Number(overdue.amount) > 0)
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.invoices'), href: '/invoices' }, { label: say('page.customer') }]}
      state={
        late.length > 0 ? (
          <State glyph="late" loud>
            {say('page.customer.overdue')} {late.map(({ overdue }) => formats.money(overdue)).join(' · ')}
          </State>
        ) : owed.length === 0 ? (
          <State glyph="done" loud>
            {say('page.customer.nothing')}
          </State>
        ) : null
      }
      figure={owed.length > 0 ? owed.map(({ total }) => formats.money(total)).join(' · ') : undefined}
      due={owed.length > 0 ? say('page.customer.owes') : null}
      can={detail.can as readonly Can[]}
      first={
        mayMake ? (
          <ButtonLink href={`/invoices/new?customer=${record.id}`} look="primary" icon="plus">
            {say('page.invoice.new')}
          </ButtonLink>
        ) : null
      }
      last={
        <>
          <a className="btn" href={`/api/receivables/customers/${record.id}/statement`} download>
            {say('page.owing.statement')}
          </a>
          <ButtonLink href={partyHref(record)} look="quiet" icon="building">
            {say('page.customer.card')}
          </ButtonLink>
        </>
      }
      facts={useFacts(detail)}
      side={<RecordTimeline id={record.id} />}
    >
      <Invoices id={record.id} />
      <Recurring id={record.id} />
      {detail.terms.note ? <p>{detail.terms.note}</p> : null}
    </RecordPage>
  )
}

function useFacts({ terms, mail, paymentDays, owed }: CustomerDetail): readonly Fact[] {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const interest = owed.filter(one => Number(one.interest.amount) > 0)
  const facts: (Fact | null)[] = [
    { label: say('field.receivables.paymentDays'), value: paymentDays },
    {
      label: say('page.customer.mail'),
      value: terms.sendBy === 'print' ? say('page.customer.on-paper') : (mail ?? '–'),
    },
    terms.reference ? { label: say('field.receivables.reference'), value: terms.reference } : null,
    terms.peppolId ? { label: say('field.receivables.peppolId'), value: terms.peppolId } : null,
    terms.withoutReminders ? { label: say('page.reminders'), value: say('page.customer.never') } : null,
    interest.length > 0
      ? { label: say('page.invoice.interest'), value: interest.map(one => formats.money(one.interest)).join(' · ') }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

function Invoices({ id }: { readonly id: string }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof listInvoices>('receivables.list-invoices', { customerId: id, limit: 50 })
  if (!data || data.rows.length === 0) return null
  return (
    <Section title={say('page.invoices')} count={data.total}>
      <ul className="invoice-plain">
        {data.rows.map(row => (
          <li key={row.id}>
            <span className="what">
              <Link href={`/invoices/${row.id}`}>
                {[row.number, row.subject].filter(Boolean).join(' · ') || row.title}
              </Link>
            </span>
            <span className="st">
              <State glyph={invoiceGlyphs[row.state]}>{say(`state.invoice.${row.state}`)}</State>
            </span>
            <span className="t2 nw on">{row.dueOn && formats.weekday(row.dueOn)}</span>
            <span className="num nw sum">{formats.money(row.total)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Recurring({ id }: { readonly id: string }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof listRecurring>('receivables.list-recurring', { customerId: id, limit: 50 })
  const mayMake = usePermission('receivables.create-recurring')
  if (!data || (data.rows.length === 0 && !mayMake)) return null
  return (
    <Section
      title={say('page.recurring')}
      count={data.total}
      more={
        mayMake ? <Link href={`/recurring-invoices/new?customer=${id}`}>{say('page.recurring.new')}</Link> : undefined
      }
    >
      <ul className="invoice-plain">
        {data.rows.map(row => (
          <li key={row.id}>
            <span className="what">
              <Link href={`/recurring-invoices/${row.id}`}>{row.subject ?? row.title}</Link>
            </span>
            <span className="st">
              <State glyph={recurringGlyphs[row.state]}>{say(`choice.receivables.rhythm.${row.rhythm}`)}</State>
            </span>
            <span className="t2 nw on">{formats.weekday(row.nextOn)}</span>
            <span className="num nw sum">{row.net && formats.money(row.net)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
