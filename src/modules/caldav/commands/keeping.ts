/** What programs keep with us: properties, names of calendars, lines of cards. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  caldavRefusals,
  calendarNamed,
  cardKept,
  keepCard,
  keepProperties,
  keptChanged,
  nameCalendar,
} from '../contract.ts'
import { calendarsOf } from '../dav/calendars.ts'
import type { CaldavTables } from '../tables.ts'

async function requireCalendar(act: Act, id: string): Promise<void> {
  if ((await calendarsOf(act, id)).length === 0) act.refuse(caldavRefusals.calendarUnknown)
}

export const keepPropertiesBody = implementCommand(keepProperties, {
  async run(act, { target, set, remove }) {
    if (target !== 'home' && target !== 'book' && !target.startsWith('days-')) await requireCalendar(act, target)
    const mine = { organisation_id: act.office.id, principal_id: act.principal.id, target }
    const db = act.db<CaldavTables>()
    const names = [...remove, ...set.map(({ name }) => name)]
    if (names.length > 0)
      await db
        .deleteFrom('caldav.property')
        .where('organisation_id', '=', mine.organisation_id)
        .where('principal_id', '=', mine.principal_id)
        .where('target', '=', target)
        .where('name', 'in', names)
        .execute()
    const last = new Map(set.map(one => [one.name, one]))
    if (last.size > 0)
      await db
        .insertInto('caldav.property')
        .values([...last.values()].map(one => ({ ...mine, ...one })))
        .execute()
    act.emit(keptChanged, { target })
    return { output: {} }
  },
})

export const nameCalendarBody = implementCommand(nameCalendar, {
  constraints: { alias_pkey: caldavRefusals.slugTaken, alias_once: caldavRefusals.slugTaken },
  async run(act, { calendarId, slug }) {
    await requireCalendar(act, calendarId)
    if ((await calendarsOf(act, slug)).some(({ id }) => id !== calendarId)) act.refuse(caldavRefusals.slugTaken)
    // The name of a calendar that is out of use is free again.
    await sql`delete from caldav.alias a using calendar.calendar_fact c
      where a.organisation_id = ${act.office.id}::uuid and a.principal_id = ${act.principal.id}::uuid and a.slug = ${slug}
        and c.organisation_id = a.organisation_id and c.calendar_id = a.calendar_id and c.retired_at is not null`.execute(
      act.db(),
    )
    await act
      .db<CaldavTables>()
      .insertInto('caldav.alias')
      .values({ organisation_id: act.office.id, principal_id: act.principal.id, slug, calendar_id: calendarId })
      .execute()
    act.emit(calendarNamed, { calendarId }, [calendarId])
    return { output: {} }
  },
})

export const keepCardBody = implementCommand(keepCard, {
  async run(act, { partyId, href, uid, extra }) {
    const { rows } = await sql<{ there: boolean }>`
      select exists (select 1 from (${visibleRecords(act).selectAll()}) r join directory.party_fact f
        on f.organisation_id = r.organisation_id and f.party_id = r.id where r.id = ${partyId}::uuid) as there`.execute(
      act.db(),
    )
    if (!rows[0]?.there) act.refuse(caldavRefusals.cardUnknown)
    await sql`insert into caldav.card (organisation_id, party_id, href, uid, extra, changed_at)
      values (${act.office.id}::uuid, ${partyId}::uuid, ${href}, ${uid}, ${extra}, ${act.at})
      on conflict (organisation_id, party_id) do update set uid = excluded.uid, extra = excluded.extra, changed_at = excluded.changed_at`.execute(
      act.db(),
    )
    act.emit(cardKept, { partyId }, [partyId])
    return { output: {} }
  },
})
