import { implementCommand } from '../../../kernel/implement.ts'
import { reopenTask, taskDropped, taskReopened } from '../contract.ts'
import { reopenTasks, withdrawUntouched } from '../reopening.ts'
import { requireState, taskOf } from '../task-row.ts'

export const reopenTaskBody = implementCommand(reopenTask, {
  locks: ({ id, expectedVersion, nextId }) => [
    { kind: 'task', id, expectedVersion },
    ...(nextId ? [{ kind: 'task', id: nextId }] : []),
  ],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, nextId }, task) {
    requireState(act, task, 'work.reopen-task')
    const withdrawn = await withdrawUntouched(act, nextId ? [nextId] : [], [id])
    await reopenTasks(act, [task])
    const version = await act.changeRecord(id)
    const { title } = act.locked(id)
    act.emit(taskReopened, { id, title, key: task.raised_key }, [id])
    for (const gone of withdrawn) act.emit(taskDropped, { id: gone, title, because: null, key: null }, [gone])
    const inverse = task.state === 'done' ? ('work.complete-task' as const) : ('work.drop-task' as const)
    return { output: { id, version }, undo: { command: inverse, input: { id, expectedVersion: version } } }
  },
})
