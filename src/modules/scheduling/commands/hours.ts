import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { isZone } from '../clock.ts'
import * as c from '../contract.ts'
import { clashing, type Weekly, weeklyOf, weeklyTimeOf } from '../hours.ts'
import { habitsOf } from '../people-rows.ts'

/** Whose hours it is about; those of others are for who arranges the whole office. */
async function whose(act: Act, principalId: string | undefined): Promise<{ id: string; name: string }> {
  const id = principalId ?? act.principal.id
  if (id !== act.principal.id && limitOf(act.principal, c.setTravel.permission) === undefined)
    act.refuse(kernelRefusals.notPermitted, { act: c.setWorkingHours.name })
  await requireColleague(act, id, c.schedulingPersonUnknown)
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return { id, name: rows[0]?.title ?? act.principal.name }
}

async function keep(
  act: Act,
  id: string,
  facts: { zone: string; country: string; restMinutes: number; movable: readonly string[] },
) {
  await sql`
    insert into scheduling.person (organisation_id, principal_id, zone, country, rest_minutes, movable)
    values (${act.office.id}, ${id}, ${facts.zone}, ${facts.country}, ${facts.restMinutes}, ${facts.movable}::text[])
    on conflict (organisation_id, principal_id) do update set zone = excluded.zone, country = excluded.country,
      rest_minutes = excluded.rest_minutes, movable = excluded.movable`.execute(act.db())
}

async function keepTimes(act: Act, id: string, purpose: 'work' | 'avoid', week: readonly Weekly[]) {
  const clash = clashing(week)
  if (clash) act.refuse(c.hoursOverlap, { weekday: clash.weekday })
  await sql`
    delete from scheduling.weekly_time
    where organisation_id = ${act.office.id} and principal_id = ${id} and purpose = ${purpose}`.execute(act.db())
  await sql`
    insert into scheduling.weekly_time (organisation_id, principal_id, purpose, weekday, from_minute, until_minute)
    select ${act.office.id}, ${id}, ${purpose}, * from unnest(${week.map(one => one.weekday)}::smallint[],
      ${week.map(one => one.from)}::smallint[], ${week.map(one => one.until)}::smallint[])`.execute(act.db())
}

export const setWorkingHoursBody = implementCommand(c.setWorkingHours, {
  async run(act, { principalId, zone, country, hours }) {
    const { id, name } = await whose(act, principalId)
    if (!isZone(zone)) act.refuse(c.schedulingZoneUnknown, { zone })
    const was = (await habitsOf(act, [id]))(id)
    await keep(act, id, { ...was, zone, country })
    await keepTimes(act, id, 'work', hours.map(weeklyOf))
    act.emit(c.workingHoursSet, { id, name }, [id])
    return {
      output: {},
      undo: {
        command: c.setWorkingHours.name,
        input: { principalId: id, zone: was.zone, country: was.country, hours: was.hours.map(weeklyTimeOf) },
      },
    }
  },
})

export const setPreferencesBody = implementCommand(c.setPreferences, {
  async run(act, { principalId, avoid, restMinutes, movable }) {
    const { id, name } = await whose(act, principalId)
    const was = (await habitsOf(act, [id]))(id)
    await keep(act, id, { ...was, restMinutes, movable: [...new Set(movable)] })
    // Whoever says how they like to meet keeps the office's hours as their own until they say otherwise.
    if (!was.own) await keepTimes(act, id, 'work', was.hours)
    await keepTimes(act, id, 'avoid', avoid.map(weeklyOf))
    act.emit(c.preferencesSet, { id, name }, [id])
    return {
      output: {},
      undo: {
        command: c.setPreferences.name,
        input: {
          principalId: id,
          avoid: was.avoid.map(weeklyTimeOf),
          restMinutes: was.restMinutes,
          movable: was.movable,
        },
      },
    }
  },
})

export const setTravelBody = implementCommand(c.setTravel, {
  async run(act, { site, other, minutes }) {
    const [one, two] = [site, other].toSorted() as [string, string]
    if (one === two) act.refuse(c.sitesAlike, { site })
    // The collation of the database may order them otherwise than we do.
    const pair = sql`select least(${one}::text, ${two}::text) as a, greatest(${one}::text, ${two}::text) as b`
    const { rows: before } = await sql<{ minutes: number }>`
      select t.minutes from scheduling.travel t, (${pair}) p
      where t.organisation_id = ${act.office.id} and t.site = p.a and t.other_site = p.b`.execute(act.db())
    if (minutes === 0)
      await sql`
        delete from scheduling.travel t using (${pair}) p
        where t.organisation_id = ${act.office.id} and t.site = p.a and t.other_site = p.b`.execute(act.db())
    else
      await sql`
        insert into scheduling.travel (organisation_id, site, other_site, minutes)
        select ${act.office.id}, p.a, p.b, ${minutes} from (${pair}) p
        on conflict (organisation_id, site, other_site) do update set minutes = excluded.minutes`.execute(act.db())
    act.emit(c.travelSet, { site, other, minutes })
    return {
      output: {},
      undo: { command: c.setTravel.name, input: { site, other, minutes: before[0]?.minutes ?? 0 } },
    }
  },
})
