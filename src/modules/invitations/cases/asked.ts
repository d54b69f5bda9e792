/** Guests outside are asked, told of changes, reminded; what does not arrive is known. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attendeeOf, eventsOf, organiserOf } from '../../../formats/ical/itip/parts.ts'
import { cancelEvent, changeEvent, moveEvent } from '../../calendar/contract.ts'
import { addEmail, createPerson } from '../../directory/contract.ts'
import * as c from '../contract.ts'
import { elinMail, mailWith } from '../testing.ts'
import { at, calendarIn, guest, icsOf, it, mailIn, meeting, methodIn, see, stands } from './stage.ts'

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
    calendar: icsOf(post, 'ACCEPTED', bengt.email, 'Gärna'),
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
  const answer = icsOf(post!, 'ACCEPTED', bengt.email)
  await mailIn(mailWith({ from: bengt.email, method: 'REPLY', calendar: answer }), bengt.email)
  assert.deepEqual(await stands(id), ['accepted'])
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
  await mailIn(mailWith({ from: yes.email, method: 'REPLY', calendar: icsOf(ofYes, 'ACCEPTED', yes.email) }), yes.email)
  await it.done(c.remind, { id }, it.elin)
  const [reminder, ...more] = await it.deliver()
  assert.deepEqual([reminder!.to, more.length, methodIn(reminder!)], [no.email, 0, 'REQUEST'])
  assert.match(reminder!.mail.subject ?? '', /^Can you come\? Board/)
  assert.equal(reminder!.mail.inReplyTo, posts.find(({ to }) => to === no.email)!.mail.messageId)
  const silent = posts.find(({ to }) => to === no.email)!
  await mailIn(mailWith({ from: no.email, method: 'REPLY', calendar: icsOf(silent, 'DECLINED', no.email) }), no.email)
  const none = await it.dispatch(c.remind, { id }, it.elin)
  assert.ok(none.status === 'refused' && none.refusal.name === 'nobody-to-remind')
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
