import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { setAway } from '../work/contract.ts'
import * as p from './contract.ts'
import { type PayOffice, payOffice, refusalOf } from './testing.ts'

let it: PayOffice
let payee: string
let eriks: string
before(async () => {
  it = await payOffice()
  it.goTo('2026-11-24')
  const { office, elin, erik, karin } = it
  const facts = { dailyMinutes: 480, fromOn: '2020-01-01' }
  eriks = (
    await office.done(p.addPayee, { personId: erik.id, employeeNumber: '1004', expectsHours: true, ...facts }, elin)
  ).id
  payee = (
    await office.done(p.addPayee, { personId: karin.id, employeeNumber: '1005', expectsHours: false, ...facts }, elin)
  ).id
})
after(() => it.office.close())

const sek = (amount: string) => ({ amount, currency: 'SEK' })
const month = async (name: string) => (await it.office.done(p.openPeriod, { month: name }, it.elin)).id

async function see(id: string) {
  const answer = await it.office.query(p.getPeriod, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const file = async (id: string, format: 'csv' | 'paxml' = 'csv') => {
  const answer = await it.office.query(p.getFile, { id, format }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

test('a month from open to handed on; what is corrected later goes into the next as a difference', async () => {
  const { office, elin, karin } = it
  const id = await month('2026-10')
  assert.equal(refusalOf(await office.dispatch(p.openPeriod, { month: '2026-10' }, elin)), 'pay-period-exists')
  await office.done(p.changePayee, { id: eriks, expectsHours: false }, elin)
  await office.done(
    p.setRecurring,
    { id: payee, payKind: 'bonus', amount: sek('500.00'), note: 'Fire warden', fromOn: '2026-01-01' },
    elin,
  )
  it.goTo('2026-10-01')
  await office.done(setAway, { personId: karin.id, fromOn: '2026-10-12', untilOn: '2026-10-14' }, elin)
  it.goTo('2026-11-24')
  assert.equal((await office.done(p.gatherPeriod, { id }, elin)).added, 2)
  assert.equal((await office.done(p.gatherPeriod, { id }, elin)).added, 0, 'not twice')
  const gathered = await see(id)
  const away = gathered.inputs.find(one => one.payKind === 'away')!
  assert.deepEqual([away.on, away.untilOn, away.days], ['2026-10-12', '2026-10-14', 3])
  assert.deepEqual(
    gathered.problems.map(one => one.code),
    ['away-unspecified'],
  )
  assert.equal(refusalOf(await office.dispatch(p.checkPeriod, { id }, elin)), 'pay-problems-open')
  const said = await office.dispatch(p.changeInput, { id, inputId: away.id, payKind: 'vacation' }, elin)
  assert.ok(said.status === 'done')
  const added = await office.dispatch(
    p.addInput,
    { id, payeeId: payee, payKind: 'overtime', on: '2026-10-20', minutes: 150 },
    elin,
  )
  assert.ok(added.status === 'done')
  assert.deepEqual((await see(id)).problems, [])
  const checked = await office.dispatch(p.checkPeriod, { id }, elin)
  assert.ok(checked.status === 'done')
  assert.equal(
    refusalOf(await office.dispatch(p.removeInputs, { id, inputIds: [away.id] }, elin)),
    'pay-period-not-so-far',
  )
  await office.done(p.reopenPeriod, checked.undo!.input as never, elin)
  await office.done(p.checkPeriod, { id }, elin)
  const locked = await office.dispatch(p.lockPeriod, { id }, elin)
  assert.ok(locked.status === 'done')
  await office.done(p.unlockPeriod, locked.undo!.input as never, elin)
  await office.done(p.lockPeriod, { id }, elin)
  const before = await file(id)
  assert.deepEqual(before.text.trim().split('\r\n').slice(1), [
    '1005;vacation;2026-10-12;2026-10-14;24,00;3;;',
    '1005;overtime;2026-10-20;2026-10-20;2,50;;;',
    '1005;bonus;2026-10-31;2026-10-31;;;500,00;Fire warden',
  ])
  assert.deepEqual([(await file(id, 'paxml')).lines, (await file(id, 'paxml')).left], [4, 1])
  await office.done(p.handOn, { id }, elin)
  assert.equal((await see(id)).record.state, 'handed-on')
  const { inputId } = added.output
  const wrong = { id, inputId, minutes: 90 }
  assert.equal(refusalOf(await office.dispatch(p.correctInput, wrong, elin)), 'no-open-pay-period')
  const next = await month('2026-11')
  const corrected = await office.done(p.correctInput, wrong, elin)
  assert.equal(corrected.periodId, next)
  assert.equal((await see(next)).inputs.find(one => one.id === corrected.inputId)!.minutes, -60)
  assert.equal(refusalOf(await office.dispatch(p.correctInput, wrong, elin)), 'pay-quantity-unfit', 'said already')
  await office.done(p.correctInput, { ...wrong, minutes: 100 }, elin)
  assert.deepEqual(
    (await see(next)).inputs.map(one => one.minutes),
    [-60, 10],
  )
  assert.equal((await file(id)).text, before.text, 'the file stays as it was handed on')
})

test('people enter their own month, and see nothing else of pay', async () => {
  const { office, elin, erik, visitor } = it
  const id = await month('2026-12')
  it.goTo('2026-12-10')
  await office.done(p.changePayee, { id: eriks, expectsHours: true }, elin)
  const entered = await office.dispatch(p.enterOwn, { payKind: 'hours', on: '2026-12-01', minutes: 480 }, erik)
  assert.ok(entered.status === 'done')
  await office.done(p.removeOwn, entered.undo!.input as never, erik)
  await office.done(p.enterOwn, { payKind: 'hours', on: '2026-12-01', minutes: 480 }, erik)
  await office.done(p.enterOwn, { payKind: 'sick', on: '2026-12-02', untilOn: '2026-12-04' }, erik)
  await office.done(p.addInput, { id, payeeId: eriks, payKind: 'bonus', on: '2026-12-01', amount: sek('1.00') }, elin)
  const own = await office.query(p.getOwn, { month: '2026-12' }, erik)
  assert.ok(own.status === 'done')
  assert.deepEqual(
    own.output.inputs.map(one => [one.payKind, one.minutes, one.days]),
    [
      ['hours', 480, null],
      ['sick', null, 3],
    ],
  )
  assert.deepEqual(
    (await see(id)).problems.map(one => [one.code, one.params['days'], one.params['on']]),
    [['gap', 4, '2026-12-07']],
  )
  const handed = await office.dispatch(p.handInOwn, { month: '2026-12' }, erik)
  assert.ok(handed.status === 'done')
  const late = { payKind: 'hours', on: '2026-12-07', minutes: 480 } as const
  assert.equal(refusalOf(await office.dispatch(p.enterOwn, late, erik)), 'pay-sheet-handed-in')
  await office.done(p.takeBackOwn, handed.undo!.input as never, erik)
  await office.done(p.enterOwn, late, erik)
  assert.equal(refusalOf(await office.dispatch(p.enterOwn, { ...late, on: '2027-03-01' }, erik)), 'no-open-pay-period')
  assert.equal(refusalOf(await office.dispatch(p.enterOwn, late, visitor)), 'not-on-payroll')
  const list = await office.query(p.listPeriods, {}, erik)
  assert.ok(list.status === 'done' && list.output.total === 0, 'confidential')
})

test('a pasted table comes in whole or not at all, and goes out again at once', async () => {
  const { office, elin } = it
  const id = await month('2027-01')
  const text = '1004;overtime;2027-01-12;2,5\n1005;deduction;2027-01-29;-300'
  assert.equal(
    refusalOf(await office.dispatch(p.pasteInputs, { id, text: `${text}\n9999;hours;2027-01-12;8` }, elin)),
    'pay-table-unread',
  )
  assert.equal((await see(id)).inputs.length, 0)
  const pasted = await office.dispatch(p.pasteInputs, { id, text }, elin)
  assert.ok(pasted.status === 'done' && pasted.output.added === 2)
  const gone = await office.dispatch(p.removeInputs, pasted.undo!.input as never, elin)
  assert.ok(gone.status === 'done')
  await office.done(p.putBackInputs, gone.undo!.input as never, elin)
  assert.equal((await see(id)).inputs.length, 2)
  await office.done(
    p.setLayout,
    { format: 'csv', decimalSign: 'point', codes: [{ payKind: 'overtime', code: '240' }] },
    elin,
  )
  assert.match((await file(id)).text, /1004;240;2027-01-12;2027-01-12;2\.50/)
})

test('what is refused is refused; strangers find nothing; dry runs, limits and second keys hold', async () => {
  const { office, elin, erik, organisationId } = it
  const id = await month('2027-02')
  const add = { id, payeeId: payee, payKind: 'hours', on: '2027-02-02', minutes: 60 } as const
  assert.equal(refusalOf(await office.dispatch(p.addInput, { ...add, on: '2027-03-02' }, elin)), 'pay-day-outside')
  assert.equal(refusalOf(await office.dispatch(p.addInput, { ...add, payKind: 'bonus' }, elin)), 'pay-quantity-unfit')
  assert.equal(refusalOf(await office.dispatch(p.addInput, { ...add, payeeId: id }, elin)), 'payee-unknown')
  assert.equal(
    refusalOf(await office.dispatch(p.addPayee, { personId: erik.id, employeeNumber: '77' }, elin)),
    'payee-exists',
  )
  assert.equal(
    refusalOf(await office.dispatch(p.changePayee, { id: payee, untilOn: '2019-01-01' }, elin)),
    'payee-days-reversed',
  )
  const dry = await office.dispatch(p.addInput, add, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && (await see(id)).inputs.length === 0)
  for (let n = 0; n < 2; n++) await office.dispatch(p.addInput, add, elin, { key: 'once' })
  const [input] = (await see(id)).inputs
  assert.equal((await see(id)).inputs.length, 1)
  const changed = await office.dispatch(p.changeInput, { id, inputId: input!.id, minutes: 90, note: 'x' }, elin)
  assert.ok(changed.status === 'done')
  await office.done(p.changeInput, changed.undo!.input as never, elin)
  assert.deepEqual([(await see(id)).inputs[0]!.minutes, (await see(id)).inputs[0]!.note], [60, ''])
  const small = office.principal(organisationId, {
    audiences: ['00000000-0000-7000-8000-000000000004'],
    permissions: new Map([['payinputs.add-input', { minor: 1n, currency: 'SEK' }]]),
  })
  const bonus = { id, payeeId: payee, payKind: 'bonus', on: '2027-02-02', amount: sek('2.00') } as const
  assert.equal((await office.dispatch(p.addInput, bonus, small)).status, 'asked')
  const recurring = await office.dispatch(
    p.setRecurring,
    { id: payee, payKind: 'deduction', amount: sek('-50.00'), fromOn: '2027-02-01' },
    elin,
  )
  assert.ok(recurring.status === 'done')
  await office.done(p.endRecurring, recurring.undo!.input as never, elin)
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [p.addInput, add],
    [p.gatherPeriod, { id }],
    [p.checkPeriod, { id }],
    [p.lockPeriod, { id }],
    [p.handOn, { id }],
    [p.pasteInputs, { id, text: 'x' }],
    [p.changePayee, { id: payee, employeeNumber: '1' }],
    [p.setRecurring, { id: payee, payKind: 'hours', minutes: 60, fromOn: '2027-01-01' }],
  ]
  for (const [command, what] of acts)
    for (const who of [erik, stranger])
      assert.equal(refusalOf(await office.dispatch(command, what as never, who)), 'record-not-found', command.name)
})

test('hours on call and called out are gathered day by day, once, and only of days that have passed', async () => {
  const { office, elin, karin } = it
  it.goTo('2027-03-24')
  const org = karin.organisationId
  const id = await month('2027-03')
  const [rota, alarm] = ['019aa000-0000-7000-8000-0000000000c1', '019aa000-0000-7000-8000-0000000000c2']
  const run = (text: string, ...rest: unknown[]) => office.superuser.query(text, [org, rota, ...rest])
  await run(
    `insert into kernel.record (organisation_id, id, kind, title, created_at, changed_at) values
     ($1, $2, 'rota', 'R', now(), now()), ($1, $3, 'oncall-alarm', 'A', now(), now())`,
    alarm,
  )
  await run(
    `insert into oncall.rota (organisation_id, id, state, zone, country, always, rounds, live, published_at, laid_until)
     values ($1, $2, 'live', 'Europe/Stockholm', 'SE', true, 1, '[]', now(), now())`,
  )
  await run(
    `insert into oncall.turn (organisation_id, id, rota_id, person_id, start_at, end_at, by_id, number, calendar) values
     ($1, gen_random_uuid(), $2, $3, '2027-03-21T17:00:00+01', '2027-03-22T08:00:00+01', $2, 0, 'due'),
     ($1, gen_random_uuid(), $2, $3, '2027-03-22T17:00:00+01', '2027-03-26T08:00:00+01', $2, 1, 'due')`,
    karin.id,
  )
  await run(
    `insert into oncall.alarm (organisation_id, id, rota_id, state, raised_by_id, raised_at, acknowledged_by_id, acknowledged_at, resolved_by_id, resolved_at, worked_minutes)
     values ($1, $4, $2, 'resolved', $3, '2027-03-21T23:30:00+01', $3, '2027-03-21T23:40:00+01', $3, '2027-03-22T01:00:00+01', 75)`,
    karin.id,
    alarm,
  )
  await office.done(p.gatherPeriod, { id }, elin)
  await office.done(p.gatherPeriod, { id }, elin)
  const inputs = (await see(id)).inputs.filter(one => one.source === 'on-call')
  assert.deepEqual(
    inputs.map(one => [one.on, one.payKind, one.minutes]).toSorted((a, b) => String(a).localeCompare(String(b))),
    [
      ['2027-03-21', 'on-call', 7 * 60],
      ['2027-03-21', 'overtime', 75],
      // until eight in the morning, and from five in the afternoon
      ['2027-03-22', 'on-call', 15 * 60],
      ['2027-03-23', 'on-call', 24 * 60],
    ],
  )
})
