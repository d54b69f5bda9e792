import '../post.css'
import type { Can } from '../../../../web/answers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { Strokes } from '../round/Strokes.tsx'
import { type ItemDetail, itemGlyphs, type PostKeys } from '../words.ts'

export default function ItemPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ItemDetail> query="post.get-item" id={id}>
      {detail => <Item detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'post.deliver-item': 'e',
  'post.take-item': 't',
  'post.change-item': 's',
  'post.hand-over-item': 'h',
}

function Item({ detail }: { readonly detail: ItemDetail }) {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const { record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.post'), href: '/post' }, { label: detail.number }]}
      state={
        <>
          <State glyph={itemGlyphs[record.state]} loud>
            {say(`state.post-item.${record.state}`)}
          </State>
          <span>{say(`choice.post.sort.${detail.sort}`)}</span>
          {detail.personal ? <span>{say('page.post.personal')}</span> : null}
          {detail.attempts > 0 ? (
            <State glyph="waits">{say('page.post.tries', { count: detail.attempts })}</State>
          ) : null}
        </>
      }
      due={detail.answerBy ? say('page.post.answer-by', { on: formats.weekday(detail.answerBy) }) : null}
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={<Away detail={detail} />}
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={detail.documents}
          linked={[detail.senderRecord, detail.for, detail.stop]}
        />
      }
    >
      {detail.note ? <p className="post-note">{detail.note}</p> : null}
      <Chain detail={detail} />
    </RecordPage>
  )
}

/** Whom it is for is away: their deputy has it meanwhile, or nobody where it is personal. */
function Away({ detail }: { readonly detail: ItemDetail }) {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  if (!detail.awayUntil || !detail.for) return null
  const on = formats.weekday(detail.awayUntil)
  const name = detail.for.title
  const deputy = detail.deliverTo?.title
  return (
    <Alarm
      title={say('page.post.away', { name, on })}
      found=""
      signs={[deputy ? say('page.post.deputy', { deputy, name, on }) : say('field.post.personal')]}
    />
  )
}

function useFacts(detail: ItemDetail): readonly Fact[] {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const place = [detail.stop?.title, detail.place].filter(Boolean).join(' · ')
  const facts: (Fact | null)[] = [
    { label: say('page.post.from'), value: detail.sender },
    { label: say('page.post.for'), value: detail.for?.title ?? (place ? '–' : say('page.post.nobody')) },
    place ? { label: say('field.post.stopId'), value: place } : null,
    detail.holder
      ? { label: say('page.post.with'), value: detail.mine ? say('page.post.with-me') : detail.holder.title }
      : null,
    { label: say('page.post.came'), value: formats.weekday(detail.arrivedOn) },
    detail.postmarkOn ? { label: say('field.post.postmarkOn'), value: formats.weekday(detail.postmarkOn) } : null,
    detail.receiptRule === 'arrival' && !detail.answerBy
      ? null
      : {
          label: say('page.post.received'),
          value: `${detail.receiptOn ? formats.weekday(detail.receiptOn) : say('page.post.not-yet')}, ${say(`choice.post.receiptRule.${detail.receiptRule}`)}`,
        },
    detail.tracking
      ? { label: say('field.post.tracking'), value: <span className="num">{detail.tracking}</span> }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

/** Every hand it went through, with the signature where somebody signed. */
function Chain({ detail }: { readonly detail: ItemDetail }) {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.post.custody')} count={detail.custody.length}>
      <ol className="post-chain">
        {detail.custody.map(link => {
          const to = link.to?.title ?? link.toName ?? '–'
          return (
            <li key={link.n}>
              <span className="what">
                {say(`page.post.way.${link.way}`, { from: link.from?.title ?? '–', to })}
                {link.note ? <span className="t3"> · {link.note}</span> : null}
              </span>
              <span className="t3 num">{formats.moment(link.at)}</span>
              {link.signature ? (
                <Strokes path={link.signature} label={say('page.post.signature-of', { name: link.toName ?? to })} />
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
