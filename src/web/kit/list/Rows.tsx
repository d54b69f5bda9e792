import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useSay } from '../../language/Say.tsx'
import { useSearch } from '../../useAddress.ts'
import { Icon } from '../Icon.tsx'
import { useHotkeys } from '../useHotkeys.ts'
import type { RowSelection } from './DataList.tsx'
import { nextSort, sortOf } from './filters.ts'
import { classOf } from './cells.ts'
import { Row } from './Row.tsx'
import type { Column, ListRow } from './types.ts'

export interface RowsProps<R extends ListRow> {
  readonly label: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly total: number
  readonly rowHeight: number
  readonly rowTitle: (row: R) => string
  readonly rowClass: ((row: R) => string | undefined) | undefined
  readonly href: ((row: R) => string) | undefined
  readonly selection: RowSelection<R>
  readonly onOpen: (row: R) => void
  /** Fetches the next slice; null when there is none or it is on its way. */
  readonly more: (() => void) | null
  /** What is shown belongs to the filters before these. */
  readonly stale: boolean
  /** Instead of rows: loading, empty, a problem. */
  readonly children: ReactNode
}

/** Height of a row on the phone before it is measured, px. */
const phoneRow = 84
/** Rows before the end at which the next slice is fetched. */
const ahead = 60
/** Where one stood in a list, kept while the window is open: going back finds it. */
const places = new Map<string, { readonly here: number; readonly scroll: number }>()

/** The table: native cells, only those in sight drawn; the keyboard stands on one row. */
export function Rows<R extends ListRow>(props: RowsProps<R>) {
  const { columns, rows, rowHeight, selection, more } = props
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false }) ?? false
  const { here, setHere, remembered } = useHere(rows.length)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => (isPhone ? document.getElementById('main') : frame.current),
    estimateSize: () => (isPhone ? phoneRow : rowHeight),
    overscan: 8,
    scrollMargin: isPhone ? (frame.current?.offsetTop ?? 0) : 0,
    getItemKey: index => rows[index]?.id ?? index,
    initialOffset: remembered.scroll,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 72,
  })
  useEffect(() => virtual.measure(), [isPhone, rowHeight, virtual])
  const items = virtual.getVirtualItems()
  const lastDrawn = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && lastDrawn > rows.length - ahead) more()
  }, [more, lastDrawn, rows.length])
  useKeepPlace(here, () => virtual.scrollOffset ?? 0)
  const look = selection.look
  const row = here === null ? undefined : rows[here]
  useEffect(() => look(row), [row, look])
  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to))
    setHere(next)
    virtual.scrollToIndex(next)
  }
  useListKeys(props, here, move)
  const margin = virtual.options.scrollMargin
  const before = (items[0]?.start ?? margin) - margin
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)
  const { toggle, toggleTo } = selection
  const onToggle = useCallback((one: R, range: boolean) => (range ? toggleTo(one) : toggle(one)), [toggle, toggleTo])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys (WCAG 2.1.1)
    <section className="rows" ref={frame} tabIndex={0} aria-label={props.label} aria-busy={props.stale}>
      {props.children ?? (
        <table className="tbl" aria-rowcount={props.total + 1} style={leastWidths(columns)}>
          <Heads columns={columns} selection={selection} count={rows.length} label={say('list.select-all')} />
          <tbody data-stale={props.stale || undefined}>
            <Gap height={before} columns={columns.length + 1} />
            {items.map(({ index }) => {
              const one = rows[index]
              if (!one) return null
              return (
                <Row
                  key={one.id}
                  row={one}
                  index={index}
                  columns={columns}
                  title={props.rowTitle(one)}
                  href={props.href?.(one)}
                  className={props.rowClass?.(one)}
                  height={rowHeight}
                  here={index === here}
                  selected={selection.ids.has(one.id)}
                  onToggle={onToggle}
                  onOpen={props.onOpen}
                  onHere={setHere}
                  measure={isPhone ? virtual.measureElement : undefined}
                />
              )
            })}
            <Gap height={after} columns={columns.length + 1} />
          </tbody>
        </table>
      )}
    </section>
  )
}

/** A title never gives way to the other columns: the list scrolls sideways first. px */
const titleLeast = 200

