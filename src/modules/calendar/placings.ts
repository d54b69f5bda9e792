/** Where an event lies: the text that clients get in each calendar, and what is left where it lies no more. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { parseIcal } from '../../formats/ical/component.ts'
import type { Act } from '../../kernel/implement.ts'
import type { CalendarFacts } from './calendars.ts'
import type { Laying } from './contract/shapes.ts'
import type { StoredPlacing } from './event-row.ts'
import { allGuests, type EventFacts } from './facts.ts'
import type { Known } from './ics/address.ts'
import { renderEvent } from './ics/render.ts'
import { directoryOf, knownOf } from './people.ts'
import type { LaidOut } from './laid-out.ts'
import type { Saving } from './saving.ts'
import type { Asked } from './places.ts'

export const etagOf = (ics: string): string => createHash('sha1').update(ics).digest('base64url').slice(0, 20)

export interface Placed extends StoredPlacing {
  readonly changeNo: bigint
}

/** What clients get, for each calendar; those with the same text before and the same reminders share one writing. */
export async function placingsOf(
  act: Act,
  saving: Saving,
  { facts, lies, waiting }: Pick<Asked, 'facts' | 'lies' | 'waiting'>,
  calendars: ReadonlyMap<string, CalendarFacts>,
): Promise<Placed[]> {
  const { before, object } = saving
  const had = new Map(before?.placings.map(placing => [placing.calendar_id, placing]))
  const known = await knownOf(act, facts, calendars)
  const splitFromUid = await uidOf(act, facts.splitFromId)
  const written = new Map<string, string>()
  const home = had.get(facts.calendarId)
  return lies.map(({ calendar, laying }) => {
    const was = had.get(calendar.id)
    const own = object?.calendarId === calendar.id ? object : null
    const reminders = reminderOf(saving, facts, calendar, laying, was)
    const previous = own?.ics ?? was?.ics ?? object?.ics ?? home?.ics ?? null
    const key = `${reminders.join()}\n${previous ?? ''}`
    // What nobody has to be asked about stands as the client wrote it.
    let ics = own && allGuests(facts).length === 0 ? own.ics : written.get(key)
    if (ics === undefined) {
      ics = textOf(act, facts, known, splitFromUid, reminders, previous)
      written.set(key, ics)
    }
    return {
      calendar_id: calendar.id,
      laying,
      href: own?.href ?? was?.href ?? `${facts.id}.ics`,
      etag: etagOf(ics),
      reminders: [...reminders],
      waiting: waiting.has(calendar.id),
      ics,
      changeNo: calendar.change_no,
    }
  })
}

function reminderOf(
  saving: Saving,
  facts: EventFacts,
  calendar: CalendarFacts,
  laying: Laying,
  was: StoredPlacing | undefined,
): readonly number[] {
  if (laying === 'home') return facts.reminders
  if (laying === 'booking') return []
  return saving.reminders?.get(calendar.id) ?? was?.reminders ?? facts.reminders
}

function textOf(
  act: Act,
  facts: EventFacts,
  known: Known,
  splitFromUid: string | null,
  reminders: readonly number[],
  previous: string | null,
): string {
  const [calendar = null] = previous === null ? [] : parseIcal(previous)
  const reading = { officeZone: act.office.zone, directory: directoryOf(known, facts) }
  return renderEvent(facts, {
    known,
    at: act.at.epochMilliseconds,
    reminders,
    splitFromUid,
    previous: calendar,
    reading,
  })
}

async function uidOf(act: Act, id: string | null): Promise<string | null> {
  if (id === null) return null
  const { rows } = await sql<{ uid: string }>`
    select uid from calendar.event where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.uid ?? null
}

export async function writePlacings(
  act: Act,
  { before }: Saving,
  facts: EventFacts,
  placings: readonly Placed[],
  { laid, until }: LaidOut,
): Promise<void> {
  const org = act.office.id
  const from = laid.length > 0 ? Math.min(...laid.map(({ start }) => start)) : act.at.epochMilliseconds
  const last = laid.length > 0 ? Math.max(...laid.map(({ end }) => end)) : from
  const kept = new Set(placings.map(({ calendar_id }) => calendar_id))
  await removePlacings(
    act,
    facts.id,
    before?.placings.filter(({ calendar_id }) => !kept.has(calendar_id)).map(({ calendar_id }) => calendar_id) ?? null,
  )
  if (placings.length === 0) return
  const rows = placings.map(({ changeNo, reminders, ...placing }) => ({
    ...placing,
    change_no: String(changeNo),
    reminders: `{${reminders.join()}}`,
  }))
  act.write(sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (calendar_id uuid, laying text, href text, etag text, reminders text, waiting boolean, ics text, change_no bigint)),
    back as (delete from calendar.gone g using given where g.organisation_id = ${org} and g.calendar_id = given.calendar_id and g.href = given.href)
    insert into calendar.placing (organisation_id, event_id, calendar_id, laying, href, etag, change_no, reminders, waiting, ics, from_at, until_at)
    select ${org}, ${facts.id}::uuid, calendar_id, laying, href, etag, change_no, reminders::integer[], waiting, ics,
      ${new Date(from).toISOString()}::timestamptz, ${until === null ? new Date(last).toISOString() : null}::timestamptz from given
    on conflict (organisation_id, event_id, calendar_id) do update set laying = excluded.laying, href = excluded.href, etag = excluded.etag,
      change_no = excluded.change_no, reminders = excluded.reminders, waiting = excluded.waiting, ics = excluded.ics,
      from_at = excluded.from_at, until_at = excluded.until_at`)
}

/** Takes an event out of calendars, and leaves for each who keeps a copy that it is gone. */
export async function removePlacings(act: Act, id: string, calendarIds: readonly string[] | null): Promise<void> {
  if (calendarIds === null || calendarIds.length === 0) return
  await sql`
    with gone as (delete from calendar.placing where organisation_id = ${act.office.id} and event_id = ${id} and calendar_id = any(${calendarIds}::uuid[])
      returning calendar_id, href)
    insert into calendar.gone (organisation_id, calendar_id, href, change_no)
    select ${act.office.id}, g.calendar_id, g.href, c.change_no from gone g
    join calendar.calendar c on c.organisation_id = ${act.office.id} and c.id = g.calendar_id
    on conflict (organisation_id, calendar_id, href) do update set change_no = excluded.change_no`.execute(act.db())
}
