/** The steps of a run: what begins, ends and is opened again, and the tasks that follow. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { evidenceMissing, runCompleted, stepKey, stepUnknown } from './contract.ts'
import type { ProceduresTables, RunStepTable, RunTable } from './tables.ts'

export type RunRow = Selectable<RunTable>
export type StepRow = Selectable<RunStepTable>
export type NewStep = Insertable<RunStepTable>

export const ended = (step: Pick<StepRow, 'state'>): boolean => step.state !== 'waiting' && step.state !== 'open'

export async function runOf(act: Act, id: string): Promise<RunRow> {
  return act
    .db<ProceduresTables>()
    .selectFrom('procedures.run')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function stepsOf(act: Pick<Act, 'db' | 'office'>, runId: string): Promise<StepRow[]> {
  return act
    .db<ProceduresTables>()
    .selectFrom('procedures.run_step')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute()
}

/** The run of an act with its steps and the one that is meant. */
export interface Meant {
  readonly run: RunRow
  readonly steps: StepRow[]
  readonly step: StepRow
}

export async function meantStep(act: Act, id: string, stepId: string): Promise<Meant> {
  const [run, steps] = [await runOf(act, id), await stepsOf(act, id)]
  const step = steps.find(one => one.id === stepId) ?? act.refuse(stepUnknown, { id: stepId })
  return { run, steps, step }
}

export async function updateStep(act: Act, step: StepRow, change: Updateable<RunStepTable>): Promise<void> {
  await act
    .db<ProceduresTables>()
    .updateTable('procedures.run_step')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('run_id', '=', step.run_id)
    .where('id', '=', step.id)
    .execute()
  Object.assign(step, change)
}

export async function updateRun(act: Act, id: string, change: Updateable<RunTable>): Promise<void> {
  await act
    .db<ProceduresTables>()
    .updateTable('procedures.run')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

const keyOf = (step: StepRow): string => stepKey(step.run_id, step.id, step.round)

/** The task that a step asks for. */
export function wishOf(run: RunRow, step: StepRow, steps: readonly StepRow[]): TaskWish {
  const held = steps.some(other => other.state === 'waiting' && other.waits_for.includes(step.position))
  return {
    key: keyOf(step),
    title: step.title,
    sourceId: run.id,
    ...(step.how_to ? { note: step.how_to } : {}),
    ...(step.owner_id ? { ownerId: step.owner_id } : step.owner_role ? { role: step.owner_role } : {}),
    ...(step.due_on ? { dueOn: step.due_on } : {}),
    ...(step.effort_minutes === null ? {} : { effortMinutes: step.effort_minutes }),
    ...(step.checklist.length > 0 ? { checklist: step.checklist } : {}),
    ...(held ? { ifLate: 'holds-others' as const } : {}),
  }
}

/**
 * Begins every step whose turn has come: all that it waits for has ended and its day is there. A run without anything left
 * is done. Gives the tasks to raise, for the event of whoever calls.
 */
export async function advance(act: Act, run: RunRow, steps: readonly StepRow[], title: string): Promise<TaskWish[]> {
  const over = new Set(steps.filter(ended).map(step => step.position))
  const begun = steps.filter(
    step =>
      step.state === 'waiting' &&
      step.waits_for.every(position => over.has(position)) &&
      (step.begin_on === null || Temporal.PlainDate.compare(step.begin_on, act.today) <= 0),
  )
  for (const step of begun) await updateStep(act, step, { state: 'open', begun_at: act.at })
  if (run.state === 'running' && steps.every(ended)) {
    await updateRun(act, run.id, { state: 'done', ended_at: act.at })
    act.emit(runCompleted, { id: run.id, title }, [run.id])
  }
  return begun.map(step => wishOf(run, step, steps))
}

/** The document that lies with a step's task, if any. */
async function attachedTo(act: Act, step: StepRow): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select l.to_id as id from work.task_fact t
    join kernel.link l on l.organisation_id = t.organisation_id and l.from_id = t.task_id and l.relation = 'attachment'
    join kernel.record r on r.organisation_id = l.organisation_id and r.id = l.to_id and r.kind = 'document'
    where t.organisation_id = ${act.office.id} and t.raised_key = ${keyOf(step)} order by l.to_id limit 1`.execute(
    act.db(),
  )
  return rows[0]?.id ?? null
}

/** Whether a step that ends at this moment is late. */
export const isLate = (act: Pick<Act, 'today'>, step: StepRow): boolean =>
  step.due_on !== null && Temporal.PlainDate.compare(step.due_on, act.today) < 0

/** Ends a step; one that wants evidence is refused without. */
export async function endStep(
  act: Act,
  step: StepRow,
  how: 'done' | 'skipped' | 'otherwise',
  { because, evidenceId }: { readonly because?: string | null | undefined; readonly evidenceId?: string | undefined },
): Promise<void> {
  const evidence = evidenceId ?? (step.evidence && how === 'done' ? await attachedTo(act, step) : null)
  if (step.evidence && how === 'done' && !evidence) act.refuse(evidenceMissing, { title: step.title })
  await updateStep(act, step, {
    state: how,
    begun_at: step.begun_at ?? act.at,
    ended_at: act.at,
    ended_by_id: act.principal.id,
    evidence_id: evidence,
    because: because?.trim() || null,
  })
}

/** Which of these tasks nobody has touched, so that they can be taken back; the others are to be done with. */
export async function settling(act: Act, steps: readonly StepRow[]) {
  const keys = steps.filter(step => step.state === 'open' || ended(step)).map(keyOf)
  const { rows } = await sql<{ raised_key: string; version: number }>`
    select t.raised_key, r.version from work.task_fact t
    join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.task_id
    where t.organisation_id = ${act.office.id} and t.raised_key = any(${keys}::text[]) and t.state in ('open', 'waiting')`.execute(
    act.db(),
  )
  const split = (untouched: boolean) =>
    rows.filter(row => (row.version === 1) === untouched).map(row => ({ key: row.raised_key }))
  return { untouched: split(true), touched: split(false) }
}

/** Lets the steps that waited for this one wait again, as far as nobody has touched their tasks; gives these tasks' keys. */
export async function waitAgain(act: Act, step: StepRow, steps: readonly StepRow[]): Promise<{ key: string }[]> {
  const followers = steps.filter(other => other.state === 'open' && other.waits_for.includes(step.position))
  const { untouched } = await settling(act, followers)
  for (const follower of followers) {
    if (!untouched.some(({ key }) => key === keyOf(follower))) continue
    await updateStep(act, follower, { state: 'waiting', begun_at: null })
  }
  return untouched
}
