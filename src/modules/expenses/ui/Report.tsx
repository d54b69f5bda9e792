import './expenses.css'
import type { Can } from '../../../web/answers.ts'
import { Alarm } from '../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../web/kit/record/RecordTimeline.tsx'
import { type Step, Steps } from '../../../web/kit/record/Steps.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { Link } from '../../../web/Link.tsx'
import { useParams } from '../../../web/useAddress.ts'
import { Lines } from './Lines.tsx'
import { type DoubtLine, doubtWords, type ExpenseKeys, type ReportDetail, reportGlyphs } from './words.ts'

export default function ReportPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ReportDetail> query="expenses.get-report" id={id}>
      {detail => <Report detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'expenses.hand-in': 'e',
  'expenses.verify-report': 'v',
  'expenses.return-report': 'r',
  'expenses.approve-report': 'p',
  'expenses.add-expense': 'a',
}

function Report({ detail }: { readonly detail: ReportDetail }) {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  const { record, person, owed } = detail
  const negative = owed.amount.startsWith('-')
  const name = person?.title ?? ''
  const steps = useStepsOf(detail)
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.expenses'), href: '/expenses' }, { label: detail.number }]}
      state={
        <>
          <State glyph={reportGlyphs[record.state]} loud>
            {say(`state.expense-report.${record.state}`)}
          </State>
          {detail.returned ? (
            <State glyph="blocked" loud>
              {say('page.expense.returned')}
            </State>
          ) : null}
          <span>{name}</span>
        </>
      }
      figure={formats.money(negative ? { ...owed, amount: owed.amount.slice(1) } : owed)}
      due={say(negative ? 'page.expense.owes' : 'page.expense.owed', { name })}
      can={detail.can as readonly Can[]}
      keys={keys}
      last={
        <a className="btn" href={`/api/expenses/reports/${record.id}/pdf`} download>
          {say('page.expense.pdf')}
        </a>
      }
      alarm={<Doubts detail={detail} />}
      facts={useFacts(detail)}
      side={<RecordTimeline id={record.id} />}
    >
      {record.state === 'draft' || record.state === 'withdrawn' ? null : <Steps steps={steps} />}
      <Lines detail={detail} />
    </RecordPage>
  )
}

/** What speaks against it, the heaviest first, each leading to what it concerns. */
function Doubts({ detail }: { readonly detail: ReportDetail }) {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  const { doubts, returnedReason, lines } = detail
  const lineOf = ({ lineId }: DoubtLine) => lines.find(({ id }) => id === lineId)
  if (returnedReason) return <Alarm title={say('page.expense.returned')} signs={[returnedReason]} />
  if (doubts.length === 0 || detail.record.state === 'paid') return null
  return (
    <Alarm
      title={say('page.expense.doubts')}
      signs={doubts.map(one => (
        <span key={`${one.code} ${one.lineId}`}>
          {lineOf(one)?.text ? <b>{lineOf(one)?.text}: </b> : null}
          {doubtWords(say, formats, one)}
          {one.other && one.other.id !== detail.record.id ? (
            <>
              {' · '}
              <Link href={`/${one.other.kind === 'document' ? 'documents' : 'expenses'}/${one.other.id}`}>
                {one.other.title}
              </Link>
            </>
          ) : null}
        </span>
      ))}
    />
  )
}

function useFacts(detail: ReportDetail): readonly Fact[] {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  const { leftOn, backOn, leftTime, backTime } = detail
  const zero = (amount: string) => !/[1-9]/.test(amount)
  const facts: (Fact | null)[] = [
    { label: say('page.expense.total'), value: formats.money(detail.total) },
    zero(detail.card.amount) ? null : { label: say('page.expense.card'), value: formats.money(detail.card) },
    zero(detail.advance.amount) ? null : { label: say('field.expenses.advance'), value: formats.money(detail.advance) },
    leftOn && backOn
      ? {
          label: say('page.expense.journey'),
          value: `${formats.day(leftOn)} ${leftTime} – ${formats.day(backOn)} ${backTime}`,
        }
      : null,
    detail.place ? { label: say('field.expenses.place'), value: detail.place } : null,
    { label: say('page.expense.account'), value: detail.account ?? say('page.expense.no-account') },
    detail.verifiedBy ? { label: say('page.expense.verified-by'), value: detail.verifiedBy.title } : null,
    detail.approvedBy ? { label: say('page.expense.approved-by'), value: detail.approvedBy.title } : null,
  ]
  return facts.filter(fact => fact !== null)
}

/** The way of a report: handed in, verified, approved, paid. */
function useStepsOf(detail: ReportDetail): readonly Step[] {
  const say = useSay<ExpenseKeys>()
  const order = ['handed-in', 'verified', 'approved', 'paid'] as const
  const at = order.indexOf(detail.record.state as (typeof order)[number])
  const lines = [[], [detail.verifiedBy?.title], [detail.approvedBy?.title], []]
  const titles = [
    'expenses.hand-in',
    'expenses.verify-report',
    'expenses.approve-report',
    'state.expense-report.paid',
  ] as const
  return order.map((_, index) => ({
    title: say(titles[index]!),
    glyph: index <= at ? ('done' as const) : index === at + 1 ? ('half' as const) : ('open' as const),
    lines: (lines[index] ?? []).filter(line => line !== undefined),
  }))
}
