import '../../../../web/kit/list/list.css'
import '../authority.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, useEffect, useMemo, useRef, useState } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { ExportMenu } from '../../../../web/kit/list/ExportMenu.tsx'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import type { Keys } from '../../messages/en.ts'
import { JournalFilters } from './JournalFilters.tsx'
import { JournalRow } from './JournalRow.tsx'
import { type JournalLine, journalInput } from './journalInput.ts'
import { useJournalLines } from './useJournalLines.ts'
import { useJournalExport } from './useJournalExport.ts'

/** Lines before the end at which the next slice is fetched. */
const ahead = 60
/** Heights before they are measured, px. */
const rowHeight = 38
const dayHeight = 40

type Item =
  | { readonly kind: 'day'; readonly key: string; readonly day: string }
  | { readonly kind: 'line'; readonly key: string; readonly line: JournalLine }

/** Every act, in words, newest first; a line opens to its details. */
export default function Journal() {
  const say = useSay<Keys>()
  const formats = useFormats()
  useTitle(say('page.journal'))
  const [search] = useSearch()
  const asked = useMemo(() => journalInput(search, formats.zone), [search, formats.zone])
  const { newest, lines, total, more } = useJournalLines(asked)
  const exporting = useJournalExport(asked)
  const filtered = Object.keys(asked).length > 0
  return (
    <div className="journal">
      <header className="l-head journal-head">
        <div className="l-top">
          <h1 className="h2">{say('page.journal')}</h1>
          <div className="end">
            {lines.length ? <ExportMenu icon="download" onSave={form => void exporting.save(form)} /> : null}
          </div>
        </div>
        <div className="l-find">
          <JournalFilters lines={lines} />
          <span className="hits" role="status">
            {newest.data ? say('page.journal.lines', { count: total, shown: formats.number(total) }) : ''}
          </span>
        </div>
      </header>
      {newest.isPending ? (
        <div className="journal-lines">
          <SkeletonRows rows={16} height={rowHeight} />
        </div>
      ) : newest.isError && !newest.data ? (
        <div className="journal-lines">
          <QueryProblem fault={newest.error} again={() => void newest.refetch()} />
        </div>
      ) : lines.length === 0 ? (
        <div className="journal-lines">
          <Empty text={say(filtered ? 'list.nothing-found' : 'page.journal.empty')} />
        </div>
      ) : (
        <Lines lines={lines} stale={newest.isPlaceholderData} more={more} />
      )}
    </div>
  )
}

interface LinesProps {
  readonly lines: readonly JournalLine[]
  readonly stale: boolean
  readonly more: (() => void) | null
}

function Lines({ lines, stale, more }: LinesProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const frame = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<number | null>(null)
  const items = useMemo(() => itemsOf(lines, formats.dayOf), [lines, formats])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: index => (items[index]?.kind === 'day' ? dayHeight : rowHeight),
    getItemKey: index => items[index]?.key ?? index,
    overscan: 10,
    scrollMargin: frame.current?.offsetTop ?? 0,
    scrollPaddingStart: 110,
    scrollPaddingEnd: 60,
  })
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && lastShown > items.length - ahead) more()
  }, [more, lastShown, items.length])
  const { step, onFocus } = useSteps(items, index => virtual.scrollToIndex(index))
  useHotkeys([
    { keys: 'j', label: say('key.next'), run: () => step(1) },
    { keys: 'k', label: say('key.previous'), run: () => step(-1) },
  ])
  const margin = virtual.options.scrollMargin
  const before = (shown[0]?.start ?? margin) - margin
  const after = virtual.getTotalSize() - ((shown.at(-1)?.end ?? margin) - margin)
  const today = formats.today()
  const named = (day: string) =>
    day === today ? say('today') : day === addDays(today, -1) ? say('yesterday') : formats.longDay(day)
  return (
    <div className="journal-lines" ref={frame} data-stale={stale || undefined}>
      <ol style={{ paddingTop: before, paddingBottom: after }} onFocus={onFocus}>
        {shown.map(({ index, key }) => {
          const item = items[index]
          if (!item) return null
          return (
            <li key={key} data-index={index} ref={virtual.measureElement} className={item.kind}>
              {item.kind === 'day' ? (
                <h2>{named(item.day)}</h2>
              ) : (
                <JournalRow
                  line={item.line}
                  open={open === item.line.seq}
                  onToggle={() => setOpen(open === item.line.seq ? null : item.line.seq)}
                />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The office's day of each line: reading a moment in a zone is dear, and lines stay as more of them come. */
const days = new WeakMap<JournalLine, string>()

function dayOfLine(line: JournalLine, dayOf: (at: string) => string): string {
  const known = days.get(line)
  if (known !== undefined) return known
  const day = dayOf(line.at)
  days.set(line, day)
  return day
}

/** The lines with a heading where a new day begins. */
function itemsOf(lines: readonly JournalLine[], dayOf: (at: string) => string): Item[] {
  const items: Item[] = []
  let last = ''
  for (const line of lines) {
    const day = dayOfLine(line, dayOf)
    if (day !== last) items.push({ kind: 'day', key: `day-${day}`, day })
    last = day
    items.push({ kind: 'line', key: `line-${line.seq}`, line })
  }
  return items
}

/** Moves the keyboard from line to line; one out of sight is scrolled to and then focused. */
function useSteps(items: readonly Item[], scrollTo: (index: number) => void) {
  const here = useRef(-1)
  const step = (by: 1 | -1) => {
    let next = here.current + by
    while (items[next]?.kind === 'day') next += by
    const item = items[next]
    if (!item || item.kind !== 'line') return
    here.current = next
    scrollTo(next)
    const focus = () => {
      // Held down, the key is already further on.
      if (here.current === next) document.getElementById(`line-${item.line.seq}`)?.focus({ preventScroll: true })
    }
    // The row is drawn in the frame after the scroll.
    requestAnimationFrame(() => requestAnimationFrame(focus))
  }
  /** One pressed or tabbed to a line: the keys go on from there. */
  const onFocus = (event: FocusEvent) => {
    const index = event.target.closest('li[data-index]')?.getAttribute('data-index')
    if (index) here.current = Number(index)
  }
  return { step, onFocus }
}
