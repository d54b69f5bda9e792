import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { workingCalendar } from '../../work/contract.ts'
import { dayNumber, instantOf, wallClock } from '../clock.ts'
import * as c from '../contract.ts'
import { clockOf } from '../hours.ts'
import type { Reader } from '../people-rows.ts'
import { readRequest, type Somebody } from '../request/read.ts'

/** Whom a line may name: every colleague, and people of the directory whose name begins as one of its words does. */
async function peopleIn(view: Reader, line: string): Promise<(Somebody & { kind: string; email: string | null })[]> {
  const words = [...new Set(line.split(/[\s,;@]+/).filter(word => word.length >= 3))].slice(0, 40)
  const { rows } = await sql<Somebody & { kind: string; email: string | null }>`
    select r.id, r.title as name, r.kind, null as email from ${visibleRecords(view, 'principal').selectAll()} r
    join authority.colleague a on a.organisation_id = ${view.office.id} and a.principal_id = r.id and a.kind = 'person'
    union all
    (select r.id, r.title, r.kind, m.email from ${visibleRecords(view, 'person').selectAll()} r
    join directory.correspondent_fact m on m.organisation_id = ${view.office.id} and m.party_id = r.id and m.email is not null
    where exists (select from unnest(${words}::text[]) w where kernel.fold(r.title) like kernel.fold(w) || '%' or kernel.fold(r.title) like '% ' || kernel.fold(w) || '%')
    order by r.title limit 200)`.execute(view.db())
  return rows
}

async function placesOf(view: Reader) {
  const { rows } = await sql<{ equipment: readonly string[]; site: string | null }>`
    select p.equipment, p.site from calendar.place_fact p
    join ${visibleRecords(view, 'place').selectAll()} r on r.id = p.calendar_id
    where p.organisation_id = ${view.office.id} and p.retired_at is null`.execute(view.db())
  return {
    equipment: [...new Set(rows.flatMap(({ equipment }) => equipment))].toSorted(),
    sites: [...new Set(rows.flatMap(({ site }) => site ?? []))].toSorted(),
  }
}

/** So long from today where no day was said: two weeks of choice. */
const usualDays = 14

export const readRequestBody = implementQuery(c.readRequest, async (view, { text }) => {
  const people = await peopleIn(view, text)
  const places = await placesOf(view)
  const read = readRequest(text, {
    language: view.principal.language,
    today: view.today,
    calendar: workingCalendar(view.office.country),
    people: colleaguesFirst(people),
    ...places,
  })
  const byId = new Map(people.map(one => [one.id, one]))
  const names = await namesOf(view, [
    ...read.must,
    ...read.may,
    ...read.unclear.flatMap(one => one.choices.map(({ id }) => id)),
  ])
  const inside = (ids: readonly string[]) =>
    ids.flatMap(id => (byId.get(id)?.kind === 'principal' ? (names.get(id) ?? []) : []))
  const clock = wallClock(view.office.zone)
  const fromOn = read.fromOn ?? view.today
  const untilOn = read.untilOn ?? view.today.add({ days: usualDays })
  return {
    title: read.title,
    minutes: read.minutes,
    from: instantOf(clock.minuteOf(dayNumber(fromOn), 0)),
    until: instantOf(clock.minuteOf(dayNumber(untilOn), 1440)),
    byDay: read.untilOn,
    between: read.between && { from: clockOf(read.between[0]), until: clockOf(read.between[1]) },
    must: inside(read.must),
    may: inside(read.may),
    outside: [...read.must, ...read.may].flatMap(id => {
      const one = byId.get(id)
      return one?.email ? [{ id, name: one.name, email: one.email }] : []
    }),
    room: read.room,
    seats: read.seats,
    equipment: [...read.equipment],
    site: read.site,
    weeks: read.weeks,
    unclear: read.unclear.map(({ typed, choices }) => ({
      typed,
      choices: choices.flatMap(({ id }) => names.get(id) ?? []),
    })),
  }
})

/** Of two of one name the colleague is meant: whoever is both colleague and card in the directory counts once. */
function colleaguesFirst<Person extends Somebody & { kind: string }>(people: readonly Person[]): Person[] {
  const inside = new Set(people.filter(({ kind }) => kind === 'principal').map(({ name }) => name.toLowerCase()))
  return people.filter(({ kind, name }) => kind === 'principal' || !inside.has(name.toLowerCase()))
}
