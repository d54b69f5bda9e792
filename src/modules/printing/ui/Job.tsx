import type { Can } from '../../../web/answers.ts'
import { Alarm } from '../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../web/kit/record/RecordSide.tsx'
import { type Step, Steps } from '../../../web/kit/record/Steps.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useParams } from '../../../web/useAddress.ts'
import { type JobDetail, jobGlyphs, type PrintingKeys, problemWords, reasonWords } from './words.ts'

export default function JobPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<JobDetail> query="printing.get-job" id={id}>
      {detail => <Job detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'printing.print-again': 'r' }

function Job({ detail }: { readonly detail: JobDetail }) {
  const say = useSay<PrintingKeys>()
  const { record } = detail
  const reasons = reasonWords(say, detail.reasons)
  const signs = detail.problem ? [problemWords(say, detail.problem), ...reasons] : reasons
  const stuck = record.state === 'held' || record.state === 'failed'
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.printing'), href: '/printing' }]}
      state={
        <State glyph={jobGlyphs[record.state]} loud>
          {say(`state.print-job.${record.state}`)}
        </State>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={
        stuck && signs.length ? <Alarm title={say(`state.print-job.${record.state}`)} found="" signs={signs} /> : null
      }
      facts={useFacts(detail)}
      side={
        <RecordSide id={record.id} documents={detail.document ? [detail.document] : []} linked={[detail.printer]} />
      }
    >
      <Steps steps={useSteps(detail)} />
    </RecordPage>
  )
}

function useFacts(detail: JobDetail): readonly Fact[] {
  const say = useSay<PrintingKeys>()
  const formats = useFormats()
  const how = [
    say('page.printing.copies', { count: detail.copies }),
    say(`choice.printing.sides.${detail.sides}`),
    detail.colour === 'auto' ? '' : say(`choice.printing.colour.${detail.colour}`),
    detail.staple ? say('page.printing.stapled') : '',
    detail.tray ?? '',
  ]
  const facts: (Fact | null)[] = [
    { label: say('kind.printer'), value: detail.printer?.title ?? '–' },
    { label: say('page.printing.who'), value: detail.owner?.title ?? '–' },
    { label: say('page.printing.how'), value: how.filter(Boolean).join(', ') },
    { label: say('page.printing.when'), value: formats.moment(detail.askedAt) },
    detail.sheets === null ? null : { label: say('page.printing.sheets'), value: formats.number(detail.sheets) },
  ]
  return facts.filter(fact => fact !== null)
}

function useSteps(detail: JobDetail): readonly Step[] {
  const say = useSay<PrintingKeys>()
  const formats = useFormats()
  const { state } = detail.record
  const there = detail.printerNumber !== null
  return [
    { title: say('page.printing.when'), glyph: 'done', lines: [formats.moment(detail.askedAt)] },
    {
      title: say('state.print-job.printing'),
      glyph: there ? 'done' : detail.endedAt ? 'ended' : 'open',
      lines: [detail.printer?.title ?? ''],
    },
    {
      title: say(`state.print-job.${detail.endedAt ? state : 'done'}`),
      glyph: detail.endedAt ? jobGlyphs[state] : 'open',
      lines: detail.endedAt ? [formats.moment(detail.endedAt)] : [],
    },
  ]
}
