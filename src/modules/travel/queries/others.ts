import { sql } from 'kysely'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { doubtful, expiring } from '../due.ts'
import { readBookingText } from '../reading/booking.ts'
import { policyOf, recordsFor } from '../trip-row.ts'

export const getPolicyBody = implementQuery(c.getPolicy, async view => ({ approval: await policyOf(view) }))

export const readBookingBody = implementQuery(c.readBooking, async (view, { content }) => {
  try {
    const { legs, stays } = await readBookingText(content, view.office.zone)
    return { legs: [...legs], stays: [...stays] }
  } catch (thrown) {
    if (thrown instanceof IcalRefused) return view.refuse(c.bookingUnreadable, { line: thrown.line })
    throw thrown
  }
})

export const dueNowBody = implementQuery(c.dueNow, async view => ({
  documents: (await expiring(view)).length,
  trips: (await doubtful(view)).length,
}))

interface Letter {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly visit: string
  readonly start: string
  readonly was: string
  readonly now: string
  readonly place: string
}

export const changesToTellBody = implementQuery(c.changesToTell, async (view, { id }) => {
  const { rows } = await sql<{ traveller: string }>`
    select n.title as traveller from ${recordsFor(view, 'trip')} r
    join travel.traveller t on t.organisation_id = ${view.office.id} and t.trip_id = r.id and t.position = 1
    join kernel.record n on n.organisation_id = t.organisation_id and n.id = t.person_id where r.id = ${id}`.execute(
    view.db(),
  )
  const [trip] = rows
  if (!trip) return view.refuse(kernelRefusals.notFound, { kind: 'trip', id })
  const { rows: letters } = await sql<Letter>`
    select m.id, m.name, m.email, m.language, m.was, m.now, r.title as visit, replace(left(f.start_local, 16), 'T', ' ') as start,
      coalesce(w.place, '–') as place
    from travel.message m
    join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.event_id
    join calendar.event_fact f on f.organisation_id = m.organisation_id and f.event_id = m.event_id
    join calendar.event_place_fact w on w.organisation_id = m.organisation_id and w.event_id = m.event_id
    where m.organisation_id = ${view.office.id} and m.trip_id = ${id} and m.sent_at is null order by m.id limit 500`.execute(
    view.db(),
  )
  return { office: view.office.name, traveller: trip.traveller, letters }
})
