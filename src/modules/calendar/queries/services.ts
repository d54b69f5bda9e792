import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { atLeast } from '../calendars.ts'
import * as c from '../contract.ts'
import { seenCalendars } from '../seen.ts'
import type { Service } from '../service-row.ts'

export const listServicesBody = implementQuery(c.listServices, async (view, { eventId, from, until }) => {
  const { rows } = await sql<Service & { title: string; version: number; home_id: string }>`
    select s.*, r.title, r.version, e.home_id from calendar.service s
    join (${visibleRecords(view, 'event').selectAll()}) r on r.id = s.event_id
    join calendar.event e on e.organisation_id = s.organisation_id and e.id = s.event_id
    where s.organisation_id = ${view.office.id} and (${eventId ?? null}::uuid is null or s.event_id = ${eventId ?? null}::uuid)
      and (${from ?? null}::timestamptz is null or s.start_at >= ${from ?? null}::timestamptz)
      and (${until ?? null}::timestamptz is null or s.start_at < ${until ?? null}::timestamptz)
    order by s.start_at, s.id limit 1000`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.place_id, row.responsible_id]),
    ),
  )
  const homes = await seenCalendars(view, [...new Set(rows.map(row => row.home_id))])
  return {
    rows: rows.map(row => ({
      id: row.id,
      eventId: row.event_id,
      title: row.title,
      version: row.version,
      recurrence: row.recurrence,
      service: row.kind,
      what: row.what,
      heads: row.heads,
      diets: row.diets,
      at: row.start_at,
      place: name(row.place_id),
      responsible: name(row.responsible_id),
      cost: row.currency ? { currency: row.currency, minor: BigInt(row.cost_minor!) } : null,
      costCentre: row.cost_centre,
      state: row.state,
      changeable: row.state === 'ordered' && atLeast(homes.get(row.home_id)?.degree ?? null, 'write'),
    })),
    total: rows.length,
    next: null,
  }
})
