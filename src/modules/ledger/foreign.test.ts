import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import * as c from './contract.ts'
import { type BooksOffice, booksOffice, insertRecord, refusalOf, sek, tell } from './testing.ts'
import { releasedWorth } from './worth.ts'

let it: BooksOffice
before(async () => {
  it = await booksOffice()
  const { office, elin } = it
  await office.done(c.setRate, { currency: 'EUR', on: '2026-01-01', rate: '11.50' }, elin)
  await office.done(c.setRate, { currency: 'EUR', on: '2026-03-01', rate: '11.00' }, elin)
  await office.done(c.setRate, { currency: 'EUR', on: '2026-12-31', rate: '12.00' }, elin)
})
after(() => it.office.close())

const eur = (amount: string) => ({ amount, currency: 'EUR' })

async function balanceOf(number: string, until?: string): Promise<string> {
  const seen = await it.office.query(c.getAccount, { number, ...(until ? { until } : {}) }, it.elin)
  return seen.status === 'done' ? seen.output.closing.amount : assert.fail(JSON.stringify(seen))
}

/** Accounts of suppliers, customers, gain and loss (BAS). */
const balances = async (until?: string) => ({
  suppliers: await balanceOf('2440', until),
  customers: await balanceOf('1510', until),
  gain: await balanceOf('3960', until),
  loss: await balanceOf('7960', until),
})

