import { implementCommand } from '../../../kernel/implement.ts'
import { endChases } from '../chase-row.ts'
import { stopWaiting, taskNotWaiting, taskStoppedWaiting } from '../contract.ts'
import { takes } from '../states.ts'
import { taskOf, updateTask } from '../task-row.ts'
import { waitingInput } from '../waiting.ts'

export const stopWaitingBody = implementCommand(stopWaiting, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id }, task) {
    const { title } = act.locked(id)
    if (!takes('work.stop-waiting', task.state)) act.refuse(taskNotWaiting, { id, title, state: task.state })
    await updateTask(act, id, {
      state: 'open',
      waiting_for: null,
      waiting_for_id: null,
      waiting_since: null,
      chase_on: null,
    })
    await endChases(act, [id])
    const version = await act.changeRecord(id)
    act.emit(taskStoppedWaiting, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'work.wait-for', input: { id, expectedVersion: version, ...waitingInput(task, act.today) } },
    }
  },
})
