/** Rows of Word files and of who has one open. */
import { type Selectable, sql } from 'kysely'
import type { RichDoc } from '../../../formats/rich/doc.ts'
import type { Act, Standing } from '../../../kernel/implement.ts'
import { letterBeingEdited, officeFileUnknown } from '../contract.ts'
import { dbOf, type Reading } from '../letter-row.ts'
import type { OpeningTable } from '../tables.ts'

export type OpeningRow = Selectable<OpeningTable>

export interface OfficeFile {
  readonly fileId: string
  readonly body: RichDoc
  readonly unknown: readonly string[]
  readonly digest: Buffer
  readonly sizeBytes: number
  readonly name: string
}

export async function officeFileOf(at: Reading, fileId: string): Promise<OfficeFile | null> {
  const { rows } = await sql<OfficeFile>`
    select o.file_id as "fileId", o.body, o.unknown, f.digest, f.size_bytes::int as "sizeBytes", f.name from letters.office_file o
    join kernel.file f on f.organisation_id = o.organisation_id and f.id = o.file_id
    where o.organisation_id = ${at.office.id} and o.file_id = ${fileId}`.execute(dbOf(at))
  return rows[0] ?? null
}

/** A file that was looked through; any other is no letter. */
export async function requireOfficeFile(act: Act, fileId: string): Promise<OfficeFile> {
  return (await officeFileOf(act, fileId)) ?? act.refuse(officeFileUnknown)
}

export const openingOf = async (at: Reading, id: string): Promise<OpeningRow | null> =>
  (await dbOf(at)
    .selectFrom('letters.opening')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null

export interface Holder {
  readonly id: string
  readonly principal_id: string
  readonly who: string
  readonly until: Temporal.Instant
}

/** Programs that hold a letter now. */
export async function holdersOf(at: Reading & Pick<Standing, 'at'>, letterId: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select o.id, o.principal_id, coalesce(p.title, '–') as who, o.lock_until as until from letters.opening o
    left join kernel.record p on p.organisation_id = o.organisation_id and p.id = o.principal_id
    where o.organisation_id = ${at.office.id} and o.letter_id = ${letterId} and o.lock_until > ${at.at}
    order by o.lock_until`.execute(dbOf(at))
  return rows
}

/** Refuses to change a text that somebody has open in a program; one's own opening, or oneself, is let by. */
export async function refuseHeld(
  act: Act,
  letterId: string,
  { openingId, title }: { readonly openingId?: string | undefined; readonly title: string },
): Promise<void> {
  const other = (await holdersOf(act, letterId)).find(one =>
    openingId ? one.id !== openingId : one.principal_id !== act.principal.id,
  )
  if (!other) return
  const until = other.until.toZonedDateTimeISO(act.office.zone).toPlainTime().toString({ smallestUnit: 'minute' })
  act.refuse(letterBeingEdited, { title, who: other.who, until })
}

/** The version that a letter is now: what was kept aside is not. */
export async function newestVersion(at: Reading, letterId: string): Promise<{ number: number; fileId: string | null }> {
  const { rows } = await sql<{ number: number; fileId: string | null }>`
    select number, file_id as "fileId" from letters.version where organisation_id = ${at.office.id}
      and letter_id = ${letterId} and not aside order by number desc limit 1`.execute(dbOf(at))
  return rows[0] ?? { number: 1, fileId: null }
}
