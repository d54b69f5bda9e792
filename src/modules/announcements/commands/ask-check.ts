import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  announcementNotChecking,
  announcementNotOpen,
  announcementNotYours,
  announcementReturned,
  askCheck,
  checkAsked,
  checkerIsAuthor,
  checkerMissing,
  checkTakenBack,
  readerMissing,
  requestWithoutQuestions,
  returnAnnouncement,
  takeBackCheck,
} from '../contract.ts'
import {
  type AnnouncementRow,
  announcementOf,
  audienceOf,
  checkKey,
  openChecks,
  questionsOf,
  requireAuthor,
  requireState,
  updateAnnouncement,
} from '../announcement-row.ts'
import { requireOf } from '../people.ts'
import { officeWords } from '../words.ts'

/** Refuses what is for nobody, and a request that asks nothing. */
export async function requireSendable(act: Act, row: AnnouncementRow, title: string): Promise<void> {
  if (!row.to_everybody && row.to_people.length + row.to_roles.length === 0) act.refuse(readerMissing, { title })
  if (row.kind === 'request' && (await questionsOf(act, row.id)).length === 0)
    act.refuse(requestWithoutQuestions, { title })
}

export const askCheckBody = implementCommand(askCheck, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id, checkerId }, row) {
    const { title } = act.locked(id)
    requireAuthor(act, row, title)
    requireState(act, row, ['draft', 'returned'], announcementNotOpen, title)
    await requireSendable(act, row, title)
    const checker = checkerId ?? row.checker_id ?? act.refuse(checkerMissing, { title })
    if (checker === row.author_id) act.refuse(checkerIsAuthor)
    await requireOf(act, 'principal', [checker])
    const after = { ...row, state: 'checking' as const, checker_id: checker }
    await updateAnnouncement(act, id, { state: after.state, checker_id: checker, check_note: null })
    const version = await act.changeRecord(id, { audience: audienceOf(after) })
    const wish = {
      key: checkKey(id, version),
      title: officeWords(act, 'task.check', { title }).slice(0, 300),
      sourceId: id,
      ownerId: checker,
      askedById: row.author_id,
      ifLate: 'holds-others' as const,
      effortMinutes: 10,
    }
    act.emit(checkAsked, { id, title, work: [wish] }, [id])
    return {
      output: { id, version },
      undo: { command: 'announcements.take-back-check', input: { id, expectedVersion: version } },
    }
  },
})

export const takeBackCheckBody = implementCommand(takeBackCheck, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireAuthor(act, row, title)
    requireState(act, row, ['checking'], announcementNotChecking, title)
    await updateAnnouncement(act, id, { state: 'draft' })
    const version = await act.changeRecord(id, { audience: audienceOf({ ...row, state: 'draft' }) })
    act.emit(checkTakenBack, { id, title, workWithdrawn: await openChecks(act, id) }, [id])
    return { output: { id, version } }
  },
})

export const returnAnnouncementBody = implementCommand(returnAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id, checkNote }, row) {
    const { title } = act.locked(id)
    requireState(act, row, ['checking'], announcementNotChecking, title)
    if (row.checker_id !== act.principal.id) act.refuse(announcementNotYours, { title })
    await updateAnnouncement(act, id, { state: 'returned', check_note: checkNote })
    const version = await act.changeRecord(id)
    const wish = {
      key: `announcements.correct:${id}:${version}`,
      title: officeWords(act, 'task.correct', { title }).slice(0, 300),
      note: checkNote,
      sourceId: id,
      ownerId: row.author_id,
      askedById: act.principal.id,
      effortMinutes: 10,
    }
    act.emit(announcementReturned, { id, title, work: [wish], workDone: await openChecks(act, id) }, [id])
    return { output: { id, version } }
  },
})
