import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { linkSecretOf, readOutsideToken } from '../../kernel/outside/link.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { addNumber, createOrganisation, createPerson } from '../directory/contract.ts'
import { listNotices } from '../notifications/contract.ts'
import { createRota, publishRota, setLayers, listAlarms } from '../oncall/contract.ts'
import { weekly } from '../oncall/testing.ts'
import { completeTask, listTasks, setAway } from '../work/contract.ts'
import { refusalOf } from '../work/testing.ts'
import { addPerson } from '../presence/testing.ts'
import * as c from './contract.ts'
import { callPublic } from './doors.public.ts'
import { notations } from './numbers/notations.ts'
import { callsOffice } from './testing.ts'
import { Readable } from 'node:stream'

const it = await callsOffice()
const { office, elin, karin, organisationId } = it
after(() => office.close())
const samir = await it.colleague('Samir Haddad')
const system = { id: systemPrincipalId, organisationId }
for (const [id, name] of [
  [elin.id, 'Elin'],
  [karin.id, 'Karin'],
  [samir.id, 'Samir'],
])
  await addPerson(it, id!, name!)

// biome-ignore lint/suspicious/noExplicitAny: the widest query
type Any = any
async function see(query: Any, input: object = {}, as = elin): Promise<Any> {
  const answer = await office.query(query, input, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return (answer as Any).output
}
const noticesOf = async (as: typeof elin): Promise<string[]> =>
  (await see(listNotices, {}, as)).rows.map((row: Any) => row.titleKey)
const tasksOf = async (as: typeof elin): Promise<Any[]> =>
  (await see(listTasks, { ownerId: as.id, states: ['open'] }, as)).rows
const clock = (at: string) => office.setClock(Temporal.Instant.from(at))

const city = await office.done(createOrganisation, { name: 'Stadsbyggnadsförvaltningen' }, elin)
const gunilla = await office.done(createPerson, { name: 'Gunilla Westman' }, elin)
await office.done(addNumber, { id: gunilla.id, kind: 'person', number: '031-390 06 55' }, elin)
await office.done(addNumber, { id: city.id, kind: 'organisation', number: '031-390 06 00' }, elin)

test('a slip is told at once to whom it is for, makes the task to call back, is read, done and taken up again', async () => {
  const taken = await office.dispatch(
    c.takeSlip,
    {
      forId: karin.id,
      partyId: gunilla.id,
      number: '031-390 06 55',
      about: 'Building permit',
      body: 'Needs A-40.1-02',
      wish: 'call-back',
    },
    elin,
    { key: 'slip' },
  )
  assert.ok(taken.status === 'done' && taken.undo?.command === 'calls.withdraw-slip')
  const again = await office.dispatch(
    c.takeSlip,
    {
      forId: karin.id,
      partyId: gunilla.id,
      number: '031-390 06 55',
      about: 'Building permit',
      body: 'Needs A-40.1-02',
      wish: 'call-back',
    },
    elin,
    { key: 'slip' },
  )
  assert.ok(again.status === 'done' && again.output.id === taken.output.id)
  const { id } = taken.output
  assert.deepEqual(await noticesOf(karin), ['notice.calls.slip'])
  const [task] = await tasksOf(karin)
  assert.equal(task.title, 'Call back Gunilla Westman, 031-390 06 55')
  const slip = await see(c.getSlip, { id }, karin)
  assert.deepEqual(
    [slip.record.state, slip.yours, slip.party.title, slip.dial],
    ['unread', true, 'Gunilla Westman', '+46313900655'],
  )
  assert.equal(refusalOf(await office.dispatch(c.readSlip, { id }, samir)), 'slip-not-yours')
  await office.done(c.readSlip, { id }, karin)
  assert.equal(refusalOf(await office.dispatch(c.withdrawSlip, { id }, elin)), 'slip-read')
  await office.done(completeTask, { id: task.id }, karin)
  assert.equal((await see(c.getSlip, { id })).record.state, 'done')
  assert.equal(refusalOf(await office.dispatch(c.finishSlip, { id }, karin)), 'slip-over')
  await office.done(c.reopenSlip, { id }, karin)
  assert.equal((await tasksOf(karin)).length, 1)
  const done = await office.dispatch(c.finishSlip, { id, outcome: 'Sent the drawing' }, karin)
  assert.ok(done.status === 'done' && done.undo?.command === 'calls.reopen-slip')
  assert.equal((await tasksOf(karin)).length, 0)
})

test('a slip needs somebody who called; it is corrected, handed over and withdrawn, each with its task', async () => {
  assert.equal(
    refusalOf(await office.dispatch(c.takeSlip, { forId: karin.id, about: 'Hello' }, elin)),
    'caller-missing',
  )
  const nobody = { forId: '019aa000-0000-7000-8000-0000000000ff', callerName: 'X' }
  assert.equal(refusalOf(await office.dispatch(c.takeSlip, nobody, elin)), 'calls-person-unknown')
  const { id } = await office.done(c.takeSlip, { forId: karin.id, callerName: 'Lars Ekdahl' }, elin)
  assert.equal((await tasksOf(karin)).length, 0)
  await office.done(c.changeSlip, { id, wish: 'call-back', about: 'Heating' }, elin)
  assert.equal((await tasksOf(karin)).length, 1)
  const handed = await office.dispatch(c.handOverSlip, { id, toId: samir.id, note: 'You know the house' }, karin)
  assert.ok(handed.status === 'done' && handed.undo)
  assert.deepEqual([(await tasksOf(karin)).length, (await tasksOf(samir)).length], [0, 1])
  const slip = await see(c.getSlip, { id })
  assert.ok(slip.body.includes('You know the house') && slip.for.title === 'Samir Haddad')
  await office.done(c.withdrawSlip, { id }, elin)
  assert.equal((await tasksOf(samir)).length, 0)
  assert.equal(refusalOf(await office.dispatch(c.changeSlip, { id, about: 'x' }, elin)), 'slip-over')
  assert.equal((await see(c.listSlips, { text: 'Ekdahl' })).total, 0)
  const dry = await office.dispatch(c.takeSlip, { callerName: 'Nobody yet' }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
})

test('a private slip is seen by whom it is for and who took it, and by nobody else', async () => {
  const { id } = await office.done(c.takeSlip, { forId: karin.id, callerName: 'The clinic', private: true }, elin)
  assert.equal((await see(c.getSlip, { id }, karin)).private, true)
  assert.equal((await office.query(c.getSlip, { id }, samir)).status, 'refused')
  assert.equal((await see(c.listSlips, { text: 'clinic' }, samir)).total, 0)
})

test('an urgent slip that nobody reads goes to the deputy, then by an alarm to whoever is on call; once each', async () => {
  clock('2026-11-24T08:42:00Z')
  const rota = await office.done(createRota, { title: 'House' }, elin)
  await office.done(setLayers, { id: rota.id, layers: [weekly([elin])] }, elin)
  await office.done(publishRota, { id: rota.id }, elin)
  await office.done(
    setAway,
    { personId: karin.id, fromOn: '2026-11-24', untilOn: '2026-11-24', deputyId: samir.id },
    karin,
  )
  const { id } = await office.done(
    c.takeSlip,
    { forId: karin.id, callerName: 'Alarm centre', about: 'Water', urgent: true },
    elin,
  )
  assert.equal((await see(c.getSlip, { id })).nextAt, '2026-11-24T08:52:00Z')
  clock('2026-11-24T08:54:00Z')
  assert.deepEqual((await see(c.dueSlips, {}, system)).rows, [{ id, step: 1 }])
  await office.done(c.escalateSlip, { id, step: 1 }, system)
  assert.deepEqual(await office.done(c.escalateSlip, { id, step: 1 }, system), {
    done: false,
    page: null,
    private: false,
  })
  assert.ok((await noticesOf(samir)).includes('notice.calls.slip-urgent'))
  clock('2026-11-24T09:12:00Z')
  await office.runJobs()
  const alarms = async () => (await see(listAlarms)).rows.map((row: Any) => row.title)
  assert.deepEqual(await alarms(), ['Karin Öberg does not read an urgent message: Alarm centre: Water'])
  await office.runJobs()
  assert.equal((await alarms()).length, 1)
  await office.done(c.readSlip, { id }, samir)
  assert.equal((await see(c.getSlip, { id })).nextAt, null)
  clock('2026-11-24T08:42:00Z')
})

const wire = await office.done(c.addWire, { title: 'Switchboard', memberIds: [elin.id] }, elin)
const door = callPublic[0]!
const address = async (): Promise<string> => (await see(c.getSetup)).wires[0].path
async function post(form: Record<string, string> | string, token?: string): Promise<{ text: string }> {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString()
  const sent = token ?? (await address()).split('/').at(-1)!
  const answer = await door.answer(office.kernel, {
    params: { token: sent },
    file: Readable.from([Buffer.from(body)]),
    requestId: 'r1',
    header: () => '',
  })
  return { text: answer.body.toString() }
}
const ringing = async (as = elin): Promise<Any[]> => (await see(c.ringing, {}, as)).rows

test('the telephone system’s address rings, is answered and hangs up; the card stands only for whom it concerns', async () => {
  await office.done(c.addLine, { title: 'Karin', toldAs: '031-701 22 14', memberIds: [karin.id] }, elin)
  await office.done(c.addLine, { title: 'Front desk', toldAs: 'reception', memberIds: [elin.id, samir.id] }, elin)
  assert.equal(
    refusalOf(
      await office.dispatch(c.addLine, { title: 'Again', toldAs: '+46 31 701 22 14', memberIds: [karin.id] }, elin),
    ),
    'line-known',
  )
  const call = { event: 'newCall', direction: 'in', from: '46313900655', to: '46317012214', callId: 'a1' }
  assert.match((await post(call)).text, /^<\?xml .*<Response/s)
  await post(call)
  assert.deepEqual([await ringing(elin), (await ringing(karin)).map(row => row.title)], [[], ['Gunilla Westman']])
  await post({ event: 'answer', callId: 'a1', 'user[]': 'e1', answeringNumber: '46317012214' })
  const [talking] = await ringing(karin)
  assert.deepEqual([talking.state, talking.mine, talking.party.id], ['answered', true, gunilla.id])
  clock('2026-11-24T08:46:00Z')
  await post({ event: 'hangup', callId: 'a1', cause: 'normalClearing' })
  assert.deepEqual(await ringing(karin), [])
  await post(call)
  assert.deepEqual(await ringing(karin), [], 'one that has ended rings no more')
  const log = await see(c.listCalls, { partyId: gunilla.id })
  assert.deepEqual(
    log.rows.map((row: Any) => [row.state, row.seconds, row.takenBy.title]),
    [['ended', 240, 'Karin Öberg']],
  )
})

test('a queue rings at its members until one takes it; whom no line says, it concerns those of the system', async () => {
  await post(
    JSON.stringify({
      event: 'newCall',
      direction: 'in',
      from: '+4640123456',
      to: '0700',
      queue: 'Reception',
      callId: 'q1',
    }),
  )
  assert.deepEqual(
    [(await ringing(elin)).length, (await ringing(samir)).length, (await ringing(karin)).length],
    [1, 1, 0],
  )
  await post({ event: 'hangup', callId: 'q1', cause: 'cancel' })
  await post({ event: 'newCall', direction: 'in', from: 'anonymous', to: '999999', callId: 'q2' })
  assert.deepEqual(
    (await ringing(elin)).map(row => [row.title, row.number]),
    [['Withheld number', null]],
  )
  await post({ event: 'hangup', callId: 'q2' })
  const waiting = await see(c.listWaiting)
  assert.deepEqual(waiting.rows.map((row: Any) => row.kind).sort(), ['call', 'call'])
  const id = waiting.rows[0].id
  const settled = await office.dispatch(c.settleCall, { id }, elin)
  assert.ok(settled.status === 'done' && settled.undo)
  assert.equal((await see(c.listWaiting)).total, 1)
  await office.done(
    c.takeSlip,
    { forId: karin.id, callId: waiting.rows[1].id, callerName: 'Somebody from Malmö' },
    elin,
  )
  assert.equal((await see(c.listWaiting)).total, 0)
})

test('an address that is nobody’s, another’s, or of what was disconnected opens nothing, in the same words', async () => {
  const closed = async (token: string) => {
    await assert.rejects(
      post({ event: 'newCall', callId: 'z', from: '1' }, token),
      (fault: Any) =>
        fault.name_ === 'wire-closed' || /wire-closed/.test(JSON.stringify(fault)) || /wire-closed/.test(String(fault)),
    )
  }
  const path = await address()
  const token = path.split('/').at(-1)!
  assert.ok(readOutsideToken(await linkSecretOf(office.pool), 'calls', token))
  await closed('x'.repeat(75))
  // Not the last sign: some of its bits mean nothing.
  await closed(token.replace(/.(?=.{4}$)/, sign => (sign === 'A' ? 'B' : 'A')))
  for (const junk of ['', '{', '\u0000', 'event=newCall', `event=dtmf&callId=1`])
    assert.match((await post(junk)).text, /Response/)
  const other = await office.done(c.addWire, { title: 'Old' }, elin)
  const old = (await see(c.getSetup)).wires
    .find((row: Any) => row.id === other.id)
    .path.split('/')
    .at(-1)
  await office.done(c.removeWire, { id: other.id }, elin)
  await closed(old)
  assert.equal((await see(c.getSetup)).wires.length, 1)
  assert.ok(wire.id)
})

test('the card knows the caller, whom they usually want, and the last contacts; a number of the same house is a maybe', async () => {
  const card = await see(c.card, { number: 'sip:+46313900655@pbx.example' })
  assert.deepEqual([card.party.title, card.number, card.matches[0].by], ['Gunilla Westman', '031-390 06 55', 'number'])
  assert.equal(card.wants[0].title, 'Karin Öberg')
  assert.ok(card.contacts.length >= 2)
  const end = await see(c.whoIs, { number: '8 313 900 655' })
  assert.deepEqual(
    end.matches.map((one: Any) => [one.title, one.by]),
    [['Gunilla Westman', 'end']],
  )
  const block = await see(c.whoIs, { number: '031-390 06 77' })
  assert.deepEqual(
    block.matches.map((one: Any) => [one.title, one.by]),
    [
      ['Gunilla Westman', 'block'],
      ['Stadsbyggnadsförvaltningen', 'block'],
    ],
  )
  assert.deepEqual((await see(c.whoIs, { number: 'anonymous' })).matches, [])
})

test('a call on a mobile is noted, corrected, handed over; by mistake it is taken away', async () => {
  const logged = await office.dispatch(
    c.logCall,
    { number: '031-390 06 55', note: 'When do you close?', minutes: 3, outcome: 'helped' },
    elin,
  )
  assert.ok(logged.status === 'done' && logged.undo?.command === 'calls.remove-call')
  const { id } = logged.output
  assert.equal(
    refusalOf(await office.dispatch(c.logCall, { number: '1', at: '2027-01-01T00:00:00Z' }, elin)),
    'call-time-wrong',
  )
  assert.equal(refusalOf(await office.dispatch(c.logCall, {}, elin)), 'caller-missing')
  assert.equal(refusalOf(await office.dispatch(c.settleCall, { id }, elin)), 'call-going-on')
  const noted = await office.dispatch(
    c.noteCall,
    { id, partyId: gunilla.id, note: 'When do we close for Christmas?' },
    elin,
  )
  assert.ok(noted.status === 'done' && noted.undo)
  assert.equal((await see(c.getCall, { id })).record.title, 'Gunilla Westman')
  await office.done(c.handOverCall, { id, toId: samir.id, note: 'Please answer her' }, elin)
  assert.ok((await noticesOf(samir)).includes('notice.calls.handed-over'))
  await office.done(c.removeCall, { id }, elin)
  assert.equal((await office.query(c.getCall, { id }, elin)).status, 'refused')
  const told = (await see(c.listCalls, { text: 'Gunilla' })).rows[0].id
  assert.equal(refusalOf(await office.dispatch(c.removeCall, { id: told }, elin)), 'call-told')
})

test('of 500 numbers in any notation at least 99 in a hundred are found, the right one (seed 11)', async t => {
  const made = notations(500, 11)
  const ids = made.map((_, n) => `019aa000-0001-7000-8000-${String(n).padStart(12, '0')}`)
  await it.fillNumbers(
    made.map(one => one.digits),
    ids,
  )
  const home = made.filter(one => one.home === 'SE')
  let right = 0
  for (const one of home) {
    const { matches } = await see(c.whoIs, { number: one.written })
    if (matches[0]?.by === 'number' && matches.some((match: Any) => match.id === ids[made.indexOf(one)])) right++
  }
  t.diagnostic(`${right} of ${home.length} dialled from Sweden`)
  assert.ok(right >= home.length * 0.99, `${right} of ${home.length}`)
})
