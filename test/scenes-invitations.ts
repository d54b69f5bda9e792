/** The scenes of invitations: meetings with guests outside, what they answer, and invitations of others. */
import { icalText, parseIcal } from '../src/formats/ical/component.ts'
import { eventsOf } from '../src/formats/ical/itip/parts.ts'
import { reply } from '../src/formats/ical/itip/write.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

let made = 0
const day = '2126-11-24'
const when = { allDay: false, start: `${day}T10:00`, end: `${day}T11:00`, zone: 'Europe/Stockholm' }

/** A name that bears the office's mark. */
async function named({ make, see }: Office): Promise<string> {
  return (await see('work.get-task', { id: await make.task() })).record.title
}

/** A meeting of the owner's with one guest outside, who has been asked. */
async function asked(office: Office): Promise<{ id: string; guestId: string; email: string }> {
  const { act, system, superuser } = office
  const email = `guest${++made}@outside.example`
  const title = await named(office)
  const { id } = await act('calendar.create-event', { title, when, guests: [{ who: { email, name: 'Bengt' } }] })
  await act('invitations.prepare-messages', { id }, system)
  const { rows } = await superuser.query<{ id: string }>('select id from invitations.guest where event_id = $1', [id])
  return { id, guestId: rows[0]!.id, email }
}

const onAsked: Stage = async office => ({ input: { id: (await asked(office)).id } })
const byLink: Stage = async office => ({ input: { guestId: (await asked(office)).guestId } })

const proposed: Stage = async office => {
  const { id, guestId } = await asked(office)
  const times = { start: '2126-11-25T09:00:00Z', end: '2126-11-25T10:00:00Z' }
  await office.act('invitations.propose-by-link', { guestId, ...times }, office.system)
  const { proposals } = await office.see('invitations.get-ledger', { id })
  return { input: { id, proposalId: proposals[0].id } }
}

/** An answer that came from an address of nobody invited. */
const unsettled: Stage = async office => {
  const { id, email } = await asked(office)
  const { rows } = await office.superuser.query<{ told: string }>(
    'select told from invitations.guest where event_id = $1',
    [id],
  )
  const calendar = parseIcal(rows[0]!.told)[0]!
  const at = Temporal.Instant.from('2126-11-20T09:00:00Z')
  const answer = icalText(reply(calendar, eventsOf(calendar), { at, guest: email, answer: 'ACCEPTED' }))
  const mail = {
    documentId: null,
    from: 'stranger@elsewhere.example',
    fromName: null,
    method: 'REPLY',
    calendar: answer,
  }
  await office.act('invitations.take-message', mail, office.system)
  const { rows: open } = await office.see('invitations.list-unsettled', {})
  const row = open.find((one: { event: { id: string } | null }) => one.event?.id === id)
  return { input: { messageId: row.id, email } }
}

/** An invitation of somebody outside to the owner. */
const invited: Stage = async office => {
  const { act, owner, superuser, system } = office
  const { rows } = await superuser.query<{ email: string }>(
    'select a.email from platform.membership m join platform.account a using (account_id) where m.principal_id = $1',
    [owner.id],
  )
  const uid = `outside-${++made}@elsewhere.example`
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261120T080000Z',
    'DTSTART:21261124T130000Z',
    'DTEND:21261124T140000Z',
    `SUMMARY:${await named(office)}`,
    'ORGANIZER;CN=Carla:mailto:carla@elsewhere.example',
    `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${rows[0]!.email}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  const from = 'carla@elsewhere.example'
  await act('invitations.take-message', { documentId: null, from, fromName: 'Carla', method: null, calendar }, system)
  const { rows: events } = await superuser.query<{ id: string }>('select id from calendar.event where uid = $1', [uid])
  return { input: { id: events[0]!.id } }
}

const waitingMessage: Stage = async office => {
  const { id } = await asked(office)
  const { rows } = await office.superuser.query<{ id: string }>(
    'select id from invitations.message where event_id = $1',
    [id],
  )
  return { input: { messageId: rows[0]!.id } }
}

const aDay: Stage = async office => {
  await asked(office)
  return { input: { on: day } }
}

/** A calendar subscribed from elsewhere; it is not fetched here. */
const feed: Stage = async office => {
  const facts = { title: await named(office), url: 'https://schools.example/holidays.ics' }
  return { input: { id: (await office.act('invitations.subscribe-feed', facts)).id } }
}

const ownCalendar: Stage = async ({ act, owner, superuser }) => {
  await act('calendar.create-event', { title: 'Mine', when })
  const { rows } = await superuser.query<{ id: string }>(
    `select id from calendar.calendar where owner_id = $1 and type = 'main'`,
    [owner.id],
  )
  return { input: { calendarId: rows[0]!.id } }
}

export const invitationScenes: Readonly<Record<string, Stage>> = {
  'invitations.resend': onAsked,
  'invitations.remind': onAsked,
  'invitations.warn-late': onAsked,
  'invitations.prepare-messages': onAsked,
  'invitations.note-due': async office => ({ input: { eventIds: [(await asked(office)).id] } }),
  'invitations.accept-proposal': proposed,
  'invitations.decline-proposal': proposed,
  'invitations.settle-message': unsettled,
  'invitations.propose-time': invited,
  'invitations.clear-day': aDay,
  'invitations.record-sent': waitingMessage,
  'invitations.refresh-feed': feed,
  'invitations.take-feed': feed,
  'invitations.note-feed': feed,
  'invitations.import-events': ownCalendar,
  'invitations.answer-by-link': byLink,
  'invitations.propose-by-link': byLink,
}

export const invitationQuestions: Readonly<Record<string, Stage>> = {
  'invitations.list-meetings': async office => {
    await asked(office)
    return { input: { box: 'all' } }
  },
  'invitations.get-ledger': onAsked,
  'invitations.list-unsettled': async office => {
    await unsettled(office)
    return {}
  },
  'invitations.plan-day': aDay,
  'invitations.list-feeds': async office => {
    await feed(office)
    return {}
  },
  'invitations.feed-to-fetch': feed,
  'invitations.messages-to-send': onAsked,
}

/** Asked by jobs alone. */
export const invitationJobs = [
  'invitations.messages-to-send',
  'invitations.mail-to-look',
  'invitations.feed-to-fetch',
] as const
