/** Who is told that somebody has come: the host, then whoever stands in, then the reception. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { NotificationWish } from '../notifications/contract.ts'
import type { Settings } from './settings.ts'
import { calledOf, type VisitorRow } from './visitor-row.ts'

/** So often somebody is told of one visitor. */
export const mostTold = 3

interface Standing {
  readonly away: boolean
  readonly deputy_id: string | null
}

/** Whether a host is away today, and who stands in for them. */
async function standingOf(act: Act, hostId: string): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select a.absence_id is not null as away, coalesce(a.deputy_id, c.deputy_id) as deputy_id
    from authority.colleague c
    left join work.absence_fact a on a.organisation_id = c.organisation_id and a.person_id = c.principal_id
      and ${act.today} between a.from_on and a.until_on
    where c.organisation_id = ${act.office.id} and c.principal_id = ${hostId} limit 1`.execute(act.db())
  return rows[0] ?? null
}

const roles = ['clerk', 'manager'] as const

async function toldOf(
  act: Act,
  row: VisitorRow,
  times: number,
  settings: Settings,
): Promise<{ toId?: string; role?: string }[]> {
  const reception = settings.reception_id ? [{ toId: settings.reception_id }] : roles.map(role => ({ role }))
  const host = row.host_id
  const standing = host ? await standingOf(act, host) : null
  if (!host || !standing) return reception
  const deputy = standing.deputy_id ? [{ toId: standing.deputy_id }] : []
  if (times === 1)
    return standing.away ? [{ toId: host }, ...(deputy.length > 0 ? deputy : reception)] : [{ toId: host }]
  if (times === 2) return [{ toId: host }, ...(deputy.length > 0 ? deputy : reception)]
  return [{ toId: host }, ...deputy, ...reception]
}

/** The notices of the first, second or third telling. */
export async function tellings(
  act: Act,
  row: VisitorRow,
  times: number,
  settings: Settings,
): Promise<NotificationWish[]> {
  const to = await toldOf(act, row, times, settings)
  return to
    .filter(one => one.toId !== act.principal.id)
    .map(one => ({
      ...one,
      // of its own, so that it interrupts again
      key: `visitors.arrived:${row.id}:${times}`,
      titleKey: times === 1 ? 'notice.visitors.arrived' : 'notice.visitors.still-waits',
      params: { name: calledOf(row) },
      recordId: row.id,
      urgency: 'now' as const,
    }))
}
