import { implementCommand } from '../../../kernel/implement.ts'
import { announcementCorrected, announcementNotPublished, correctAnnouncement } from '../contract.ts'
import { announcementOf, requireAuthor, requireState, updateAnnouncement, wordingsOf } from '../announcement-row.ts'
import { allWordings, searchOf, writeWordings, writtenOf } from '../content.ts'
import { keepEdition } from '../editions.ts'

export const correctAnnouncementBody = implementCommand(correctAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, input, row) {
    const { id, changed } = input
    const was = act.locked(id).title
    requireAuthor(act, row, was)
    requireState(act, row, ['published'], announcementNotPublished, was)
    const written = await writtenOf(act, id, row.language)
    const own = (await wordingsOf(act, id)).find(one => one.language === row.language)
    const wordings = allWordings(
      act,
      {
        language: row.language,
        title: input.title ?? written.title,
        body: input.body ?? written.body,
        questions: own?.questions,
      },
      input.translations ?? written.translations,
    )
    await writeWordings(act, id, wordings)
    const number = row.edition + 1
    await updateAnnouncement(act, id, { edition: number })
    await keepEdition(act, id, number, changed)
    const title = wordings[0]!.title
    const version = await act.changeRecord(id, { title, search: searchOf(wordings) })
    act.emit(announcementCorrected, { id, title, number, changed }, [id])
    return { output: { id, version } }
  },
})
