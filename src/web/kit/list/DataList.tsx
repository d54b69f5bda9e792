import './list.css'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useFormats, useSay } from '../../language/Say.tsx'
import { useGo } from '../../Link.tsx'
import { useSearch } from '../../useAddress.ts'
import { type TimedSlice, useSlices } from '../../useQuery.ts'
import { Empty } from '../Empty.tsx'
import { Button } from '../Button.tsx'
import { useTitle } from '../Page.tsx'
import { QueryProblem } from '../Problem.tsx'
import { selectionStore } from '../selection.ts'
import { SkeletonRows } from '../Skeleton.tsx'
import { BulkBar } from './BulkBar.tsx'
import { queryInput, type SortInput } from './filters.ts'
import { ListHead } from './ListHead.tsx'
import { PrintTable } from './PrintTable.tsx'
import { Rows } from './Rows.tsx'
import type { BulkAction, Column, ListFilter, ListRow, ListView } from './types.ts'
import { useExport } from './useExport.ts'

export interface DataListProps<Row extends ListRow> {
  readonly title: string
  /** A list query: takes `text`, `sort`, `limit`, `after` and its filters; answers `{rows, total, next}`. */
  readonly query: string
  /** What is always asked, beside what the address bar says. */
  readonly input?: Readonly<Record<string, unknown>>
  readonly kind: string
  readonly columns: readonly Column<Row>[]
  /** What a row is called: its checkbox, and the selection in the palette. */
  readonly rowTitle: (row: Row) => string
  readonly href?: (row: Row) => string
  readonly filters?: readonly ListFilter[]
  /** How its query is told the order, where it is not `sort: '-key'`. Keep it outside the component. */
  readonly sortInput?: SortInput
  readonly views?: readonly ListView[]
  /** Beside the filters: folders of the module's own. */
  readonly beside?: ReactNode
  /** Keeps the present filters where the module keeps them; without it with the person. */
  readonly onSaveView?: (search: Readonly<Record<string, string>>) => void
  readonly actions?: readonly BulkAction<Row>[]
  /** What belongs here, and the first step. */
  readonly empty: ReactNode
  readonly emptyAction?: ReactNode
  /** At the right of the title; the one primary button of the page. */
  readonly end?: ReactNode
  /** 45 for a title with a snippet; 38 plain. */
  readonly rowHeight?: 38 | 45
  /** Words at the right of the filters: what the rows add up to. The time it took follows by itself. */
  readonly hits?: (total: number, rows: readonly Row[]) => string
  /** A row of its own state: late ones may stand out. */
  readonly rowClass?: (row: Row) => string | undefined
}

const noInput = {}
const none: readonly never[] = []

/** The generic list page: saved views, find, filters in the address bar, sorted native rows, many acted on at once. */
export function DataList<Row extends ListRow>(props: DataListProps<Row>) {
  const {
    title,
    query,
    input = noInput,
    columns,
    filters = none,
    actions = none,
    rowTitle,
    href,
    rowHeight = 38,
  } = props
  const say = useSay()
  const go = useGo()
  const [search, change] = useSearch()
  useTitle(title)
  const asked = useMemo(
    () => queryInput(search, filters, input, props.sortInput),
    [search, filters, input, props.sortInput],
  )
  const slices = useSlices<Row>(query, asked)
  const rows = useMemo(() => slices.data?.pages.flatMap(page => page.rows) ?? [], [slices.data])
  const total = slices.data?.pages.at(-1)?.total ?? 0
  const selection = useSelection(rows, props.kind, rowTitle)
  const exporting = useExport(title, query, asked, columns)
  const filtered = Boolean(search['find']) || filters.some(({ key }) => search[key])
  const [onPaper, setOnPaper] = useState<readonly Row[] | null>(null)
  const print = async () => {
    const all = await exporting.all()
    if (!all) return
    setOnPaper(all)
    // After React has drawn nothing new: what is printed is drawn when the browser says that it prints.
    requestAnimationFrame(() => {
      window.print()
      setOnPaper(null)
    })
  }
  const hits = useHits(slices.data, filtered, props.hits)
  const open = useCallback((row: Row) => href && go(href(row)), [href, go])
  const body = slices.isPending ? (
    <SkeletonRows rows={14} height={rowHeight} />
  ) : slices.isError && !slices.data ? (
    <QueryProblem fault={slices.error} again={() => void slices.refetch()} />
  ) : rows.length === 0 ? (
    filtered ? (
      <Empty text={say('list.nothing-found')}>
        <Button onClick={() => change({ find: null, ...Object.fromEntries(filters.map(({ key }) => [key, null])) })}>
          {say('list.clear-filters')}
        </Button>
      </Empty>
    ) : (
      <Empty text={props.empty}>{props.emptyAction}</Empty>
    )
  ) : null
  return (
    <div className="list">
      <ListHead
        title={title}
        list={query}
        filters={filters}
        views={props.views ?? none}
        onSaveView={props.onSaveView}
        beside={props.beside}
        hits={hits}
        export={rows.length ? { onSave: form => void exporting.save(form), onPrint: () => void print() } : null}
        end={props.end}
      />
      <Rows
        label={title}
        columns={columns}
        rows={rows}
        total={total}
        rowHeight={rowHeight}
        rowTitle={rowTitle}
        rowClass={props.rowClass}
        href={href}
        selection={selection}
        onOpen={open}
        more={slices.hasNextPage && !slices.isFetchingNextPage ? () => void slices.fetchNextPage() : null}
        stale={slices.isPlaceholderData}
      >
        {body}
      </Rows>
      <BulkBar
        columns={columns}
        selected={selection.selected}
        actions={actions}
        clear={selection.clear}
        onSave={(form, some) => void exporting.save(form, some)}
      />
      <PrintTable title={title} columns={columns} rows={onPaper ?? rows} hits={hits} />
    </div>
  )
}

