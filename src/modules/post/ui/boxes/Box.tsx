import '../post.css'
import type { Can } from '../../../../web/answers.ts'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { BoxDetail, PostKeys } from '../words.ts'

export default function BoxPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<BoxDetail> query="post.get-box" id={id}>
      {detail => <Box detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'post.look-through': 'e', 'post.change-box': 's' }

function Box({ detail }: { readonly detail: BoxDetail }) {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const { record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.post'), href: '/post' },
        { label: say('page.post.boxes'), href: '/post/boxes' },
      ]}
      state={
        <>
          <State glyph={detail.retired ? 'ended' : detail.late ? 'late' : 'open'} loud>
            {say(detail.late && !detail.retired ? 'page.post.box-late' : `state.letter-box.${record.state}`)}
          </State>
          <span>{say(`choice.post.provider.${detail.provider}`)}</span>
        </>
      }
      due={detail.retired ? null : formats.weekday(detail.nextOn)}
      can={detail.can as readonly Can[]}
      keys={keys}
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={[]} linked={[detail.keeper]} />}
    >
      {detail.note ? <p className="post-note">{detail.note}</p> : null}
      <Looks detail={detail} />
    </RecordPage>
  )
}

function useFacts(detail: BoxDetail): readonly Fact[] {
  const say = useSay<PostKeys>()
  const { address } = detail
  const link =
    address && /^https?:\/\//.test(address) ? (
      <a href={address} target="_blank" rel="noreferrer noopener">
        {say('page.post.boxes.open')}
      </a>
    ) : (
      address
    )
  return [
    { label: say('field.post.keeperId'), value: detail.keeper?.title ?? say('page.post.nobody') },
    { label: say('field.post.rhythm'), value: say(`choice.post.rhythm.${detail.rhythm}`) },
    ...(address ? [{ label: say('field.post.address'), value: link }] : []),
  ]
}

/** Who looked when, and what was taken in. */
function Looks({ detail }: { readonly detail: BoxDetail }) {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.post.boxes.log')} count={detail.looks.length}>
      {detail.looks.length === 0 ? <Empty text={say('page.post.boxes.never')} /> : null}
      <ol className="post-looks">
        {detail.looks.map(look => (
          <li key={look.id}>
            <span className="what">
              {look.found ? say('page.post.boxes.found', { count: look.found }) : say('page.post.boxes.nothing')}
              {look.note ? <span className="t3"> · {look.note}</span> : null}
              {look.documents.map(paper => (
                <span key={paper.id}>
                  {' · '}
                  <Link href={`/documents/${paper.id}`}>{paper.title}</Link>
                </span>
              ))}
            </span>
            <span className="t2">{look.by?.title}</span>
            <span className="t3 num">{formats.moment(look.at)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
