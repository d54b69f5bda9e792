import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { DocumentDetail, DocumentKeys, FieldName } from './confirmTypes.ts'

interface BedProps {
  readonly detail: DocumentDetail
  readonly now: FieldName | null
  readonly onNow: (name: FieldName) => void
}

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** The paper as it came, upright, with the places its fields were read from. */
export function Bed({ detail, now, onNow }: BedProps) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const [zoom, setZoom] = useState(2)
  const view = useRef<HTMLDivElement>(null)
  const width = useWidth(view)
  useEffect(() => {
    const place = view.current?.querySelector('.place.lit')
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    place?.scrollIntoView({ block: 'center', inline: 'center', behavior: calm ? 'auto' : 'smooth' })
  }, [now, detail.record.id])
  const drawn = detail.pages.filter((page) => page.source !== 'flow')
  const phone = width > 0 && width < 600
  const pageWidth = Math.max(280, (phone ? 880 : width - 36) * (phone ? 1 : steps[zoom]!))
  return (
    <section className="bed" aria-label={say('page.confirm.paper')}>
      <div className="tools">
        <span>{say('page.confirm.pages', { count: detail.row.pageCount ?? 1 })}</span>
        <span className="t3">· {formats.moment(detail.row.receivedAt)}</span>
        <button type="button" className="sp" onClick={() => setZoom((at) => Math.max(0, at - 1))} aria-label={say('page.confirm.smaller')}>
          <Icon name="zoom-out" />
        </button>
        <span>{formats.percent(steps[zoom]!)}</span>
        <button type="button" onClick={() => setZoom((at) => Math.min(steps.length - 1, at + 1))} aria-label={say('page.confirm.larger')}>
          <Icon name="zoom-in" />
        </button>
        <a className="whole" href={`/api/documents/${detail.record.id}/original`} download>
          <Icon name="download" small /> {say('page.confirm.original')}
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="view" ref={view} tabIndex={0} role="region" aria-label={say('page.confirm.paper')}>
        {drawn.map((page) => (
          <div key={page.number} className="sheetpage" style={{ width: pageWidth, aspectRatio: `${page.width} / ${page.height}` }}>
            <img src={`/api/documents/${detail.record.id}/pages/${page.number}.webp?width=${pageWidth > 1100 ? 1600 : 1200}`} alt={say('page.confirm.page', { number: page.number })} loading={page.number > 2 ? 'lazy' : 'eager'} />
            <Places detail={detail} page={page.number} now={now} onNow={onNow} />
          </div>
        ))}
        {drawn.length === 0 ? <div className="flowpage">{detail.text || say('page.confirm.no-picture')}</div> : null}
      </div>
    </section>
  )
}

function Places({ detail, page, now, onNow }: BedProps & { readonly page: number }) {
  const say = useSay<DocumentKeys>()
  return detail.fields
    .filter((field) => field.page === page && field.box && field.name !== 'kind')
    .map((field) => {
      const [x = 0, y = 0, width = 0, height = 0] = field.box ?? []
      const percent = (part: number) => `${part * 100}%`
      const name = say(`field.${field.name}` as DocumentKeys)
      return (
        <button
          key={field.name}
          type="button"
          tabIndex={-1}
          className={`place${field.name === now ? ' lit' : ''}${field.sure || field.confidence >= 0.9 ? '' : ' low'}`}
          style={{ left: `calc(${percent(x)} - 3px)`, top: `calc(${percent(y)} - 2px)`, width: `calc(${percent(width)} + 6px)`, height: `calc(${percent(height)} + 4px)` }}
          data-name={name}
          aria-label={say('page.confirm.to-field', { name })}
          onClick={() => {
            onNow(field.name)
            document.getElementById(`field-${field.name}`)?.focus()
          }}
        />
      )
    })
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [element])
  return width
}
