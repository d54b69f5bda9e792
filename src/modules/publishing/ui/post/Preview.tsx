import { Fragment } from 'react'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { pictureAddress, type PostDetail, type PublishingKeys } from '../words.ts'

export interface Shown {
  readonly id: string
  readonly title: string
  readonly network: PostDetail['placements'][number]['outlet']['network']
  readonly words: string
  readonly length: number
  readonly bound: number | null
}

export const shownOf = (detail: PostDetail): readonly Shown[] =>
  detail.placements.map(({ outlet, words, length, bound }) => ({ ...outlet, words, length, bound }))

/** As it will look, drawn by ourselves: what matters is where lines break, what is cut, and the pictures. */
export function Preview({
  detail,
  shown = shownOf(detail),
}: {
  readonly detail: PostDetail
  readonly shown?: readonly Shown[]
}) {
  const say = useSay<PublishingKeys>()
  return (
    <Section title={say('page.publishing.preview')} count={shown.length || null}>
      {shown.length === 0 ? <p className="t3">{say('page.publishing.nowhere')}</p> : null}
      <div className="pub-previews">
        {shown.map(one => (
          <Card key={one.id} shown={one} detail={detail} />
        ))}
      </div>
    </Section>
  )
}

function Card({ shown, detail }: { readonly shown: Shown; readonly detail: PostDetail }) {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const { bound, length } = shown
  const over = bound !== null && length > bound
  return (
    <article className="pub-card" data-network={shown.network} aria-label={shown.title}>
      <header>
        <span className="pub-face" aria-hidden="true">
          {shown.title.slice(0, 1).toUpperCase()}
        </span>
        <b className="clip">{shown.title}</b>
        <span className={over ? 'late num' : 't3 num'}>
          {bound === null
            ? say('page.publishing.count-free', { count: formats.number(length) })
            : say('page.publishing.count', { count: formats.number(length), most: formats.number(bound) })}
        </span>
      </header>
      {shown.network === 'website' ? <h3>{detail.record.title}</h3> : null}
      <p className="pub-words" lang={detail.language}>
        {shown.words ? <Worded words={shown.words} /> : <span className="t3">{say('page.publishing.no-words')}</span>}
      </p>
      {detail.pictures.length ? (
        <div className="pub-pictures" data-count={Math.min(4, detail.pictures.length)}>
          {detail.pictures.slice(0, 4).map(one => (
            <img key={one.n} src={pictureAddress(detail.record.id, one.n)} alt={one.alt ?? ''} loading="lazy" />
          ))}
        </div>
      ) : null}
    </article>
  )
}

const marked = /(https?:\/\/\S+|#[\p{L}\p{M}\p{N}_]+|@[\w.-]+(?:@[\w.-]+)?)/u

function Worded({ words }: { readonly words: string }) {
  return words.split(new RegExp(marked, 'gu')).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
    <Fragment key={index}>{marked.test(part) ? <span className="pub-link">{part}</span> : part}</Fragment>
  ))
}
