import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { parseIcal } from '../../formats/ical/component.ts'
import { attendeeOf, eventsOf, organiserOf } from '../../formats/ical/itip/parts.ts'
import { counter, reply } from '../../formats/ical/itip/write.ts'
import { property } from '../../formats/ical/write.ts'
import { allowPrivateAddresses, isInside } from '../../kernel/outside/fetch.ts'
import { answerEvent, cancelEvent, changeEvent, createEvent, getEvent, moveEvent } from '../calendar/contract.ts'
import { createPerson, addEmail } from '../directory/contract.ts'
import { getDocument } from '../documents/contract.ts'
import { openSmtpDoor } from '../documents/doors.smtp.ts'
import * as c from './contract.ts'
import { invitationPublic } from './doors.public.ts'
import { elinMail, type InvitationsOffice, invitationsOffice, mailWith, mariaMail, type Post } from './testing.ts'
import { createTransport } from 'nodemailer'

let it: InvitationsOffice
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
const guest = (name = 'Bengt Lind') => ({ email: `guest${++guests}@lind.example`, name })
const at = (day: string, from: string, until: string) => ({
  allDay: false as const,
  start: `${day}T${from}`,
  end: `${day}T${until}`,
  zone: 'Europe/Stockholm',
})

async function meeting(
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

const see = async (id: string) => {
  const answer = await it.query(c.getLedger, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const stands = async (id: string) => (await see(id)).guests.map(({ stand }) => stand)
const calendarIn = ({ mail }: Post) => {
  const part = mail.attachments.find(one => one.mimeType === 'text/calendar')
  return parseIcal(String(part?.content))[0]!
}
const methodIn = ({ mail }: Post) => mail.attachments.find(one => one.mimeType === 'text/calendar')?.method

/** Brings a mail through the office's SMTP door, as any mail server would. */
async function mailIn(raw: string, from = 'guest@lind.example'): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
  await transport.sendMail({ envelope: { from, to: 'meetings@almgren.example' }, raw })
  transport.close()
  // What documents reads out of it is for its own tests.
  const waiting = it.waitingJobs as unknown as { job: { name: string } }[]
  const own = waiting.filter(({ job }) => job.name !== 'documents.read')
  waiting.splice(0, waiting.length, ...own)
  await it.runJobs()
}

const icsOf = (post: Post, answer: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE', email: string, comment?: string) => {
  const calendar = calendarIn(post)
  return import('../../formats/ical/component.ts').then(({ icalText }) =>
    icalText(
      reply(calendar, eventsOf(calendar), {
        at: Temporal.Instant.from('2026-11-23T08:12:00Z'),
        guest: email,
        answer,
        ...(comment ? { comment } : {}),
      }),
    ),
  )
}

test('a guest outside is asked by mail, once, and answers from an ordinary mail program', async () => {
  const bengt = guest()
  const id = await meeting('Ventilation, second look', [bengt], { place: 'Kungsgatan 4', notes: 'Bring the drawings' })
  const waiting = it.waitingJobs.find(({ job }) => job.name === 'invitations.send')
  assert.equal(waiting?.job.startAfter?.toString(), '2026-11-23T08:00:10Z', 'after the seconds in which one can undo')
  const [post, ...more] = await it.deliver()
  assert.ok(post)
  assert.deepEqual([post.to, more.length, methodIn(post)], [bengt.email, 0, 'REQUEST'])
  assert.match(
    post.mail.subject ?? '',
    /^Invitation: Ventilation, second look – Tuesday,? 1 December 2026, 10:00–11:00/,
  )
  assert.match(
    post.mail.text ?? '',
    /Kungsgatan 4[\s\S]*Bring the drawings[\s\S]*https:\/\/office\.example\/invited\?answer=accepted#/,
  )
  assert.match(post.mail.html ?? '', /\/invited\?answer=declined#/)
  assert.equal(post.mail.attachments.filter(one => one.filename === 'invite.ics').length, 1)
  const [event] = eventsOf(calendarIn(post))
  assert.equal(organiserOf(event!)?.address, elinMail)
  assert.equal(attendeeOf(event!, bengt.email)?.answer, 'NEEDS-ACTION')
  assert.deepEqual(await stands(id), ['asked'])
  await it.done(c.noteDue, { eventIds: [id] }, it.system)
  assert.deepEqual(await it.deliver(), [], 'what is known is not told again')

  const answer = mailWith({
    from: `Bengt Lind <${bengt.email}>`,
    method: 'REPLY',
    calendar: await icsOf(post, 'ACCEPTED', bengt.email, 'Gärna'),
    encoded: true,
  })
  await mailIn(answer, bengt.email)
  const ledger = await see(id)
  assert.deepEqual(
    ledger.guests.map(({ stand, note }) => [stand, note]),
    [['accepted', 'Gärna']],
  )
  const taken = ledger.messages.find(({ direction }) => direction === 'in')
  assert.deepEqual([taken?.method, taken?.state, taken?.answer], ['REPLY', 'taken', 'accepted'])
  assert.deepEqual(it.post.filter(one => one.to === bengt.email).length, 1, 'nobody is told of their own answer')
})

test('an answer is dealt with, so its mail does not lie in the tray; one from an address of nobody waits for a person', async () => {
  const [anna, berit] = [guest('Anna'), guest('Berit')]
  const id = await meeting('Quotation', [anna, berit])
  const posts = await it.deliver()
  const ofAnna = posts.find(one => one.to === anna.email)!
  const calendar = await icsOf(ofAnna, 'DECLINED', anna.email)
  await mailIn(mailWith({ from: 'stranger@elsewhere.example', method: 'REPLY', calendar }))
  assert.deepEqual(await stands(id), ['asked', 'asked'])
  const unsettled = await it.query(c.listUnsettled, {}, it.elin)
  assert.ok(unsettled.status === 'done')
  const row = unsettled.output.rows.find(one => one.event?.id === id)!
  assert.deepEqual([row.because, row.email], ['other-sender', 'stranger@elsewhere.example'])
  assert.deepEqual(
    row.guests.map(({ name }) => name),
    ['Anna', 'Berit'],
  )
  const seen = await it.query(getDocument, { id: row.document!.id }, it.elin)
  assert.ok(seen.status === 'done' && seen.output.record.state !== 'discarded')
  const [other] = ((await it.query(c.countOpen, {}, it.elin)) as { output: { count: number } }).output ? [1] : [0]
  assert.equal(other, 1)
  await it.done(c.settleMessage, { messageId: row.id, email: anna.email }, it.elin)
  assert.deepEqual(await stands(id), ['declined', 'asked'])
  const again = await it.dispatch(c.settleMessage, { messageId: row.id, email: null }, it.elin)
  assert.ok(again.status === 'refused' && again.refusal.name === 'invitation-message-settled')

  const ofBerit = posts.find(one => one.to === berit.email)!
  await mailIn(
    mailWith({ from: berit.email, method: 'REPLY', calendar: await icsOf(ofBerit, 'TENTATIVE', berit.email) }),
    berit.email,
  )
  assert.deepEqual(await stands(id), ['declined', 'tentative'])
  const ledger = await see(id)
  assert.equal(ledger.messages.filter(({ direction }) => direction === 'in').length, 2)
  const { rows } = await it.superuser.query<{ state: string }>(
    `select d.state from documents.document d join invitations.message m on m.document_id = d.id where m.email = $1`,
    [berit.email],
  )
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['discarded'],
  )
})

test('moved, changed, taken back at once, called off: each told once, each in the guest’s language', async () => {
  const [dutch, plain] = [guest('Jan de Vries'), guest('Carl')]
  const { id: partyId } = await it.done(
    createPerson,
    { name: 'Jan de Vries', language: 'nl', country: 'PT' } as never,
    it.elin,
  )
  await it.done(addEmail, { id: partyId, kind: 'person', email: dutch.email } as never, it.elin)
  const id = await meeting('Roof', [dutch, plain])
  const first = await it.deliver()
  const toDutch = first.find(one => one.to === dutch.email)!
  assert.match(toDutch.mail.subject ?? '', /^Uitnodiging: Roof – dinsdag 1 december 2026/)
  assert.match(toDutch.mail.text ?? '', /10:00–11:00 \(Stockholm, GMT\+1\); 09:00–10:00 \(Lisbon, GMT/)
  const moved = await it.dispatch(moveEvent, { id, when: at('2026-12-02', '13:00', '14:00') }, it.elin)
  assert.ok(moved.status === 'done')
  const back = await it.kernel.dispatch({
    organisationId: it.elin.organisationId,
    principalId: it.elin.id,
    command: String(moved.undo?.command),
    input: moved.undo!.input,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(back.status, 'done')
  assert.deepEqual(await it.deliver(), [], 'what was taken back was told to nobody')
  await it.done(moveEvent, { id, when: at('2026-12-02', '13:00', '14:00') }, it.elin)
  const second = await it.deliver()
  assert.deepEqual(
    second.map(post => methodIn(post)),
    ['REQUEST', 'REQUEST'],
  )
  assert.ok(second.some(post => /^Nieuw tijdstip: Roof/.test(post.mail.subject ?? '')))
  await it.done(changeEvent, { id, change: { place: 'The yard' } }, it.elin)
  const third = await it.deliver()
  assert.ok(
    third.every(post => /^(Updated|Gewijzigd): Roof/.test(post.mail.subject ?? '')),
    String(third[0]?.mail.subject),
  )
  // Asked no more: the others hear nothing of it.
  await it.done(changeEvent, { id, change: { guests: [{ who: dutch as never }] } as never }, it.elin)
  const fourth = await it.deliver()
  assert.deepEqual(
    fourth.map(post => [post.to, methodIn(post)]),
    [[plain.email, 'CANCEL']],
  )
  assert.match(fourth[0]!.mail.subject ?? '', /^Your invitation is withdrawn/)
  await it.done(cancelEvent, { id }, it.elin)
  const fifth = await it.deliver()
  assert.deepEqual(
    fifth.map(post => [post.to, methodIn(post)]),
    [[dutch.email, 'CANCEL']],
  )
  assert.match(fifth[0]!.mail.subject ?? '', /^Afgezegd: Roof/)
})

test('of a series one time is called off by itself', async () => {
  const bengt = guest()
  const id = await meeting('Weekly', [bengt], { repeat: { rule: 'FREQ=WEEKLY;COUNT=5' } })
  const [post] = await it.deliver()
  assert.match(post!.mail.text ?? '', /Next time: [\s\S]*Then: /)
  await it.done(cancelEvent, { id, scope: 'this', recurrence: '2026-12-08T10:00:00' }, it.elin)
  const [off, ...rest] = await it.deliver()
  assert.deepEqual([methodIn(off!), rest.length], ['CANCEL', 0])
  assert.match(off!.mail.subject ?? '', /^Cancelled this time: Weekly – Tuesday,? 8 December/)
  const [event] = eventsOf(calendarIn(off!))
  assert.match(event!.properties.find(({ name }) => name === 'RECURRENCE-ID')!.value, /^20261208T100000/)
  const answer = await icsOf(post!, 'ACCEPTED', bengt.email)
  await mailIn(mailWith({ from: bengt.email, method: 'REPLY', calendar: answer }), bengt.email)
  assert.deepEqual(await stands(id), ['accepted'])
})

test('by the link: open, answer, propose; nothing else, and nothing when it is called off', async () => {
  const bengt = guest()
  const id = await meeting('Lunch', [bengt])
  const [post] = await it.deliver()
  const token = it.linkOf(post!)
  const [openDoor, answerDoor, proposeDoor] = invitationPublic
  const asked = (body: object = {}, of = token) => ({
    token: of,
    body: body as Record<string, unknown>,
    requestId: 'r',
  })
  const shown = JSON.parse(String((await openDoor.answer(it.kernel, asked())).body))
  assert.deepEqual(
    [shown.title, shown.organiser, shown.guest, shown.answer],
    ['Lunch', 'Elin Almgren', 'Bengt Lind', 'none'],
  )
  assert.deepEqual(shown.times[0], {
    start: '2026-12-01T09:00:00.000Z',
    end: '2026-12-01T10:00:00.000Z',
    allDay: false,
  })
  const answered = await answerDoor.answer(it.kernel, asked({ answer: 'tentative', said: 'If the train comes' }))
  assert.equal(JSON.parse(String(answered.body)).answer, 'tentative')
  const {
    guests: [line],
  } = await see(id)
  assert.deepEqual([line?.stand, line?.note], ['tentative', 'If the train comes'])
  await assert.rejects(answerDoor.answer(it.kernel, asked({ answer: 'delegated' })), /input-invalid/)
  await proposeDoor.answer(
    it.kernel,
    asked({ start: '2026-12-03T11:00:00Z', end: '2026-12-03T12:00:00Z', said: 'Better?' }),
  )
  const {
    proposals: [proposal],
  } = await see(id)
  assert.deepEqual([proposal?.state, proposal?.said, proposal?.start], ['open', 'Better?', '2026-12-03T11:00:00Z'])
  const forged = token.replace(/.$/, sign => (sign === 'A' ? 'B' : 'A'))
  await assert.rejects(openDoor.answer(it.kernel, asked({}, forged)), /invitation-link-closed/)
  const accepted = await it.dispatch(c.acceptProposal, { id, proposalId: proposal!.id }, it.elin)
  assert.ok(accepted.status === 'done', JSON.stringify(accepted))
  const event = await it.query(getEvent, { id }, it.elin)
  assert.ok(event.status === 'done' && event.output.start === '2026-12-03T11:00:00Z')
  const twice = await it.dispatch(c.declineProposal, { id, proposalId: proposal!.id }, it.elin)
  assert.ok(twice.status === 'refused' && twice.refusal.name === 'time-proposal-settled')
  await it.done(cancelEvent, { id }, it.elin)
  await it.deliver()
  await assert.rejects(openDoor.answer(it.kernel, asked()), /invitation-link-closed/)
})

test('another time by mail is a proposal; the time may stay', async () => {
  const bengt = guest()
  const id = await meeting('Offer', [bengt])
  const [post] = await it.deliver()
  const calendar = calendarIn(post!)
  const zoned = (value: string) => property('X', value, { TZID: 'Europe/Stockholm' })
  const message = counter(calendar, eventsOf(calendar)[0]!, {
    at: Temporal.Instant.from('2026-11-23T08:12:00Z'),
    guest: bengt.email,
    start: zoned('20261203T150000'),
    end: zoned('20261203T160000'),
    comment: 'On Thursday?',
  })
  const { icalText } = await import('../../formats/ical/component.ts')
  await mailIn(mailWith({ from: bengt.email, method: 'COUNTER', calendar: icalText(message) }), bengt.email)
  const {
    proposals: [proposal],
  } = await see(id)
  assert.deepEqual([proposal?.start, proposal?.said], ['2026-12-03T14:00:00Z', 'On Thursday?'])
  await it.done(c.declineProposal, { id, proposalId: proposal!.id, words: 'Only Tuesday works.' }, it.elin)
  const [kept] = await it.deliver()
  assert.deepEqual([methodIn(kept!), kept!.to], ['DECLINECOUNTER', bengt.email])
  assert.match(kept!.mail.text ?? '', /Only Tuesday works\./)
})

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

async function eventOfUid(uid: string): Promise<string> {
  const { rows } = await it.superuser.query<{ id: string }>('select id from calendar.event where uid = $1', [uid])
  assert.equal(rows.length, 1, `one event of ${uid}`)
  return rows[0]!.id
}

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

test('what does not arrive is known: refused at once, or told by a bounce', async () => {
  const [gone, later] = [guest('Gone'), guest('Later')]
  it.nobody.add(gone.email)
  const id = await meeting('Where are you', [gone, later])
  const [post] = await it.deliver()
  assert.deepEqual(await stands(id), ['failed', 'asked'])
  const bounce = [
    'From: MAILER-DAEMON@mx.example',
    'To: office@almgren.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${later.email}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${post!.mail.messageId}`,
    'Subject: Invitation',
    '--b--',
    '',
  ].join('\r\n')
  await mailIn(bounce, '')
  const { guests: lines } = await see(id)
  assert.deepEqual(
    lines.map(({ stand }) => stand),
    ['failed', 'bounced'],
  )
  assert.match(lines[1]!.bouncedBecause ?? '', /5\.1\.1.*User unknown/)
  it.nobody.clear()
  await it.done(c.resend, { id, emails: [gone.email] }, it.elin)
  assert.deepEqual(
    (await it.deliver()).map(({ to }) => to),
    [gone.email],
  )
  assert.deepEqual(await stands(id), ['asked', 'bounced'])
})

test('who has not answered is reminded; when all have, nobody is', async () => {
  const [yes, no] = [guest('Yes'), guest('Silent')]
  const id = await meeting('Board', [yes, no])
  const posts = await it.deliver()
  const ofYes = posts.find(({ to }) => to === yes.email)!
  await mailIn(
    mailWith({ from: yes.email, method: 'REPLY', calendar: await icsOf(ofYes, 'ACCEPTED', yes.email) }),
    yes.email,
  )
  await it.done(c.remind, { id }, it.elin)
  const [reminder, ...more] = await it.deliver()
  assert.deepEqual([reminder!.to, more.length, methodIn(reminder!)], [no.email, 0, 'REQUEST'])
  assert.match(reminder!.mail.subject ?? '', /^Can you come\? Board/)
  assert.equal(reminder!.mail.inReplyTo, posts.find(({ to }) => to === no.email)!.mail.messageId)
  const silent = posts.find(({ to }) => to === no.email)!
  await mailIn(
    mailWith({ from: no.email, method: 'REPLY', calendar: await icsOf(silent, 'DECLINED', no.email) }),
    no.email,
  )
  const none = await it.dispatch(c.remind, { id }, it.elin)
  assert.ok(none.status === 'refused' && none.refusal.name === 'nobody-to-remind')
})

test('for the boss: her meeting, arranged by another; answers go to the office’s own address', async () => {
  await it.done(c.changeSettings, { answersAddress: 'Meetings@almgren.example' }, it.elin)
  const bengt = guest()
  const id = await meeting('Director', [bengt], { organiser: { principalId: it.elin.id, sentBy: it.maria.id } })
  const [post] = await it.deliver()
  const organiser = organiserOf(eventsOf(calendarIn(post!))[0]!)
  assert.deepEqual(
    [organiser?.address, organiser?.name, organiser?.sentBy],
    ['meetings@almgren.example', 'Elin Almgren', mariaMail],
  )
  assert.equal(post!.mail.replyTo?.[0]?.address, 'meetings@almgren.example')
  assert.match(post!.raw.replace(/\r\n /g, ''), /EMAIL=elin@almgren\.example/)
  await mailIn(
    mailWith({ from: bengt.email, method: 'REPLY', calendar: await icsOf(post!, 'ACCEPTED', bengt.email) }),
    bengt.email,
  )
  assert.deepEqual(await stands(id), ['accepted'])
  await it.done(c.changeSettings, { answersAddress: null }, it.elin)
})

test('a day of somebody is called off, or moved, in one act with an apology; and put back', async () => {
  const day = '2026-12-17'
  const [dutch, plain] = [guest('Piet'), guest('Dora')]
  const { id: partyId } = await it.done(createPerson, { name: 'Piet', language: 'nl' } as never, it.elin)
  await it.done(addEmail, { id: partyId, kind: 'person', email: dutch.email } as never, it.elin)
  const one = await meeting('First', [dutch], { when: at(day, '09:00', '10:00') })
  const two = await meeting('Second', [plain], { when: at(day, '14:00', '15:00') })
  await it.deliver()
  const plan = await it.query(c.planDay, { on: day }, it.elin)
  assert.ok(plan.status === 'done')
  assert.deepEqual(
    plan.output.meetings.map(({ title, own }) => [title, own]),
    [
      ['First', true],
      ['Second', true],
    ],
  )
  assert.match(plan.output.meetings[0]!.guests[0]!.text, /^Het spijt ons: Elin Almgren/)
  const cleared = await it.dispatch(c.clearDay, { on: day }, it.elin)
  assert.ok(
    cleared.status === 'done' && cleared.output.done === 2 && cleared.output.left.length === 0,
    JSON.stringify(cleared),
  )
  await it.done(c.restoreDay, cleared.undo!.input as never, it.elin)
  assert.deepEqual(await it.deliver(), [], 'put back in time: nobody heard of it')
  const moved = await it.dispatch(c.clearDay, { on: day, to: '2026-12-18' }, it.elin)
  assert.ok(moved.status === 'done' && moved.output.done === 2, JSON.stringify(moved))
  const posts = await it.deliver()
  assert.deepEqual(posts.map(({ to }) => to).sort(), [dutch.email, plain.email].sort())
  assert.ok(posts.every(post => methodIn(post) === 'REQUEST'))
  assert.match(posts.find(({ to }) => to === dutch.email)!.mail.text ?? '', /Het spijt ons[\s\S]*18 december/)
  const seen = await it.query(getEvent, { id: two }, it.elin)
  assert.ok(seen.status === 'done' && seen.output.start === '2026-12-18T13:00:00Z')
  const none = await it.dispatch(c.clearDay, { on: day }, it.elin)
  assert.ok(none.status === 'refused' && none.refusal.name === 'day-has-no-meetings')
  const off = await it.dispatch(c.clearDay, { on: '2026-12-18', eventIds: [one], words: 'Sorry, I am ill.' }, it.elin)
  assert.ok(off.status === 'done' && off.output.done === 1)
  const [cancelled, ...more] = await it.deliver()
  assert.deepEqual([cancelled!.to, methodIn(cancelled!), more.length], [dutch.email, 'CANCEL', 0])
  assert.match(cancelled!.mail.text ?? '', /Sorry, I am ill\./)
})

test('running late warns those of this meeting, or of all that follow', async () => {
  const day = '2026-11-23'
  const [first, second] = [guest('One'), guest('Two')]
  const id = await meeting('Morning', [first], { when: at(day, '10:00', '11:00') })
  await meeting('Noon', [second], { when: at(day, '12:00', '13:00') })
  await it.deliver()
  await it.done(c.warnLate, { id, minutes: 15 }, it.elin)
  const [one, ...none] = await it.deliver()
  assert.deepEqual([one!.to, none.length], [first.email, 0])
  assert.match(one!.mail.text ?? '', /Elin Almgren is running about 15 minutes late\./)
  await it.done(c.warnLate, { id, minutes: 20, whom: 'rest' }, it.elin)
  assert.deepEqual((await it.deliver()).map(({ to }) => to).sort(), [first.email, second.email].sort())
})

test('who may see a meeting sees its guests; a stranger sees none', async () => {
  const id = await meeting('Private', [guest()], { privacy: 'private' })
  await it.deliver()
  const answer = await it.query(c.getLedger, { id }, it.maria)
  assert.ok(answer.status === 'refused' && answer.refusal.name === 'record-not-found')
  const listed = await it.query(c.listMeetings, { box: 'open' }, it.elin)
  assert.ok(listed.status === 'done' && listed.output.rows.some(row => row.id === id && row.missing === 1))
  const others = await it.query(c.listMeetings, {}, it.maria)
  assert.ok(others.status === 'refused' || !others.output.rows.some(row => row.id === id))
})

const published = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schools//EN',
    ...events.flatMap(lines => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
const holiday = (uid: string, title: string, more: string[] = []) => [
  `UID:${uid}@schools.example`,
  'DTSTART;VALUE=DATE:20270222',
  'DTEND;VALUE=DATE:20270301',
  `SUMMARY:${title}`,
  ...more,
]

test('a calendar from elsewhere is fetched, kept up to date, and never trusted', async () => {
  let body = published(
    holiday('winter', 'Winter holidays', [`ATTENDEE:mailto:${mariaMail}`, 'ORGANIZER:mailto:spy@elsewhere.example']),
    holiday('easter', 'Easter holidays'),
    ['UID:broken@schools.example', 'DTSTART:not a time', 'SUMMARY:Broken'],
  )
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers['if-none-match'])
    const etag = `"${body.length}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    if (request.url === '/moved') return void response.writeHead(302, { location: '/feed.ics' }).end()
    response.writeHead(200, { etag, 'content-type': 'text/calendar' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}/moved`
  const { id } = await it.done(c.subscribeFeed, { title: 'School', url }, it.elin)
  const feed = async () => {
    const answer = await it.query(c.listFeeds, {}, it.elin)
    assert.ok(answer.status === 'done')
    return answer.output.rows.find(row => row.id === id)!
  }
  await it.runJobs()
  assert.deepEqual([(await feed()).problem, (await feed()).events, asked.length], ['address-private', 0, 0])
  allowPrivateAddresses(true)
  const fetch = async () => {
    await it.done(c.refreshFeed, { id }, it.elin)
    await it.runJobs()
  }
  await fetch()
  assert.deepEqual([(await feed()).problem, (await feed()).events, (await feed()).refused], [null, 2, 1])
  const titles = async () => {
    const { rows } = await it.superuser.query<{ title: string }>(
      `select r.title from calendar.event e join kernel.record r on r.id = e.id where e.home_id = $1 and e.status <> 'cancelled' order by 1`,
      [id],
    )
    return rows.map(({ title }) => title)
  }
  assert.deepEqual(await titles(), ['Easter holidays', 'Winter holidays'])
  const { rows: guestsThere } = await it.superuser.query(
    'select 1 from calendar.guest g join calendar.event e on e.id = g.event_id where e.home_id = $1',
    [id],
  )
  assert.equal(guestsThere.length, 0, 'what others publish asks nobody here')
  await fetch()
  assert.match(String(asked.at(-1)), /^"\d+"$/)
  body = published(holiday('winter', 'Winter break'))
  await fetch()
  assert.deepEqual(await titles(), ['Winter break'])
  assert.deepEqual([(await feed()).events, (await feed()).refused], [1, 0])
  body = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'
  await fetch()
  assert.match((await feed()).problem ?? '', /^ical-unclosed/)
  assert.deepEqual(await titles(), ['Winter break'], 'what cannot be read changes nothing')
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await fetch()
  assert.equal((await feed()).problem, 'unreachable')
  allowPrivateAddresses(false)
  const wrong = await it.dispatch(c.subscribeFeed, { title: 'X', url: 'file:///etc/passwd' }, it.elin)
  assert.ok(wrong.status === 'refused' && wrong.refusal.name === 'feed-address-wrong')
})

test('private addresses are known in all their writings', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '224.0.0.1',
    'localhost',
    '',
  ])
    assert.equal(isInside(address), true, address)
  for (const address of ['8.8.8.8', '172.32.0.1', '2600::1', '193.10.0.1'])
    assert.equal(isInside(address), false, address)
})

test('a file is brought in once: looked at first, refused by the line, and nobody is told', async () => {
  const file = published(
    holiday('autumn', 'Autumn holidays', [`ATTENDEE:mailto:${mariaMail}`]),
    ['UID:bad@schools.example', 'DTSTART:20261399', 'SUMMARY:Bad'],
    ['DTSTART:20270101T100000Z', 'SUMMARY:No name of its own'],
  )
  const preview = await it.query(c.previewFile, { calendar: file }, it.elin)
  assert.ok(preview.status === 'done')
  assert.deepEqual(
    [preview.output.total, preview.output.rows[0]?.start, preview.output.problem],
    [3, '2027-02-22', null],
  )
  const broken = await it.query(c.previewFile, { calendar: 'BEGIN:VCALENDAR\r\nnonsense' }, it.elin)
  assert.ok(broken.status === 'done' && broken.output.problem?.line === 2)
  const { rows } = await it.superuser.query<{ id: string }>(
    `select id from calendar.calendar where owner_id = $1 and type = 'main'`,
    [it.elin.id],
  )
  const calendarId = rows[0]!.id
  const done = await it.done(c.importEvents, { calendarId, calendar: file }, it.elin)
  assert.equal(done.imported, 2)
  assert.deepEqual(
    done.refused.map(({ title, line }) => [title, line]),
    [['Bad', 12]],
  )
  const again = await it.done(c.importEvents, { calendarId, calendar: file }, it.elin)
  assert.equal(again.imported, 2)
  const { rows: once } = await it.superuser.query(
    `select 1 from calendar.event e join kernel.record r on r.id = e.id where r.title = 'Autumn holidays'`,
  )
  assert.equal(once.length, 1, 'the same file twice is the same events')
  assert.deepEqual(await it.deliver(), [])
  const empty = await it.dispatch(
    c.importEvents,
    { calendarId, calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    it.elin,
  )
  assert.ok(empty.status === 'refused' && empty.refusal.name === 'calendar-file-empty')
  const unreadable = await it.dispatch(c.importEvents, { calendarId, calendar: 'no' }, it.elin)
  assert.ok(unreadable.status === 'refused' && unreadable.refusal.name === 'calendar-file-unreadable')
})
