/** One's own day, as the desk shows it: what one goes to, where, by which link, with which papers. */
import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { loadEvents } from '../event-row.ts'
import { fieldsAt, keyOf, repeats } from '../facts.ts'

interface Row {
  readonly event_id: string
  readonly recurrence: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
}

/** More than anybody does in a day; of a colleague's name the first few are told. */
const [mostRows, mostNames] = [60, 3]

async function ownRows(view: View, day: Temporal.PlainDate): Promise<Row[]> {
  const { zone } = view.office
  const [from, until] = [day, day.add({ days: 1 })].map(one => one.toZonedDateTime(zone).toInstant())
  const { rows } = await sql<Row>`
    select distinct o.event_id, o.recurrence, o.start_at, o.end_at from calendar.calendar c
    join calendar.occurrence o on o.organisation_id = c.organisation_id and o.calendar_id = c.id
    join (${visibleRecords(view, 'event').selectAll()}) r on r.id = o.event_id
    where c.organisation_id = ${view.office.id} and c.owner_id = ${view.principal.id} and c.type in ('main', 'own')
      and c.retired_at is null and o.start_at < ${until} and (o.end_at > ${from} or o.start_at >= ${from})
      and (o.start_at > ${from!.subtract({ hours: 8 * 24 })} or o.end_at - o.start_at > interval '7 days')
    order by o.start_at, o.end_at, o.event_id limit ${mostRows}`.execute(view.db())
  return rows
}

export const myDayBody = implementQuery(c.myDay, async (view, { on }) => {
  const rows = await ownRows(view, on ? Temporal.PlainDate.from(on) : view.today)
  const stored = await loadEvents(view, [...new Set(rows.map(row => row.event_id))])
  const found = rows.flatMap(row => {
    const { facts } = stored.get(row.event_id)!
    const recurrence = repeats(facts) ? row.recurrence : null
    const fields = fieldsAt(facts, recurrence)
    const own = fields.guests.find(({ who }) => keyOf(who) === view.principal.id)
    return fields.status === 'cancelled' || own?.answer === 'declined' ? [] : [{ row, recurrence, fields, own }]
  })
  const name = naming(
    await namesOf(
      view,
      found.flatMap(({ fields }) => [
        ...fields.documentIds,
        ...fields.guests.map(({ who }) => ('email' in who ? null : keyOf(who))),
      ]),
    ),
  )
  return {
    rows: found.map(({ row, recurrence, fields, own }) => {
      const guests = fields.guests.filter(({ answer }) => answer !== 'declined')
      const others = guests.filter(({ who }) => !('calendarId' in who) && keyOf(who) !== view.principal.id)
      return {
        eventId: row.event_id,
        recurrence,
        title: fields.title,
        start: row.start_at,
        end: row.end_at,
        allDay: fields.when.allDay,
        place: fields.place,
        rooms: guests.flatMap(({ who }) => ('calendarId' in who ? (name(who.calendarId) ?? []) : [])),
        conferenceUrl: fields.conferenceUrl,
        documents: fields.documentIds.flatMap(id => name(id) ?? []),
        answer: own?.answer ?? null,
        people: others
          .slice(0, mostNames)
          .map(({ who }) => ('email' in who ? who.name : (name(keyOf(who))?.title ?? '')))
          .filter(Boolean),
        others: others.length,
      }
    }),
  }
})
