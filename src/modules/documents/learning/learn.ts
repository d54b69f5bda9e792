/** What a confirmation by a person teaches: lessons that held count one more, corrections become lessons. */
import { sql } from 'kysely'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import type { Act } from '../../../kernel/implement.ts'
import { lessonsLearnt, type LessonAbout } from '../contract/learning.ts'
import type { FieldName } from '../contract.ts'
import type { DocumentRow, FieldRow } from '../document-store.ts'
import { catalogues } from '../messages/index.ts'
import { unpackLines } from '../reading-pack.ts'
import { layOut, type Sheet } from '../recognition/layout.ts'
import type { Reading } from '../reading/types.ts'
import type { DocumentsTables } from '../tables.ts'
import { type Filed, nothingFiled } from './filed.ts'
import { type LessonRow, lessonsOf } from './lesson-store.ts'
import { canBeLearnt, learntByValue } from './lesson.ts'
import { lookOf } from './look.ts'
import { bothPlaces, type Eyes, type Place, placeOf } from './place.ts'

interface Sender {
  readonly id: string
  readonly name: string
}

/** Something a person said of papers of one sender. */
export interface Said {
  readonly about: LessonAbout
  readonly topic: string
  readonly says: object
}

/** Pages that recognition looks at too. */
const mostPages = 12

async function sheetOf(act: Act, id: string): Promise<Sheet> {
  const rows = await act
    .db<DocumentsTables>()
    .selectFrom('documents.page')
    .select(['number', 'width', 'height', 'source', 'words'])
    .where('organisation_id', '=', act.office.id)
    .where('document_id', '=', id)
    .orderBy('number')
    .limit(mostPages)
    .execute()
  const pages = rows.map(({ words, ...page }) => ({
    ...page,
    turn: 0 as const,
    skew: 0,
    lines: unpackLines(words).map(line => ({ words: line, box: [0, 0, 0, 0] as const })),
  }))
  return layOut({ pages } as unknown as Reading)
}

const wasCorrected = ({ corrected, corrected_from, value }: FieldRow): boolean => corrected && corrected_from !== value
/** What the machine had given, whether a person let it stand or not. */
const given = (field: FieldRow): string | null => (field.corrected ? field.corrected_from : field.value)

/** Lessons that gave what a person has now let stand, and those that did not. */
function judged(
  fields: readonly FieldRow[],
  filed: Filed,
  mine: ReadonlySet<string>,
): { held: string[]; failed: string[] } {
  const read = fields.filter(({ lesson_id }) => lesson_id !== null && mine.has(lesson_id))
  const held = read.filter(field => given(field) === field.value).map(({ lesson_id }) => lesson_id!)
  return {
    held: [...held, ...filed.held.filter(id => mine.has(id))],
    failed: read.filter(field => given(field) !== field.value).map(({ lesson_id }) => lesson_id!),
  }
}

/** What each corrected field teaches, put together with what was known. */
function fieldLessons(sheet: Sheet, fields: readonly FieldRow[], known: readonly LessonRow[], eyes: Eyes): Said[] {
  return fields.filter(wasCorrected).flatMap((field): Said[] => {
    const { name, value } = field
    if (name === 'kind') {
      // What a lesson had made of it is not what the machine read.
      const read = known.find(({ id }) => id === field.lesson_id)?.topic ?? field.corrected_from
      return read && read !== value ? [{ about: 'kind', topic: read, says: { kind: value, look: lookOf(sheet) } }] : []
    }
    if (learntByValue.has(name)) return [{ about: 'value', topic: name, says: { value } }]
    const place = placeOf(sheet, name, value, eyes)
    if (!place) return []
    const before = known.find(one => one.about === 'place' && one.topic === name)
    return [{ about: 'place', topic: name, says: before ? bothPlaces(before.says as unknown as Place, place) : place }]
  })
}

/**
 * Learns from one paper that a person has confirmed. Only what a person said teaches: never a paper by itself, never a machine,
 * never a pile that nobody looked through.
 */
