/** The journal in words: what lines say, as far as the reader may see the records they touch. */
import { sql } from 'kysely'
import { maySee } from '../../../kernel/dispatch/locks.ts'
import type { View } from '../../../kernel/implement.ts'
import { namesOf } from '../people.ts'
import { type LineBody, type LineWords, sentencesOf } from './sentence.ts'

interface Line {
  seq: bigint
  at: Temporal.Instant
  principal_id: string
  behalf_of_id: string | null
  command: string
  cause_seq: bigint | null
  request_id: string
  surface: string
  body: Buffer | null
}

interface TouchedRow {
  seq: bigint
  id: string
  kind: string
  title: string
  class: number
  audience: string[] | null
}

/**
 * The lines of these numbers, newest first, with names, records and sentences. Told `about` some records, a line that did the
 * like to several at once says what it did to these.
 */
export async function linesOf(view: View, seqs: readonly bigint[], about?: ReadonlySet<string>) {
  const { rows } = await sql<Line>`
    select j.seq, j.at, j.principal_id, j.behalf_of_id, j.command, j.cause_seq, j.request_id, j.surface, b.body
    from kernel.journal j left join kernel.journal_body b on b.organisation_id = j.organisation_id and b.seq = j.seq
    where j.organisation_id = ${view.office.id} and j.seq = any(${seqs.map(String)}::bigint[]) order by j.seq desc`.execute(
    view.db(),
  )
  const touched = await touchedBy(view, seqs)
  const name = await namesOf(
    view,
    rows.flatMap(row => [row.principal_id, row.behalf_of_id]),
  )
  const touchedOf = Map.groupBy(touched, ({ seq }) => seq)
  const seen = new Set(touched.filter(row => maySee(view.principal, row)).map(({ id }) => id))
  const titles = new Map(touched.flatMap(({ id, title }) => (seen.has(id) ? [[id, title]] : [])))
  return rows.map(row => {
    const own = touchedOf.get(row.seq) ?? []
    const words: LineWords = {
      who: name(row.principal_id).name,
      onBehalfOf: row.behalf_of_id === null ? null : name(row.behalf_of_id).name,
      command: row.command,
      body: row.body === null ? null : (JSON.parse(row.body.toString()) as LineBody | null),
      // What touches a record that the reader may not see is named by its act alone.
      open: own.every(one => seen.has(one.id)),
      titles,
      ...(about ? { about } : {}),
    }
    return {
      seq: Number(row.seq),
      at: row.at,
      who: name(row.principal_id),
      onBehalfOf: row.behalf_of_id === null ? null : name(row.behalf_of_id),
      command: row.command,
      sentences: sentencesOf(view, words),
      records: own.filter(one => seen.has(one.id)).map(({ id, kind, title }) => ({ id, kind, title })),
      causeSeq: row.cause_seq === null ? null : Number(row.cause_seq),
      surface: row.surface,
      requestId: row.request_id,
      erased: row.body === null,
    }
  })
}

async function touchedBy(view: View, seqs: readonly bigint[]): Promise<TouchedRow[]> {
  const { rows } = await sql<TouchedRow>`
    select t.seq, r.id, r.kind, r.title, r.class, r.audience
    from kernel.journal_record t join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.record_id
    where t.organisation_id = ${view.office.id} and t.seq = any(${seqs.map(String)}::bigint[]) order by t.seq, r.id`.execute(
    view.db(),
  )
  return rows
}
