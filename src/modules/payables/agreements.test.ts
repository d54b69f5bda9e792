import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { setUpBooks } from '../ledger/contract.ts'
import { ledger } from '../ledger/index.ts'
import { listTasks } from '../work/contract.ts'
import * as p from './contract.ts'
import { monthsOf, rhythmIn } from './rhythm.ts'
import { type PayablesOffice, payablesOffice, refusalOf } from './testing.ts'

let it: PayablesOffice
before(async () => {
  it = await payablesOffice(ledger)
  it.goTo('2026-11-01')
  await it.office.done(setUpBooks, { mode: 'none' }, it.elin)
})
after(() => it.office.close())

const sek = (amount: string) => ({ amount, currency: 'SEK' })

async function see(id: string) {
  const answer = await it.office.query(p.getAgreement, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
async function tasksOf(id: string) {
  const answer = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.filter(task => task.state === 'open').map(task => task.title)
}

test('a bill that does not come is noticed, one that comes settles it, one that differs is flagged', async () => {
  const { office, elin, system } = it
  const supplierId = await it.supplier('Kustfast AB')
  const terms = { name: 'Rent', about: 'rent', supplierId, usualFrom: sek('14000.00'), rhythm: 'month' } as const
  const made = await office.dispatch(p.createAgreement, { ...terms, nextOn: '2026-11-05' }, elin)
  assert.ok(made.status === 'done', JSON.stringify(made))
  const { id } = made.output
  await office.done(p.raiseDue, {}, system)
  assert.deepEqual(await tasksOf(id), [], 'not before its day')
  it.goTo('2026-11-14')
  assert.deepEqual(await office.done(p.raiseDue, {}, system), { missed: 1, notices: 0 })
  assert.deepEqual(await office.done(p.raiseDue, {}, system), { missed: 0, notices: 0 }, 'once')
  assert.deepEqual([await tasksOf(id), (await see(id)).missing], [['Where is the bill? Rent (Kustfast AB)'], true])
  const bill = (number: string, amount: string, issuedOn: string) =>
    office.done(
      p.enterBill,
      { supplierId, number, total: sek(amount), issuedOn, dueOn: issuedOn, account: '5128-4412' },
      elin,
    )
  await bill('H1', '14000.00', '2026-11-14')
  assert.deepEqual(
    [await tasksOf(id), String((await see(id)).nextOn), (await see(id)).missing],
    [[], '2026-12-05', false],
  )
  it.goTo('2026-12-03')
  const rise = await bill('H2', '15500.00', '2026-12-03')
  const answer = await office.query(p.getBill, { id: rise.id }, elin)
  assert.ok(answer.status === 'done')
  assert.ok(answer.output.alarms.some(({ rule }) => rule === 'agreement-differs'))
  assert.equal(answer.output.agreement?.id, id)
  await office.done(p.skipExpected, { id }, elin)
  assert.deepEqual(
    (await see(id)).came.map(one => [String(one.expectedOn), one.total?.amount ?? null]),
    [
      ['2027-01-05', null],
      ['2026-12-05', '15500.00'],
      ['2026-11-05', '14000.00'],
    ],
  )
  const changed = await office.dispatch(p.changeAgreement, { id, usualFrom: sek('15500.00') }, elin)
  assert.ok(changed.status === 'done')
  assert.equal((await see(id)).usualTo.amount, '15500.00')
  await office.done(p.changeAgreement, changed.undo!.input as never, elin)
  assert.deepEqual([(await see(id)).usualTo.amount, String((await see(id)).nextOn)], ['14000.00', '2027-02-05'])
  assert.equal(
    refusalOf(await office.dispatch(p.changeAgreement, { id, startsOn: '2027-01-01', endsOn: '2026-01-01' }, elin)),
    'agreement-days-reversed',
  )
})

test('notice is asked for in time, and again when the end moves; cash ahead knows what is expected', async () => {
  const { office, elin, system } = it
  it.goTo('2026-11-20')
  const { id } = await office.done(
    p.createAgreement,
    {
      name: 'Copier',
      about: 'lease',
      supplierName: 'Kopia AB',
      usualFrom: sek('1000.00'),
      usualTo: sek('1200.00'),
      rhythm: 'month',
      nextOn: '2026-12-01',
      endsOn: '2027-03-10',
      noticeMonths: 3,
    },
    elin,
  )
  assert.equal(String((await see(id)).noticeOn), '2026-12-10')
  assert.equal((await office.done(p.raiseDue, {}, system)).notices, 1)
  assert.deepEqual(await tasksOf(id), ['Give notice or let it go on: Copier (Kopia AB)'])
  await office.done(p.changeAgreement, { id, endsOn: '2028-03-10' }, elin)
  assert.deepEqual(await tasksOf(id), [])
  const ahead = await office.query(p.cashAhead, { days: 60 }, elin)
  assert.ok(ahead.status === 'done')
  const expected = ahead.output.rows
    .filter(row => row.expected.amount !== '0.00')
    .map(row => `${row.on} ${row.expected.amount}`)
  assert.ok(expected.includes('2026-12-01 1100.00') && expected.includes('2027-01-01 1100.00'), expected.join())
  const ended = await office.dispatch(p.endAgreement, { id }, elin)
  assert.ok(ended.status === 'done')
  assert.equal(refusalOf(await office.dispatch(p.skipExpected, { id }, elin)), 'agreement-not-so-far')
  await office.done(p.resumeAgreement, ended.undo!.input as never, elin)
  assert.equal(refusalOf(await office.dispatch(p.resumeAgreement, { id }, elin)), 'agreement-not-so-far')
  assert.equal(refusalOf(await office.dispatch(p.endAgreement, { id }, it.visitor)), 'record-not-found')
})

test('a rhythm in the bills is proposed; one that is none is not', async () => {
  const { office, elin } = it
  const supplierId = await it.supplier('Telia Företag AB')
  for (const [number, on] of [
    ['T1', '2026-08-03'],
    ['T2', '2026-09-02'],
    ['T3', '2026-10-05'],
  ] as const)
    await office.done(
      p.enterBill,
      { supplierId, number, total: sek('4200.00'), issuedOn: on, dueOn: '2026-12-01', account: '5128-4412' },
      elin,
    )
  const answer = await office.query(p.proposeAgreements, {}, elin)
  assert.ok(answer.status === 'done')
  const proposal = answer.output.rows.find(({ supplier }) => supplier.id === supplierId)
  assert.deepEqual([proposal?.rhythm, String(proposal?.nextOn), proposal?.count], ['month', '2026-11-05', 3])
})

test('the days of a rhythm are seen as that rhythm, whatever it is and wherever it begins', () => {
  const rhythms = Object.keys(monthsOf) as (keyof typeof monthsOf)[]
  fc.assert(
    fc.property(
      fc.constantFrom(...rhythms),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 3, max: 8 }),
      (rhythm, start, count) => {
        const first = Temporal.PlainDate.from('2020-01-01').add({ days: start })
        const days = Array.from({ length: count }, (_day, n) => first.add({ months: monthsOf[rhythm] * n }))
        assert.equal(rhythmIn(days), rhythm)
      },
    ),
    { numRuns: 200 },
  )
})
