/** A planned post is asked about, approved, sent back, hastened. */
import { implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { requireReady } from '../new-publication.ts'
import {
  dbOf,
  holdOf,
  publicationLock,
  publicationOf,
  requireNotBegun,
  requireState,
  updatePublication,
} from '../rows.ts'
import { approvalKey, approvalTask } from '../tasks.ts'
import type { Act } from '../../../kernel/implement.ts'

export const askApprovalBody = implementCommand(c.askApproval, {
  locks: input => publicationLock(input),
  load: (act, { id }) => publicationOf(act, id),
  async run(act, { id, approverId }, row) {
    requireState(act, row, 'draft')
    await requireColleague(act, approverId, c.publisherUnknown)
    await requireReady(act, row)
    const { title } = act.locked(id)
    const approver = approverId ?? row.approver_id
    const turn = row.turn + 1
    await updatePublication(act, id, { state: 'asked', turn, approver_id: approver, sent_back: null })
    act.emit(c.approvalAsked, { id, title, work: [approvalTask(act, { ...row, title }, turn, approver)] }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

/** Each place has its own time from now on: what fails in one is tried again there alone. */
async function setDue(act: Act, id: string, at: Temporal.Instant): Promise<void> {
  await dbOf(act)
    .updateTable('publishing.placement')
    .set({ state: 'waiting', due_at: at, said: null })
    .where('organisation_id', '=', act.office.id)
    .where('publication_id', '=', id)
    .where('state', 'not in', ['published', 'skipped'])
    .execute()
}

export const approvePublicationBody = implementCommand(c.approvePublication, {
  locks: input => publicationLock(input),
  async load(act, { id }) {
    const row = await publicationOf(act, id)
    requireState(act, row, 'draft', 'asked')
    return { row, ready: await requireReady(act, row), title: act.locked(id).title }
  },
  // whoever wrote the words last, or for whom they were written, asks another pair of eyes
  weigh: (_input, { row }, { principal }) => ({
    fourEyes: [principal.id, principal.onBehalfOf?.id].includes(row.written_by),
  }),
  basis: (_input, { ready, title }) => ({ title, shown: ready }),
  async run(act, { id }, { row, title }) {
    await updatePublication(act, id, {
      state: 'approved',
      approved_by: act.principal.id,
      approved_at: act.at,
      sent_back: null,
    })
    await setDue(act, id, row.planned_at!)
    act.emit(c.approved, { id, title, workDone: [approvalKey(row)] }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const sendBackPublicationBody = implementCommand(c.sendBackPublication, {
  locks: input => publicationLock(input),
  load: (act, { id }) => publicationOf(act, id),
  async run(act, { id, reason }, row) {
    requireState(act, row, 'asked', 'approved')
    await requireNotBegun(act, id)
    const { title } = act.locked(id)
    await updatePublication(act, id, { state: 'draft', approved_by: null, approved_at: null, sent_back: reason })
    act.emit(c.sentBack, { id, title, reason, workDone: [approvalKey(row)] }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const publishNowBody = implementCommand(c.publishNow, {
  locks: input => publicationLock(input),
  load: (act, { id }) => publicationOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, 'approved')
    await requireNotBegun(act, id)
    const hold = await holdOf(act)
    if (hold.reason) act.refuse(c.allHeld, { reason: hold.reason })
    await updatePublication(act, id, { planned_at: act.at })
    await setDue(act, id, act.at)
    act.emit(c.hastened, { id, title: act.locked(id).title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})
