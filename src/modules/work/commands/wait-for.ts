import { implementCommand } from '../../../kernel/implement.ts'
import { chaseInPast, taskWaiting, waitFor } from '../contract.ts'
import { requireState, requireVisible, taskOf, updateTask } from '../task-row.ts'
import { waitingInput } from '../waiting.ts'

export const waitForBody = implementCommand(waitFor, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, waitingFor, waitingForId, chaseOn }, task) {
    requireState(act, task, 'work.wait-for')
    if (chaseOn && Temporal.PlainDate.compare(chaseOn, act.today) < 0)
      act.refuse(chaseInPast, { chaseOn: String(chaseOn) })
    await requireVisible(act, [waitingForId])
    await updateTask(act, id, {
      state: 'waiting',
      waiting_for: waitingFor,
      waiting_for_id: waitingForId ?? null,
      waiting_since: task.waiting_since ?? act.at,
      chase_on: chaseOn ?? null,
    })
    const version = await act.changeRecord(id)
    act.emit(
      taskWaiting,
      { id, title: act.locked(id).title, waitingFor, on: chaseOn ?? null },
      waitingForId ? [id, waitingForId] : [id],
    )
    const before = waitingInput(task, act.today)
    return {
      output: { id, version },
      undo: before
        ? { command: 'work.wait-for', input: { id, expectedVersion: version, ...before } }
        : { command: 'work.stop-waiting', input: { id, expectedVersion: version } },
    }
  },
})
