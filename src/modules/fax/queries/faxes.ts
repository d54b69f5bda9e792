import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { shownNumber } from '../numbers.ts'
import { bookNumber, type FaxRow, lineOf } from '../rows.ts'
import { perhapsFor } from './perhaps-for.ts'

type Seen = FaxRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly ordered: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'fax').selectAll()} r
  join fax.fax f on f.organisation_id = ${view.office.id} and f.id = r.id`
const columns = sql`f.*, r.title, r.class, r.version,
  lpad((9999 - f.year)::text, 4, '0') || lpad((99999999 - f.serial)::text, 8, '0') as ordered`

const lineOfBook = (view: View, row: Seen, name: (id: string | null) => Named | null) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  number: bookNumber(row),
  direction: row.direction,
  state: row.state,
  fax: row.number ? shownNumber(row.number, view.office.country) : null,
  name: row.name,
  party: name(row.party_id),
  document: name(row.document_id),
  line: name(row.line_id),
  for: name(row.for_id),
  by: row.direction === 'out' ? name(row.by_id) : null,
  pages: row.pages,
  at: row.at,
  endedAt: row.ended_at,
  problem: row.problem as c.FaxProblem | null,
})

const namesFor = (view: View, rows: readonly Seen[]) =>
  namesOf(
    view,
    rows.flatMap(row => [
      row.party_id,
      row.document_id,
      row.line_id,
      row.for_id,
      row.by_id,
      row.report_id,
      row.again_of,
    ]),
  )

const boxes: Readonly<Record<string, RawBuilder<unknown>>> = {
  new: sql`f.state = 'new'`,
  in: sql`f.direction = 'in'`,
  out: sql`f.direction = 'out'`,
  open: sql`f.state in ('queued', 'sending', 'sent')`,
  failed: sql`f.state in ('failed', 'doubtful')`,
}

export const listFaxesBody = implementQuery(c.listFaxes, async (view, input) => {
  const digits = input.text?.replace(/\D/g, '').replace(/^0+/, '') ?? ''
  const conditions = [
    input.box ? boxes[input.box]! : sql`true`,
    ...(input.partyId ? [sql`f.party_id = ${input.partyId}`] : []),
    ...(input.text
      ? [
          sql`(r.title ilike ${liked(input.text)} or f.name ilike ${liked(input.text)}
            or ${digits.length >= 4 ? sql`f.number like ${`%${digits}%`}` : sql`false`})`,
        ]
      : []),
  ]
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'ordered', 'text', input)
  const name = naming(await namesFor(view, shown))
  return { rows: shown.map(row => lineOfBook(view, row, name)), ...slice }
})

function possible(view: View, { id, state, version, party_id }: Seen): Can[] {
  const input = { id, expectedVersion: version }
  const acts: Can[] = []
  if (state === 'new' || state === 'given') {
    acts.push(
      ...can(view, c.assignFax, input, { primary: state === 'new' }),
      ...can(view, c.settleFax, { ...input, settled: true }),
    )
  }
  if (state === 'done') acts.push(...can(view, c.settleFax, { ...input, settled: false }))
  if (state === 'queued') acts.push(...can(view, c.cancelFax, input, { primary: true }))
  if (state === 'failed' || state === 'doubtful' || state === 'cancelled' || state === 'delivered')
    acts.push(...can(view, c.sendAgain, input, { primary: state === 'failed' }))
  if (state === 'sent' || state === 'doubtful')
    acts.push(...can(view, c.noteResult, input, { primary: state === 'doubtful' }))
  return [
    ...acts,
    ...can(view, c.setParty, { ...input, ...(party_id ? { partyId: party_id } : {}) }),
    ...can(view, addComment, { recordId: id }),
  ]
}

async function digestOf(view: View, fileId: string | null): Promise<string | null> {
  if (fileId === null) return null
  const { rows } = await sql<{ digest: Buffer }>`
    select digest from kernel.file where organisation_id = ${view.office.id} and id = ${fileId}`.execute(view.db())
  return rows[0]?.digest.toString('hex') ?? null
}

export const getFaxBody = implementQuery(c.getFax, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'fax', id })
  const name = naming(await namesFor(view, [row]))
  const { id: _id, version, title, state, ...facts } = lineOfBook(view, row, name)
  const own = row.line_id ? (await lineOf(view as never, row.line_id)).number : null
  return {
    record: { id, kind: 'fax', title, class: row.class, version, state },
    ...facts,
    note: row.note,
    cover: row.cover,
    language: row.language,
    report: row.report,
    reportDocument: name(row.report_id),
    spoolJob: row.spool_job,
    digest: await digestOf(view, row.file_id),
    againOf: name(row.again_of),
    perhapsFor: row.state === 'new' ? await perhapsFor(view, row) : [],
    own: own ? shownNumber(own, view.office.country) : null,
    office: view.office.name,
    zone: view.office.zone,
    can: possible(view, row),
  }
})
