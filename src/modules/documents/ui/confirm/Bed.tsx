import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { DocumentDetail, DocumentKeys, FieldName } from './confirmTypes.ts'
import { Inside } from './Inside.tsx'
import { Sheet } from './Sheet.tsx'
import { bringIntoView, useBedSize } from './useBed.ts'
import type { Confirming } from './useConfirm.ts'

interface BedProps {
  readonly detail: DocumentDetail
  readonly work: Confirming
  readonly now: FieldName | null
  readonly onNow: (name: FieldName) => void
}

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const asWide = 2
/** On the phone a strip of the page shows: so wide, that its words can be read there. */
const stripWidth = 760
/** What lies between the page and the edge of the bed, at both sides together. */
const margin = 36

/** The paper as it came, upright, with the places its fields were read from. */
export function Bed({ detail, work, now, onNow }: BedProps) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const [zoom, setZoom] = useState<number>(asWide)
  const [whole, setWhole] = useState(false)
  const [turn, setTurn] = useState(0)
  const [pageSeen, setPageSeen] = useState(1)
  const view = useRef<HTMLDivElement>(null)
  const { width, height, phone } = useBedSize(view)
  const pages = detail.pages.filter(page => page.source !== 'flow')
  const first = pages[0]
  const lying = turn % 180 !== 0
  const ratio = first ? (lying ? first.height / first.width : first.width / first.height) : 1
  const fitted = Math.min(width - margin, (height - margin) * ratio)
  const strip = phone && !whole
  const pageWidth = Math.max(240, strip ? stripWidth : whole ? fitted : (width - margin) * (steps[zoom] ?? 1))
  /** Another reading of it may stand elsewhere on the paper. */
  const chosen = now ? work.edits.fields[now] : undefined
  useEffect(() => {
    if (width > 0) bringIntoView(view.current, strip)
  }, [now, chosen, detail.record.id, width, pageWidth, turn, strip])
  useEffect(() => {
    setTurn(0)
    setPageSeen(1)
    view.current?.scrollTo({ top: 0 })
  }, [detail.record.id])
  const step = (by: number) => {
    setWhole(false)
    setZoom(at => Math.max(0, Math.min(steps.length - 1, at + by)))
  }
  const group = say('page.confirm.paper')
  useHotkeys([
    { keys: 'alt+w', label: say('page.confirm.whole'), group, whileTyping: true, run: () => setWhole(!whole) },
    { keys: 'alt+r', label: say('page.confirm.turn'), group, whileTyping: true, run: () => setTurn(turn + 90) },
    { keys: 'alt+l', label: say('page.confirm.larger'), group, whileTyping: true, run: () => step(1) },
    { keys: 'alt+k', label: say('page.confirm.smaller'), group, whileTyping: true, run: () => step(-1) },
  ])
  return (
    <div className={`bed${phone && whole ? ' open' : ''}${pages.length === 0 ? ' flow' : ''}`}>
      <div className="tools">
        <span>
          {pages.length > 1
            ? say('page.confirm.page-of', { number: pageSeen, all: pages.length })
            : say('page.confirm.pages', { count: detail.row.pageCount ?? 1 })}
        </span>
        <span className="t3 when">
          {detail.row.arrivedBy === 'part' ? ' · ' : ` · ${say(`choice.arrivedBy.${detail.row.arrivedBy}`)} `}
          {formats.moment(detail.row.receivedAt)}
        </span>
        {pages.length > 0 ? (
          <>
            <button type="button" className="sp" onClick={() => step(-1)} aria-label={say('page.confirm.smaller')}>
              <Icon name="zoom-out" />
            </button>
            <span>{formats.percent(whole && width > 0 ? pageWidth / (width - margin) : (steps[zoom] ?? 1))}</span>
            <button type="button" onClick={() => step(1)} aria-label={say('page.confirm.larger')}>
              <Icon name="zoom-in" />
            </button>
            <button type="button" onClick={() => setTurn(turn + 90)}>
              <Icon name="rotate" /> <span className="word">{say('page.confirm.turn')}</span>
            </button>
            <button type="button" className="whole" aria-pressed={whole} onClick={() => setWhole(!whole)}>
              <Icon name={phone && whole ? 'x' : 'maximize'} />{' '}
              <span className="word">{say(phone && whole ? 'page.confirm.to-fields' : 'page.confirm.whole')}</span>
            </button>
          </>
        ) : null}
        <a
          className={pages.length > 0 ? undefined : 'sp'}
          href={`/api/documents/${detail.record.id}/original`}
          download
          title={say('page.confirm.original')}
        >
          <Icon name="download" /> <span className="word">{say('page.confirm.original')}</span>
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div
        className="view"
        ref={view}
        tabIndex={0}
        role="region"
        aria-label={say('page.confirm.paper')}
        onScroll={({ currentTarget }) => setPageSeen(pageAt(currentTarget))}
      >
        {pages.map(page => (
          <Sheet
            // A picture of its own for each paper: the last one's may not stand behind these fields while this one loads.
            key={`${detail.record.id} ${page.number}`}
            detail={detail}
            work={work}
            page={page}
            width={pageWidth}
            turn={turn}
            now={now}
            onNow={onNow}
          />
        ))}
        {pages.length === 0 && (detail.text || detail.children.length === 0) ? (
          <div className="flowpage">{detail.text || say('page.confirm.no-picture')}</div>
        ) : null}
        <Inside detail={detail} />
      </div>
    </div>
  )
}

/** Which page the middle of the view stands on. */
function pageAt(view: HTMLElement): number {
  const middle = view.getBoundingClientRect().top + view.clientHeight / 2
  const sheets = [...view.querySelectorAll('.sheetpage')]
  const passed = sheets.filter(sheet => sheet.getBoundingClientRect().top <= middle).length
  return Math.max(1, passed)
}
