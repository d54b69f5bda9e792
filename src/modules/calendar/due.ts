/** What the clock brings: reminders, places that nobody came to, pencilled times that end, series to lead on. */
import { type RawBuilder, sql } from 'kysely'
import type { Standing } from '../../kernel/implement.ts'
import { zonesEdition } from './laid-out.ts'

type Reading = Pick<Standing, 'office' | 'at'>

/** Reminders are looked for among what begins within a week. */
const within = 7

export const dueReminders = ({ office, at }: Reading): RawBuilder<unknown> => sql`
  select c.owner_id as principal_id, o.event_id, o.recurrence, m.minutes, o.start_at
  from calendar.calendar c
  join calendar.occurrence o on o.organisation_id = c.organisation_id and o.calendar_id = c.id
    and o.start_at > ${at} and o.start_at <= ${at.add({ hours: within * 24 })} and o.event_id is not null
  join calendar.placing p on p.organisation_id = o.organisation_id and p.event_id = o.event_id and p.calendar_id = o.calendar_id
  cross join lateral unnest(p.reminders) as m (minutes)
  where c.organisation_id = ${office.id} and c.owner_id is not null and c.type in ('main', 'own')
    and o.start_at - make_interval(mins => m.minutes) <= ${at}
    and not exists (select from calendar.guest g where g.organisation_id = o.organisation_id and g.event_id = o.event_id
      and g.principal_id = c.owner_id and g.answer = 'declined')
    and not exists (select from calendar.reminded d where d.organisation_id = o.organisation_id and d.principal_id = c.owner_id
      and d.event_id = o.event_id and d.recurrence = o.recurrence and d.minutes = m.minutes and d.start_at = o.start_at)`

/** Bookings that began so long ago, and nobody checked in. */
export const unusedBookings = ({ office, at }: Reading): RawBuilder<unknown> => sql`
  select o.source_id as event_id, o.calendar_id, o.recurrence, o.start_at
  from calendar.place p
  join calendar.occurrence o on o.organisation_id = p.organisation_id and o.calendar_id = p.id and o.exclusive and o.event_id is not null
    and o.start_at > ${at.subtract({ hours: 48 })} and o.start_at <= ${at} and o.end_at > ${at}
  where p.organisation_id = ${office.id} and p.release_minutes is not null and o.checked_in_at is null
    and o.start_at + make_interval(mins => p.release_minutes) <= ${at}`

export const endedHolds = ({ office, at }: Reading): RawBuilder<unknown> => sql`
  select id, title, until_at from calendar.hold where organisation_id = ${office.id} and until_at <= ${at}`

/** Series laid out less far than two weeks before their horizon, and what was reckoned by other rules of the zones. */
export const seriesBehind = ({ office, at }: Reading): RawBuilder<unknown> => sql`
  select e.id from calendar.event e
  where e.organisation_id = ${office.id} and e.status <> 'cancelled' and (
    e.laid_until is not null and e.laid_until < (
      select ${at}::timestamptz + make_interval(months => max(c.horizon_months)::int) - interval '14 days' from calendar.placing p
      join calendar.calendar c on c.organisation_id = p.organisation_id and c.id = p.calendar_id
      where p.organisation_id = e.organisation_id and p.event_id = e.id)
    or e.zone is not null and e.zones_edition <> ${zonesEdition})`

export const peopleWithout = ({ office }: Reading): RawBuilder<unknown> => sql`
  select k.principal_id from authority.colleague k where k.organisation_id = ${office.id} and k.kind = 'person' and not exists (
    select from calendar.calendar c where c.organisation_id = ${office.id} and c.type = 'main' and c.owner_id = k.principal_id)`
