/** What the tests and the bench of scheduling share: work's office, and calendars filled by hand. */
import { contract } from '../../kernel/declare.ts'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import type { TestKernel, TestPrincipal } from '../../kernel/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { scheduling } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

/** Stands for a module whose records are named only. */
export const named = (name: string): Module =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export interface SchedulingOffice extends WorkOffice {
  /** Kontor itself, whom jobs and links run as. */
  readonly system: TestPrincipal
}

/** `calendar`: the module itself, or what stands for it where only what lies in calendars is read. */
export async function schedulingOffice(...calendar: readonly Module[]): Promise<SchedulingOffice> {
  const office = await workOffice([named('directory'), ...calendar, scheduling])
  return { ...office, system: { id: systemPrincipalId, organisationId: office.organisationId } }
}

export interface Filling {
  readonly organisationId: string
  /** With whom each calendar is, and what lies in it: starts and ends as RFC 3339. */
  readonly calendars: readonly {
    readonly id: string
    readonly ownerId: string | null
    readonly title: string
    readonly room?: { readonly seats: number; readonly equipment: readonly string[]; readonly site: string }
    readonly busy: readonly { readonly start: string; readonly end: string }[]
  }[]
}

/** Writes calendars as they stand after a busy year, past the commands: for reading at size. */
export async function fillCalendars({ superuser }: Pick<TestKernel, 'superuser'>, filling: Filling): Promise<void> {
  const { organisationId: office, calendars } = filling
  const at = '2026-01-01T00:00:00Z'
  const events = calendars.flatMap(({ id, busy, room }) =>
    busy.map(({ start, end }) => ({ id: newId(), calendar: id, start, end, exclusive: Boolean(room) })),
  )
  const local = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')`
  const run = (text: string, rows: unknown) => superuser.query(text, [office, JSON.stringify(rows)])
  const given = calendars.map(({ id, ownerId, title, room }) => ({ id, owner: ownerId, title, room: room ?? null }))
  const asCalendars = 'json_to_recordset($2) as c(id uuid, owner uuid, title text, room json)'
  await run(
    `insert into kernel.record (organisation_id, id, kind, title, created_at, changed_at)
     select $1, id, case when room is null then 'calendar' else 'place' end, title, '${at}', '${at}' from ${asCalendars}`,
    given,
  )
  await run(
    `insert into calendar.calendar (organisation_id, id, type, owner_id, colour, zone, everyone, horizon_months)
     select $1, id, case when room is null then 'main' else 'place' end, owner, 'blue', 'Europe/Stockholm', 'busy', 18 from ${asCalendars}`,
    given,
  )
  await run(
    `insert into calendar.place (organisation_id, id, type, seats, equipment, site)
     select $1, id, 'room', (room->>'seats')::int, array(select json_array_elements_text(room->'equipment')), room->>'site'
     from ${asCalendars} where room is not null`,
    given,
  )
  const asEvents =
    'json_to_recordset($2) as e(id uuid, calendar uuid, start timestamptz, "end" timestamptz, exclusive boolean)'
  await run(
    `insert into kernel.record (organisation_id, id, kind, title, created_at, changed_at)
     select $1, id, 'event', 'Meeting', '${at}', '${at}' from ${asEvents}`,
    events,
  )
  await run(
    `insert into calendar.event (organisation_id, id, uid, home_id, all_day, start_local, end_local, zone, privacy, show_as, status, organiser_email, organiser_name, zones_edition)
     select $1, id, id::text, calendar, false, ${local('start')}, ${local('"end"')}, 'UTC', 'open', 'busy', 'confirmed', 'somebody@example.org', 'Somebody', 'x' from ${asEvents}`,
    events,
  )
  await run(
    `insert into calendar.placing (organisation_id, event_id, calendar_id, laying, href, etag, change_no, ics, from_at, until_at)
     select $1, id, calendar, case when exclusive then 'booking' else 'home' end, id::text, 'x', 1, '', start, "end" from ${asEvents}`,
    events,
  )
  await run(
    `insert into calendar.occurrence (organisation_id, calendar_id, source_id, recurrence, event_id, start_at, end_at, blocks, show_as, exclusive)
     select $1, calendar, id, ${local('start')}, id, start, "end", tstzrange(start, "end"), 'busy', exclusive from ${asEvents}`,
    events,
  )
}
