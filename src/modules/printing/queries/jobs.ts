import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { recordsFor, visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import type { JobRow } from '../rows.ts'
import { requireJob } from './printers.ts'

type Seen = JobRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly ordered: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'print-job').selectAll()} r
  join printing.job j on j.organisation_id = ${view.office.id} and j.id = r.id`
/** What goes on first, then the newest. */
const columns = sql`j.*, r.title, r.class, r.version, case when j.ended_at is null then '0' else '1' end
  || lpad((99999999999999 - (extract(epoch from j.asked_at) * 1000)::bigint)::text, 14, '0') as ordered`

const lineOf = (row: Seen, name: (id: string | null) => Named | null) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  state: row.state,
  printer: name(row.printer_id),
  owner: name(row.owner_id),
  document: name(row.document_id),
  copies: row.copies,
  sides: row.sides,
  colour: row.colour,
  staple: row.staple,
  tray: row.tray,
  reasons: [...row.reasons],
  problem: row.problem,
  sheets: row.sheets,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
})
const namesFor = (view: View, rows: readonly Seen[]) =>
  namesOf(
    view,
    rows.flatMap(row => [row.printer_id, row.owner_id, row.document_id]),
  )

export const listJobsBody = implementQuery(c.listJobs, async (view, input) => {
  const conditions = [
    input.box === 'open' ? sql`j.ended_at is null` : sql`true`,
    ...(input.box === 'mine' ? [sql`j.owner_id = ${view.principal.id}`] : []),
    ...(input.printerId ? [sql`j.printer_id = ${input.printerId}`] : []),
    ...(input.text ? [sql`r.title ilike ${liked(input.text)}`] : []),
  ]
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'ordered', 'text', input)
  const name = naming(await namesFor(view, shown))
  return { rows: shown.map(row => lineOf(row, name)), ...slice }
})

export const getJobBody = implementQuery(c.getJob, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'print-job', id })
  const { id: _id, version, title, state, ...facts } = lineOf(row, naming(await namesFor(view, [row])))
  return {
    record: { id, kind: 'print-job', title, class: row.class, version, state },
    ...facts,
    printerNumber: row.printer_number,
    can: [
      ...(row.ended_at
        ? can(view, c.printAgain, { id })
        : can(view, c.cancelJob, { id, expectedVersion: version }, { primary: true })),
      ...can(view, addComment, { recordId: id }),
    ],
  }
})

type Sending = JobRow & {
  readonly title: string
  readonly owner_name: string | null
  readonly uri: string
  readonly certificate: string | null
  readonly abilities: c.Abilities | null
  readonly digest: Buffer
  readonly media_type: string
}

export const jobToSendBody = implementQuery(c.jobToSend, async (view, { id }) => {
  requireJob(view, id, 'print-job')
  const { rows } = await sql<Sending>`
    select j.*, r.title, o.title as owner_name, p.uri, p.certificate, p.abilities,
      coalesce(d.digest, f.digest) as digest, coalesce(d.media_type, f.media_type) as media_type
    from ${recordsFor(view, 'print-job')} r
    join printing.job j on j.organisation_id = ${view.office.id} and j.id = r.id
    join printing.printer p on p.organisation_id = j.organisation_id and p.id = j.printer_id
    left join kernel.record o on o.organisation_id = j.organisation_id and o.id = j.owner_id
    left join documents.paper_fact d on d.organisation_id = j.organisation_id and d.document_id = j.document_id
    left join kernel.file f on f.organisation_id = j.organisation_id and f.id = j.file_id
    where r.id = ${id} and coalesce(d.digest, f.digest) is not null`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'print-job', id })
  const { copies, sides, colour, staple, tray, title, state, uri, certificate, abilities, tries } = row
  return {
    ...{ id, title, state, copies, sides, colour, staple, tray, uri, certificate, abilities, tries },
    printerNumber: row.printer_number,
    cancelAsked: row.cancel_asked,
    ownerName: row.owner_name ?? 'Kontor',
    printerId: row.printer_id,
    digest: row.digest.toString('hex'),
    mediaType: row.media_type,
    size: row.width_mm && row.height_mm ? { widthMm: row.width_mm, heightMm: row.height_mm } : null,
  }
})
