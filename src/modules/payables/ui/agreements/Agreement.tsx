import '../payables.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Links, Papers } from '../../../../web/kit/record/Side.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { AgreementDetail, BillKeys } from '../words.ts'

export default function AgreementPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<AgreementDetail> query="payables.get-agreement" id={id}>
      {detail => <Agreement detail={detail} key={id} />}
    </RecordOf>
  )
}

function Agreement({ detail }: { readonly detail: AgreementDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { record } = detail
  const running = record.state === 'running'
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.money'), href: '/money' },
        { label: say('page.agreements'), href: '/agreements' },
      ]}
      state={
        <>
          <State glyph={running ? 'half' : 'ended'} loud>
            {say(`state.agreement.${record.state}`)}
          </State>
          {detail.missing ? (
            <State glyph="late" loud>
              {say('page.agreements.missing')}
            </State>
          ) : null}
          <span>{say(`choice.payables.about.${detail.about}`)}</span>
        </>
      }
      figure={formats.money(detail.usualTo)}
      due={
        running ? (
          <>
            {say('page.agreements.next')} <b>{formats.weekday(detail.nextOn)}</b>
          </>
        ) : null
      }
      can={detail.can as readonly Can[]}
      facts={useFacts(detail)}
      side={<Side detail={detail} />}
    >
      <Came came={detail.came} />
      {detail.note ? <p className="bill-say">{detail.note}</p> : null}
    </RecordPage>
  )
}

function useFacts(detail: AgreementDetail): readonly Fact[] {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { supplier } = detail
  const same = detail.usualFrom.amount === detail.usualTo.amount
  const facts: (Fact | null)[] = [
    {
      label: say('field.payables.supplierId'),
      value: supplier ? <Link href={`/organisations/${supplier.id}`}>{supplier.title}</Link> : detail.supplierName,
    },
    { label: say('field.payables.rhythm'), value: say(`choice.payables.rhythm.${detail.rhythm}`) },
    {
      label: say('page.agreements.usual'),
      value: same
        ? formats.money(detail.usualTo)
        : `${formats.amount(detail.usualFrom)} – ${formats.money(detail.usualTo)}`,
    },
    detail.customerNumber ? { label: say('field.payables.customerNumber'), value: detail.customerNumber } : null,
    detail.startsOn ? { label: say('field.payables.startsOn'), value: formats.day(detail.startsOn) } : null,
    detail.endsOn ? { label: say('field.payables.endsOn'), value: formats.day(detail.endsOn) } : null,
    detail.noticeOn ? { label: say('page.agreements.notice'), value: formats.weekday(detail.noticeOn) } : null,
    { label: say('field.payables.ownerId'), value: detail.owner?.title ?? '–' },
  ]
  return facts.filter(fact => fact !== null)
}

function Came({ came }: { readonly came: AgreementDetail['came'] }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  if (came.length === 0) return null
  return (
    <Section title={say('page.agreement.came')} count={came.length}>
      <ul className="money-lines">
        {came.map(one => (
          <li key={one.expectedOn}>
            <span className="t3 nw">{formats.day(one.expectedOn)}</span>
            <span className="what">
              {one.bill ? (
                <Link href={`/bills/${one.bill.id}`}>{one.bill.title}</Link>
              ) : (
                <span className="t3">{say('page.agreement.none')}</span>
              )}
            </span>
            {one.total ? <span className="num nw">{formats.money(one.total)}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Side({ detail }: { readonly detail: AgreementDetail }) {
  const say = useSay<string>()
  const papers = detail.documents.map(paper => ({
    id: paper.id,
    name: paper.title,
    href: `/documents/${paper.id}`,
    picture: `/api/documents/${paper.id}/pages/1.webp?width=240`,
    lines: [kindWords(say, paper.kind)],
  }))
  const { supplier } = detail
  return (
    <>
      <Papers papers={papers} />
      <Links
        links={
          supplier
            ? [{ id: supplier.id, icon: 'building', title: supplier.title, href: `/organisations/${supplier.id}` }]
            : []
        }
      />
      <RecordTimeline id={detail.record.id} />
    </>
  )
}
