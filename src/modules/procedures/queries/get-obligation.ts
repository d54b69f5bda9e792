import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { addComment } from '../../work/contract.ts'
import {
  changeObligation,
  endObligation,
  fulfilObligation,
  getObligation,
  obligationKey,
  resumeObligation,
} from '../contract.ts'
import { daysDue, daysOf, recurrenceOf } from '../obligation-row.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { factsOf, readObligations, type SeenObligation } from './obligation-lines.ts'
import { stateOfDay } from './year.ts'

/** How many of the days ahead its page shows. */
const mostAhead = 8

export const getObligationBody = implementQuery(getObligation, async (view, { id }) => {
  const [row] = await readObligations(view, sql`where r.id = ${id}`)
  if (!row) return view.refuse(kernelRefusals.notFound, { kind: 'obligation', id })
  const noted = (await daysOf(view as never, id)).filter(day => day.raised_at !== null || day.fulfilled_at !== null)
  const ahead =
    row.state === 'ended'
      ? []
      : daysDue(row, view.today, view.today.add({ months: 18 }), view.office.country).slice(0, mostAhead)
  const days = [...new Map([...noted.map(day => day.due_on), ...ahead].map(day => [day.toString(), day])).values()]
  days.sort(Temporal.PlainDate.compare)
  const tasks = await tasksOf(
    view,
    noted.map(day => obligationKey(id, day.due_on, day.round)),
  )
  const facts = await factsOf(view, [row])
  const name = naming(
    await namesOf(view, [row.basis_id, ...noted.flatMap(day => [day.fulfilled_by_id, day.evidence_id])]),
  )
  return {
    record: { id, kind: 'obligation', title: row.title, class: row.class, version: row.version, state: row.state },
    ...facts(row),
    basisRecord: name(row.basis_id),
    rule: recurrenceOf(row),
    leadDays: row.lead_days,
    ifLate: row.if_late,
    consequence: row.consequence,
    note: row.note,
    evidence: row.evidence,
    days: days.map(dueOn => {
      const day = noted.find(one => one.due_on.equals(dueOn))
      return {
        dueOn,
        state: stateOfDay(day, dueOn, view.today),
        taskId: day ? (tasks.get(obligationKey(id, dueOn, day.round)) ?? null) : null,
        fulfilledAt: day?.fulfilled_at ?? null,
        by: name(day?.fulfilled_by_id),
        evidence: name(day?.evidence_id),
        note: day?.note ?? '',
      }
    }),
    can: offers(
      view,
      row,
      days.find(dueOn => !noted.find(day => day.due_on.equals(dueOn))?.fulfilled_at),
    ),
  }
})

async function tasksOf(view: View, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ raised_key: string; task_id: string }>`
    select raised_key, task_id from work.task_fact
    where organisation_id = ${view.office.id} and raised_key = any(${[...keys]}::text[])`.execute(view.db())
  return new Map(rows.map(row => [row.raised_key, row.task_id]))
}

function offers(view: View, row: SeenObligation, next: Temporal.PlainDate | undefined) {
  const input = { id: row.id, expectedVersion: row.version }
  if (row.state === 'ended') return can(view, resumeObligation, input, { primary: true })
  return [
    ...(next ? can(view, fulfilObligation, { ...input, dueOn: next.toString() }, { primary: true }) : []),
    ...can(view, changeObligation, input),
    ...can(view, addComment, { recordId: row.id }),
    ...can(view, endObligation, input),
  ]
}
