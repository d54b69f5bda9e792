/** What is written goes on its way, and may be taken back until it has gone. */
import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { release, requireFree } from '../desk/holding.ts'
import { boxOf, ownOutgoing, peopleOf, setState } from './drafts.ts'

export const sendDraftBody = implementCommand(c.sendDraft, {
  locks: ({ threadId }) => [{ kind: 'mail-thread', id: threadId }],
  load: (act, { id }) => ownOutgoing(act, id),
  async run(act, input, before) {
    const { id, threadId } = input
    if (!['draft', 'failed'].includes(before.state) || before.thread_id !== threadId)
      act.refuse(c.draftNotOpen, { state: before.state })
    if (input.draftVersion !== undefined && input.draftVersion !== before.version)
      act.refuse(c.draftChanged, { version: before.version })
    if (!input.automatic) await requireFree(act, threadId)
    const { to, cc, bcc } = before.recipients
    if (to.length + cc.length + bcc.length === 0) act.refuse(c.nobodyAddressed, {})
    const mailbox = await boxOf(act, before.mailbox_id)
    if (mailbox.mute) act.refuse(c.noWayOut, { name: mailbox.name })
    if (input.sendAt && Temporal.Instant.compare(input.sendAt, act.at) < 0) act.refuse(c.sendingPast, {})
    const sendAt = input.sendAt ?? act.at.add({ seconds: input.undoSeconds })
    const version = await setState(
      act,
      before,
      sql`state = 'waiting', send_at = ${sendAt}, tries = 0, problem = null, leaves = ${input.leaves}, automatic = ${input.automatic}`,
    )
    if (!input.automatic) release(act, threadId)
    await act.changeRecord(threadId)
    act.emit(c.mailQueued, { id: threadId, title: act.locked(threadId).title, to: peopleOf(before.recipients) }, [
      threadId,
    ])
    act.enqueue(c.sendJob, { id }, { startAfter: sendAt })
    return { output: { id, version, threadId, sendAt }, undo: { command: c.recallDraft.name, input: { id, threadId } } }
  },
})

export const recallDraftBody = implementCommand(c.recallDraft, {
  locks: ({ threadId }) => [{ kind: 'mail-thread', id: threadId }],
  load: (act, { id }) => ownOutgoing(act, id),
  async run(act, { id, threadId }, before) {
    if (before.state === 'sent' || before.state === 'sending' || before.state === 'doubtful')
      act.refuse(c.sentAlready, {})
    if (before.state !== 'waiting' && before.state !== 'failed') act.refuse(c.draftNotOpen, { state: before.state })
    const version = await setState(act, before, sql`state = 'draft', send_at = null, problem = null`)
    await act.changeRecord(threadId)
    act.emit(c.mailRecalled, { id: threadId, title: act.locked(threadId).title }, [threadId])
    return { output: { id, version, threadId } }
  },
})