/** What the table needs, with the columns of wide screens and without. */
function leastWidths<R>(columns: readonly Column<R>[]): CSSProperties {
  const sum = (some: readonly Column<R>[]) => `${some.reduce((all, { width = titleLeast }) => all + width, 36)}px`
  return { '--least-wide': sum(columns), '--least': sum(columns.filter(({ wide }) => !wide)) } as CSSProperties
}

/** Room of the rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height > 0 ? (
    <tr className="gap" aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room, not a control */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null
}

/** The row the keyboard stands on; none until a key is pressed or a row was left. */
function useHere(count: number) {
  const remembered = useRef(places.get(location.pathname + location.search) ?? { here: -1, scroll: 0 }).current
  const [here, setHere] = useState<number | null>(remembered.here >= 0 ? remembered.here : null)
  return { here: here === null || count === 0 ? null : Math.min(here, count - 1), setHere, remembered }
}

function useKeepPlace(here: number | null, scroll: () => number): void {
  const latest = useRef({ here, scroll })
  useLayoutEffect(() => {
    latest.current = { here, scroll }
  })
  useEffect(() => {
    const address = location.pathname + location.search
    return () => {
      places.set(address, { here: latest.current.here ?? -1, scroll: latest.current.scroll() })
    }
  }, [])
}

function useListKeys<R extends ListRow>(
  { rows, selection, onOpen }: RowsProps<R>,
  here: number | null,
  move: (to: number) => void,
): void {
  const say = useSay()
  const row = here === null ? undefined : rows[here]
  const step = (by: number) => move(here === null ? 0 : here + by)
  const page = 12
  useHotkeys(
    rows.length === 0
      ? []
      : [
          { keys: 'j', label: say('key.next'), run: () => step(1) },
          { keys: 'k', label: say('key.previous'), run: () => step(-1) },
          { keys: 'arrowdown', label: say('key.next'), run: () => step(1), silent: true },
          { keys: 'arrowup', label: say('key.previous'), run: () => step(-1), silent: true },
          { keys: 'pagedown', label: say('key.next'), run: () => step(page), silent: true },
          { keys: 'pageup', label: say('key.previous'), run: () => step(-page), silent: true },
          { keys: 'home', label: say('key.previous'), run: () => move(0), silent: true },
          { keys: 'end', label: say('key.next'), run: () => move(rows.length - 1), silent: true },
          row && { keys: 'enter', label: say('key.open'), run: () => onOpen(row) },
          row && { keys: 'x', label: say('key.select'), run: () => selection.toggle(row) },
          row && { keys: 'shift+x', label: say('key.select-to'), run: () => selection.toggleTo(row) },
          { keys: 'mod+a', label: say('key.all'), run: () => selection.all(), silent: true },
          selection.ids.size > 0 && { keys: 'escape', label: say('key.clear'), run: () => selection.clear() },
        ],
  )
}

interface HeadsProps<R> {
  readonly columns: readonly Column<R>[]
  readonly selection: RowSelection<R>
  readonly count: number
  readonly label: string
}

function Heads<R>({ columns, selection, count, label }: HeadsProps<R>) {
  const [search, change] = useSearch()
  const sort = sortOf(search['sort'])
  const some = selection.ids.size > 0 && selection.ids.size < count
  return (
    <>
      <colgroup>
        <col style={{ width: 40 }} />
        {columns.map(column => (
          <col
            key={column.key}
            className={column.wide ? 'wide' : undefined}
            style={column.width ? { width: column.width } : undefined}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th>
            <input
              className="box"
              type="checkbox"
              aria-label={label}
              checked={count > 0 && selection.ids.size >= count}
              ref={element => {
                if (element) element.indeterminate = some
              }}
              onChange={selection.all}
            />
          </th>
          {columns.map(column => {
            const sorted = sort?.key === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined
            return (
              <th key={column.key} scope="col" className={classOf(column)} aria-sort={sorted}>
                {column.sortable ? (
                  <button type="button" onClick={() => change({ sort: nextSort(sort, column.key) })}>
                    {column.label}
                    {sorted ? <Icon name="chevron-down" className={sorted === 'ascending' ? 'up' : ''} /> : null}
                  </button>
                ) : (
                  column.label
                )}
              </th>
            )
          })}
        </tr>
      </thead>
    </>
  )
}
