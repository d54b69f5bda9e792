import './paper.css'
import { Fragment } from 'react'
import { useSay } from '../../../web/language/Say.tsx'
import { type LetterKeys, type PaperPage, pictureAddress } from './words.ts'

type Item = PaperPage['items'][number]

/** Of a page of A4, points. */
const width = 595.28
const height = 841.89

/** The pages as they are printed: the same places and the same faces as in the PDF. */
export function Paper({ pages, old = false }: { readonly pages: readonly PaperPage[]; readonly old?: boolean }) {
  const say = useSay<LetterKeys>()
  return (
    <div className="paper-pages" data-old={old || undefined}>
      {pages.map((page, at) => (
        <svg
          key={at}
          className="paper-page"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={say('page.letter.page', { number: at + 1, count: pages.length })}
        >
          {page.items.map((item, n) => (
            <Fragment key={n}>{drawn(item)}</Fragment>
          ))}
        </svg>
      ))}
    </div>
  )
}

function drawn(item: Item) {
  if (item.kind === 'line')
    return (
      <line
        className={`of-${item.ink}`}
        x1={item.x}
        y1={item.y}
        x2={item.toX}
        y2={item.toY}
        strokeWidth={item.weight}
      />
    )
  if (item.kind === 'picture')
    return (
      <image href={pictureAddress(item.fileId ?? '')} x={item.x} y={item.y} width={item.width} height={item.height}>
        <title>{item.alt}</title>
      </image>
    )
  const { x, y, size = 10, face = 'text', text } = item
  return (
    <text
      className={`of-${item.ink}`}
      x={x}
      y={y}
      fontSize={size}
      fontWeight={face.startsWith('strong') ? 600 : 400}
      fontStyle={face.endsWith('slanted') ? 'italic' : undefined}
      textDecoration={item.underline ? 'underline' : item.strike ? 'line-through' : undefined}
      textLength={item.width && text && text.trim().length > 1 ? item.width : undefined}
      xmlSpace="preserve"
    >
      {text}
    </text>
  )
}
