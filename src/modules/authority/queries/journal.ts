import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { getJournalLine, readJournal, recordTimeline } from '../contract.ts'
import { linesOf } from '../journal/lines.ts'

/** A slice of the lines that satisfy a condition on `j`, newest first. */
async function slice(
  view: View,
  condition: RawBuilder<unknown>,
  { limit, after }: { limit: number; after?: string | undefined },
  about?: ReadonlySet<string>,
) {
  const place = partsOfPlace(after, 1)?.[0] ?? null
  const before = place !== null && /^\d{1,18}$/.test(place) ? place : null
  const mine = sql`j.organisation_id = ${view.office.id} and ${condition}`
  const { rows } = await sql<{ seq: bigint }>`
    select j.seq from kernel.journal j
    where ${mine} and (${before}::bigint is null or j.seq < ${before}::bigint) order by j.seq desc limit ${limit + 1}`.execute(
    view.db(),
  )
  const counted = await sql<{ total: bigint }>`select count(*) as total from kernel.journal j where ${mine}`.execute(
    view.db(),
  )
  const page = rows.slice(0, limit).map(row => row.seq)
  const last = page.at(-1)
  return {
    rows: await linesOf(view, page, about),
    total: Number(counted.rows[0]!.total),
    next: rows.length > limit && last !== undefined ? writePlace(String(last)) : null,
  }
}

/** The records and those merged into them. */
const touches = (view: View, ...ids: readonly string[]) => sql`j.seq in (
  select t.seq from kernel.journal_record t where t.organisation_id = ${view.office.id} and t.record_id in (
    select r.id from kernel.record r where r.organisation_id = ${view.office.id}
      and (r.id = any(${[...ids]}::uuid[]) or r.merged_into = any(${[...ids]}::uuid[]))))`

export const readJournalBody = implementQuery(
  readJournal,
  async (view, { who, command, recordId, from, until, ...place }) => {
    const condition = sql`(${who ?? null}::uuid is null or j.principal_id = ${who ?? null}::uuid or j.behalf_of_id = ${who ?? null}::uuid)
    and (${command ?? null}::text is null or j.command = ${command ?? null})
    and (${from ?? null}::timestamptz is null or j.at >= ${from ?? null}::timestamptz)
    and (${until ?? null}::timestamptz is null or j.at < ${until ?? null}::timestamptz)
    and ${recordId === undefined ? sql`true` : touches(view, recordId)}`
    return slice(view, condition, place)
  },
)

interface LinkRow {
  hash: string
  previousHash: string
  mandateId: string | null
  consequences: bigint[]
}

/** Consequences stand in the same transaction, so right behind their cause: no more lines than this are looked through. */
const furthest = 1_000

export const getJournalLineBody = implementQuery(getJournalLine, async (view, { seq }) => {
  const { rows } = await sql<LinkRow>`
    select encode(j.hash, 'hex') as hash, encode(j.previous_hash, 'hex') as "previousHash", j.mandate_id as "mandateId",
      array(select c.seq from kernel.journal c where c.organisation_id = j.organisation_id and c.cause_seq = j.seq
        and c.seq > j.seq and c.seq <= j.seq + ${furthest}) as consequences
    from kernel.journal j where j.organisation_id = ${view.office.id} and j.seq = ${seq}`.execute(view.db())
  const [link] = rows
  const [line] = link ? await linesOf(view, [BigInt(seq)]) : []
  if (!link || !line) return view.refuse(kernelRefusals.notFound, { kind: 'journal', id: String(seq) })
  const { hash, previousHash, mandateId } = link
  const consequences = await linesOf(view, link.consequences.map(BigInt))
  return { line, consequences: consequences.reverse(), hash, previousHash, mandateId }
})

export const recordTimelineBody = implementQuery(recordTimeline, async (view, { id, alsoIds = [], ...place }) => {
  const wanted = [id, ...alsoIds]
  const seen = await visibleRecords(view).where(sql<boolean>`id = any(${wanted}::uuid[])`).select('id').execute()
  if (!seen.some(record => record.id === id)) return view.refuse(kernelRefusals.notFound, { id })
  const { rows } = await sql<{ id: string }>`
    select r.id from kernel.record r where r.organisation_id = ${view.office.id}
      and (r.id = any(${seen.map(record => record.id)}::uuid[]) or r.merged_into = any(${seen.map(record => record.id)}::uuid[]))`.execute(
    view.db(),
  )
  return slice(view, touches(view, ...seen.map(record => record.id)), place, new Set(rows.map(row => row.id)))
})
