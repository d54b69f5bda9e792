import { implementCommand } from '../../../kernel/implement.ts'
import { announcementChanged, announcementNotOpen, asksReaders, changeAnnouncement } from '../contract.ts'
import { announcementOf, audienceOf, requireAuthor, requireState, updateAnnouncement } from '../announcement-row.ts'
import {
  allWordings,
  requireNamed,
  searchOf,
  writePapers,
  writeQuestions,
  writeWordings,
  writtenOf,
} from '../content.ts'

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)
const wire = (day: Temporal.PlainDate | null): string | null => day?.toString() ?? null

export const changeAnnouncementBody = implementCommand(changeAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, input, before) {
    const { id } = input
    const { title: was, class: wasClass } = act.locked(id)
    requireAuthor(act, before, was)
    requireState(act, before, ['draft', 'returned'], announcementNotOpen, was)
    await requireNamed(act, input, before.author_id)
    const written = await writtenOf(act, id, before.language)
    const language = input.language ?? before.language
    const wordings = allWordings(
      act,
      { language, title: input.title ?? written.title, body: input.body ?? written.body },
      input.translations ?? written.translations.filter(one => one.language !== language),
    )
    const [isDecision, isRequest] = [before.kind === 'decision', before.kind === 'request']
    const after = {
      ...before,
      language,
      to_everybody: input.toEverybody ?? before.to_everybody,
      to_people: input.toPeople ? [...new Set(input.toPeople)] : before.to_people,
      to_roles: input.toRoles ? [...new Set(input.toRoles)] : before.to_roles,
      pinned_until: keep(input.pinnedUntil, before.pinned_until),
      answer_by: asksReaders(before.kind) ? keep(input.answerBy, before.answer_by) : null,
      decided_by: isDecision ? keep(input.decidedBy, before.decided_by) : null,
      applies_from: isDecision ? keep(input.appliesFrom, before.applies_from) : null,
      replaces_id: isDecision ? keep(input.replacesId === id ? null : input.replacesId, before.replaces_id) : null,
      checker_id: keep(input.checkerId, before.checker_id),
    }
    const { organisation_id: _organisation, id: _id, ...columns } = after
    await updateAnnouncement(act, id, columns)
    await writeWordings(act, id, wordings)
    if (input.questions && isRequest) await writeQuestions(act, id, input.questions)
    if (input.documentIds) await writePapers(act, id, input.documentIds)
    const title = wordings[0]!.title
    const version = await act.changeRecord(id, {
      title,
      audience: audienceOf(after),
      ...(input.class === undefined ? {} : { class: input.class }),
      search: searchOf(wordings),
    })
    act.emit(announcementChanged, { id, title }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'announcements.change-announcement',
        input: {
          id,
          expectedVersion: version,
          ...written,
          language: before.language,
          class: wasClass,
          toEverybody: before.to_everybody,
          toPeople: before.to_people,
          toRoles: before.to_roles,
          pinnedUntil: wire(before.pinned_until),
          answerBy: wire(before.answer_by),
          decidedBy: before.decided_by,
          appliesFrom: wire(before.applies_from),
          replacesId: before.replaces_id,
          checkerId: before.checker_id,
        },
      },
    }
  },
})
