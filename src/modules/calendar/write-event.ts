/** The rows of an event: its record, itself, its guests and changed instances; who had checked in still has. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { audienceOf, classOf, type Lying } from './audience.ts'
import { guestRow, rowOf } from './event-row.ts'
import { type EventFacts, keyOf, same } from './facts.ts'
import type { CalendarTables } from './tables.ts'
import { type LaidOut, zonesEdition } from './laid-out.ts'
import type { Saving } from './saving.ts'

const searchText = (facts: EventFacts): string =>
  [facts.place, facts.notes, ...[...facts.instances.values()].flatMap(({ title, place }) => [title, place])]
    .filter(text => typeof text === 'string')
    .join('\n')

/** The record, its row, guests and changed instances. Gives the record's version. */
export async function writeEvent(
  act: Act,
  saving: Saving,
  facts: EventFacts,
  lies: readonly Lying[],
  out: LaidOut,
): Promise<number> {
  const { before } = saving
  const db = act.db<CalendarTables>()
  const audience = audienceOf(facts, lies)
  const laidFrom = out.from === null ? null : Temporal.Instant.fromEpochMilliseconds(out.from)
  const laidUntil = out.until === null ? null : Temporal.Instant.fromEpochMilliseconds(out.until)
  const row = { ...rowOf(act, facts), laid_from: laidFrom, laid_until: laidUntil, zones_edition: zonesEdition }
  let version = 1
  if (!before) {
    await act.createRecord({
      id: facts.id,
      kind: 'event',
      title: facts.title,
      class: classOf(facts),
      audience,
      ...(saving.sourceId ? { source: saving.sourceId } : {}),
      search: { body: searchText(facts) },
    })
    act.write(db.insertInto('calendar.event').values(row))
  } else {
    const { organisation_id: _organisation, id: _id, ...set } = row
    act.write(
      db.updateTable('calendar.event').set(set).where('organisation_id', '=', act.office.id).where('id', '=', facts.id),
    )
    const found = searchText(facts) !== searchText(before.facts) ? { search: { body: searchText(facts) } } : {}
    version = await act.changeRecord(facts.id, { title: facts.title, class: classOf(facts), audience, ...found })
  }
  await writeGuests(act, saving, facts, before?.facts ?? null)
  return version
}

export async function writeGuests(
  act: Act,
  { before, answered }: Saving,
  facts: EventFacts,
  was: EventFacts | null,
): Promise<void> {
  const db = act.db<CalendarTables>()
  const own = (table: 'calendar.guest' | 'calendar.instance') =>
    act.write(db.deleteFrom(table).where('organisation_id', '=', act.office.id).where('event_id', '=', facts.id))
  if (was === null ? facts.guests.length > 0 : !same(was.guests, facts.guests)) {
    if (was !== null) own('calendar.guest')
    const answers = new Map(was?.guests.map(guest => [keyOf(guest.who), guest.answer]))
    const rows = facts.guests.map((guest, position) => {
      const key = keyOf(guest.who)
      const stays = answers.get(key) === guest.answer && !answered?.includes(key)
      const at = guest.answer === 'none' ? null : stays ? (before?.answeredAt.get(key) ?? null) : act.at
      return guestRow(act, facts.id, position, guest, at)
    })
    if (rows.length > 0) act.write(db.insertInto('calendar.guest').values(rows))
  }
  const changes = (of: EventFacts | null) => (of ? Object.fromEntries(of.instances) : {})
  if (!same(changes(was), changes(facts))) {
    if (was !== null) own('calendar.instance')
    const rows = [...facts.instances].map(([recurrence, change]) => ({
      organisation_id: act.office.id,
      event_id: facts.id,
      recurrence,
      change: JSON.stringify(change),
    }))
    if (rows.length > 0) act.write(db.insertInto('calendar.instance').values(rows))
  }
}

interface Checked {
  readonly calendar_id: string
  readonly recurrence: string
  readonly checked_in_at: Temporal.Instant
}

export async function clearOccurrences(act: Act, { before, after }: Saving): Promise<Checked[]> {
  if (!before) return []
  const { rows } = await sql<Checked>`
    with gone as (delete from calendar.occurrence where organisation_id = ${act.office.id} and source_id = ${after.id}
      returning calendar_id, recurrence, checked_in_at)
    select * from gone where checked_in_at is not null`.execute(act.db())
  return rows
}

/** Who had checked in still has. */
export async function keepChecked(act: Act, id: string, checked: readonly Checked[]): Promise<void> {
  for (const { calendar_id, recurrence, checked_in_at } of checked)
    await sql`update calendar.occurrence set checked_in_at = ${checked_in_at}
      where organisation_id = ${act.office.id} and source_id = ${id} and calendar_id = ${calendar_id} and recurrence = ${recurrence}`.execute(
      act.db(),
    )
}
