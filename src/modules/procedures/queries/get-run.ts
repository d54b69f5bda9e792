import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { addComment } from '../../work/contract.ts'
import { addStep, answers, cancelRun, getRun, changeAnchor, moveRun, stepKey } from '../contract.ts'
import { endedLate } from '../late.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { type EditionRow, editionsOf, readContent } from '../procedure-row.ts'
import { isLate, type StepRow, stepsOf } from '../steps.ts'
import { readRuns, type SeenRun, toRunLines } from './run-lines.ts'

interface TaskOfStep {
  readonly raised_key: string
  readonly task_id: string
  readonly owner_id: string | null
  readonly owner_role: string | null
  readonly stands_in_for_id: string | null
}

export const getRunBody = implementQuery(getRun, async (view, { id }) => {
  const [run] = await readRuns(view, sql`u.id = ${id}`, sql`limit 1`)
  if (!run) return view.refuse(kernelRefusals.notFound, { kind: 'procedure-run', id })
  const steps = await stepsOf(view as never, id)
  const tasks = await tasksOf(view, steps)
  const [line] = await toRunLines(view, [run])
  const editions = await editionsOf(view as never, run.procedure_id)
  const name = naming(
    await namesOf(view, [
      run.started_by_id,
      ...steps.flatMap(step => [step.owner_id, step.ended_by_id, step.evidence_id]),
      ...[...tasks.values()].flatMap(task => [task.owner_id, task.stands_in_for_id]),
    ]),
  )
  const current = await inForceOf(view, run.procedure_id)
  const newer = current !== null && current > run.number ? current : null
  return {
    record: { id, kind: 'procedure-run', title: run.title, class: run.class, version: run.version, state: run.state },
    run: line!,
    answers: answersOf(run, editions),
    startedBy: name(run.started_by_id),
    endedAt: run.ended_at,
    because: run.because,
    newer,
    steps: steps.map(step => {
      const task = tasks.get(keyOf(step))
      return {
        id: step.id,
        position: step.position,
        title: step.title,
        howTo: step.how_to,
        state: step.state,
        owner: name(task ? task.owner_id : step.owner_id),
        ownerRole: task ? task.owner_role : step.owner_role,
        standsInFor: name(task?.stands_in_for_id),
        taskId: task?.task_id ?? null,
        dueOn: step.due_on,
        beginOn: step.begin_on,
        effortMinutes: step.effort_minutes,
        waitsFor: step.waits_for,
        evidence: step.evidence,
        evidenceRecord: name(step.evidence_id),
        added: step.key === null,
        late: step.ended_at
          ? step.state === 'done' && endedLate(step, view.office.zone)
          : run.state === 'running' && step.state !== 'left-out' && isLate(view, step),
        endedAt: step.ended_at,
        endedBy: name(step.ended_by_id),
        because: step.because,
        unexplained: step.state === 'done' && step.because === null && endedLate(step, view.office.zone),
      }
    }),
    can: offers(view, run, newer !== null),
  }
})

const keyOf = (step: StepRow): string => stepKey(step.run_id, step.id, step.round)

/** The tasks of the steps, as they stand now: whoever was given one, and whom they stand in for. */
async function tasksOf(view: View, steps: readonly StepRow[]): Promise<ReadonlyMap<string, TaskOfStep>> {
  const { rows } = await sql<TaskOfStep>`
    select raised_key, task_id, owner_id, owner_role, stands_in_for_id from work.task_fact
    where organisation_id = ${view.office.id} and raised_key = any(${steps.map(keyOf)}::text[])`.execute(view.db())
  return new Map(rows.map(row => [row.raised_key, row]))
}

async function inForceOf(view: View, procedureId: string): Promise<number | null> {
  const { rows } = await sql<{ number: number | null }>`
    select number from procedures.procedure where organisation_id = ${view.office.id} and id = ${procedureId}`.execute(
    view.db(),
  )
  return rows[0]?.number ?? null
}

function answersOf(run: SeenRun, editions: readonly EditionRow[]) {
  const edition = editions.find(({ number }) => number === run.number)
  const given = answers.parse(run.answers)
  return (edition ? readContent(edition).questions : []).flatMap(({ key, text }) =>
    given[key] === undefined ? [] : [{ question: text, answer: given[key] }],
  )
}

function offers(view: View, run: SeenRun, outdated: boolean) {
  if (run.state !== 'running') return can(view, addComment, { recordId: run.id })
  const input = { id: run.id, expectedVersion: run.version }
  return [
    ...can(view, addStep, input),
    ...can(view, changeAnchor, { ...input, anchorOn: run.anchor_on.toString() }),
    ...(outdated ? can(view, moveRun, input) : []),
    ...can(view, addComment, { recordId: run.id }),
    ...can(view, cancelRun, input),
  ]
}
