import { type Selectable, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import type { AccountTable, FindingTable, LinkWayTable, MirrorTable } from '../tables.ts'

type AccountRow = Selectable<AccountTable> & { title: string; version: number; class: number }
type MirrorRow = Selectable<MirrorTable> & { title: string; events: number; waiting: number }
type FindingRow = Selectable<FindingTable>

const mirrorsOf = async (view: View, accountIds: readonly string[]): Promise<MirrorRow[]> => {
  const { rows } = await sql<MirrorRow>`
    select m.*, r.title,
      (select count(*)::int from mirrors.pair p where p.organisation_id = m.organisation_id and p.calendar_id = m.calendar_id) as events,
      case when m.direction = 'in' then 0 else (
        select count(*)::int from calendar.object_fact o
        left join mirrors.pair p on p.organisation_id = o.organisation_id and p.calendar_id = o.calendar_id and p.href = o.href
        where o.organisation_id = m.organisation_id and o.calendar_id = m.calendar_id and o.etag is distinct from p.our_tag
          and exists (select from kernel.record e where e.organisation_id = o.organisation_id and e.id = o.event_id and e.class <= 1)) end as waiting
    from mirrors.mirror m
    join ${visibleRecords(view, 'calendar').select(['id', 'title'])} r on r.id = m.calendar_id
    where m.organisation_id = ${view.office.id} and m.account_id = any(${[...accountIds]}::uuid[]) order by r.title, r.id`.execute(
    view.db(),
  )
  return rows
}

/** Of a calendar so many at most are told; the rest is as alike. */
const mostFindings = 100

const findingsOf = async (view: View, calendarIds: readonly string[]): Promise<FindingRow[]> => {
  const { rows } = await sql<FindingRow>`
    select f.* from unnest(${[...calendarIds]}::uuid[]) w (id), lateral (
      select * from mirrors.finding f where f.organisation_id = ${view.office.id} and f.calendar_id = w.id
      order by f.at desc, f.id limit ${mostFindings}) f`.execute(view.db())
  return rows
}

export const listAccountsBody = implementQuery(c.listAccounts, async view => {
  const { rows: accounts } = await sql<AccountRow>`
    select a.*, r.title, r.version, r.class from mirrors.account a
    join ${visibleRecords(view, 'calendar-account').select(['id', 'title', 'version', 'class'])} r on r.id = a.id
    where a.organisation_id = ${view.office.id} and a.owner_id = ${view.principal.id} and a.ended_at is null
    order by a.connected_at, a.id`.execute(view.db())
  const mirrors = await mirrorsOf(
    view,
    accounts.map(({ id }) => id),
  )
  const findings = await findingsOf(
    view,
    mirrors.map(one => one.calendar_id),
  )
  return {
    rows: accounts.map(row => ({
      id: row.id,
      title: row.title,
      version: row.version,
      class: row.class,
      provider: row.provider,
      address: row.address,
      username: row.username,
      connectedAt: row.connected_at,
      problem: row.problem,
      mirrors: mirrors.filter(one => one.account_id === row.id).map(one => shown(view, one, findings)),
      can: can(view, c.disconnectAccount, { id: row.id, expectedVersion: row.version }),
    })),
    total: accounts.length,
    next: null,
  }
})

const shown = (view: View, row: MirrorRow, findings: readonly FindingRow[]) => ({
  calendar: { id: row.calendar_id, kind: 'calendar', title: row.title },
  remoteName: row.remote_name,
  direction: row.direction,
  writable: row.writable,
  problem: row.problem,
  inStepAt: row.in_step_at,
  events: row.events,
  waiting: row.waiting,
  findings: findings
    .filter(one => one.calendar_id === row.calendar_id)
    .map(({ id, kind, title, because, kept, at }) => ({ id, kind, title, because, kept, at })),
  can: [
    ...can(view, c.tryAgain, { calendarId: row.calendar_id }),
    ...can(view, c.changeMirror, { calendarId: row.calendar_id }),
    ...can(view, c.endMirror, { calendarId: row.calendar_id }),
  ],
})

export const listClientsBody = implementQuery(c.listClients, async view => {
  const { rows } = await sql<{ provider: c.ConsentKind; client_id: string; tenant: string | null }>`
    select provider, client_id, tenant from mirrors.client where organisation_id = ${view.office.id}`.execute(view.db())
  return {
    rows: c.consentKinds.map(provider => {
      const row = rows.find(one => one.provider === provider)
      return { provider, clientId: row?.client_id ?? null, tenant: row?.tenant ?? null }
    }),
  }
})

export const listLinkWaysBody = implementQuery(c.listLinkWays, async view => {
  const { rows } = await sql<Selectable<LinkWayTable>>`
    select * from mirrors.link_way where organisation_id = ${view.office.id} and (owner_id is null or owner_id = ${view.principal.id})
    order by owner_id nulls last, added_at, id`.execute(view.db())
  return {
    rows: rows.map(({ id, type, name, address, owner_id }) => ({
      id,
      type,
      name,
      address,
      forOffice: owner_id === null,
      can: can(view, c.removeLinkWay, { id }),
    })),
    total: rows.length,
    next: null,
  }
})
