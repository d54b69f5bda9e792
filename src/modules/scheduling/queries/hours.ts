import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { weeklyTimeOf } from '../hours.ts'
import { habitsOf } from '../people-rows.ts'

export const getHoursBody = implementQuery(c.getHours, async (view, { principalId }) => {
  const id = principalId ?? view.principal.id
  const person =
    (await namesOf(view, [id])).get(id) ??
    (id === view.principal.id
      ? { id, kind: 'principal', title: view.principal.name }
      : view.refuse(kernelRefusals.notFound, { kind: 'principal', id }))
  if (person.kind !== 'principal') view.refuse(kernelRefusals.notFound, { kind: 'principal', id })
  const habits = (await habitsOf(view, [id]))(id)
  return {
    person,
    zone: habits.zone,
    country: habits.country,
    hours: habits.hours.map(weeklyTimeOf),
    avoid: habits.avoid.map(weeklyTimeOf),
    restMinutes: habits.restMinutes,
    movable: [...habits.movable],
    ownHours: habits.own,
    mayChange:
      limitOf(view.principal, (id === view.principal.id ? c.setWorkingHours : c.setTravel).permission) !== undefined,
  }
})

export const listTravelBody = implementQuery(c.listTravel, async view => {
  const { rows } = await sql<{ site: string; other: string; minutes: number }>`
    select site, other_site as other, minutes from scheduling.travel
    where organisation_id = ${view.office.id} order by site, other_site`.execute(view.db())
  const { rows: sites } = await sql<{ site: string }>`
    select distinct p.site from calendar.place_fact p join ${visibleRecords(view, 'place').selectAll()} r on r.id = p.calendar_id
    where p.organisation_id = ${view.office.id} and p.site is not null and p.retired_at is null order by p.site`.execute(
    view.db(),
  )
  return { sites: sites.map(({ site }) => site), rows, total: rows.length, next: null }
})
