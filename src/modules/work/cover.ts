/**
 * Standing in: while somebody is away, their open tasks that are due before they are back stand with the deputy, who is told
 * for whom. What the deputy may not see stays where it is, and is counted as uncovered.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Act, Standing } from '../../kernel/implement.ts'
import { tasksCovered, tasksReturned } from './contract.ts'
import { raiseVersions } from './task-row.ts'

const isOpen = sql`t.state in ('open', 'waiting')`

/** Whether the principal may see the record, by what authority publishes of roles and clearances. */
function maySeeRecord(principal: RawBuilder<unknown>, record: string, at: Temporal.Instant): RawBuilder<unknown> {
  const r = sql.raw(record)
  const holds = sql`s.from_at <= ${at} and (s.until_at is null or s.until_at > ${at})`
  const sight = sql`select from authority.sight s where s.organisation_id = ${r}.organisation_id and s.principal_id = ${principal} and ${holds}`
  return sql`(exists (${sight} and s.clearance >= ${r}.class)
    and (${r}.audience is null or exists (${sight} and s.audience_id = any(${r}.audience))))`
}

/** Open tasks of `a` (an absence) that are due before its end. */
export const dueInAbsence = sql`t.organisation_id = a.organisation_id and t.owner_id = a.person_id and t.stands_in_for_id is null
  and ${isOpen} and t.due_on <= a.until_on`

/** The deputy of `a` may see the task's record `r`. */
export const deputyMaySee = (at: Temporal.Instant) => maySeeRecord(sql`a.deputy_id`, 'r', at)

/** Tasks that a deputy is to have today, as rows of task and absence. */
const toCover = ({ office, today, at }: Pick<Standing, 'office' | 'today' | 'at'>) => sql`
  from work.absence a join work.task t on ${dueInAbsence}
  join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
  where a.organisation_id = ${office.id} and a.cancelled_at is null and a.deputy_id is not null
    and ${today}::date between a.from_on and a.until_on and ${deputyMaySee(at)}
    and not exists (select from work.absence b where b.organisation_id = a.organisation_id and b.person_id = a.deputy_id
      and b.cancelled_at is null and ${today}::date between b.from_on and b.until_on)`

/** Tasks that somebody still does for a person who is no longer away, or whom somebody else stands in for now. */
const toReturn = ({ office, today }: Pick<Standing, 'office' | 'today'>) => sql`
  from work.task t where t.organisation_id = ${office.id} and t.stands_in_for_id is not null and ${isOpen}
    and not exists (select from work.absence a where a.organisation_id = t.organisation_id and a.person_id = t.stands_in_for_id
      and a.deputy_id = t.owner_id and a.cancelled_at is null and ${today}::date between a.from_on and a.until_on)`

/** How many tasks should be with somebody else now. */
export async function countToMove(
  view: Pick<Standing, 'office' | 'today' | 'at'> & { db(): unknown },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) ${toCover(view)}) + (select count(*) ${toReturn(view)}))::int as count`.execute(
    view.db() as never,
  )
  return rows[0]!.count
}

/** Returns what is over and covers what is due: all of it in the act that calls. */
export async function moveTasks(act: Act): Promise<{ covered: number; returned: number }> {
  const returned = await returnTasks(act)
  const covered = await giveToDeputies(act)
  return { covered, returned }
}

interface Moved {
  readonly id: string
  readonly owner_id: string
  readonly for_id: string | null
}

async function returnTasks(act: Act): Promise<number> {
  const { rows } = await sql<Moved>`
    update work.task set owner_id = stands_in_for_id, stands_in_for_id = null, pinned_at = null
    where organisation_id = ${act.office.id} and id in (select t.id ${toReturn(act)})
    returning id, owner_id, null::uuid as for_id`.execute(act.db())
  for (const [ownerId, ids] of grouped(rows)) {
    await raiseVersions(act, ids)
    act.emit(tasksReturned, { ids, count: ids.length, owner: await nameOf(act, ownerId) }, ids)
  }
  return rows.length
}

async function giveToDeputies(act: Act): Promise<number> {
  const { rows } = await sql<Moved>`
    update work.task x set owner_id = c.deputy_id, stands_in_for_id = c.person_id, pinned_at = null
    from (select t.id, a.deputy_id, a.person_id ${toCover(act)}) c
    where x.organisation_id = ${act.office.id} and x.id = c.id
    returning x.id, x.owner_id, x.stands_in_for_id as for_id`.execute(act.db())
  for (const [ownerId, ids] of grouped(rows)) {
    const persons = new Set(rows.filter(row => ids.includes(row.id)).map(row => row.for_id!))
    await raiseVersions(act, ids)
    const names = await Promise.all([...persons].map(id => nameOf(act, id)))
    act.emit(tasksCovered, { ids, count: ids.length, owner: await nameOf(act, ownerId), for: names.join(', ') }, ids)
  }
  return rows.length
}

function grouped(rows: readonly Moved[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, owner_id: owner } of rows) found.set(owner, [...(found.get(owner) ?? []), id])
  return found
}

/** What a record is called. */
export async function nameOf(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.title ?? ''
}
