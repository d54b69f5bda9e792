import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { changeKind, getKind, listKinds, restoreKind, retireKind } from '../contract.ts'
import { standardPattern, writeNumber, yearOf } from '../numbering.ts'
import { counterOf, type KindRow } from '../series.ts'

type Row = KindRow & { title: string; class: number; version: number; matters: number }

async function readKinds(view: View, where: RawBuilder<unknown>, tail: RawBuilder<unknown>) {
  const { rows } = await sql<Row>`
    select k.*, r.title, r.class, r.version,
      (select count(*)::int from ${visibleRecords(view, 'matter').selectAll()} s join matters.matter m on m.organisation_id = ${view.office.id} and m.id = s.id
        where m.kind_id = k.id or (k.is_standard and m.kind_id is null)) as matters
    from ${visibleRecords(view, 'matter-kind').selectAll()} r join matters.matter_kind k on k.organisation_id = ${view.office.id} and k.id = r.id
    where ${where} ${tail}`.execute(view.db())
  const standard = await standardOf(view)
  const values = await countersOf(view, rows, standard)
  return rows.map(row => ({ row, line: lineOf(view, row, standard, values) }))
}

interface Standard {
  readonly id: string | null
  readonly pattern: string
}

async function standardOf(view: View): Promise<Standard> {
  const { rows } = await sql<{ id: string; pattern: string }>`
    select id, pattern from matters.matter_kind where organisation_id = ${view.office.id} and is_standard`.execute(
    view.db(),
  )
  return rows[0] ?? { id: null, pattern: standardPattern }
}

const seriesOf = (view: View, kind: Pick<KindRow, 'id' | 'pattern'>, standard: Standard) => {
  const pattern = kind.pattern ?? standard.pattern
  return { pattern, counter: counterOf((kind.pattern ? kind.id : standard.id) ?? '', yearOf(pattern, view.today)) }
}

async function countersOf(
  view: View,
  kinds: readonly KindRow[],
  standard: Standard,
): Promise<ReadonlyMap<string, bigint>> {
  const wanted = kinds.map(kind => seriesOf(view, kind, standard).counter)
  const { rows } = await sql<{ series: string; value: bigint }>`
    select series, value from kernel.counter where organisation_id = ${view.office.id} and series = any(${wanted}::text[])`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.series, BigInt(row.value)]))
}

function lineOf(view: View, row: Row, standard: Standard, values: ReadonlyMap<string, bigint>) {
  const { pattern, counter } = seriesOf(view, row, standard)
  return {
    id: row.id,
    title: row.title,
    version: row.version,
    pattern: row.pattern,
    nextNumber: writeNumber(pattern, view.today, (values.get(counter) ?? 0n) + 1n),
    checklist: row.checklist,
    standard: row.is_standard,
    retired: row.retired_at !== null,
    matters: row.matters,
  }
}

export const listKindsBody = implementQuery(listKinds, async (view, { text, retired, limit, after }) => {
  const words = foldInPlace(text ?? '').trim()
  const where = sql`(${words} = '' or position(${words} in kernel.fold(r.title)) > 0) and (k.retired_at is not null) = ${retired ?? false}`
  const start = after && /^\d{1,6}$/.test(after) ? Number(after) : 0
  const all = await readKinds(view, where, sql`order by k.is_standard desc, kernel.fold(r.title), r.id limit 500`)
  const shown = all.slice(start, start + limit)
  return {
    rows: shown.map(one => one.line),
    total: all.length,
    next: all.length > start + limit ? String(start + limit) : null,
  }
})

export const getKindBody = implementQuery(getKind, async (view, { id }) => {
  const [found] = await readKinds(view, sql`k.id = ${id}`, sql`limit 1`)
  if (!found) return view.refuse(kernelRefusals.notFound, { kind: 'matter-kind', id })
  const { row, line } = found
  const input = { id, expectedVersion: row.version }
  return {
    record: {
      id,
      kind: 'matter-kind',
      title: row.title,
      class: row.class,
      version: row.version,
      state: line.retired ? ('retired' as const) : ('current' as const),
    },
    row: line,
    can: line.retired
      ? can(view, restoreKind, input)
      : [...can(view, changeKind, input, { primary: true }), ...(line.standard ? [] : can(view, retireKind, input))],
  }
})
