import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { recordsFor, visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import type { PrinterRow } from '../rows.ts'

type Seen = PrinterRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly mine: boolean
  readonly waiting: number
  readonly ordered: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'printer').selectAll()} r
  join printing.printer p on p.organisation_id = ${view.office.id} and p.id = r.id
  left join printing.choice ch on ch.organisation_id = p.organisation_id and ch.printer_id = p.id
    and ch.principal_id = ${view.principal.id}
  cross join lateral (select count(*)::int as waiting from printing.job j
    join ${visibleRecords(view, 'print-job').select('id')} jr on jr.id = j.id
    where j.organisation_id = p.organisation_id and j.printer_id = p.id and j.ended_at is null) w`
const columns = sql`p.*, r.title, r.class, r.version, ch.printer_id is not null as mine, w.waiting,
  case when ch.printer_id is not null then '0' when p.is_default then '1' else '2' end || r.title as ordered`

const lineOf = (row: Seen) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  uri: row.uri,
  place: row.place,
  model: row.abilities?.model || null,
  state: row.state,
  reasons: [...row.reasons],
  problem: row.problem,
  isDefault: row.is_default,
  mine: row.mine,
  retired: row.retired,
  lookedAt: row.looked_at,
  waiting: row.waiting,
})

export const listPrintersBody = implementQuery(c.listPrinters, async (view, input) => {
  const conditions = [input.retired ? sql`p.retired` : sql`not p.retired`]
  if (input.text) conditions.push(sql`(r.title ilike ${liked(input.text)} or p.place ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'ordered', 'text', input)
  return { rows: shown.map(lineOf), ...slice }
})

export const getPrinterBody = implementQuery(c.getPrinter, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'printer', id })
  const { id: _id, version, title, state, ...facts } = lineOf(row)
  const input = { id, expectedVersion: version }
  return {
    record: { id, kind: 'printer', title, class: row.class, version, state },
    ...facts,
    abilities: row.abilities,
    markers: row.markers,
    can: [
      ...(row.mine || row.retired ? [] : can(view, c.choosePrinter, { id })),
      ...can(view, c.lookAtPrinter, { id }),
      ...can(view, c.changePrinter, input),
      ...can(view, addComment, { recordId: id }),
    ],
  }
})

/** Kontor's own jobs alone ask where printers are reached. */
export function requireJob(view: View, id: string, kind: string): void {
  if (view.principal.kind !== 'system') view.refuse(kernelRefusals.notFound, { kind, id })
}

export const printerToLookAtBody = implementQuery(c.printerToLookAt, async (view, { id }) => {
  requireJob(view, id, 'printer')
  const { rows } = await sql<PrinterRow>`
    select p.* from ${recordsFor(view, 'printer')} r
    join printing.printer p on p.organisation_id = ${view.office.id} and p.id = r.id where r.id = ${id}`.execute(
    view.db(),
  )
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'printer', id })
  const { uri, certificate, state, reasons, problem } = row
  return { id, uri, certificate, state, reasons: [...reasons], problem }
})

export const printersToLookAtBody = implementQuery(c.printersToLookAt, async view => {
  const { rows } = await sql<{ id: string }>`
    select p.id from ${recordsFor(view, 'printer')} r
    join printing.printer p on p.organisation_id = ${view.office.id} and p.id = r.id and not p.retired
    order by p.id`.execute(view.db())
  return { ids: rows.map(row => row.id) }
})
