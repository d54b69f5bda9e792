/** What guests answer: by mail, by the link, with another time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { icalText } from '../../../formats/ical/component.ts'
import { eventsOf, organiserOf } from '../../../formats/ical/itip/parts.ts'
import { counter } from '../../../formats/ical/itip/write.ts'
import { property } from '../../../formats/ical/write.ts'
import { cancelEvent, getEvent } from '../../calendar/contract.ts'
import { getDocument } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { invitationPublic } from '../doors.public.ts'
import { mailWith, mariaMail } from '../testing.ts'
import { calendarIn, guest, icsOf, it, mailIn, meeting, methodIn, see, stands } from './stage.ts'

test('an answer is dealt with, so its mail does not lie in the tray; one from an address of nobody waits for a person', async () => {
  const [anna, berit] = [guest('Anna'), guest('Berit')]
  const id = await meeting('Quotation', [anna, berit])
  const posts = await it.deliver()
  const ofAnna = posts.find(one => one.to === anna.email)!
  const calendar = icsOf(ofAnna, 'DECLINED', anna.email)
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
    mailWith({ from: berit.email, method: 'REPLY', calendar: icsOf(ofBerit, 'TENTATIVE', berit.email) }),
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
  // Not the last sign: some of its bits mean nothing.
  const forged = token.replace(/.(?=.{4}$)/, sign => (sign === 'A' ? 'B' : 'A'))
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
    mailWith({ from: bengt.email, method: 'REPLY', calendar: icsOf(post!, 'ACCEPTED', bengt.email) }),
    bengt.email,
  )
  assert.deepEqual(await stands(id), ['accepted'])
  await it.done(c.changeSettings, { answersAddress: null }, it.elin)
})
