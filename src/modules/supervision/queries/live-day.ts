import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { type DayLine, liveDay } from '../contract.ts'
import { ledBy, mayAll } from '../leading.ts'

/** As many lines as are told one by one. */
const mostRows = 10
/** Nobody has answered for so long: stuck, though no day to ask again was set. */
const stuckDays = 7

interface PersonRow {
  readonly id: string
  readonly title: string
  readonly superior_id: string | null
  readonly team: string | null
  readonly away_until: Temporal.PlainDate | null
  readonly away_deputy_id: string | null
}

interface TaskRow {
  readonly person_id: string
  readonly id: string
  readonly title: string
  readonly due_on: Temporal.PlainDate | null
  readonly effort_minutes: number | null
  readonly waiting_for: string | null
  readonly done: boolean
  readonly late: boolean
  readonly today: boolean
  readonly stuck: boolean
}

/** Those whose day is asked for; nobody sees their own among them, for that is what the desk is for. */
async function peopleOf(view: View, scope: 'led' | 'all'): Promise<PersonRow[]> {
  const org = view.office.id
  const { rows } = await sql<PersonRow>`
    select r.id, r.title, p.superior_id, p.team, a.until_on as away_until, a.deputy_id as away_deputy_id
    from authority.colleague c
    join ${visibleRecords(view, 'principal').selectAll()} r on r.id = c.principal_id
    left join supervision.place p on p.organisation_id = ${org} and p.person_id = c.principal_id
    left join work.absence_fact a on a.organisation_id = ${org} and a.person_id = c.principal_id and ${view.today}::date between a.from_on and a.until_on
    where c.organisation_id = ${org} and c.kind = 'person' and c.principal_id <> ${view.principal.id}
      and ${scope === 'all' ? sql`true` : sql`c.principal_id in ${ledBy(view)}`}
    order by p.team nulls last, r.title, r.id limit 500`.execute(view.db())
  return rows
}

const dayStart = (view: View): Temporal.Instant => view.today.toZonedDateTime(view.office.zone).toInstant()

async function tasksOf(view: View, people: readonly string[]): Promise<TaskRow[]> {
  const { today } = view
  const from = dayStart(view)
  const weekAgo = view.at.subtract({ hours: 24 * stuckDays })
  const { rows } = await sql<TaskRow>`
    select * from (
      select case when t.state = 'done' then t.ended_by_id else t.owner_id end as person_id, r.id, r.title, t.due_on, t.effort_minutes,
        t.waiting_for, t.state = 'done' as done, t.state <> 'done' and coalesce(t.due_on < ${today}::date, false) as late,
        t.state <> 'done' and coalesce(t.due_on = ${today}::date, false) as today,
        t.state = 'waiting' and coalesce(t.chase_on <= ${today}::date, t.waiting_since < ${weekAgo}) as stuck, t.ended_at
      from ${visibleRecords(view, 'task').selectAll()} r
      join work.task_fact t on t.organisation_id = ${view.office.id} and t.task_id = r.id
      where (t.state in ('open', 'waiting') and t.owner_id = any(${[...people]}::uuid[]))
        or (t.state = 'done' and t.ended_by_id = any(${[...people]}::uuid[]) and t.ended_at >= ${from})) x
    where done or late or today or stuck order by ended_at desc nulls first, due_on nulls last, id limit 20000`.execute(
    view.db(),
  )
  return rows
}

interface DoingRow {
  readonly principal_id: string
  readonly at: Temporal.Instant
  readonly command: string
  readonly seq: bigint
}

/** The newest act of today of each, with the record it was about, as far as the reader may see it. */
async function doingOf(view: View, people: readonly string[]) {
  const org = view.office.id
  const { rows } = await sql<DoingRow>`
    select distinct on (j.principal_id) j.principal_id, j.at, j.command, j.seq from kernel.journal j
    where j.organisation_id = ${org} and j.at >= ${dayStart(view)} and j.principal_id = any(${[...people]}::uuid[])
      and j.cause_seq is null and j.behalf_of_id is null
    order by j.principal_id, j.seq desc`.execute(view.db())
  const { rows: records } = await sql<{ seq: bigint; id: string; kind: string; title: string }>`
    select distinct on (t.seq) t.seq, r.id, r.kind, r.title from kernel.journal_record t
    join ${visibleRecords(view).selectAll()} r on r.id = t.record_id
    where t.organisation_id = ${org} and t.seq = any(${rows.map(row => String(row.seq))}::bigint[]) and r.kind <> 'notice'
    order by t.seq, r.id`.execute(view.db())
  const about = new Map(records.map(({ seq, ...record }) => [String(seq), record]))
  return new Map(
    rows.map(({ principal_id: id, at, command, seq }) => [id, { command, at, record: about.get(String(seq)) ?? null }]),
  )
}

const lines = (tasks: readonly TaskRow[], what: (task: TaskRow) => string | null = () => null): DayLine['late'] => ({
  total: tasks.length,
  rows: tasks.slice(0, mostRows).map(task => ({
    record: { id: task.id, kind: 'task', title: task.title },
    dueOn: task.due_on,
    what: what(task),
  })),
})

export const liveDayBody = implementQuery(liveDay, async (view, { scope }) => {
  if (scope === 'all' && !mayAll(view)) view.refuse(kernelRefusals.notPermitted, { act: liveDay.name })
  const people = await peopleOf(view, scope)
  const ids = people.map(person => person.id)
  const byPerson = Map.groupBy(await tasksOf(view, ids), task => task.person_id)
  const doing = await doingOf(view, ids)
  const name = naming(
    await namesOf(
      view,
      people.flatMap(one => [one.superior_id, one.away_deputy_id]),
    ),
  )
  return {
    today: view.today,
    mayAll: mayAll(view),
    people: people.map(person => {
      const tasks = byPerson.get(person.id) ?? []
      const today = tasks.filter(task => task.today)
      return {
        person: { id: person.id, kind: 'principal', title: person.title },
        superior: name(person.superior_id),
        team: person.team,
        away: person.away_until && { untilOn: person.away_until, deputy: name(person.away_deputy_id) },
        doing: doing.get(person.id) ?? null,
        done: lines(tasks.filter(task => task.done)),
        today: {
          total: today.length,
          minutes: Math.min(
            100_000,
            today.reduce((sum, task) => sum + (task.effort_minutes ?? 0), 0),
          ),
        },
        late: lines(tasks.filter(task => task.late)),
        stuck: lines(
          tasks.filter(task => task.stuck),
          task => task.waiting_for,
        ),
      }
    }),
  }
})
