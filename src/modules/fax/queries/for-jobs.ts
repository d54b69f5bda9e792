/** What Kontor's own jobs ask; whoever else does is told that there is nothing. */
import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { recordsFor } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { bookNumber, dbOf, type FaxRow, type LineRow, lineOf } from '../rows.ts'

function requireJob(view: View, kind: string, id: string): void {
  if (view.principal.kind !== 'system') view.refuse(kernelRefusals.notFound, { kind, id })
}

type Sending = FaxRow & {
  readonly title: string
  readonly class: number
  readonly sender: string
  readonly digest: Buffer
  readonly media_type: string
}

const lineToSend = ({ way, number, address_out, subject_out, number_form, retired }: LineRow) =>
  retired ? null : { way, number, addressOut: address_out, subjectOut: subject_out, numberForm: number_form }

export const faxToSendBody = implementQuery(c.faxToSend, async (view, { id }) => {
  requireJob(view, 'fax', id)
  const { rows } = await sql<Sending>`
    select f.*, r.title, r.class, b.title as sender, d.digest, d.media_type
    from ${recordsFor(view, 'fax')} r
    join fax.fax f on f.organisation_id = ${view.office.id} and f.id = r.id and f.direction = 'out'
    join kernel.record b on b.organisation_id = f.organisation_id and b.id = f.by_id
    join documents.paper_fact d on d.organisation_id = f.organisation_id and d.document_id = f.document_id
    where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'fax', id })
  const { name: office, zone, country, language } = view.office
  const { state, title, number, name, note, cover, at, sender } = row
  return {
    ...{ id, state, title, number, name, note, cover, at, sender, office, zone, country },
    book: bookNumber(row),
    language: row.language ?? language,
    class: row.class,
    digest: row.digest.toString('hex'),
    mediaType: row.media_type,
    line: row.line_id ? lineToSend(await lineOf(view as never, row.line_id)) : null,
  }
})

/** So long a report may take before a person is asked: gateways try a busy number for hours. */
const reportHours = 12

export const faxesToFollowBody = implementQuery(c.faxesToFollow, async view => {
  if (view.principal.kind !== 'system') return { faxes: [] }
  const rows = await dbOf(view as never)
    .selectFrom('fax.fax')
    .select(['id', 'spool_job', 'at'])
    .where('organisation_id', '=', view.office.id)
    .where('state', '=', 'sent')
    .orderBy('at')
    .limit(500)
    .execute()
  const limit = view.at.subtract({ hours: reportHours })
  return {
    faxes: rows.map(({ id, spool_job, at }) => ({
      id,
      spoolJob: spool_job,
      late: Temporal.Instant.compare(at, limit) < 0,
    })),
  }
})

export const mailToLookBody = implementQuery(c.mailToLook, async (view, { documentId }) => {
  requireJob(view, 'document', documentId)
  const { rows } = await sql<{ digest: Buffer; state: string }>`
    select digest, state from documents.mail_fact
    where organisation_id = ${view.office.id} and document_id = ${documentId}`.execute(view.db())
  const lines = await dbOf(view as never)
    .selectFrom('fax.line')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('way', '=', 'gateway')
    .where('retired', '=', false)
    .orderBy('id')
    .execute()
  return {
    digest: rows[0]?.digest.toString('hex') ?? null,
    state: rows[0]?.state ?? '',
    gateways: lines.map(line => ({
      id: line.id,
      senders: [...line.senders],
      subjectIn: line.subject_in,
      country: view.office.country,
    })),
  }
})

export const faxReportedBody = implementQuery(c.faxReported, async (view, { id, lineId, number }) => {
  if (view.principal.kind !== 'system') return { id: null }
  const { rows } = await sql<{ id: string }>`
    select id from fax.fax where organisation_id = ${view.office.id} and line_id = ${lineId} and direction = 'out'
      and state in ('sending', 'sent', 'doubtful')
      and ${id ? sql`id = ${id}` : sql`number = ${number} and number <> ''`} limit 2`.execute(view.db())
  return { id: rows.length === 1 ? rows[0]!.id : null }
})
