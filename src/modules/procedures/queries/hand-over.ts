import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { workingCalendar } from '../../work/contract.ts'
import { handOver, type Named } from '../contract.ts'
import { rulesOf } from '../habit-rules.ts'
import { type Done, habitsOf } from '../habits.ts'
import { dayOf } from '../late.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { nextDay } from '../rule-dates.ts'
import { absencesAhead, deputies } from './list-cover.ts'

const mostLines = 500
/** How far back habits are looked for. */
const habitDays = 400
const mostActs = 12

interface Line {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly due_on: Temporal.PlainDate | null
  readonly state: string
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
  const procedures = await lines(
    view,
    'procedure',
    sql`select p.next_on as due_on, p.state from procedures.procedure p
      where p.organisation_id = ${org} and p.id = r.id and p.owner_id = ${personId} and p.state <> 'retired'`,
  )
  const obligations = await lines(
    view,
    'obligation',
    sql`select o.next_on as due_on, o.state from procedures.obligation o
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
    procedures: procedures.map(toLine),
    obligations: obligations.map(toLine),
    done: lately.slice(0, mostLines).map(({ record, on }) => ({ record, on })),
    doneTotal: lately.length,
    acts: await actsOf(view, personId, since),
    habits: proposed(view, done),
  }
})

interface DoneTask extends Done {
  readonly record: Named
  /** It came from a rule or an event already. */
  readonly ruled: boolean
}

/** What somebody completed since a day, oldest first, as far as the reader may see it. */
async function doneBy(view: View, personId: string, since: Temporal.PlainDate): Promise<DoneTask[]> {
  const { rows } = await sql<{ id: string; title: string; ended_at: Temporal.Instant; ruled: boolean }>`
    select r.id, r.title, t.ended_at, (t.repeats or t.raised_key is not null) as ruled
    from ${visibleRecords(view, 'task').selectAll()} r
    join work.task_fact t on t.organisation_id = ${view.office.id} and t.task_id = r.id
    where t.state = 'done' and t.ended_by_id = ${personId} and t.ended_at >= ${since.toZonedDateTime(view.office.zone).toInstant()}
    order by t.ended_at desc limit 5000`.execute(view.db())
  return rows
    .map(row => ({
      record: { id: row.id, kind: 'task', title: row.title },
      title: row.title,
      on: dayOf(row.ended_at, view.office.zone),
      ruled: row.ruled,
    }))
    .reverse()
}

/** The person's acts of the time by name: what they spend their days with. */
async function actsOf(view: View, personId: string, since: Temporal.PlainDate) {
  const { rows } = await sql<{ command: string; count: number }>`
    select command, count(*)::int as count from kernel.journal
    where organisation_id = ${view.office.id} and principal_id = ${personId} and cause_seq is null
      and at >= ${since.toZonedDateTime(view.office.zone).toInstant()}
    group by command order by count(*) desc, command limit ${mostActs}`.execute(view.db())
  return rows
}

/** Habits among what no rule has asked for, each ready to be adopted. */
function proposed(view: View, done: readonly DoneTask[]) {
  const calendar = workingCalendar(view.office.country)
  return habitsOf(
    done.filter(one => !one.ruled),
    view.today,
    calendar,
  ).map(habit => {
    const { rule, repeat } = rulesOf(habit)
    const after = habit.lastOn.add({ days: 1 })
    const from = Temporal.PlainDate.compare(after, view.today) > 0 ? after : view.today
    return { ...habit, nextOn: nextDay(rule, from, calendar), rule, repeat }
  })
}
