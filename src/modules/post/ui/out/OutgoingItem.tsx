import '../post.css'
import type { Can } from '../../../../web/answers.ts'
import { PrintPaper } from '../../../../web/kit/PrintPaper.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { type Step, Steps } from '../../../../web/kit/record/Steps.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type OutgoingDetail, outgoingGlyphs, type PostKeys } from '../words.ts'

export default function OutgoingPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<OutgoingDetail> query="post.get-outgoing" id={id}>
      {detail => <OutgoingItem detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'post.hand-to-carrier': 'e', 'post.note-delivered': 'e', 'post.change-outgoing': 's' }

function OutgoingItem({ detail }: { readonly detail: OutgoingDetail }) {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const { record } = detail
  const papers = [detail.about, detail.receipt].filter(one => one?.kind === 'document').filter(one => one !== null)
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.post'), href: '/post' },
        { label: say('page.post.out'), href: '/post/out' },
        { label: detail.number },
      ]}
      state={
        <>
          <State glyph={outgoingGlyphs[record.state]} loud>
            {say(`state.post-outgoing.${record.state}`)}
          </State>
          <span>{say(`choice.post.sort.${detail.sort}`)}</span>
          {detail.returnedWhy ? <span>{detail.returnedWhy}</span> : null}
        </>
      }
      figure={detail.postage ? formats.money(detail.postage) : null}
      due={detail.postageListed ? say('page.post.out.listed') : null}
      can={detail.can as readonly Can[]}
      keys={keys}
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={papers}
          linked={[detail.recipientRecord, detail.about?.kind === 'document' ? null : detail.about, detail.stop]}
        />
      }
    >
      <Steps steps={useSteps(detail)} />
      {record.state === 'ready' ? (
        <p>
          <PrintPaper
            stock="post-label"
            address={`/api/post/outgoing/${record.id}/label.pdf`}
            called={`${detail.number} ${detail.recipient}`}
            of={record.id}
          >
            {say('page.post.out.label')}
          </PrintPaper>
        </p>
      ) : null}
      {detail.note ? <p className="post-note">{detail.note}</p> : null}
    </RecordPage>
  )
}

function useSteps(detail: OutgoingDetail): readonly Step[] {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const { state } = detail.record
  const ended = detail.endedOn ? outgoingGlyphs[state] : 'open'
  return [
    {
      title: say('state.post-outgoing.ready'),
      glyph: 'done',
      lines: [detail.sender?.title ?? '', formats.day(detail.readyOn)],
    },
    {
      title: say('page.post.out.left'),
      glyph: detail.goneOn ? 'done' : 'open',
      lines: detail.goneOn ? [detail.carrier ?? '', formats.day(detail.goneOn)] : [],
    },
    { title: say('page.post.out.ended'), glyph: ended, lines: detail.endedOn ? [formats.day(detail.endedOn)] : [] },
  ]
}

function useFacts(detail: OutgoingDetail): readonly Fact[] {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    { label: say('page.post.for'), value: detail.recipient },
    detail.address
      ? { label: say('field.post.address'), value: <span className="post-note">{detail.address}</span> }
      : null,
    { label: say('field.post.zone'), value: say(`choice.post.zone.${detail.zone}`) },
    detail.grams ? { label: say('field.post.grams'), value: formats.number(detail.grams) } : null,
    detail.pieces > 1 ? { label: say('field.post.pieces'), value: formats.number(detail.pieces) } : null,
    detail.tracking
      ? { label: say('field.post.tracking'), value: <span className="num">{detail.tracking}</span> }
      : null,
    detail.stop ? { label: say('field.post.stopId'), value: detail.stop.title } : null,
  ]
  return facts.filter(fact => fact !== null)
}
