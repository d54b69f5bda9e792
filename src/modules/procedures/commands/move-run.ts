import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { answers, moveRun, runMoved, runNotRunning, runUpToDate } from '../contract.ts'
import { editionsOf, procedureOf, readContent } from '../procedure-row.ts'
import { insertSteps, stepsFor } from '../start.ts'
import {
  advance,
  ended,
  type NewStep,
  type RunRow,
  runOf,
  settling,
  type StepRow,
  stepsOf,
  updateRun,
} from '../steps.ts'
import type { ProceduresTables } from '../tables.ts'

export const moveRunBody = implementCommand(moveRun, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: (act, { id }) => runOf(act, id),
  async run(act, { id }, run) {
    const { title } = act.locked(id)
    if (run.state !== 'running') act.refuse(runNotRunning, { title })
    const procedure = await procedureOf(act, run.procedure_id)
    const edition = (await editionsOf(act, run.procedure_id)).find(({ number }) => number === procedure.number)
    if (!edition || edition.number === run.number) return act.refuse(runUpToDate, { title })
    const before = await stepsOf(act, id)
    const wanted = stepsFor(act, {
      procedure,
      anchorOn: run.anchor_on,
      answers: answers.parse(run.answers),
      starterId: run.started_by_id,
      runId: id,
      content: readContent(edition),
      startOn: run.started_at.toZonedDateTimeISO(act.office.zone).toPlainDate(),
    })
    const withdrawn = await settling(
      act,
      before.filter(step => step.state === 'open' && step.key !== null),
    )
    await replaceSteps(act, run, before, wanted)
    await updateRun(act, id, { number: edition.number })
    const version = await act.changeRecord(id)
    const moved = { ...run, number: edition.number }
    const work = await advance(act, moved, await stepsOf(act, id), title)
    act.emit(
      runMoved,
      {
        id,
        title,
        number: edition.number,
        ...(work.length > 0 ? { work } : {}),
        ...(withdrawn.untouched.length > 0 ? { workWithdrawn: withdrawn.untouched } : {}),
      },
      [id, run.procedure_id],
    )
    return { output: { id, version } }
  },
})

/** Steps that ended, and those added to this run, keep what they are; all others become as the version says. */
async function replaceSteps(
  act: Act,
  run: RunRow,
  before: readonly StepRow[],
  wanted: readonly NewStep[],
): Promise<void> {
  const kept = new Map(before.filter(step => ended(step) && step.state !== 'left-out').map(step => [step.key, step]))
  const rounds = new Map(before.map(step => [step.key, step]))
  const own = before
    .filter(step => step.key === null || !wanted.some(({ key }) => key === step.key))
    .filter(step => step.key === null || (ended(step) && step.state !== 'left-out'))
  await act
    .db<ProceduresTables>()
    .deleteFrom('procedures.run_step')
    .where('organisation_id', '=', act.office.id)
    .where('run_id', '=', run.id)
    .execute()
  const rows = wanted.map((step): NewStep => {
    const done = kept.get(step.key ?? '')
    if (done) return { ...done, position: step.position, waits_for: step.waits_for ?? [] }
    const was = rounds.get(step.key ?? '')
    return was ? { ...step, id: was.id, round: was.round + 1 } : step
  })
  const last = rows.length
  // what is of this run alone comes after, and waits for nothing that has another number now
  rows.push(...own.map((step, index) => ({ ...step, position: last + index + 1, waits_for: [] })))
  await insertSteps(act, rows)
}
