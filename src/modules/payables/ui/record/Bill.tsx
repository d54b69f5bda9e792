import '../payables.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Links, Papers } from '../../../../web/kit/record/Side.tsx'
import { type Step, Steps } from '../../../../web/kit/record/Steps.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type BillDetail, billGlyphs, type BillKeys } from '../words.ts'
import { BillAlarms } from './BillAlarms.tsx'
import { Coding } from './Coding.tsx'
import { EInvoice } from './EInvoice.tsx'
import { Payments } from './Payments.tsx'
import { Questions } from './Questions.tsx'
import { Spoken } from './Spoken.tsx'
import { Spread } from './Spread.tsx'

export default function BillPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<BillDetail> query="payables.get-bill" id={id}>
      {detail => <Bill detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'payables.confirm-account': 'v',
  'payables.code-bill': 'k',
  'payables.approve-bill': 'p',
  'payables.post-bill': 'b',
  'payables.hold-bill': 'h',
  'payables.dispute-bill': 'd',
  'payables.release-bill': 'r',
  'payables.ask-colleague': 'a',
  'payables.spread-bill': 'm',
}

function Bill({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { record } = detail
  const open = record.state !== 'paid' && record.state !== 'withdrawn'
  const stopped = detail.alarms.some(({ severity, settledAt }) => severity === 'stop' && settledAt === null)
  return (
    <RecordPage
      record={record}
      title={detail.supplierName}
      crumbs={[
        { label: say('page.money'), href: '/money' },
        { label: say('page.bills'), href: '/bills' },
        { label: detail.number ?? say('kind.bill') },
      ]}
      state={
        <>
          <State glyph={billGlyphs[record.state]} loud>
            {say(`state.bill.${record.state}`)}
          </State>
          {open && (detail.hold || stopped) ? (
            <State glyph="blocked" loud>
              {say(detail.hold ? `page.bill.${detail.hold}` : 'page.bill.blocked')}
            </State>
          ) : null}
          {detail.late ? (
            <State glyph="late" loud>
              {say('page.bill.late')}
            </State>
          ) : null}
          {detail.kind === 'credit-note' ? <span>{say('choice.payables.kind.credit-note')}</span> : null}
          {detail.number ? <span>{say('page.bill.suppliers-number', { number: detail.number })}</span> : null}
          {detail.holdReason ? <span>{detail.holdReason}</span> : null}
          {detail.withdrawnReason ? <span>{detail.withdrawnReason}</span> : null}
        </>
      }
      figure={formats.money(detail.total)}
      due={<Due detail={detail} />}
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={<BillAlarms detail={detail} />}
      facts={useFacts(detail)}
      side={<Side detail={detail} />}
    >
      <Section title={say('page.bill.way')}>
        <Steps steps={useSteps(detail)} />
      </Section>
      <Coding detail={detail} />
      <Spread detail={detail} />
      <Questions detail={detail} />
      <Payments detail={detail} />
      <EInvoice billId={detail.record.id} />
      <Spoken spoken={detail.spoken} />
      {detail.note ? <p className="bill-say">{detail.note}</p> : null}
    </RecordPage>
  )
}

function Due({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const part = detail.record.state === 'part-paid'
  return (
    <>
      {part ? `${say('page.bill.left-to-pay', { amount: formats.money(detail.remaining) })} · ` : null}
      {say('field.payables.dueOn')} <b>{formats.weekday(detail.dueOn)}</b>
    </>
  )
}

function useFacts(detail: BillDetail): readonly Fact[] {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { reference, payTo, period, discount, supplier } = detail
  const between = period && [period.from, period.until].map(on => (on ? formats.day(on) : '')).join(' – ')
  const facts: (Fact | null)[] = [
    {
      label: say('field.payables.supplierId'),
      value: supplier ? <Link href={`/organisations/${supplier.id}`}>{supplier.title}</Link> : detail.supplierName,
    },
    { label: say('field.payables.issuedOn'), value: formats.day(detail.issuedOn) },
    { label: say('page.bill.came'), value: formats.day(detail.receivedOn) },
    reference
      ? { label: say('field.payables.reference'), value: <span className="num">{referenceShown(reference)}</span> }
      : null,
    payTo ? { label: say('field.payables.account'), value: <span className="num">{payTo.number}</span> } : null,
    detail.vat ? { label: say('field.payables.vat'), value: formats.money(detail.vat) } : null,
    between ? { label: say('page.bill.for'), value: between } : null,
    detail.orderNumber ? { label: say('field.payables.orderNumber'), value: detail.orderNumber } : null,
    detail.method === 'transfer'
      ? null
      : { label: say('field.payables.method'), value: say(`choice.payables.method.${detail.method}`) },
    discount
      ? {
          label: say('field.payables.discount'),
          value: say('page.bill.discount', { amount: formats.money(discount.amount), on: formats.day(discount.on) }),
        }
      : null,
    { label: say('field.payables.bookOn'), value: formats.day(detail.bookOn) },
  ]
  return facts.filter(fact => fact !== null)
}

/** Multibanco as it is printed: entity, and the reference in threes. */
const referenceShown = ({ scheme, value }: { readonly scheme: string; readonly value: string }): string =>
  scheme === 'multibanco' && value.length === 14
    ? value.replace(/^(\d{5})(\d{3})(\d{3})(\d{3})$/, '$1 · $2 $3 $4')
    : value

/** The way of a bill, with who took each step and whom the next one waits for. */
function useSteps(detail: BillDetail): readonly Step[] {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { state } = detail.record
  const when = (at: string | null) => (at ? [formats.moment(at)] : [])
  const lines = (...of: (string | null | undefined)[]) => of.filter(line => typeof line === 'string')
  return [
    { title: say('page.bill.came'), glyph: 'done', lines: [formats.day(detail.receivedOn)] },
    {
      title: say('page.bill.coded'),
      glyph: detail.codedAt ? 'done' : state === 'to-code' ? 'half' : 'open',
      lines: [...lines(detail.codedBy?.title), ...when(detail.codedAt)],
    },
    {
      title: say('page.bill.approved'),
      glyph: detail.approvedAt ? 'done' : state === 'to-approve' ? 'half' : 'open',
      lines: detail.approvedAt
        ? [...lines(detail.approvedBy?.title), ...when(detail.approvedAt)]
        : lines(detail.approver?.title ?? (state === 'to-approve' ? say('page.bill.anybody') : null)),
    },
    {
      title: say('page.bill.paid'),
      glyph: state === 'paid' ? 'done' : state === 'part-paid' ? 'half' : 'open',
      lines: lines(detail.paidOn ? formats.day(detail.paidOn) : null),
    },
  ]
}

function Side({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<string>()
  const formats = useFormats()
  const { supplier, agreement } = detail
  const papers = detail.documents.map(paper => ({
    id: paper.id,
    name: paper.title,
    href: `/documents/${paper.id}`,
    picture: `/api/documents/${paper.id}/pages/1.webp?width=240`,
    lines: [kindWords(say, paper.kind)],
  }))
  const links = [
    ...(supplier
      ? [{ id: supplier.id, icon: 'building', title: supplier.title, href: `/organisations/${supplier.id}` }]
      : []),
    ...(agreement
      ? [{ id: agreement.id, icon: 'repeat', title: agreement.title, href: `/agreements/${agreement.id}` }]
      : []),
    ...detail.reminders.map(one => ({
      id: one.document?.id ?? one.cameOn,
      icon: 'bell',
      title: say('page.bill.reminders'),
      href: one.document ? `/documents/${one.document.id}` : null,
      detail: formats.day(one.cameOn),
    })),
  ]
  return (
    <>
      <Papers papers={papers} />
      <Links links={links} />
      <RecordTimeline id={detail.record.id} />
    </>
  )
}
