/** The rhythms in what somebody does that nobody has answered yet. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { workingCalendar } from '../work/contract.ts'
import type { Named } from './contract.ts'
import { rulesOf } from './habit-rules.ts'
import { type Done, type Habit, habitsOf, likeTitle } from './habits.ts'
import { dayOf } from './late.ts'
import { nextDay } from './rule-dates.ts'
import type { ProceduresTables } from './tables.ts'

type Reading = Pick<View, 'office' | 'principal' | 'today' | 'db'>

/** How far back habits are looked for. */
export const habitDays = 400

export interface DoneTask extends Done {
  readonly record: Named
  /** It came from a rule or an event already. */
  readonly ruled: boolean
}

/** What somebody completed since a day, oldest first, as far as the reader may see it. */
export async function doneBy(view: Reading, personId: string, since: Temporal.PlainDate): Promise<DoneTask[]> {
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

/** What was answered to this person's rhythms. */
export function habitAnswers(view: Reading, personId: string) {
  return view
    .db<ProceduresTables>()
    .selectFrom('procedures.habit_answer')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('person_id', '=', personId)
    .orderBy('title')
    .execute()
}

const keyOf = (like: string, rhythm: string): string => `${rhythm} ${like}`

/** Habits among what no rule has asked for and nobody has answered, each ready to be adopted. */
export async function proposedHabits(view: Reading, personId: string, done: readonly DoneTask[]) {
  const calendar = workingCalendar(view.office.country)
  const answered = new Set((await habitAnswers(view, personId)).map(one => keyOf(one.like_title, one.rhythm)))
  const found = habitsOf(
    done.filter(one => !one.ruled),
    view.today,
    calendar,
  )
  return found
    .filter(habit => !answered.has(keyOf(likeKey(habit.title), habit.rhythm)))
    .map((habit: Habit) => {
      const { rule, repeat } = rulesOf(habit)
      const after = habit.lastOn.add({ days: 1 })
      const from = Temporal.PlainDate.compare(after, view.today) > 0 ? after : view.today
      const nextOn = nextDay(rule, from, calendar)
      // the rule begins after what has been done already; every second week keeps its step
      const fromOn = habit.rhythm === 'two-weeks' && nextOn ? nextOn : after
      return { ...habit, nextOn, rule: { ...rule, fromOn }, repeat }
    })
}

/** What titles of the same work have in common, as it is kept. */
export const likeKey = (title: string): string => likeTitle(title).slice(0, 300)
