import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { Command } from '../../../kernel/declare.ts'
import { completeMany, dropTask, reopenMany } from '../../work/contract.ts'
import {
  closeMatter,
  matterClosedEvent,
  matterHasOpen,
  matterLacks,
  matterReopened,
  openNotEnded,
  reopenMatter,
} from '../contract.ts'
import { itemFigures } from '../checklist.ts'
import { matterOf, requireState, titleOf, updateMatter } from '../matter-row.ts'
import { isTaskOpen, tasksOf } from '../matter-tasks.ts'
import { waitingInput } from './waiting.ts'

/** Does with a task what its matter's end asks for, by the authority of whoever ends it. */
async function endTask<In, Wire, Out, OutWire>(
  act: Act,
  command: Command<In, Wire, Out, OutWire>,
  wire: Wire,
): Promise<void> {
  const outcome = await act.actAs(act.principal.id, command, wire)
  if (outcome.status !== 'done')
    act.refuse(openNotEnded, { because: outcome.status === 'refused' ? outcome.refusal.name : outcome.status })
}

export const closeMatterBody = implementCommand(closeMatter, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, outcome, result, open = [], keepRest, despiteMissing }, matter) {
    requireState(act, matter, 'matters.close-matter')
    const undecided = (await tasksOf(act, id)).filter(isTaskOpen)
    const decided = new Map(open.map(one => [one.id, one.how]))
    const left = undecided.filter(task => !decided.has(task.id))
    if (left.length > 0 && !keepRest)
      act.refuse(matterHasOpen, {
        count: left.length,
        titles: left
          .slice(0, 5)
          .map(task => task.title)
          .join(', '),
      })
    const { missing } = await itemFigures(act, id)
    if (missing > 0 && !despiteMissing) act.refuse(matterLacks, { count: missing })
    const to = (how: string) => undecided.filter(task => decided.get(task.id) === how).map(task => task.id)
    const [completed, dropped] = [to('complete'), to('drop')]
    if (completed.length > 0) await endTask(act, completeMany, { ids: completed })
    for (const task of dropped) await endTask(act, dropTask, { id: task, because: titleOf(matter) })
    await updateMatter(act, id, {
      state: 'closed',
      outcome,
      result: result?.trim() || null,
      ended_at: act.at,
      ended_by_id: act.principal.id,
      waiting_for: null,
      waiting_until: null,
    })
    const version = await act.changeRecord(id)
    act.emit(matterClosedEvent, { id, title: titleOf(matter), outcome, result: result?.trim() || null }, [id])
    const tasks = [...completed, ...dropped]
    return {
      output: { id, version },
      undo: {
        command: 'matters.reopen-matter',
        input: {
          id,
          expectedVersion: version,
          ...(tasks.length > 0 ? { tasks } : {}),
          ...(matter.waiting_for ? waitingInput(matter) : {}),
        },
      },
    }
  },
})

export const reopenMatterBody = implementCommand(reopenMatter, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, because, tasks = [], waitingFor, waitingUntil }, matter) {
    requireState(act, matter, 'matters.reopen-matter')
    const ended = new Map((await tasksOf(act, id)).filter(task => !isTaskOpen(task)).map(task => [task.id, task.state]))
    const again = tasks.filter(task => ended.has(task))
    if (again.length > 0) await endTask(act, reopenMany, { ids: again })
    await updateMatter(act, id, {
      state: waitingFor ? 'waiting' : 'open',
      waiting_for: waitingFor ?? null,
      waiting_until: waitingFor ? (waitingUntil ?? null) : null,
      outcome: null,
      result: null,
      ended_at: null,
      ended_by_id: null,
    })
    const version = await act.changeRecord(id)
    act.emit(matterReopened, { id, title: titleOf(matter), because: because ?? null }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'matters.close-matter',
        input: {
          id,
          expectedVersion: version,
          outcome: matter.outcome!,
          ...(matter.result ? { result: matter.result } : {}),
          open: again.map(task => ({ id: task, how: ended.get(task) === 'dropped' ? 'drop' : 'complete' })),
          keepRest: true,
          despiteMissing: true,
        },
      },
    }
  },
})
