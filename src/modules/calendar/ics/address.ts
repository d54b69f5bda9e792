/** Who a calendar address means: colleagues and places by the names that files call them by, everybody else by mail. */
import type { GuestRef } from '../contract/shapes.ts'

/** People and places that an event names, as files tell of them. */
export interface Named {
  readonly name: string
  readonly email: string | null
}
export type Known = ReadonlyMap<string, Named>

export const addressOf = (id: string, known: Known): string => {
  const email = known.get(id)?.email
  return email ? `mailto:${email}` : `urn:uuid:${id}`
}

const uuid = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/?$/i

/** A mail address, or the id that a `urn:uuid:` or an address below this server ends with. */
export function meantBy(address: string): { readonly email: string } | { readonly id: string } | null {
  const found = uuid.exec(address.trim())
  if (found) return { id: found[1]!.toLowerCase() }
  const bare = address
    .trim()
    .replace(/^mailto:/i, '')
    .split('?')[0]!
  let email = bare
  try {
    email = decodeURIComponent(bare)
  } catch {
    // a stray percent sign is one
  }
  email = email.trim().toLowerCase()
  return /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254 ? { email } : null
}

/** Finds colleagues by address or id, and places by id. */
export interface Directory {
  readonly principalsByEmail: ReadonlyMap<string, string>
  readonly principals: ReadonlySet<string>
  readonly places: ReadonlySet<string>
}

export function guestAt(address: string, name: string | null, directory: Directory): GuestRef | null {
  const meant = meantBy(address)
  if (!meant) return null
  if ('id' in meant) {
    if (directory.principals.has(meant.id)) return { principalId: meant.id }
    return directory.places.has(meant.id) ? { calendarId: meant.id } : null
  }
  const principalId = directory.principalsByEmail.get(meant.email)
  return principalId
    ? { principalId }
    : { email: meant.email, name: (name?.trim() || meant.email).slice(0, 200), partyId: null }
}
