import '../publishing.css'
import type { Can } from '../../../../web/answers.ts'
import { languageNames } from '../../../../web/language/load.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { type PostDetail, postGlyphs, type PublishingKeys } from '../words.ts'
import { Compose } from './Compose.tsx'
import { Places } from './Places.tsx'
import { Preview } from './Preview.tsx'

export default function PostPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PostDetail> query="publishing.get-publication" id={id}>
      {detail => <Post detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'publishing.ask-approval': 'e',
  'publishing.approve-publication': 'a',
  'publishing.send-back-publication': 'b',
}
/** It is written on the page itself. */
const elsewhere = 'publishing.change-publication'

/** A planned post: what is said, how it will look at each outlet, and what became of it there. */
function Post({ detail }: { readonly detail: PostDetail }) {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const { record } = detail
  const may = usePermission('publishing.plan-publication')
  const isOpen = record.state === 'draft' || record.state === 'asked' || record.state === 'approved'
  const isOut = detail.placements.some(one => one.state !== 'waiting')
  const hasBegun = detail.placements.some(one => one.state !== 'waiting' && one.state !== 'missed')
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.publishing'), href: '/publishing' },
        { label: detail.campaign ?? say('kind.publication') },
      ]}
      state={
        <>
          <State glyph={postGlyphs[record.state]} loud>
            {say(`state.publication.${record.state}`)}
          </State>
          {detail.repeats ? <span>{say(`choice.publishing.repeats.${detail.repeats}`)}</span> : null}
        </>
      }
      due={detail.plannedAt ? formats.moment(detail.plannedAt) : null}
      can={(detail.can as readonly Can[]).filter(({ command }) => command !== elsewhere)}
      keys={keys}
      alarm={<Notes detail={detail} />}
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={detail.pictures.flatMap(one => one.document ?? [])}
          linked={[detail.about]}
        />
      }
    >
      {isOut ? <Places detail={detail} /> : null}
      {may && isOpen && !hasBegun ? <Compose detail={detail} key={record.version} /> : <Preview detail={detail} />}
    </RecordPage>
  )
}

function Notes({ detail }: { readonly detail: PostDetail }) {
  const say = useSay<PublishingKeys>()
  const titles = detail.near.map(one => one.title).join(', ')
  const notes = [
    detail.held && detail.record.state === 'approved' ? say('page.publishing.held', { reason: detail.held }) : null,
    detail.sentBack ? say('page.publishing.sent-back', { reason: detail.sentBack }) : null,
    titles ? say('page.publishing.near', { titles }) : null,
    detail.holiday ? say('page.publishing.holiday') : null,
  ].filter(note => note !== null)
  if (notes.length === 0) return null
  return (
    <ul className="pub-notes">
      {notes.map(note => (
        <li key={note}>
          <Icon name="alert-triangle" small /> {note}
        </li>
      ))}
    </ul>
  )
}

function useFacts(detail: PostDetail): readonly Fact[] {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    { label: say('field.publishing.ownerId'), value: detail.owner?.title ?? '–' },
    detail.approver && !detail.approvedBy
      ? { label: say('field.publishing.approverId'), value: detail.approver.title }
      : null,
    detail.approvedBy
      ? {
          label: say('page.publishing.approved-by'),
          value: `${detail.approvedBy.title}${detail.approvedAt ? `, ${formats.moment(detail.approvedAt)}` : ''}`,
        }
      : null,
    { label: say('page.publishing.written-by'), value: detail.writtenBy?.title ?? '–' },
    { label: say('field.publishing.language'), value: languageNames[detail.language] },
    detail.campaign ? { label: say('field.publishing.campaign'), value: detail.campaign } : null,
  ]
  return facts.filter(fact => fact !== null)
}
