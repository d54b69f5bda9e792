/** What organisers outside ask of us. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attendeeOf, eventsOf } from '../../../formats/ical/itip/parts.ts'
import { answerEvent, getEvent } from '../../calendar/contract.ts'
import { mailWith, mariaMail } from '../testing.ts'
import { calendarIn, eventOfUid, guest, it, mailIn, meeting, methodIn, see } from './stage.ts'

const outsideInvitation = (uid: string, more: string[] = [], times = ['20261210T130000Z', '20261210T140000Z']) =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `DTSTART:${times[0]}`,
    `DTEND:${times[1]}`,
    'DTSTAMP:20261123T080000Z',
    'ORGANIZER;CN=Carla Dias:mailto:carla@dias.example',
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Maria:mailto:${mariaMail}`,
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Carla:mailto:carla@dias.example',
    'SUMMARY:Audit in Lisbon',
    'LOCATION:Rua Augusta 1',
    'STATUS:CONFIRMED',
    ...(more.some(line => line.startsWith('SEQUENCE')) ? more : ['SEQUENCE:0', ...more]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

test('an invitation from outside lies in the calendar of whom it asks, and is answered by mail', async () => {
  const uid = 'audit-1@dias.example'
  const carla = 'Carla Dias <carla@dias.example>'
  await mailIn(mailWith({ from: carla, method: 'REQUEST', calendar: outsideInvitation(uid) }), 'carla@dias.example')
  const id = await eventOfUid(uid)
  const seen = await it.query(getEvent, { id }, it.maria)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  assert.deepEqual(
    [seen.output.title, seen.output.answer, seen.output.start],
    ['Audit in Lisbon', 'none', '2026-12-10T13:00:00Z'],
  )
  assert.deepEqual(await it.deliver(), [], 'not answered yet')
  await it.done(answerEvent, { id, answer: 'accepted', note: 'Vi ses' }, it.maria)
  const [post, ...more] = await it.deliver()
  assert.deepEqual([post?.to, methodIn(post!), more.length], ['carla@dias.example', 'REPLY', 0])
  const [event] = eventsOf(calendarIn(post!))
  assert.equal(attendeeOf(event!, mariaMail)?.answer, 'ACCEPTED')
  assert.match(post!.mail.subject ?? '', /^Accepted: Audit in Lisbon/)
  // Moved by its organiser, an older message after it changes nothing.
  const newer = outsideInvitation(uid, ['SEQUENCE:1'], ['20261211T130000Z', '20261211T140000Z'])
  await mailIn(mailWith({ from: carla, method: 'REQUEST', calendar: newer }))
  await mailIn(mailWith({ from: carla, method: 'REQUEST', calendar: outsideInvitation(uid, ['LOCATION:Porto']) }))
  const moved = await it.query(getEvent, { id }, it.maria)
  assert.ok(moved.status === 'done' && moved.output.start === '2026-12-11T13:00:00Z')
  // A stranger's cancellation is none; the organiser's is.
  const off = newer
    .replace('METHOD:REQUEST', 'METHOD:CANCEL')
    .replace('STATUS:CONFIRMED', 'STATUS:CANCELLED')
    .replace('SEQUENCE:1', 'SEQUENCE:2')
  await mailIn(mailWith({ from: 'mallory@elsewhere.example', method: 'CANCEL', calendar: off }))
  const still = await it.query(getEvent, { id }, it.maria)
  assert.ok(still.status === 'done' && still.output.status === 'confirmed')
  await mailIn(mailWith({ from: carla, method: 'CANCEL', calendar: off }))
  const { rows } = await it.superuser.query<{ status: string }>('select status from calendar.event where id = $1', [id])
  assert.equal(rows[0]?.status, 'cancelled')
})

test('a mail never changes what is organised here', async () => {
  const bengt = guest()
  const id = await meeting('Ours', [bengt])
  const [post] = await it.deliver()
  const [event] = eventsOf(calendarIn(post!))
  const uid = event!.properties.find(({ name }) => name === 'UID')!.value
  const forged = outsideInvitation(uid, ['SEQUENCE:99'])
  await mailIn(mailWith({ from: bengt.email, method: 'REQUEST', calendar: forged }))
  const seen = await it.query(getEvent, { id }, it.elin)
  assert.ok(seen.status === 'done' && seen.output.title === 'Ours')
  const ledger = await see(id)
  assert.ok(ledger.messages.some(({ because, state }) => because === 'organised-here' && state === 'left'))
})
