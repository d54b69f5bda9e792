import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { JobToInsert } from '../../kernel/dispatch/parts.ts'
import { setMailDoor, type OutgoingMail } from '../../kernel/mail/door.ts'
import { linkSecretOf, setOutsideLinks } from '../../kernel/outside/link.ts'
import { setPhoneDoor } from '../../kernel/phone/door.ts'
import { setPushDoor } from '../../kernel/push/door.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { agenda } from '../calendar/contract.ts'
import { findTimes } from '../scheduling/contract.ts'
import { setAway } from '../work/contract.ts'
import * as c from './contract.ts'
import { alarmPublic } from './doors.public.ts'
import { oncallOffice, refusalOf, weekly } from './testing.ts'

const it = await oncallOffice()
const { office, organisationId, elin, system } = it
const mails: OutgoingMail[] = []
let isMailDown = false
setMailDoor({
  send: async mail => {
    if (isMailDown) throw new Error('550 no such mailbox')
    mails.push(mail)
  },
  close: () => {},
})
setOutsideLinks({ address: 'https://kontor.example', secret: await linkSecretOf(office.pool) })
after(() => {
  setMailDoor(null)
  setPhoneDoor(null)
  setPushDoor(null)
  return office.close()
})
const [anna, bo] = [await it.reached('Anna'), await it.reached('Bo')]
const cilla = await it.reached('Cilla')
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()
const clock = (local: string) => office.setClock(at(local))
const wire = (local: string) => at(local).toString()
clock('2026-11-18T10:00')

