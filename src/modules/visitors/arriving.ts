/** What happens when somebody comes in and goes out, whichever door it is noted at. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { stockFor } from '../printing/contract.ts'
import * as c from './contract.ts'
import { type Settings, settingsOf } from './settings.ts'
import { tellings } from './tell-host.ts'
import { updateVisitor, type VisitorRow, visitorsWhere } from './visitor-row.ts'

export interface Arrival {
  /** When they came, where that was noted later; never after now. */
  readonly at?: Temporal.Instant | undefined
  readonly language?: string
  readonly kioskId?: string
  readonly entryId?: string
  readonly ticket?: boolean
}

export interface Arrived {
  readonly version: number
  readonly badgeNo: number
  readonly ticket: number | null
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b)
/** What a kiosk noted while it was cut off is believed for a day. */
const believed = { hours: 24 }

export function momentOf(act: Act, given: Temporal.Instant | undefined): Temporal.Instant {
  if (!given) return act.at
  const oldest = act.at.subtract(believed)
  return Temporal.Instant.compare(given, oldest) < 0 ? oldest : earlier(given, act.at)
}

/** Puts somebody who is expected into the building, and tells whom they visit. */
export async function arrive(act: Act, row: VisitorRow, arrival: Arrival = {}): Promise<Arrived> {
  const settings = await settingsOf(act)
  const badgeNo = Number(await act.nextNumber('visitors.badge'))
  const ticket = arrival.ticket ? Number(await act.nextNumber(`visitors.ticket.${act.today}`)) : null
  const version = await updateVisitor(
    act,
    row,
    sql`state = 'waiting', arrived_at = ${momentOf(act, arrival.at)}, badge_no = ${badgeNo}, ticket = ${ticket}, told_times = 1, told_at = ${act.at},
      kiosk_id = coalesce(${arrival.kioskId ?? null}, kiosk_id), entry_id = coalesce(${arrival.entryId ?? null}, entry_id),
      language = ${arrival.language ?? row.language}`,
  )
  await tell(act, row, settings)
  await printBadge(act, row.id, settings, arrival.kioskId)
  return { version, badgeNo, ticket }
}

/** A kiosk takes the picture after the entry: the badge waits for it. */
const pictureSeconds = 25

/** Where the desk's badges print by themselves. */
async function printBadge(act: Act, id: string, settings: Settings, kioskId: string | undefined): Promise<void> {
  const deskId = kioskId ?? act.principal.id
  const rule = await stockFor(act, 'badge', deskId)
  if (!rule?.automatic) return
  const waits = kioskId !== undefined && settings.photo
  act.enqueue(c.badgeJob, { id, deskId }, waits ? { startAfter: act.at.add({ seconds: pictureSeconds }) } : {})
}

async function tell(act: Act, row: VisitorRow, settings: Settings): Promise<void> {
  const notify = await tellings(act, row, 1, settings)
  act.emit(c.visitorArrived, { id: row.id, title: row.title, notify }, [row.id])
  act.enqueue(c.tellJob, { id: row.id, times: 1 }, { startAfter: act.at.add({ minutes: settings.remind_minutes }) })
}

export async function leave(act: Act, row: VisitorRow, at?: Temporal.Instant): Promise<number> {
  const version = await updateVisitor(
    act,
    row,
    sql`state = 'gone', left_at = greatest(${momentOf(act, at)}::timestamptz, arrived_at, received_at)`,
  )
  act.emit(c.visitorLeft, { id: row.id, title: row.title }, [row.id])
  return version
}

/** Everybody inside, in the order in which they came. */
export const insideNow = (act: Act): Promise<VisitorRow[]> =>
  visitorsWhere(act, sql`v.state in ('waiting', 'received') order by v.arrived_at, v.id`)

/** A day before the visit, or at once. */
export function sendWelcome(
  act: Act,
  row: { id: string; start: Temporal.Instant; email: string | null | undefined },
): void {
  if (!row.email) return
  const before = row.start.subtract({ hours: 24 })
  const soon = act.at.add({ minutes: 1 })
  const startAfter = Temporal.Instant.compare(before, soon) > 0 ? before : soon
  act.enqueue(c.welcomeJob, { id: row.id }, { startAfter, singletonKey: row.id })
}
