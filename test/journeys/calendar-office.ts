/** An office whose calendar is about to be filled: an office manager, a colleague, the director; a guest outside with a mail program. */
import { after } from 'node:test'
import type { SignedIn, TestServer } from '../../tools/testing/server.ts'
import type { GuestMail } from './guest-mail.ts'
import { done, invite } from './small-office.ts'

export const zone = 'Europe/Stockholm'
export const answersAddress = 'meetings@office.example'
export const guestAddress = 'bengt@outside.example'

type Person = SignedIn & { readonly principalId?: string }

export interface CalendarOffice {
  readonly server: TestServer
  readonly elin: Person
  readonly maria: Person & { readonly principalId: string }
  readonly ingrid: Person & { readonly principalId: string }
  readonly mail: GuestMail
  /** The port of the door by which mail comes in. */
  readonly doorPort: number
  /** Monday of the week in which it all takes place; nothing of it is over. */
  readonly monday: Temporal.PlainDate
  /** The day so many days after that Monday, as it is typed. */
  on(days: number): string
}

export async function furnishCalendar(server: TestServer, mail: GuestMail, doorPort: number): Promise<CalendarOffice> {
  after(() => mail.close())
  const elin = await server.openOffice()
  const maria = await invite(server, elin, 'Maria Lindqvist', 'manager')
  const ingrid = await invite(server, elin, 'Ingrid Solberg', 'manager')
  await done(elin, 'calendar.create-place', { title: 'Klippan', seats: 8 })
  await done(elin, 'invitations.change-settings', { answersAddress })
  const today = Temporal.Now.plainDateISO(zone)
  const monday = today.add({ days: 15 - today.dayOfWeek })
  return { server, elin, maria, ingrid, mail, doorPort, monday, on: days => monday.add({ days }).toString() }
}

/** An instant of the office's clock. */
export const at = (day: string, time: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString()
