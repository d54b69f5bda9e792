/** What is known of the event that a message speaks of, as the rules of messages want it. */
import { sql } from 'kysely'
import type { KnownEvent, KnownGuest } from '../../../formats/ical/itip/outcome.ts'
import type { InstanceKey, Message } from '../../../formats/ical/itip/parts.ts'
import type { Act } from '../../../kernel/implement.ts'
import { accountsOf, correspondents, type EventFact, eventsOfUid, guestsOf } from '../facts.ts'
import { recurrenceOf } from '../instance-key.ts'
import { guestRows, hostRow } from '../ledger.ts'
import type { Versions } from '../tables.ts'

export interface Known {
  readonly event: EventFact
  readonly known: KnownEvent
  /** Of guests inside, whose address it is. */
  readonly principals: ReadonlyMap<string, string>
}

export const versionsOf = (versions: Versions): Map<InstanceKey | null, { sequence: number; stamp: number }> =>
  new Map(Object.entries(versions).map(([key, [sequence, stamp]]) => [key === '' ? null : key, { sequence, stamp }]))

/** Recurrences of an event as they are laid out; a message names them one by one. */
async function instancesOf(act: Act, event: EventFact): Promise<(key: InstanceKey) => boolean> {
  const { rows } = await sql<{ recurrence: string }>`
    select distinct recurrence::text from calendar.occurrence_fact
    where organisation_id = ${act.office.id} and event_id = ${event.event_id}`.execute(act.db())
  const laid = new Set(rows.map(({ recurrence }) => recurrence))
  return key => laid.has(recurrenceOf(key, event.zone))
}

async function guestsKnown(
  act: Act,
  event: EventFact,
): Promise<{ guests: KnownGuest[]; principals: Map<string, string> }> {
  const accounts = new Map((await accountsOf(act)).map(one => [one.principalId, one.email]))
  const rows = new Map((await guestRows(act, event.event_id)).map(row => [row.email, row]))
  const facts = await guestsOf(act, event.event_id)
  const principals = new Map(
    facts.flatMap(({ principal_id }) => {
      const email = principal_id && accounts.get(principal_id)
      return principal_id && email ? [[email, principal_id] as const] : []
    }),
  )
  const outside = facts.flatMap(({ email }) => email ?? [])
  const asked = [...rows.values()].filter(row => row.told !== null).map(row => row.email)
  const emails = [...new Set([...outside, ...asked, ...principals.keys()])]
  const to = await correspondents(act, emails)
  const guests = emails.map((address): KnownGuest => {
    const row = rows.get(address)
    return {
      address,
      others: to(address).others,
      since: row?.since ?? 0,
      delegatedTo: row?.delegated_to ?? [],
      answered: versionsOf(row?.answered ?? {}),
    }
  })
  return { guests, principals }
}

/** The event of a message; of several of one name, ours where only an organiser may be answered, else the one asked of us. */
export async function knownOf(act: Act, message: Message): Promise<Known | null> {
  const events = await eventsOfUid(act, message.uid)
  const [first] = [...events.filter(one => one.organiser_id !== null), ...events]
  if (!first) return null
  const host = first.organiser_id === null ? await hostRow(act, first.event_id) : undefined
  const { guests, principals } = await guestsKnown(act, first)
  return {
    event: first,
    principals,
    known: {
      organiser: first.organiser_email?.toLowerCase() ?? null,
      versions: versionsOf(host?.versions ?? {}),
      guests,
      cancelled: first.status === 'cancelled',
      isInstance: await instancesOf(act, first),
    },
  }
}
