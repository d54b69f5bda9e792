import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { workingCalendar } from '../../work/contract.ts'
import { changeAnchor, runDaysMoved, runNotRunning, stepKey, stepsBegun } from '../contract.ts'
import { editionsOf, readContent } from '../procedure-row.ts'
import { dueDay } from '../rule-dates.ts'
import { advance, ended, type RunRow, runOf, type StepRow, stepsOf, updateRun, updateStep } from '../steps.ts'

export const changeAnchorBody = implementCommand(changeAnchor, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: (act, { id }) => runOf(act, id),
  async run(act, { id, anchorOn }, run) {
    const { title } = act.locked(id)
    if (run.state !== 'running') act.refuse(runNotRunning, { title })
    const steps = await stepsOf(act, id)
    const moved = await moveSteps(act, run, steps, anchorOn)
    await updateRun(act, id, { anchor_on: anchorOn })
    const version = await act.changeRecord(id)
    const workMoved = moved
      .filter(step => step.state === 'open')
      .map(step => ({ key: stepKey(id, step.id, step.round), dueOn: step.due_on! }))
    const told = { id, title, anchorOn, ...(workMoved.length > 0 ? { workMoved } : {}) }
    act.emit(runDaysMoved, told, [id, run.procedure_id])
    // What is nearer now may begin.
    const work = await advance(act, run, steps, title)
    if (work.length > 0) act.emit(stepsBegun, { id, title, count: work.length, work }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'procedures.change-anchor',
        input: { id, expectedVersion: version, anchorOn: run.anchor_on.toString() },
      },
    }
  },
})

/** Steps that are counted from the day of the run and have not ended; those of this run alone keep the day they were given. */
async function moveSteps(
  act: Act,
  run: RunRow,
  steps: readonly StepRow[],
  anchorOn: Temporal.PlainDate,
): Promise<StepRow[]> {
  const edition = (await editionsOf(act, run.procedure_id)).find(({ number }) => number === run.number)
  const wanted = new Map((edition ? readContent(edition).steps : []).map(step => [step.key, step]))
  const calendar = workingCalendar(act.office.country)
  const moved: StepRow[] = []
  for (const step of steps) {
    const given = step.key === null ? undefined : wanted.get(step.key)
    if (ended(step) || given?.due?.from !== 'anchor') continue
    const dueOn = dueDay(anchorOn, given.due, calendar)
    const beginOn = given.beginDays === undefined ? null : dueOn.subtract({ days: given.beginDays })
    await updateStep(act, step, { due_on: dueOn, begin_on: beginOn })
    moved.push(step)
  }
  return moved
}
