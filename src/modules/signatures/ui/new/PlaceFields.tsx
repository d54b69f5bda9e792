import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import { type Box, boxAt, calledOf, usualBox, type Wanted } from './wanted.ts'

interface Props {
  readonly documentId: string
  readonly page: number
  readonly pages: number
  readonly all: readonly Wanted[]
  /** Whose place is being chosen. */
  readonly chosen: number | null
  readonly onPlace: (key: number, field: Wanted['field']) => void
}

const step = 0.01

/** A page of the document with the places on it: pressed, pulled, or moved by arrow keys. */
export function PlaceFields({ documentId, page, pages, all, chosen, onPlace }: Props) {
  const say = useSay<Keys>()
  const sheet = useRef<HTMLDivElement>(null)
  const pulled = useRef<number | null>(null)
  const here = all.filter(one => one.field?.page === page)
  const placeAt = (event: PointerEvent, key: number) => {
    const { left, top, width, height } = sheet.current!.getBoundingClientRect()
    const before = all.find(one => one.key === key)?.field?.box ?? usualBox
    const x = (event.clientX - left) / width - before[2] / 2
    const y = (event.clientY - top) / height - before[3] / 2
    onPlace(key, { page, box: boxAt(x, y, before) })
  }
  const begin = (event: PointerEvent) => {
    const key = pulled.current ?? chosen
    if (key === null) return
    pulled.current = key
    sheet.current!.setPointerCapture(event.pointerId)
    placeAt(event, key)
  }
  const byKey = (event: KeyboardEvent, key: number, [x, y, width, height]: Box) => {
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key]
    if (!by) return
    event.preventDefault()
    onPlace(key, { page, box: boxAt(x + by[0]!, y + by[1]!, [x, y, width, height]) })
  }
  return (
    <div
      ref={sheet}
      className="sign-paper sign-placing"
      onPointerDown={begin}
      onPointerMove={event => (pulled.current === null ? undefined : placeAt(event, pulled.current))}
      onPointerUp={() => {
        pulled.current = null
      }}
      onPointerCancel={() => {
        pulled.current = null
      }}
    >
      <img
        src={`/api/documents/${documentId}/pages/${page}.webp?width=800`}
        alt={say('page.signatures.page', { page, pages })}
        draggable={false}
      />
      {here.map(one => {
        const [left, top, width, height] = one.field!.box
        return (
          <button
            key={one.key}
            type="button"
            className="sign-field"
            data-mine={one.key === chosen || undefined}
            aria-label={say('page.signatures.new.field-of', { name: calledOf(one) })}
            style={{
              left: `${left * 100}%`,
              top: `${top * 100}%`,
              width: `${width * 100}%`,
              height: `${height * 100}%`,
            }}
            onPointerDown={() => {
              pulled.current = one.key
            }}
            onKeyDown={event => byKey(event, one.key, one.field!.box)}
          >
            <em>{calledOf(one) || '…'}</em>
          </button>
        )
      })}
    </div>
  )
}