const see = async <T>(
  query: Parameters<typeof office.query>[0],
  input: object,
  as: TestPrincipal = elin,
): Promise<T> => {
  const answer = await office.query(query, input as never, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output as T
}
type Out<Q> = Q extends { readonly output: { readonly _zod: { readonly input: infer O } } } ? O : never
const rota = (id: string) => see<Out<typeof c.getRota>>(c.getRota, { id })
const turns = async (as: TestPrincipal, id: string) =>
  (await see<Out<typeof c.myTurns>>(c.myTurns, {}, as)).turns
    .filter(turn => turn.rota.id === id)
    .map(({ start, end }) => [start, end])
const onCall = async (local: string, rotaId: string) =>
  (await see<Out<typeof c.who>>(c.who, { at: wire(local), rotaId })).rows[0]?.person?.title ?? null

async function liveRota(people: readonly TestPrincipal[] = [anna, bo], facts: object = {}): Promise<string> {
  const { id } = await office.done(c.createRota, { title: 'Emergencies', ...facts }, elin)
  await office.done(c.setLayers, { id, layers: [weekly(people)] }, elin)
  await office.done(c.publishRota, { id }, elin)
  await office.runJobs()
  return id
}

test('a rota goes live when nothing hard speaks against it; its turns stand in calendars as free time, one event each', async () => {
  const { id } = await office.done(c.createRota, { title: 'Emergencies', zone: 'Europe/Stockholm' }, elin)
  const refused = await office.dispatch(c.publishRota, { id }, elin)
  assert.equal(refusalOf(refused), 'rota-not-ready')
  const nobody = await it.colleague('Nobody knows how')
  await office.done(c.setLayers, { id, layers: [weekly([anna, nobody])] }, elin)
  assert.equal(refusalOf(await office.dispatch(c.publishRota, { id }, elin)), 'rota-not-ready')
  assert.equal(await onCall('2026-11-18T12:00', id), null)
  await office.done(c.setLayers, { id, layers: [weekly([anna, bo])] }, elin)
  const dry = await office.dispatch(c.publishRota, { id }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  const { version } = await office.done(c.publishRota, { id }, elin)
  await office.runJobs()
  assert.equal(await onCall('2026-11-18T12:00', id), 'Anna')
  assert.equal(await onCall('2026-11-23T09:00', id), 'Bo')
  // Beyond what is laid out it is as it would be
  assert.equal(await onCall('2027-05-03T12:00', id), 'Anna')
  const own = await turns(bo, id)
  assert.deepEqual(own[0], [wire('2026-11-23T09:00'), wire('2026-11-30T09:00')])
  const lying = async (as: TestPrincipal) =>
    (
      await see<Out<typeof agenda>>(agenda, { from: '2026-11-18T00:00:00Z', until: '2027-03-01T00:00:00Z' }, as)
    ).rows.filter(row => row.title === 'On call: Emergencies' && row.status !== 'cancelled' && row.changeable)
  const mine = await lying(bo)
  assert.equal(mine.length, own.length)
  assert.ok(mine.every(row => row.showAs === 'free'))
  // Whoever looks for a time is told of it
  const day = { from: wire('2026-11-25T00:00'), until: wire('2026-11-26T00:00'), minutes: 60, wanted: 1 }
  const found = await see<Out<typeof findTimes>>(findTimes, { ...day, must: [bo.id] })
  assert.ok(found.slots[0]!.reasons.some(({ key }) => key === 'on-call'))
  assert.ok(
    !(await see<Out<typeof findTimes>>(findTimes, { ...day, must: [anna.id] })).slots[0]!.reasons.some(
      ({ key }) => key === 'on-call',
    ),
  )
  // Published again, nothing differs
  await office.done(c.publishRota, { id, expectedVersion: version }, elin)
  await office.runJobs()
  assert.equal((await lying(bo)).length, own.length)
  // Time goes on: turns are added, none twice
  clock('2026-12-09T03:00')
  await office.done(c.keepTurns, {}, system)
  await office.runJobs()
  assert.equal((await turns(bo, id))[0]![0], wire('2026-12-07T09:00'))
  assert.ok((await lying(bo)).length > own.length)
  // Off line, nobody is on call: what is over stays, what runs ends now
  const paused = await office.dispatch(c.pauseRota, { id }, elin)
  assert.ok(paused.status === 'done' && paused.undo?.command === 'oncall.publish-rota')
  await office.runJobs()
  assert.deepEqual(await turns(bo, id), [])
  assert.equal(await onCall('2026-12-09T04:00', id), null)
  assert.equal(refusalOf(await office.dispatch(c.pauseRota, { id }, elin)), 'rota-not-live')
  assert.equal((await lying(bo)).filter(row => Temporal.Instant.compare(row.end, at('2026-12-09T03:00')) > 0).length, 0)
  clock('2026-11-18T10:00')
})

test('a stretch is given to somebody and taken back; the event of a turn moves with it', async () => {
  const id = await liveRota()
  const [start, end] = [wire('2026-11-25T17:00'), wire('2026-11-26T07:00')]
  const given = await office.dispatch(c.giveTurn, { id, personId: cilla.id, start, end, reason: 'Dentist' }, elin)
  assert.ok(given.status === 'done' && given.undo)
  await office.runJobs()
  assert.deepEqual(await turns(cilla, id), [[start, end]])
  assert.equal(await onCall('2026-11-26T06:59', id), 'Cilla')
  assert.equal(await onCall('2026-11-26T07:00', id), 'Bo')
  assert.equal((await turns(bo, id)).filter(([from]) => from! < wire('2026-11-30T09:00')).length, 2)
  await office.done(c.takeBackTurn, given.undo.input as never, elin)
  await office.runJobs()
  assert.deepEqual(await turns(cilla, id), [])
  const refused = async (input: object) =>
    refusalOf(await office.dispatch(c.giveTurn, { id, personId: cilla.id, start, end, ...input }, elin))
  assert.equal(await refused({ end: start }), 'oncall-span-wrong')
  assert.equal(await refused({ start: wire('2026-11-01T00:00'), end: wire('2026-11-02T00:00') }), 'oncall-span-wrong')
  assert.equal(await refused({ personId: id }), 'oncall-person-unknown')
  assert.equal(refusalOf(await office.dispatch(c.takeBackTurn, given.undo.input as never, elin)), 'override-unknown')
  // What runs now is divided, and its beginning stays
  await office.done(c.giveTurn, { id, personId: cilla.id, start: wire('2026-11-18T09:30'), end }, elin)
  await office.runJobs()
  const schedule = await see<Out<typeof c.getSchedule>>(c.getSchedule, { id, from: '2026-11-16', until: '2026-11-30' })
  const titles = new Map(schedule.people.map(person => [person.id, person.title]))
  assert.deepEqual(
    schedule.final.map(one => [titles.get(one.personId), one.start]),
    [
      ['Cilla', wire('2026-11-18T10:00')],
      ['Bo', end],
    ],
  )
})

test('a swap is asked, answered by the other, and kept within the rules', async () => {
  const id = await liveRota([anna, bo], { mostNights: 7 })
  const asked = { id, withId: bo.id, start: wire('2026-11-19T09:00'), end: wire('2026-11-20T09:00') }
  const back = { returnStart: wire('2026-11-24T09:00'), returnEnd: wire('2026-11-25T09:00') }
  const refused = async (input: object, as = anna) =>
    refusalOf(await office.dispatch(c.askSwap, { ...asked, ...input }, as))
  assert.equal(await refused({}, bo), 'oncall-person-unknown')
  assert.equal(await refused({}, cilla), 'not-their-turn')
  assert.equal(await refused({ ...back, returnEnd: wire('2026-12-02T09:00') }), 'not-their-turn')
  assert.equal(await refused({ returnStart: back.returnStart }), 'oncall-span-wrong')
  // The day before his week would make it eight nights
  assert.equal(await refused({ start: wire('2026-11-22T09:00'), end: wire('2026-11-23T09:00') }), 'too-many-nights')
  await office.done(setAway, { personId: bo.id, fromOn: '2026-11-20', untilOn: '2026-11-20' }, elin)
  assert.equal(await refused({ end: wire('2026-11-20T08:00') }), 'swap-away')
  const { swapId } = await office.done(c.askSwap, { ...asked, end: wire('2026-11-19T23:00'), ...back }, anna)
  const open = (await see<Out<typeof c.myTurns>>(c.myTurns, {}, bo)).swaps
  assert.deepEqual(
    open.map(swap => [swap.id, swap.askedBy?.title]),
    [[swapId, 'Anna']],
  )
  const answer = { id, swapId, accept: true }
  assert.equal(refusalOf(await office.dispatch(c.answerSwap, answer, cilla)), 'swap-not-yours')
  assert.equal(refusalOf(await office.dispatch(c.withdrawSwap, { id, swapId }, bo)), 'swap-not-yours')
  await office.done(c.answerSwap, answer, bo)
  assert.equal(await onCall('2026-11-19T12:00', id), 'Bo')
  assert.equal(await onCall('2026-11-24T12:00', id), 'Anna')
  assert.equal(refusalOf(await office.dispatch(c.answerSwap, answer, bo)), 'swap-settled')
  assert.equal(
    (await rota(id)).overrides.every(one => one.bySwap),
    true,
  )
  const other = await office.done(
    c.askSwap,
    { ...asked, start: wire('2026-12-01T09:00'), end: wire('2026-12-01T12:00') },
    anna,
  )
  await office.done(c.withdrawSwap, { id, swapId: other.swapId }, anna)
  assert.equal(refusalOf(await office.dispatch(c.withdrawSwap, { id, swapId: id }, anna)), 'swap-unknown')
})

const alarm = (id: string) => see<Out<typeof c.getAlarm>>(c.getAlarm, { id })
const waiting = () => office.waitingJobs as { organisationId: string; job: JobToInsert }[]
/** Runs what is to be sent now, and leaves the timers. */
async function sendOnly(): Promise<void> {
  const timers = waiting().filter(one => one.job.name === 'oncall.escalate')
  waiting().splice(0, waiting().length, ...waiting().filter(one => one.job.name !== 'oncall.escalate'))
  await office.runJobs()
  waiting().push(...timers)
}

test('an alarm goes on step by step until somebody takes it by the link; each attempt says what became of it', async () => {
  waiting().splice(0)
  const id = await liveRota()
  const spoken: string[] = []
  const step = (ways: readonly c.Way[], facts: object = {}) => ({
    minutes: 5,
    whom: 'on-call' as const,
    ways: [...ways],
    ...facts,
  })
  await office.done(
    c.setSteps,
    { id, rounds: 2, steps: [step(['push', 'mail', 'sms']), step(['sms'], { whom: 'person', personId: cilla.id })] },
    elin,
  )
  await office.done(c.setPhone, { principalId: cilla.id, number: '+46 70-174 06 05' }, elin)
  setPhoneDoor({
    ways: ['sms', 'voice'],
    sms: async (to, text) => void spoken.push(`${to} ${text}`),
    call: async () => {},
  })
  mails.splice(0)
  const raised = await office.dispatch(c.raiseAlarm, { rotaId: id, title: 'Water', details: 'In the cellar' }, elin, {
    key: 'w',
  })
  const again = await office.dispatch(c.raiseAlarm, { rotaId: id, title: 'Water', details: 'In the cellar' }, elin, {
    key: 'w',
  })
  assert.ok(raised.status === 'done' && again.status === 'done' && raised.output.id === again.output.id)
  const alarmId = raised.output.id
  await sendOnly()
  assert.equal(mails.length, 1)
  assert.match(mails[0]!.subject, /ALARM: Water/)
  const token = /\/alarm#(\S+)/.exec(mails[0]!.text)![1]!
  const states = async () => (await alarm(alarmId)).attempts.map(one => [one.person?.title, one.way, one.state])
  assert.deepEqual(
    (await states()).toSorted((a, b) => String(a).localeCompare(String(b))),
    [
      ['Anna', 'mail', 'sent'],
      ['Anna', 'push', 'no-way'],
      ['Anna', 'sms', 'no-way'],
    ],
  )
  // The timer, run twice: as when it was killed after the act and before its end
  clock('2026-11-18T10:05')
  const due = { id: alarmId, taken: 2 }
  assert.deepEqual(await office.done(c.stepAlarm, due, system), { done: true })
  assert.deepEqual(await office.done(c.stepAlarm, due, system), { done: false })
  await sendOnly()
  assert.equal(spoken.length, 1)
  assert.match(spoken[0]!, /^\+46701740605 ALARM .*Water.*https:\/\/kontor\.example\/alarm#/)
  // A timer that was lost is found by the watch
  clock('2026-11-18T10:12')
  assert.deepEqual(await see(c.dueAlarms, {}, system), { rows: [{ id: alarmId, taken: 3 }] })
  isMailDown = true
  await office.done(c.stepAlarm, { id: alarmId, taken: 3 }, system)
  await sendOnly()
  isMailDown = false
  assert.deepEqual((await alarm(alarmId)).attempts.find(one => one.state === 'failed')?.error, '550 no such mailbox')
  const [open, take] = alarmPublic
  const ask = async (door: typeof open | typeof take, by = token) =>
    JSON.parse((await door.answer(office.kernel, { token: by, body: {}, requestId: 'r' })).body.toString()) as Record<
      string,
      unknown
    >
  assert.equal((await ask(open))['state'], 'open')
  await assert.rejects(ask(open, `${token.slice(0, -2)}AA`), /alarm-link-closed/)
  assert.deepEqual([(await ask(take))['state'], (await ask(open))['mine']], ['acknowledged', true])
  await assert.rejects(ask(take), /alarm-taken/)
  assert.equal((await alarm(alarmId)).acknowledgedBy?.title, 'Anna')
  assert.deepEqual(await office.done(c.stepAlarm, { id: alarmId, taken: 4 }, system), { done: false })
  assert.equal(refusalOf(await office.dispatch(c.acknowledgeAlarm, { id: alarmId }, bo)), 'alarm-taken')
  await office.done(c.resolveAlarm, { id: alarmId, outcome: 'A valve', workedMinutes: 45 }, anna)
  assert.equal(refusalOf(await office.dispatch(c.resolveAlarm, { id: alarmId, outcome: 'Again' }, anna)), 'alarm-over')
  assert.equal(refusalOf(await office.dispatch(c.escalateAlarm, { id: alarmId }, anna)), 'alarm-over')
  await assert.rejects(office.done(c.takeAlarm, { id: alarmId, attemptId: alarmId }, system), /alarm-link-closed/)
  clock('2026-11-19T10:00')
  const { rows } = await see<Out<typeof c.getHours>>(c.getHours, {
    fromOn: '2026-11-18',
    untilOn: '2026-11-18',
    rotaId: id,
  })
  // From ten in the morning, when it went live, until midnight; 45 minutes of work
  assert.deepEqual(
    rows.map(row => [row.person.title, row.minutes, row.nights, row.calledOutMinutes, row.alarms]),
    [['Anna', 14 * 60, 0, 45, 1]],
  )
  clock('2026-11-18T10:00')
  waiting().splice(0)
})

test('when all rounds are through and nobody answered, whoever leads the office has it as a task', async () => {
  const id = await liveRota()
  await office.done(c.setSteps, { id, rounds: 1, steps: [{ minutes: 1, whom: 'on-call', ways: ['mail'] }] }, elin)
  const { id: alarmId } = await office.done(c.raiseAlarm, { rotaId: id, title: 'Fire' }, bo)
  assert.equal(refusalOf(await office.dispatch(c.escalateAlarm, { id: alarmId }, bo)), 'no-further-step')
  // The timer runs by itself: sends, then finds that no step is left
  await office.runJobs()
  const { nextAt, attempts, step } = await alarm(alarmId)
  assert.deepEqual([nextAt, attempts.length, step], [null, 1, 1])
  const { rows } = await office.superuser.query(
    `select title from kernel.record where organisation_id = $1 and kind = 'task' and title like '%Fire'`,
    [organisationId],
  )
  assert.equal(rows.length, 1)
  await office.done(c.acknowledgeAlarm, { id: alarmId }, cilla)
  assert.equal((await alarm(alarmId)).acknowledgedBy?.title, 'Cilla')
})

test('who may raise, on what, and when; numbers of others; what cannot be looked at', async () => {
  const only = { raiseBy: [elin.id], alarmKinds: ['Water'] }
  const id = await liveRota([anna, bo], only)
  const refused = async (input: object, as = elin) =>
    refusalOf(await office.dispatch(c.raiseAlarm, { rotaId: id, title: 'Smoke', ...input }, as))
  assert.equal(await refused({}, bo), 'may-not-raise')
  assert.equal(await refused({ kind: 'Fire' }), 'alarm-kind-unknown')
  assert.equal(await refused({ aboutId: '019aa000-0000-7000-8000-000000000099' }), 'record-not-found')
  await office.done(c.pauseRota, { id }, elin)
  assert.equal(await refused({}), 'rota-not-live')
  const window = await office.query(c.getSchedule, { id, from: '2026-01-01', until: '2027-01-01' }, elin)
  assert.equal(refusalOf(window), 'oncall-window-wrong')
  assert.equal(refusalOf(await office.dispatch(c.setPhone, { number: '0701740605' }, anna)), 'oncall-phone-wrong')
  const clerk = office.principal(organisationId, { permissions: new Map([['oncall.set-phone', null]]) })
  const others = await office.dispatch(c.setPhone, { principalId: anna.id, number: '+46701740605' }, clerk)
  assert.equal(refusalOf(others), 'act-not-permitted')
  const set = async (input: object) =>
    refusalOf(await office.dispatch(c.setSteps, { id, rounds: 1, steps: [input as never] }, elin))
  assert.equal(await set({ minutes: 5, whom: 'layer', layerId: id, ways: ['mail'] }), 'oncall-layer-unknown')
  assert.equal(await set({ minutes: 5, whom: 'person', ways: ['mail'] }), 'oncall-person-unknown')
  assert.equal(
    refusalOf(await office.dispatch(c.changeRota, { id, zone: 'Mars/Olympus' }, elin)),
    'oncall-zone-unknown',
  )
  const change = await office.dispatch(c.changeRota, { id, title: 'House', zone: 'Europe/Lisbon' }, elin)
  assert.ok(change.status === 'done' && change.undo)
  await office.done(c.changeRota, change.undo.input as never, elin)
  assert.deepEqual([(await rota(id)).record.title, (await rota(id)).zone], ['Emergencies', 'Europe/Stockholm'])
})