/** What was found, and how quickly where something was looked for. */
function useHits<Row extends ListRow>(
  data: { readonly pages: readonly TimedSlice<Row>[] } | undefined,
  filtered: boolean,
  words: DataListProps<Row>['hits'],
): string {
  const say = useSay()
  const formats = useFormats()
  if (!data) return ''
  const count = data.pages.at(-1)?.total ?? 0
  // An empty list says in words what belongs here; "0 rows" would say it a second time.
  if (count === 0 && !filtered) return ''
  const hits =
    words?.(
      count,
      data.pages.flatMap(page => page.rows),
    ) ?? say('list.total', { count, shown: formats.number(count) })
  const took_ms = data.pages[0]?.took_ms
  return filtered && took_ms !== undefined
    ? say('list.took', { hits, time: formats.number(Math.max(1, Math.round(took_ms))) })
    : hits
}

export interface RowSelection<Row> {
  readonly ids: ReadonlySet<string>
  readonly selected: readonly Row[]
  readonly toggle: (row: Row) => void
  /** Selects from the last one toggled to here. */
  readonly toggleTo: (row: Row) => void
  readonly all: () => void
  readonly clear: () => void
  /** The row the keyboard stands on, for the palette. */
  readonly look: (row: Row | undefined) => void
}

function useSelection<Row extends ListRow>(
  rows: readonly Row[],
  kind: string,
  rowTitle: (row: Row) => string,
): RowSelection<Row> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const [looked, setLooked] = useState<Row | undefined>(undefined)
  const selected = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids])
  useEffect(() => {
    const about = selected.length ? selected : looked ? [looked] : []
    selectionStore.set(
      about.length ? { kind, records: about.map(row => ({ id: row.id, title: rowTitle(row) })) } : null,
    )
    return () => selectionStore.set(null)
  }, [selected, looked, kind, rowTitle])
  const toggle = useCallback((row: Row) => {
    last.current = row.id
    setIds(before => {
      const after = new Set(before)
      if (!after.delete(row.id)) after.add(row.id)
      return after
    })
  }, [])
  const toggleTo = useCallback(
    (row: Row) => {
      const from = rows.findIndex(({ id }) => id === last.current)
      const to = rows.findIndex(({ id }) => id === row.id)
      if (from < 0) return toggle(row)
      const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
      setIds(before => new Set([...before, ...between.map(({ id }) => id)]))
    },
    [rows, toggle],
  )
  const all = useCallback(
    () => setIds(before => (before.size >= rows.length ? new Set() : new Set(rows.map(({ id }) => id)))),
    [rows],
  )
  const clear = useCallback(() => setIds(new Set()), [])
  return { ids, selected, toggle, toggleTo, all, clear, look: setLooked }
}
