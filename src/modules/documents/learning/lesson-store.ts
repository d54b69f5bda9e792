/** Lessons as they are kept: those that stand, of a sender or of several, as far as the reader may see them. */
import { sql } from 'kysely'
import type { Reader } from '../document-store.ts'
import type { LessonAbout } from '../contract/learning.ts'
import type { FilingLesson, Lesson } from './lesson.ts'

export interface LessonRow {
  readonly id: string
  readonly sender_id: string
  readonly about: LessonAbout
  readonly topic: string
  readonly says: Record<string, unknown>
  readonly held: number
  readonly taught_at: Temporal.Instant
  readonly taught_by: string
}

type Asker = Pick<Reader, 'office' | 'principal' | 'db'>

/** Lessons of these parties, by the party that was asked for: what was learnt of one that was merged into it counts too. */
export async function lessonsOf(
  reader: Asker,
  partyIds: readonly (string | null)[],
): Promise<Map<string, LessonRow[]>> {
  const ids = [...new Set(partyIds.filter(id => id !== null))]
  if (ids.length === 0) return new Map()
  const { clearance, audiences } = reader.principal
  const { rows } = await sql<LessonRow & { party_id: string }>`
    select wanted.id as party_id, l.id, l.sender_id, l.about, l.topic, l.says, l.held, l.taught_at, l.taught_by
    from unnest(${ids}::uuid[]) as wanted (id)
    join kernel.record p on p.organisation_id = ${reader.office.id} and (p.id = wanted.id or p.merged_into = wanted.id)
    join documents.lesson l on l.organisation_id = p.organisation_id and l.sender_id = p.id and l.forgotten_at is null
    join kernel.record r on r.organisation_id = l.organisation_id and r.id = l.id
    where r.class <= ${clearance} and (r.audience is null or r.audience && ${[...audiences]}::uuid[])
    order by l.taught_at desc, l.id`.execute(reader.db())
  const byParty = new Map<string, LessonRow[]>()
  for (const { party_id, ...row } of rows) {
    const list = byParty.get(party_id) ?? []
    // Of two senders that became one, what was learnt last.
    if (!list.some(one => one.about === row.about && one.topic === row.topic)) list.push(row)
    byParty.set(party_id, list)
  }
  return byParty
}

const filing: ReadonlySet<LessonAbout> = new Set(['class', 'owner', 'wording'])

/** How papers of a kind from that sender are filed and whose they are, where a person said otherwise than the rule. */
export function filingOf(rows: readonly LessonRow[] | undefined, kind: string): FilingLesson[] {
  return ((rows ?? []) as unknown as Lesson[]).filter(
    (one): one is FilingLesson => filing.has(one.about) && one.topic === kind,
  )
}