async function owed(side: 'payable' | 'receivable', key: string, amount: string, on = '2026-02-10'): Promise<string> {
  const record = await insertRecord(it.office, it.organisationId, side === 'payable' ? 'bill' : 'invoice', key)
  const minus = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`)
  const [cost, control] = side === 'payable' ? [amount, minus(amount)] : [minus(amount), amount]
  await it.office.done(
    tell,
    {
      book: [
        {
          key,
          book: side === 'payable' ? 'bills' : 'invoices',
          on,
          text: key,
          sourceId: record,
          lines: [
            { account: side === 'payable' ? '6540' : '3001', amount: eur(cost) },
            { role: side === 'payable' ? 'payables' : 'receivables', amount: eur(control) },
          ],
        },
      ],
      items: [
        {
          key,
          side,
          recordId: record,
          partyId: null,
          partyName: 'Nordsee GmbH',
          number: key,
          reference: null,
          issuedOn: on,
          dueOn: '2026-03-10',
          amount: eur(amount),
          payTo: null,
          method: 'transfer',
          discount: null,
          ready: true,
          holdReason: null,
        },
      ],
    },
    it.elin,
  )
  return record
}

const pay = (key: string, amount: string, worth: string | null, more: object = {}) => ({
  key: `pay:${key}`,
  itemKey: key,
  amount: eur(amount),
  on: '2026-03-05',
  byId: null,
  how: 'payment' as const,
  ...(worth === null ? {} : { worth: sek(worth) }),
  ...more,
})

/** The entry of a payment: what is paid at the bank's own rate, and what left the bank. */
const paid = (key: string, role: 'payables' | 'receivables', amount: string, worth: string, bank: string) => ({
  key: `pay:${key}`,
  book: 'payments' as const,
  on: '2026-03-05',
  text: key,
  lines: [
    { role, amount: eur(amount), worth: sek(worth) },
    { account: '1930', amount: sek(bank) },
  ],
})

test('paid at another rate, the difference is a gain or a loss, part by part, and goes with a payment that is taken back', async () => {
  const { office, elin } = it
  await owed('payable', 'E1', '100.00')
  assert.equal((await balances()).suppliers, '-1150.00')
  const first = {
    book: [paid('E1', 'payables', '40.00', '444.00', '-444.00')],
    settled: [pay('E1', '40.00', '444.00')],
  }
  const done = await office.dispatch(tell, first, elin)
  assert.ok(done.status === 'done', JSON.stringify(done))
  // 40 of 100 stood for 460.00
  assert.deepEqual(await balances(), { suppliers: '-690.00', customers: '0.00', gain: '-16.00', loss: '0.00' })
  await office.done(tell, first, elin)
  assert.equal((await balances()).gain, '-16.00')
  // by the rate of the day, 11.00, where nothing is said
  const rest = { ...pay('E1', '60.00', null), key: 'rest' }
  await office.done(
    tell,
    { book: [{ ...paid('E1', 'payables', '60.00', '660.00', '-660.00'), key: 'rest' }], settled: [rest] },
    elin,
  )
  assert.deepEqual(await balances(), { suppliers: '0.00', customers: '0.00', gain: '-46.00', loss: '0.00' })
  await office.done(
    tell,
    { settlementsWithdrawn: [{ key: 'rest' }], bookReversed: [{ key: 'rest', on: '2026-03-05', text: 'Back' }] },
    elin,
  )
  assert.deepEqual(await balances(), { suppliers: '-690.00', customers: '0.00', gain: '-16.00', loss: '0.00' })
  const wrong = { ...rest, worth: { amount: '660.00', currency: 'NOK' } }
  assert.equal(refusalOf(await office.dispatch(tell, { settled: [wrong] }, elin)), 'currency-not-of-books')
  await office.done(
    tell,
    {
      book: [{ ...paid('E1', 'payables', '60.00', '720.00', '-720.00'), key: 'rest2' }],
      settled: [{ ...rest, worth: sek('720.00') }],
    },
    elin,
  )
  assert.deepEqual(await balances(), { suppliers: '0.00', customers: '0.00', gain: '-16.00', loss: '30.00' })
})

test('a customer who pays in our currency, and a credit note set off against a bill of another rate', async () => {
  const { office, elin } = it
  const before = await balances()
  await owed('receivable', 'R1', '10.00')
  await office.done(
    tell,
    { book: [paid('R1', 'receivables', '-10.00', '-112.00', '112.00')], settled: [pay('R1', '10.00', '112.00')] },
    elin,
  )
  const after_ = await balances()
  assert.deepEqual([after_.customers, after_.loss], ['0.00', '33.00'])
  const bill = await owed('payable', 'E2', '10.00', '2026-02-10')
  const credit = await owed('payable', 'K2', '-10.00', '2026-03-02')
  await office.done(
    tell,
    {
      settled: [
        pay('E2', '10.00', null, { how: 'credit', byId: credit }),
        pay('K2', '-10.00', null, { how: 'credit', byId: bill }),
      ],
    },
    elin,
  )
  const last = await balances()
  // the bill stood for 115.00, the credit note for 110.00
  assert.deepEqual([last.suppliers, last.gain, last.loss], [before.suppliers, '-21.00', '33.00'])
})

test('at the end of a year what is open is worth the rate of the day, for one day; undo takes both entries back', async () => {
  const { office, elin } = it
  await owed('payable', 'E3', '100.00')
  await owed('receivable', 'R3', '50.00')
  const before = await balances('2026-12-31')
  const preview = async () => {
    const seen = await office.query(c.previewRevaluation, { on: '2026-12-31' }, elin)
    return seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
  }
  const shown = await preview()
  assert.deepEqual(
    shown.rows.map(row => [row.number, row.left.amount, row.worth.amount, row.now?.amount, row.loss?.amount]),
    [
      ['E3', '100.00', '1150.00', '1200.00', '50.00'],
      ['R3', '50.00', '575.00', '600.00', '-25.00'],
    ],
  )
  assert.deepEqual([shown.loss.amount, shown.can.map(one => one.command)], ['25.00', ['ledger.revalue-items']])
  const low = await it.colleague('No clearance', { clearance: 0 })
  const hidden = await office.query(c.previewRevaluation, { on: '2026-12-31' }, low)
  assert.ok(hidden.status === 'done' && hidden.output.rows.length === 0)
  const booked = await office.dispatch(c.revalueItems, { on: '2026-12-31' }, elin)
  assert.ok(booked.status === 'done' && booked.output.entryIds.length === 2, JSON.stringify(booked))
  assert.deepEqual(await balances('2026-12-31'), {
    suppliers: '-1200.00',
    customers: '600.00',
    gain: String((Number(before.gain) - 25).toFixed(2)),
    loss: String((Number(before.loss) + 50).toFixed(2)),
  })
  assert.deepEqual(
    [await balanceOf('2440', '2027-01-01'), await balanceOf('1510', '2027-01-01')],
    ['-1150.00', '575.00'],
  )
  assert.equal(refusalOf(await office.dispatch(c.revalueItems, { on: '2026-12-31' }, elin)), 'revaluation-done')
  assert.equal(
    refusalOf(await office.dispatch(c.reverseEntry, { id: booked.output.entryIds[0]! }, elin)),
    'entry-not-by-hand',
  )
  assert.deepEqual(
    (await preview()).can.map(one => one.command),
    ['ledger.take-back-revaluation'],
  )
  await office.done(c.takeBackRevaluation, { on: '2026-12-31' }, elin)
  assert.deepEqual(await balances('2026-12-31'), before)
  assert.equal(
    refusalOf(await office.dispatch(c.takeBackRevaluation, { on: '2026-12-31' }, elin)),
    'revaluation-not-done',
  )
  assert.equal((await office.dispatch(c.revalueItems, { on: '2026-12-31' }, elin, { dryRun: true })).status, 'done')
  assert.equal((await office.dispatch(c.revalueItems, { on: '2026-12-31' }, elin)).status, 'done')
  assert.equal(
    refusalOf(await office.dispatch(c.revalueItems, { on: '2026-01-31' }, elin)),
    'revaluation-without-difference',
  )
})

test('an account in another currency is worth the rate of the day, and stays so; a later day forbids an earlier one', async () => {
  const { office, elin } = it
  const on = '2027-01-31'
  await office.done(c.setRate, { currency: 'EUR', on: '2027-01-31', rate: '12.50' }, elin)
  await office.done(c.setRate, { currency: 'EUR', on: '2027-02-28', rate: '12.20' }, elin)
  const open = (amount: string, worth: string) => ({ amount: eur(amount), worth: sek(worth) })
  const book = (key: string, lines: object[]) =>
    office.done(tell, { book: [{ key, book: 'bank', on: '2027-01-10', text: key, lines }] } as never, elin)
  await book('in', [
    { account: '1950', ...open('1000.00', '11800.00') },
    { account: '2081', amount: sek('-11800.00') },
  ])
  const preview = async (day: string) => {
    const seen = await office.query(c.previewRevaluation, { on: day }, elin)
    return seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
  }
  assert.deepEqual((await preview(on)).accounts, [], 'nobody has said that it is kept in euro')
  await office.done(tell, { keptIn: [{ key: '1950', currency: 'EUR' }] }, elin)
  await office.done(tell, { keptIn: [{ key: '1950', currency: 'NOK' }] }, elin)
  const seen = (await preview(on)).accounts
  assert.deepEqual(
    seen.map(one => [one.number, one.left.amount, one.worth.amount, one.now?.amount, one.loss?.amount, one.mixed]),
    [['1950', '1000.00', '11800.00', '12500.00', '-700.00', false]],
  )
  await book('plain', [
    { account: '1950', amount: sek('10.00') },
    { account: '2081', amount: sek('-10.00') },
  ])
  const [mixed] = (await preview(on)).accounts
  assert.deepEqual([mixed?.mixed, mixed?.now], [true, null])
  await office.done(tell, { bookReversed: [{ key: 'plain', on: '2027-01-10', text: 'Back' }] }, elin)
  const items = async () => (await preview('2027-02-28')).rows.length
  assert.equal(await items(), 2)
  const before = await balanceOf('2440', '2027-02-02')
  const booked = await office.dispatch(c.revalueItems, { on }, elin)
  assert.ok(booked.status === 'done', JSON.stringify(booked))
  assert.deepEqual(
    [await balanceOf('1950', '2027-02-28'), await balanceOf('2440', '2027-02-02')],
    ['12500.00', before],
    'the account stays worth what it is, the items are taken back',
  )
  await office.done(c.revalueItems, { on: '2027-02-28' }, elin)
  assert.equal(await balanceOf('1950', '2027-03-31'), '12200.00')
  assert.equal(refusalOf(await office.dispatch(c.takeBackRevaluation, { on }, elin)), 'revaluation-later-stands')
  await office.done(c.takeBackRevaluation, { on: '2027-02-28' }, elin)
  await office.done(c.takeBackRevaluation, booked.undo!.input as never, elin)
  assert.equal(await balanceOf('1950', '2027-03-31'), '11800.00')
  const changed = await office.dispatch(c.changeAccount, { number: '1950', currency: 'SEK' }, elin)
  assert.ok(changed.status === 'done')
  assert.deepEqual((await preview(on)).accounts, [], 'the currency of the books is no other one')
  await office.done(c.changeAccount, changed.undo!.input as never, elin)
  assert.equal((await preview(on)).accounts.length, 1)
})

test('whatever the parts, an item gives out what it is worth, no more and no less', () => {
  const arbitrary = fc.record({
    amount: fc.bigInt(1n, 10n ** 9n),
    worth: fc.bigInt(1n, 10n ** 10n),
    sign: fc.constantFrom(1n, -1n),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  })
  fc.assert(
    fc.property(arbitrary, ({ amount, worth, sign, cuts }) => {
      const points = [...new Set(cuts.map(cut => BigInt(Math.floor(cut * Number(amount)))))]
        .filter(point => point > 0n && point < amount)
        .sort((a, b) => (a < b ? -1 : 1))
      const item = { amount_minor: sign * amount, worth_minor: sign * worth }
      let [settled, gone, last] = [0n, 0n, 0n]
      for (const point of [...points, amount]) {
        const minor = sign * (point - last)
        const part = releasedWorth(item, { settled, worth: gone }, minor)
        if (point < amount) assert.ok(part * sign >= 0n)
        settled += minor
        gone += part
        last = point
      }
      assert.deepEqual([settled, gone], [item.amount_minor, item.worth_minor])
    }),
  )
})

test('a closed year is opened again with a reason, its closing reversed; closed anew it comes to the same', async () => {
  const { office, elin } = it
  const periods = async () => {
    const seen = await office.query(c.listPeriods, {}, elin)
    return seen.status === 'done' ? seen.output.years : assert.fail()
  }
  const year = (await periods()).find(one => one.startsOn === '2026-01-01')!
  const reopen = { yearId: year.id, reason: 'The auditor asks' }
  assert.equal(refusalOf(await office.dispatch(c.reopenYear, reopen, elin)), 'year-not-closed')
  const closed = await office.dispatch(c.closeYear, { yearId: year.id }, elin)
  assert.ok(closed.status === 'done', JSON.stringify(closed))
  const retained = [await balanceOf('2099', '2026-12-31'), await balanceOf('2091', '2027-01-01')]
  const next = (await periods()).find(one => one.startsOn === '2027-01-01')!
  await office.done(c.closeYear, { yearId: next.id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.reopenYear, reopen, elin)), 'year-after-is-closed')
  await office.done(c.reopenYear, { ...reopen, yearId: next.id }, elin)
  const stranger = await it.colleague('Clerk', { permissions: new Map([['ledger.close-year', null]]) })
  assert.equal(refusalOf(await office.dispatch(c.reopenYear, reopen, stranger)), 'act-not-permitted')
  // what was carried into the next year is reversed there: its first month must be open
  assert.equal(refusalOf(await office.dispatch(c.reopenYear, reopen, elin)), 'period-not-open')
  await office.done(c.unlockPeriods, { from: '2027-01-01', reason: 'For the year before' }, elin)
  const opened = await office.dispatch(c.reopenYear, reopen, elin)
  assert.ok(opened.status === 'done', JSON.stringify(opened))
  assert.deepEqual([await balanceOf('2099', '2026-12-31'), await balanceOf('2091', '2027-01-01')], ['0.00', '0.00'])
  const again = (await periods()).find(one => one.id === year.id)!
  assert.deepEqual([again.state, [...new Set(again.periods.map(one => one.state))]], ['open', ['locked']])
  await office.done(c.unlockPeriods, { from: '2026-12-01', reason: 'The correction' }, elin)
  const second = await office.dispatch(c.closeYear, { yearId: year.id }, elin)
  assert.ok(second.status === 'done' && second.output.entryIds.length === closed.output.entryIds.length)
  assert.deepEqual([await balanceOf('2099', '2026-12-31'), await balanceOf('2091', '2027-01-01')], retained)
})
