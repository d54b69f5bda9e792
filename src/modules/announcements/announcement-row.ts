/** Reading and writing an announcement's own rows. */
import { type Selectable, sql, type Updateable } from 'kysely'
import { idPattern } from '../../kernel/ids.ts'
import type { Act, Standing, View } from '../../kernel/implement.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { RefusalDeclaration } from '../../kernel/refusal.ts'
import type { TaskWish } from '../work/contract.ts'
import { announcementNotYours, asksReaders } from './contract.ts'
import type { AnnouncementsTables, AnnouncementTable, QuestionTable, ReaderTable, WordingTable } from './tables.ts'
import { officeWords } from './words.ts'

export type AnnouncementRow = Selectable<AnnouncementTable>
export type WordingRow = Selectable<WordingTable>
export type QuestionRow = Selectable<QuestionTable>
export type ReaderRow = Selectable<ReaderTable>

type Reading = Pick<Act, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<AnnouncementsTables>()

export function announcementOf(at: Reading, id: string): Promise<AnnouncementRow> {
  return dbOf(at)
    .selectFrom('announcements.announcement')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function updateAnnouncement(act: Act, id: string, change: Updateable<AnnouncementTable>): Promise<void> {
  await act
    .db<AnnouncementsTables>()
    .updateTable('announcements.announcement')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export const wordingsOf = (at: Reading, id: string): Promise<WordingRow[]> =>
  dbOf(at)
    .selectFrom('announcements.wording')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('announcement_id', '=', id)
    .orderBy('language')
    .execute()

export const questionsOf = (at: Reading, id: string): Promise<QuestionRow[]> =>
  dbOf(at)
    .selectFrom('announcements.question')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('announcement_id', '=', id)
    .orderBy('position')
    .execute()

export const readerRowsOf = (at: Reading, id: string): Promise<ReaderRow[]> =>
  dbOf(at)
    .selectFrom('announcements.reader')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('announcement_id', '=', id)
    .orderBy('person_id')
    .execute()

/** The text for a reader: in the language asked for, their own, the one it was written in. */
export function wordingFor<W extends Pick<WordingRow, 'language'>>(
  wordings: readonly W[],
  main: string,
  ...wanted: readonly (string | undefined)[]
): W {
  for (const language of wanted) {
    const found = language && wordings.find(one => one.language === nearestLanguage(language))
    if (found) return found
  }
  return wordings.find(one => one.language === main) ?? wordings[0]!
}

export const isOpen = ({ state }: Pick<AnnouncementRow, 'state'>): boolean => state === 'draft' || state === 'returned'

/** Refuses whoever is not its author; the same for what only the author may do. */
export function requireAuthor(act: Standing, row: AnnouncementRow, title: string): void {
  if (row.author_id !== act.principal.id) act.refuse(announcementNotYours, { title })
}

/** Refuses unless it is in one of these states. */
export function requireState(
  act: Standing,
  row: AnnouncementRow,
  states: readonly AnnouncementRow['state'][],
  refusal: RefusalDeclaration,
  title: string,
): void {
  if (!states.includes(row.state)) act.refuse(refusal, { title })
}

/** Who may see it: a draft its author and whoever is to read it; then those it is for as well. */
export function audienceOf(row: AnnouncementRow): string[] | null {
  const published = row.state === 'published' || row.state === 'closed'
  if (published && row.to_everybody) return null
  const checker = row.checker_id && row.state !== 'draft' ? [row.checker_id] : []
  const readers = published ? [...row.to_people, ...row.to_roles] : []
  return [...new Set([row.author_id, ...checker, ...readers])]
}

const answerKey = (id: string, personId: string, reminders: number): string =>
  `announcements.answer:${id}:${personId}:${reminders}`
export const checkKey = (id: string, version: number): string => `announcements.check:${id}:${version}`

const taskWords = (kind: AnnouncementRow['kind']) =>
  kind === 'order' ? 'task.carry-out' : asksReaders(kind) ? 'task.answer' : 'task.read'

const isId = (text: string | undefined): text is string => text !== undefined && idPattern.test(text)

/** The announcement and the reader of a task's key. */
export function readOfKey(key: string): { readonly id: string; readonly personId: string } | null {
  const [name, id, personId] = key.split(':')
  return name === 'announcements.answer' && isId(id) && isId(personId) ? { id, personId } : null
}

/** The task of somebody who is to answer, or to read after a reminder. */
export function readerWish(
  act: Act,
  row: AnnouncementRow,
  title: string,
  personId: string,
  reminders: number,
): TaskWish {
  return {
    key: answerKey(row.id, personId, reminders),
    title: officeWords(act, taskWords(row.kind), { title }).slice(0, 300),
    sourceId: row.id,
    ownerId: personId,
    askedById: row.author_id,
    ifLate: 'holds-others',
    effortMinutes: 5,
    ...(row.answer_by ? { dueOn: row.answer_by } : {}),
    ...(reminders > 0 ? { reminders } : {}),
  }
}

/** The tasks still open for these readers, with how often each task was touched. */
export async function openTasks(
  act: Pick<Act, 'office'> & { db(): unknown },
  id: string,
  readers: readonly Pick<ReaderRow, 'person_id' | 'reminders'>[],
): Promise<ReadonlyMap<string, { readonly key: string; readonly touched: boolean }>> {
  const keys = new Map(readers.map(one => [answerKey(id, one.person_id, one.reminders), one.person_id]))
  const { rows } = await sql<{ raised_key: string; version: number }>`
    select t.raised_key, r.version from work.task_fact t
    join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.task_id
    where t.organisation_id = ${act.office.id} and t.raised_key = any(${[...keys.keys()]}::text[])
      and t.state in ('open', 'waiting')`.execute((act as unknown as View).db())
  return new Map(rows.map(row => [keys.get(row.raised_key)!, { key: row.raised_key, touched: row.version > 1 }]))
}

/** The tasks of whoever is to read it first, as far as they are open. */
export async function openChecks(act: Act, id: string): Promise<{ key: string }[]> {
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id}
      and raised_key like ${`announcements.check:${id}:%`} and state in ('open', 'waiting')`.execute(act.db())
  return rows
}
