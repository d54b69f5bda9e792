/** What the cases of invitations share: one office with a mail server for guests and a door for what comes in. */
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { createTransport } from 'nodemailer'
import { icalText, parseIcal } from '../../../formats/ical/component.ts'
import { eventsOf } from '../../../formats/ical/itip/parts.ts'
import { reply } from '../../../formats/ical/itip/write.ts'
import { createEvent } from '../../calendar/contract.ts'
import { openSmtpDoor } from '../../documents/doors.smtp.ts'
import * as c from '../contract.ts'
import { type InvitationsOffice, invitationsOffice, type Post } from '../testing.ts'

export let it: InvitationsOffice
let door: { readonly port: number; close(): Promise<void> }

before(async () => {
  it = await invitationsOffice()
  it.setClock(Temporal.Instant.from('2026-11-23T08:00:00Z'))
  door = await openSmtpDoor({
    kernel: it.kernel,
    port: 0,
    host: '127.0.0.1',
    organisations: async () => [{ id: it.elin.organisationId, name: 'Almgren & Tveit' } as never],
    log: () => {},
  })
})

after(async () => {
  await door.close()
  await it.close()
})

let guests = 0
export const guest = (name = 'Bengt Lind') => ({ email: `guest${++guests}@lind.example`, name })
export const at = (day: string, from: string, until: string) => ({
  allDay: false as const,
  start: `${day}T${from}`,
  end: `${day}T${until}`,
  zone: 'Europe/Stockholm',
})

export async function meeting(
  title: string,
  who: readonly { email: string; name: string }[],
  more: object = {},
): Promise<string> {
  const { id } = await it.done(
    createEvent,
    { title, when: at('2026-12-01', '10:00', '11:00'), guests: who.map(one => ({ who: one })), ...more } as never,
    it.elin,
  )
  return id
}

export const see = async (id: string) => {
  const answer = await it.query(c.getLedger, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
export const stands = async (id: string) => (await see(id)).guests.map(({ stand }) => stand)
export const calendarIn = ({ mail }: Post) => {
  const part = mail.attachments.find(one => one.mimeType === 'text/calendar')
  return parseIcal(String(part?.content))[0]!
}
export const methodIn = ({ mail }: Post) => mail.attachments.find(one => one.mimeType === 'text/calendar')?.method

/** Brings a mail through the office's SMTP door, as any mail server would. */
export async function mailIn(raw: string, from = 'guest@lind.example'): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
  await transport.sendMail({ envelope: { from, to: 'meetings@almgren.example' }, raw })
  transport.close()
  // What documents reads out of it is for its own tests.
  const waiting = it.waitingJobs as unknown as { job: { name: string } }[]
  const own = waiting.filter(({ job }) => job.name !== 'documents.read')
  waiting.splice(0, waiting.length, ...own)
  await it.runJobs()
}

export const icsOf = (
  post: Post,
  answer: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE',
  email: string,
  comment?: string,
): string => {
  const calendar = calendarIn(post)
  const said = {
    at: Temporal.Instant.from('2026-11-23T08:12:00Z'),
    guest: email,
    answer,
    ...(comment ? { comment } : {}),
  }
  return icalText(reply(calendar, eventsOf(calendar), said))
}

export async function eventOfUid(uid: string): Promise<string> {
  const { rows } = await it.superuser.query<{ id: string }>('select id from calendar.event where uid = $1', [uid])
  assert.equal(rows.length, 1, `one event of ${uid}`)
  return rows[0]!.id
}
