/** What decides whether a paper may go: its day, the holds upon it, what it lies in. One wording for the list and the act. */
import { sql } from 'kysely'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import type { DocumentKind } from '../contract.ts'
import type { RetentionEnd } from '../contract/keeping.ts'
import type { Reader } from '../document-store.ts'
import { catalogues } from '../messages/index.ts'
import type { DocumentState } from '../states.ts'
import type { KeepingTables } from './tables.ts'

export interface Keeping {
  readonly fourEyes: boolean
  readonly discardedDays: number | null
}

/** How the office decides; the standard where it has said nothing. */
export async function keepingOf(reader: Reader): Promise<Keeping> {
  const row = await reader
    .db<KeepingTables>()
    .selectFrom('documents.keeping')
    .selectAll()
    .where('organisation_id', '=', reader.office.id)
    .executeTakeFirst()
  return row ? { fourEyes: row.four_eyes, discardedDays: row.discarded_days } : { fourEyes: true, discardedDays: 90 }
}

/** A paper with what decides over it. */
export interface Standing {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly kind: DocumentKind
  readonly state: DocumentState
  readonly keep_until: Temporal.PlainDate | null
  readonly changed_at: Temporal.Instant
  readonly received_at: Temporal.Instant
  readonly issued_on: Temporal.PlainDate | null
  readonly page_count: number | null
  readonly size_bytes: bigint
  readonly digest: Buffer
  readonly copy_digest: Buffer | null
  /** What else holds its pages: the mail or archive it lies in, what it was split off or joined from. */
  readonly inside: readonly { readonly id: string; readonly title: string }[]
  readonly code: string | null
  readonly basis: string | null
  readonly then: RetentionEnd | null
  readonly holds: readonly string[]
}

/** The papers as they stand; the act has locked them before. */
export async function standingOf(reader: Reader, ids: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select d.id, r.title, r.class, d.kind, d.state, d.keep_until, r.changed_at, d.received_at, d.issued_on, d.page_count,
      f.size_bytes, d.digest, u.digest as copy_digest,
      (select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title)), '[]') from kernel.record i
        where i.organisation_id = d.organisation_id and (i.id = d.parent_id or exists (
          select from documents.replacement p where p.organisation_id = d.organisation_id and p.old_id = i.id and p.new_id = d.id))) as inside,
      c.code || ' ' || c.name as code, c.retention_basis as basis, c.retention_then as then, documents.holds_upon(d.organisation_id, d.id) as holds
    from documents.document d
    join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.id
    join kernel.file f on f.organisation_id = d.organisation_id and f.id = d.file_id
    left join kernel.file u on u.organisation_id = d.organisation_id and u.id = d.unlocked_file_id
    left join documents.class_code c on c.organisation_id = d.organisation_id and c.id = d.class_code_id
    where d.organisation_id = ${reader.office.id} and d.id = any(${[...ids]}::uuid[]) order by d.received_at, d.id`.execute(
    reader.db(),
  )
  return rows
}

/** Whether its time is over on that day: its last day has passed, or it was discarded long enough ago. */
export function isDue(
  paper: Pick<Standing, 'state' | 'keep_until' | 'changed_at' | 'then'>,
  keeping: Keeping,
  today: Temporal.PlainDate,
  zone: string,
): boolean {
  if (paper.keep_until !== null) return paper.then !== 'keep' && Temporal.PlainDate.compare(paper.keep_until, today) < 0
  if (!['discarded', 'replaced'].includes(paper.state) || keeping.discardedDays === null) return false
  const since = paper.changed_at.toZonedDateTimeISO(zone).toPlainDate()
  return Temporal.PlainDate.compare(since.add({ days: keeping.discardedDays }), today) <= 0
}

/** Placing a hold and destroying wait for each other: a hold that was placed first is always seen. */
export async function lockHolds(act: Reader): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`documents.hold ${act.office.id}`}, 0))`.execute(act.db())
}

/** A word of the office's own language, for what is written into records. */
export function officeWords(reader: Pick<Reader, 'office'>, key: 'keeping.destroyed' | 'keeping.certificate'): string {
  const message = catalogues[nearestLanguage(reader.office.language)][key]
  return typeof message === 'string' ? message : message.other
}
