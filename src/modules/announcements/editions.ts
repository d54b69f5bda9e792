import type { Act } from '../../kernel/implement.ts'
import { wordingsOf } from './announcement-row.ts'
import type { AnnouncementsTables } from './tables.ts'

/** Keeps the texts as they are now, for good: the first edition, or a correction that says what it changed. */
export async function keepEdition(act: Act, id: string, number: number, changed: string | null): Promise<void> {
  const wordings = (await wordingsOf(act, id)).map(({ language, title, body, questions }) => ({
    language,
    title,
    body,
    questions,
  }))
  await act
    .db<AnnouncementsTables>()
    .insertInto('announcements.edition')
    .values({
      organisation_id: act.office.id,
      announcement_id: id,
      number,
      wordings: JSON.stringify(wordings),
      changed,
      made_at: act.at,
      made_by_id: act.principal.id,
    })
    .execute()
}