export async function learn(
  act: Act,
  row: Pick<DocumentRow, 'id' | 'language'>,
  fields: ReadonlyMap<FieldName, FieldRow>,
  sender: Sender,
  filed: Filed = nothingFiled,
): Promise<void> {
  if (act.principal.kind !== 'person') return
  const all = [...fields.values()].filter(({ name }) => name === 'kind' || canBeLearnt(name))
  const corrected = all.some(wasCorrected)
  if (!corrected && all.every(({ lesson_id }) => lesson_id === null) && filed.held.length + filed.said.length === 0)
    return
  await lockSender(act, sender.id)
  const known = (await lessonsOf(act, [sender.id])).get(sender.id) ?? []
  // A paper that turned out to be another sender's says nothing of what was learnt of this one.
  const mine = new Set(known.map(({ id }) => id))
  const { held, failed } = judged(all, filed, mine)
  await countHeld(act, held)
  const eyes = { language: row.language, country: act.office.country }
  const said = [...(corrected ? fieldLessons(await sheetOf(act, row.id), all, known, eyes) : []), ...filed.said]
  // What gave a wrong value and is not put right by what was said now holds no longer.
  await forget(act, failed)
  const ids: string[] = []
  for (const one of said) ids.push(await teach(act, sender, row.id, one, known))
  if (ids.length > 0)
    act.emit(lessonsLearnt, { count: ids.length, senderId: sender.id, sender: sender.name, ids }, [sender.id, ...ids])
}

/** Two confirmations of papers of one sender teach one after the other. */
async function lockSender(act: Act, senderId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`documents.lesson ${act.office.id} ${senderId}`}, 0))`.execute(
    act.db(),
  )
}

async function countHeld(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update documents.lesson set held = held + 1 where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(
    act.db(),
  )
}

/** Takes lessons out of use; those that stood are given. */
export async function forget(act: Act, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update documents.lesson set forgotten_at = ${act.at}, forgotten_by = ${act.principal.id}
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) and forgotten_at is null returning id`.execute(
    act.db(),
  )
  return rows.map(({ id }) => id)
}

/** A confirmation was taken back: what it taught is taken back with it, unless later papers have borne it out. */
export async function unlearn(act: Act, documentIds: readonly string[]): Promise<void> {
  await sql`
    update documents.lesson set forgotten_at = ${act.at}, forgotten_by = ${act.principal.id}
    where organisation_id = ${act.office.id} and document_id = any(${[...documentIds]}::uuid[]) and held = 0 and forgotten_at is null`.execute(
    act.db(),
  )
  await sql`
    update documents.lesson back set forgotten_at = null, forgotten_by = null from documents.lesson gone
    where gone.organisation_id = ${act.office.id} and gone.document_id = any(${[...documentIds]}::uuid[]) and gone.forgotten_at = ${act.at}
      and back.organisation_id = gone.organisation_id and back.id = gone.before_id and back.forgotten_by is not null`.execute(
    act.db(),
  )
}

/** A new lesson in the place of the one that stood; as confidential as the paper and as that one. */
async function teach(
  act: Act,
  sender: Sender,
  documentId: string,
  said: Said,
  known: readonly LessonRow[],
): Promise<string> {
  const before = known.find(one => one.about === said.about && one.topic === said.topic)
  if (before) await forget(act, [before.id])
  const id = await act.createRecord({
    kind: 'lesson',
    title: `${sender.name} · ${topicWords(act.office.language, said)}`,
    source: before ? [documentId, before.id] : documentId,
  })
  await act
    .db<DocumentsTables>()
    .insertInto('documents.lesson')
    .values({
      organisation_id: act.office.id,
      id,
      sender_id: sender.id,
      about: said.about,
      topic: said.topic,
      says: JSON.stringify(said.says),
      document_id: documentId,
      taught_at: act.at,
      taught_by: act.principal.id,
      forgotten_at: null,
      forgotten_by: null,
      before_id: before?.id ?? null,
    })
    .execute()
  return id
}

/** What it is about, in the office's language. */
function topicWords(language: string, { about, topic }: Said): string {
  const words: Readonly<Record<string, unknown>> = catalogues[nearestLanguage(language)]
  const key = about === 'place' || about === 'value' ? `field.${topic}` : `lesson.${about}.title`
  return typeof words[key] === 'string' ? (words[key] as string) : topic
}
