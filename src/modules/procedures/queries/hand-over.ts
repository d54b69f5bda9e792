import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { workingCalendar } from '../../work/contract.ts'
import { handOver, type Recurrence, type rhythms } from '../contract.ts'
import { type ObligationRow, recurrenceOf } from '../obligation-row.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { type ProcedureRow, ruleOf } from '../procedure-row.ts'
import { doneBy, habitAnswers, habitDays, proposedHabits } from '../proposed-habits.ts'
import { nextDays } from '../rule-dates.ts'
import { absencesAhead, deputies } from './list-cover.ts'

const mostLines = 500
const mostActs = 12
const mostCalls = 20
/** Of what comes back, so many days. */
const mostDays = 3

interface Line {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly due_on: Temporal.PlainDate | null
  readonly state: string
}

interface Waiting {
  readonly waiting_for: string
  readonly waiting_since: Temporal.Instant
  readonly chase_on: Temporal.PlainDate | null
}

const toLine = ({ id, kind, title, due_on: dueOn, state }: Line) => ({ record: { id, kind, title }, dueOn, state })

async function lines<Row extends Line>(view: View, kind: string, rest: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.kind, r.title, x.* from ${visibleRecords(view, kind).selectAll()} r, lateral (${rest}) x
    order by x.due_on nulls last, r.title limit ${mostLines}`.execute(view.db())
  return rows
}

export const handOverBody = implementQuery(handOver, async (view, { personId, days }) => {
  const org = view.office.id
  const person = (await namesOf(view, [personId])).get(personId)
  if (person?.kind !== 'principal') return view.refuse(kernelRefusals.notFound, { kind: 'principal', id: personId })
  const since = view.today.subtract({ days })
  const tasks = await lines<Line & { repeats: boolean; source_id: string | null }>(
    view,
    'task',
    sql`select t.due_on, t.state, t.repeats, t.source_id from work.task_fact t
      where t.organisation_id = ${org} and t.task_id = r.id and coalesce(t.stands_in_for_id, t.owner_id) = ${personId} and t.state in ('open', 'waiting')`,
  )
  const steps = await lines<Line & { step: string }>(
    view,
    'procedure-run',
    sql`select s.due_on, s.state, s.title as step from procedures.run u
      join procedures.run_step s on s.organisation_id = u.organisation_id and s.run_id = u.id
      where u.organisation_id = ${org} and u.id = r.id and u.state = 'running' and s.owner_id = ${personId} and s.state in ('waiting', 'open')`,
  )
  const waiting = await lines<Line & Waiting>(
    view,
    'task',
    sql`select t.due_on, t.state, t.waiting_for, t.waiting_since, t.chase_on from work.task_fact t
      where t.organisation_id = ${org} and t.task_id = r.id and coalesce(t.stands_in_for_id, t.owner_id) = ${personId} and t.state = 'waiting'`,
  )
  const procedures = await lines<Line & ProcedureRow>(
    view,
    'procedure',
    sql`select p.*, p.next_on as due_on from procedures.procedure p
      where p.organisation_id = ${org} and p.id = r.id and p.owner_id = ${personId} and p.state <> 'retired'`,
  )
  const obligations = await lines<Line & ObligationRow>(
    view,
    'obligation',
    sql`select o.*, o.next_on as due_on from procedures.obligation o
      where o.organisation_id = ${org} and o.id = r.id and o.owner_id = ${personId} and o.state = 'in-force'`,
  )
  const done = await doneBy(view, personId, view.today.subtract({ days: Math.max(days, habitDays) }))
  const lately = done.filter(one => Temporal.PlainDate.compare(one.on, since) >= 0).reverse()
  const absences = (await absencesAhead(view)).filter(one => one.person_id === personId)
  const name = naming(
    await namesOf(view, [
      (await deputies(view)).get(personId),
      ...absences.map(one => one.deputy_id),
      ...tasks.map(task => task.source_id),
    ]),
  )
  return {
    person,
    deputy: name((await deputies(view)).get(personId)),
    today: view.today,
    since,
    away: absences.map(one => ({ fromOn: one.from_on, untilOn: one.until_on, deputy: name(one.deputy_id) })),
    tasks: tasks.map(task => ({ ...toLine(task), repeats: task.repeats, source: name(task.source_id) })),
    steps: steps.map(step => ({ ...toLine(step), step: step.step })),
    waiting: waiting.map(({ id, kind, title, waiting_for: waitingFor, waiting_since: since_, chase_on: chaseOn }) => ({
      record: { id, kind, title },
      waitingFor,
      since: since_,
      chaseOn,
    })),
    procedures: procedures.map(row => ({ ...toLine(row), nextDays: ahead(view, ruleOf(row), row.due_on) })),
    obligations: obligations.map(row => ({ ...toLine(row), nextDays: ahead(view, recurrenceOf(row), row.due_on) })),
    calls: await callsOf(view, personId, since),
    done: lately.slice(0, mostLines).map(({ record, on }) => ({ record, on })),
    inPlace: await inPlaceOf(view, personId, since),
    doneTotal: lately.length,
    acts: await actsOf(view, personId, since),
    habits: await proposedHabits(view, personId, done),
    refused: (await habitAnswers(view, personId))
      .filter(one => one.answer === 'refused')
      .map(one => ({ title: one.title, rhythm: one.rhythm as (typeof rhythms)[number] })),
  }
})

/** The person's acts of the time by name: what they spend their days with. */
async function actsOf(view: View, personId: string, since: Temporal.PlainDate) {
  const { rows } = await sql<{ command: string; count: number }>`
    select command, count(*)::int as count from kernel.journal
    where organisation_id = ${view.office.id} and principal_id = ${personId} and cause_seq is null
      and at >= ${since.toZonedDateTime(view.office.zone).toInstant()}
    group by command order by count(*) desc, command limit ${mostActs}`.execute(view.db())
  return rows
}

/** What others did in the person's place. */
async function inPlaceOf(view: View, personId: string, since: Temporal.PlainDate) {
  const { rows } = await sql<{ id: string; kind: string; title: string; at: Temporal.Instant; by_id: string }>`
    select r.id, r.kind, r.title, t.ended_at as at, t.ended_by_id as by_id
    from ${visibleRecords(view, 'task').selectAll()} r join work.task_fact t on t.organisation_id = ${view.office.id} and t.task_id = r.id
    where t.stands_in_for_id = ${personId} and t.state = 'done' and t.ended_by_id <> ${personId}
      and t.ended_at >= ${since.toZonedDateTime(view.office.zone).toInstant()}
    order by t.ended_at desc limit ${mostLines}`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.by_id),
    ),
  )
  return rows.map(({ id, kind, title, at, by_id: by }) => ({
    record: { id, kind, title },
    on: at.toZonedDateTimeISO(view.office.zone).toPlainDate(),
    by: name(by),
  }))
}

/** The next days of a rule, from the one that is due on. */
function ahead(view: View, rule: Recurrence | null, dueOn: Temporal.PlainDate | null): Temporal.PlainDate[] {
  if (!dueOn) return []
  return rule ? nextDays(rule, dueOn, mostDays, workingCalendar(view.office.country)) : [dueOn]
}

/** Whom the person's open and late work is for or waits for: who to call. */
async function callsOf(view: View, personId: string, since: Temporal.PlainDate) {
  const { rows } = await sql<{ id: string; kind: string; title: string; tasks: number }>`
    with met as (
      select t.task_id, unnest(array[t.for_id, t.waiting_for_id]) as party_id from work.task_fact t
      join ${visibleRecords(view, 'task').select('kernel.record.id')} seen on seen.id = t.task_id
      where t.organisation_id = ${view.office.id} and (coalesce(t.stands_in_for_id, t.owner_id) = ${personId} and t.state in ('open', 'waiting')
        or t.ended_by_id = ${personId} and t.state = 'done' and t.ended_at >= ${since.toZonedDateTime(view.office.zone).toInstant()}))
    select r.id, r.kind, r.title, count(distinct met.task_id)::int as tasks from met
    join kernel.record own on own.organisation_id = ${view.office.id} and own.id = met.party_id
    join ${visibleRecords(view).selectAll()} r on r.id = coalesce(own.merged_into, own.id)
    where r.kind in ('person', 'organisation')
    group by r.id, r.kind, r.title order by count(distinct met.task_id) desc, r.title limit ${mostCalls}`.execute(
    view.db(),
  )
  return rows.map(({ tasks, ...party }) => ({ party, tasks }))
}
