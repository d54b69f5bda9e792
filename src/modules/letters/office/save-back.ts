/** What a program saves: the letter as it is now, or, where somebody else has saved meanwhile, a version beside it. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { dbOf, keepVersion, type LetterRow } from '../letter-row.ts'
import { officeWords } from '../office-words.ts'
import { newestVersion, type OfficeFile, officeFileOf, type OpeningRow, openingOf, refuseHeld } from './rows.ts'

export async function ownOpening(act: Act, openingId: string, letterId: string): Promise<OpeningRow> {
  const row = await openingOf(act, openingId)
  const isOwn = row?.principal_id === act.principal.id && row.letter_id === letterId
  if (!row || !isOwn || Temporal.Instant.compare(row.until_at, act.at) <= 0) return act.refuse(c.openingOver)
  await refuseHeld(act, letterId, { openingId, title: act.locked(letterId).title })
  return row
}

/** Whether the letter goes on from what was saved; what was kept aside, or says the same, leaves it as it was. */
export async function takesSaved(
  act: Act,
  before: LetterRow,
  opening: OpeningRow,
  saved: OfficeFile,
): Promise<boolean> {
  const { id } = before
  const newest = await newestVersion(act, id)
  if (newest.number > opening.based_on) {
    await keepAside(act, before, saved)
    return false
  }
  const present = newest.fileId ? await officeFileOf(act, newest.fileId) : null
  return !present?.digest.equals(saved.digest)
}

async function keepAside(act: Act, before: LetterRow, { fileId, body }: OfficeFile): Promise<void> {
  const { id } = before
  const { title } = act.locked(id)
  const number = await keepVersion(act, id, { subject: before.subject, body, fileId }, 'aside')
  const wish = {
    key: `letters.version-aside:${id}:${number}`,
    title: officeWords(act, 'page.task.version-aside', { title, number }).slice(0, 300),
    ownerId: act.principal.id,
    sourceId: id,
    ifLate: 'holds-others' as const,
  }
  act.emit(c.versionAside, { id, title, number, work: [wish] }, [id])
}

/** The program goes on from what it has saved. */
export async function goOnFrom(act: Act, openingId: string, number: number): Promise<void> {
  await sql`update letters.opening set based_on = ${number}
    where organisation_id = ${act.office.id} and id = ${openingId}`.execute(dbOf(act))
}
