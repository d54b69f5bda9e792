import { implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { announcementCreated, asksReaders, createAnnouncement } from '../contract.ts'
import { allWordings, requireNamed, searchOf, writePapers, writeQuestions, writeWordings } from '../content.ts'
import type { AnnouncementsTables } from '../tables.ts'

export const createAnnouncementBody = implementCommand(createAnnouncement, {
  async run(act, input) {
    const authorId = act.principal.id
    const { kind, title, body, translations = [] } = input
    const language = input.language ?? nearestLanguage(act.principal.language)
    await requireNamed(act, input, authorId)
    const wordings = allWordings(act, { language, title, body }, translations)
    const id = await act.createRecord({
      kind: 'announcement',
      title,
      audience: [authorId],
      ...(input.class === undefined ? {} : { class: input.class }),
      search: searchOf(wordings),
    })
    const isDecision = kind === 'decision'
    await act
      .db<AnnouncementsTables>()
      .insertInto('announcements.announcement')
      .values({
        organisation_id: act.office.id,
        id,
        kind,
        state: 'draft',
        author_id: authorId,
        to_everybody: input.toEverybody ?? false,
        to_people: [...new Set(input.toPeople)],
        to_roles: [...new Set(input.toRoles)],
        language,
        pinned_until: input.pinnedUntil ?? null,
        answer_by: asksReaders(kind) ? (input.answerBy ?? null) : null,
        decided_by: isDecision ? (input.decidedBy ?? act.principal.name.slice(0, 200)) : null,
        applies_from: isDecision ? (input.appliesFrom ?? null) : null,
        replaces_id: isDecision ? (input.replacesId ?? null) : null,
        checker_id: input.checkerId ?? null,
        check_note: null,
        published_at: null,
        closed_at: null,
      })
      .execute()
    await writeWordings(act, id, wordings)
    await writeQuestions(act, id, kind === 'request' ? (input.questions ?? []) : [])
    await writePapers(act, id, input.documentIds ?? [])
    act.emit(announcementCreated, { id, title }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'announcements.discard-announcement', input: { id, expectedVersion: 1 } },
    }
  },
})
