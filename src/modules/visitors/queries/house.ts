import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { outsidePath, readLinkSecret } from '../../../kernel/outside/link.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { limitOf } from '../../../kernel/authority.ts'
import { colleaguesInside } from '../../presence/contract.ts'
import * as c from '../contract.ts'
import { settingsOf } from '../settings.ts'
import type { VisitorRow } from '../visitor-row.ts'

const colleaguesNow = async (view: View) => (await colleaguesInside(view)).map(one => ({ ...one, tickedAt: null }))

/** Who was in when the roll call began, and who was ticked besides. */
async function colleaguesOnRoll(view: View, rollId: string) {
  const { rows } = await sql<{
    id: string
    title: string
    state: (typeof c.insideStates)[number]
    said: boolean
    ticked_at: Temporal.Instant | null
  }>`
    select r.id, r.title, coalesce(p.state, 'in') as state, coalesce(p.said, true) as said, t.at as ticked_at
    from ${visibleRecords(view, 'principal').selectAll()} r
    left join visitors.roll_person p on p.organisation_id = ${view.office.id} and p.roll_id = ${rollId} and p.person_id = r.id
    left join visitors.tick t on t.organisation_id = ${view.office.id} and t.roll_id = ${rollId} and t.person_id = r.id
    where p.person_id is not null or t.person_id is not null
    order by lower(r.title), r.id`.execute(view.db())
  return rows.map(({ ticked_at, ...row }) => ({ ...row, tickedAt: ticked_at }))
}

export const buildingBody = implementQuery(c.building, async view => {
  const org = view.office.id
  const { rows: rolls } = await sql<{
    id: string
    began_at: Temporal.Instant
    began_by_id: string
    ended_at: Temporal.Instant | null
    missing: number | null
  }>`select * from visitors.roll where organisation_id = ${org} order by ended_at is not null, began_at desc limit 2`.execute(
    view.db(),
  )
  const roll = rolls.find(one => one.ended_at === null)
  const last = rolls.find(one => one.ended_at !== null)
  const { rows } = await sql<VisitorRow & { ticked_at: Temporal.Instant | null }>`
    select v.*, r.title, r.version::int as version, t.at as ticked_at
    from ${visibleRecords(view, 'visitor').selectAll()} r
    join visitors.visitor v on v.organisation_id = ${org} and v.id = r.id
    left join visitors.tick t on t.organisation_id = v.organisation_id and t.roll_id = ${roll?.id ?? null} and t.person_id = v.id
    where v.state in ('waiting', 'received') or (v.state = 'gone' and v.left_at > ${roll?.began_at ?? null})
    order by r.title, v.id limit 2000`.execute(view.db())
  const { rows: all } = await sql<{ count: number }>`
    select count(*)::int as count from visitors.visitor
    where organisation_id = ${org} and (state in ('waiting', 'received') or (state = 'gone' and left_at > ${roll?.began_at ?? null}))`.execute(
    view.db(),
  )
  const name = naming(await namesOf(view, [...rows.map(row => row.host_id), roll?.began_by_id]))
  const { address } = await settingsOf(view)
  const colleagues = roll ? await colleaguesOnRoll(view, roll.id) : await colleaguesNow(view)
  return {
    at: view.at,
    office: view.office.name,
    address,
    rows: rows.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      company: row.company,
      host: name(row.host_id)?.title ?? null,
      place: row.place,
      since: row.arrived_at!,
      badgeNo: row.badge_no,
      received: row.state !== 'waiting',
      phone: row.phone,
      tickedAt: row.ticked_at,
    })),
    colleagues,
    hidden: Math.max(all[0]!.count - rows.length, 0),
    roll: roll ? { id: roll.id, beganAt: roll.began_at, by: name(roll.began_by_id)?.title ?? '–' } : null,
    last: last ? { beganAt: last.began_at, endedAt: last.ended_at!, missing: last.missing ?? 0 } : null,
  }
})

export const getSettingsBody = implementQuery(c.getSettings, async view => {
  const settings = await settingsOf(view)
  const name = naming(await namesOf(view, [settings.reception_id]))
  const { rows: vouchers } = await sql<{ free: number; given: number }>`
    select count(*) filter (where slip_id is null)::int as free, count(slip_id)::int as given
    from visitors.voucher where organisation_id = ${view.office.id}`.execute(view.db())
  const since = view.today.subtract({ months: 11 }).with({ day: 1 })
  const { rows: came } = await sql<{ month: string; came: number }>`
    select to_char(day, 'YYYY-MM') as month, sum(came)::int as came from (
      select day, count(*) as came from visitors.visitor
        where organisation_id = ${view.office.id} and arrived_at is not null and day >= ${since} group by day
      union all select day, came from visitors.tally where organisation_id = ${view.office.id} and day >= ${since}) d
    group by 1 order by 1`.execute(view.db())
  return {
    address: settings.address,
    reception: name(settings.reception_id),
    hosts: settings.hosts,
    photo: settings.photo,
    welcome: settings.welcome,
    remindMinutes: settings.remind_minutes,
    keepDays: settings.keep_days,
    rules: settings.rules,
    agreement: settings.agreement,
    directions: settings.directions,
    vouchers: vouchers[0]!,
    came,
    mayChange: limitOf(view.principal, c.changeSettings.permission) !== undefined,
  }
})

interface KioskRow {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly site: string
  readonly made_by_id: string
  readonly revoked_at: Temporal.Instant | null
  readonly key: string
}

export const listKiosksBody = implementQuery(c.listKiosks, async (view, input) => {
  const lines = sql`(select k.*, r.title, r.version::int as version, (k.revoked_at is not null)::text || r.title as key
    from ${visibleRecords(view, 'kiosk').selectAll()} r
    join visitors.kiosk k on k.organisation_id = ${view.office.id} and k.id = r.id) l`
  const { shown, ...slice } = await sliceOf<KioskRow>(view, lines, 'key', 'text', input)
  const secret = await readLinkSecret(view.db())
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.made_by_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.revoked_at ? ('revoked' as const) : ('open' as const),
      site: row.site,
      madeBy: name(row.made_by_id),
      path:
        secret && !row.revoked_at ? outsidePath(secret, 'kiosk', { organisationId: view.office.id, id: row.id }) : null,
    })),
    ...slice,
  }
})
