import '../receivables.css'
import type { Can } from '../../../../web/answers.ts'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { Sheet } from '../Sheet.tsx'
import { type InvoiceKeys, customerHref, type QuoteDetail, quoteGlyphs } from '../words.ts'

export default function QuotePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<QuoteDetail> query="receivables.get-quote" id={id}>
      {detail => <Quote detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'receivables.send-quote': 's',
  'receivables.accept-quote': 'e',
  'receivables.decline-quote': 'd',
  'receivables.invoice-quote': 'v',
}

function Quote({ detail }: { readonly detail: QuoteDetail }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const { record, paper, customer } = detail
  const facts: (Fact | null)[] = [
    customer
      ? {
          label: say('field.receivables.customerId'),
          value: <Link href={customerHref(customer)}>{customer.title}</Link>,
        }
      : null,
    detail.sentOn ? { label: say('state.quote.sent'), value: formats.weekday(detail.sentOn) } : null,
    detail.reason ? { label: say('field.receivables.reason'), value: detail.reason } : null,
    ...detail.invoices.map(one => ({
      label: say('kind.invoice'),
      value: <Link href={`/invoices/${one.id}`}>{one.title}</Link>,
    })),
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.quotes'), href: '/quotes' }, { label: detail.number ?? say('state.quote.draft') }]}
      title={[say('page.paper.title.quote'), detail.number, customer?.title].filter(Boolean).join(' · ')}
      state={
        <State glyph={quoteGlyphs[record.state]} loud>
          {say(`state.quote.${record.state}`)}
        </State>
      }
      figure={formats.money(paper.payable)}
      due={detail.validUntil ? formats.weekday(detail.validUntil) : null}
      can={detail.can as readonly Can[]}
      keys={keys}
      last={
        <>
          {record.state === 'draft' ? (
            <ButtonLink href={`/quotes/${record.id}/edit`} icon="edit">
              {say('page.invoice.edit')}
            </ButtonLink>
          ) : null}
          <a className="btn" href={`/api/receivables/papers/${record.id}/pdf`} download>
            {say('page.invoice.pdf')}
          </a>
        </>
      }
      facts={facts.filter(fact => fact !== null)}
      side={<RecordTimeline id={record.id} />}
    >
      <Section title={say('page.invoice.paper')}>
        <Sheet paper={paper} />
      </Section>
    </RecordPage>
  )
}
