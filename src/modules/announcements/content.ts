/** What is written of an announcement: its wordings, questions and papers, as a command gives them. */
import type { Act } from '../../kernel/implement.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import { announcementNotOpen, checkerIsAuthor, languageTwice, type Question } from './contract.ts'
import { questionsOf, wordingsOf } from './announcement-row.ts'
import { requireVisible } from '../../kernel/named.ts'
import { requireOf } from './people.ts'
import type { AnnouncementsTables } from './tables.ts'

export interface Wording {
  readonly language: Language
  readonly title: string
  readonly body: string
  readonly questions?: readonly string[] | undefined
}

/** The main text with its translations; each language once. */
export function allWordings(act: Act, main: Wording, translations: readonly Wording[]): Wording[] {
  const all = [main, ...translations]
  const seen = new Set<string>()
  for (const { language } of all) {
    if (seen.has(language)) act.refuse(languageTwice, { language })
    seen.add(language)
  }
  return all
}

export async function writeWordings(act: Act, id: string, wordings: readonly Wording[]): Promise<void> {
  const db = act.db<AnnouncementsTables>()
  await db
    .deleteFrom('announcements.wording')
    .where('organisation_id', '=', act.office.id)
    .where('announcement_id', '=', id)
    .execute()
  await db
    .insertInto('announcements.wording')
    .values(
      wordings.map(one => ({
        organisation_id: act.office.id,
        announcement_id: id,
        language: one.language,
        title: one.title,
        body: one.body,
        questions: [...(one.questions ?? [])],
      })),
    )
    .execute()
}

export async function writeQuestions(act: Act, id: string, questions: readonly Question[]): Promise<void> {
  const db = act.db<AnnouncementsTables>()
  await db
    .deleteFrom('announcements.question')
    .where('organisation_id', '=', act.office.id)
    .where('announcement_id', '=', id)
    .execute()
  if (questions.length === 0) return
  await db
    .insertInto('announcements.question')
    .values(
      questions.map((one, index) => ({
        organisation_id: act.office.id,
        announcement_id: id,
        position: index + 1,
        question: one.question,
        answer_kind: one.answerKind,
        options: one.options ?? [],
        is_optional: one.optional ?? false,
      })),
    )
    .execute()
}

/** The papers that lie with it. */
export async function papersOf(act: Pick<Act, 'office'> & { db(): unknown }, id: string): Promise<string[]> {
  const rows = await (act as Act)
    .db<AnnouncementsTables>()
    .selectFrom('kernel.link')
    .select('to_id')
    .where('organisation_id', '=', act.office.id)
    .where('from_id', '=', id)
    .where('relation', '=', 'attachment')
    .orderBy('to_id')
    .execute()
  return rows.map(row => row.to_id)
}

export async function writePapers(act: Act, id: string, wanted: readonly string[]): Promise<void> {
  const before = await papersOf(act, id)
  for (const paper of before.filter(one => !wanted.includes(one))) await act.unlink(id, paper, 'attachment')
  for (const paper of new Set(wanted.filter(one => !before.includes(one)))) {
    await requireVisible(act, paper, ['document'])
    await act.link(id, paper, 'attachment')
  }
}

interface Named {
  readonly toPeople?: readonly string[] | undefined
  readonly toRoles?: readonly string[] | undefined
  readonly checkerId?: string | null | undefined
  readonly replacesId?: string | null | undefined
}

/** Refuses people, roles and decisions that are not there, and an author who would check himself. */
export async function requireNamed(act: Act, named: Named, authorId: string): Promise<void> {
  const { toPeople = [], toRoles = [], checkerId, replacesId } = named
  if (checkerId === authorId) act.refuse(checkerIsAuthor)
  await requireOf(act, 'principal', [...toPeople, ...(checkerId ? [checkerId] : [])])
  await requireOf(act, 'role', toRoles)
  if (replacesId) await requireVisible(act, replacesId, ['announcement'])
}

/** Everything written of it, as the commands take it: what an undo gives back. */
export async function writtenOf(act: Pick<Act, 'office' | 'refuse'> & { db(): unknown }, id: string, main: string) {
  const wordings = await wordingsOf(act, id)
  const own = wordings.find(one => one.language === main) ?? act.refuse(announcementNotOpen, { title: '' })
  return {
    title: own.title,
    body: own.body,
    translations: wordings
      .filter(one => one.language !== main)
      .map(({ language, title, body, questions }) => ({ language, title, body, questions })),
    questions: (await questionsOf(act, id)).map(one => ({
      question: one.question,
      answerKind: one.answer_kind,
      ...(one.options.length > 0 ? { options: one.options } : {}),
      optional: one.is_optional,
    })),
    documentIds: await papersOf(act, id),
  }
}

/** What is found of it: all its texts. */
export const searchOf = (wordings: readonly Wording[]) => ({
  body: wordings.map(one => `${one.title}\n${one.body}`).join('\n\n'),
  language: wordings[0]!.language,
})
