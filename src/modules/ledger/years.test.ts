import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { monthEnds, partsOf } from './accruals.ts'
import * as c from './contract.ts'
import { readRates } from './rates.ts'
import { type BooksOffice, booksOffice, refusalOf, sek, tell } from './testing.ts'
import { monthsOf } from './years.ts'

let it: BooksOffice
before(async () => {
  it = await booksOffice()
})
after(() => it.office.close())

const post = (on: string, account: string, amount: string) =>
  it.office.dispatch(
    c.postEntry,
    {
      on,
      text: `On ${on}`,
      lines: [
        { account, amount: sek(amount) },
        { account: '1930', amount: sek(amount.startsWith('-') ? amount.slice(1) : `-${amount}`) },
      ],
    },
    it.elin,
  )

async function balanceOf(number: string, until?: string): Promise<string> {
  const seen = await it.office.query(c.getAccount, { number, ...(until ? { until } : {}) }, it.elin)
  return seen.status === 'done' ? seen.output.closing.amount : assert.fail(JSON.stringify(seen))
}

const years = async () => {
  const seen = await it.office.query(c.listPeriods, {}, it.elin)
  return seen.status === 'done' ? seen.output : assert.fail()
}

test('locked months take nothing until somebody opens them with a reason; undo is the other way', async () => {
  const { office, elin } = it
  assert.equal((await post('2026-02-10', '5010', '1000.00')).status, 'done')
  const locked = await office.dispatch(c.lockPeriods, { until: '2026-03-15' }, elin)
  assert.ok(locked.status === 'done' && locked.output.count === 2)
  assert.equal(refusalOf(await post('2026-02-28', '5010', '1.00')), 'period-not-open')
  assert.equal((await post('2026-03-01', '5010', '1.00')).status, 'done')
  assert.equal(refusalOf(await office.dispatch(c.lockPeriods, { until: '2026-02-28' }, elin)), 'period-none-to-lock')
  const opened = await office.dispatch(c.unlockPeriods, { from: '2026-02-01', reason: 'A late bill' }, elin)
  assert.ok(opened.status === 'done' && opened.output.count === 1)
  assert.equal((await post('2026-02-28', '5010', '1.00')).status, 'done')
  assert.equal(refusalOf(await post('2026-01-28', '5010', '1.00')), 'period-not-open')
  const rights = new Map([['ledger.lock-periods', null]])
  const clerk = await it.colleague('Clerk', { permissions: rights })
  assert.equal(
    refusalOf(await office.dispatch(c.unlockPeriods, { from: '2026-01-01', reason: 'x' }, clerk)),
    'act-not-permitted',
  )
  assert.equal((await office.dispatch(c.unlockPeriods, { from: '2026-01-01', reason: 'All' }, elin)).status, 'done')
  assert.equal(
    refusalOf(await office.dispatch(c.unlockPeriods, { from: '2026-01-01', reason: 'x' }, elin)),
    'period-none-to-unlock',
  )
})

test('who locks while another opens passes over nothing: what is told as locked is locked', async () => {
  const { office, elin } = it
  await office.done(c.lockPeriods, { until: '2026-06-30' }, elin)
  const holding = await office.superuser.connect()
  const waiting = async () => {
    const { rows } = await office.superuser.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0]!.n
  }
  const until = async (so: () => boolean | Promise<boolean>) => {
    while (!(await so())) await new Promise(setImmediate)
  }
  try {
    // Somebody posts in July: the lock has begun and waits there.
    await holding.query(`begin; select from ledger.period where starts_on = '2026-07-01' for share`)
    const locking = office.dispatch(c.lockPeriods, { until: '2026-09-30' }, elin)
    await until(async () => (await waiting()) === 1)
    let opened = false
    const opening = office.dispatch(c.unlockPeriods, { from: '2026-06-30', reason: 'A late bill' }, elin)
    void opening.then(() => (opened = true))
    await until(async () => opened || (await waiting()) === 2)
    await holding.query('commit')
    const [lock, unlock] = [await locking, await opening]
    assert.ok(lock.status === 'done' && unlock.status === 'done')
    const { rows } = await office.superuser.query<{ state: string }>(
      `select state from ledger.period where starts_on = '2026-06-01'`,
    )
    assert.equal(rows[0]!.state, lock.journal! > unlock.journal! ? 'locked' : 'open')
    if (rows[0]!.state === 'locked') await office.done(c.unlockPeriods, { from: '2026-06-30', reason: 'Done' }, elin)
    await office.done(c.unlockPeriods, { from: '2026-01-31', reason: 'Done' }, elin)
  } finally {
    holding.release()
  }
})

test('a yearly bill is spread over its months on their last days, and stops with nothing lost', async () => {
  const { office, elin, system } = it
  it.goTo('2026-03-31')
  const bill = await post('2026-03-02', '6310', '1000.00')
  assert.ok(bill.status === 'done')
  const { id } = bill.output
  const facts = { id, account: '6310', from: '2026-02-01', months: 12 }
  assert.equal(
    refusalOf(await office.dispatch(c.accrueEntry, { ...facts, amount: sek('1000.01') }, elin)),
    'accrual-above-cost',
  )
  const spread = await office.dispatch(c.accrueEntry, { ...facts, amount: sek('1000.00') }, elin)
  assert.ok(spread.status === 'done', JSON.stringify(spread))
  assert.deepEqual([await balanceOf('1790'), await balanceOf('6310')], ['833.34', '166.66'])
  it.goTo('2026-05-01')
  assert.equal((await office.done(c.postAccruals, {}, system)).posted, 1)
  assert.equal((await office.done(c.postAccruals, {}, system)).posted, 0)
  assert.deepEqual([await balanceOf('1790'), await balanceOf('6310')], ['750.01', '249.99'])
  const stopped = await office.dispatch(c.stopAccrual, { id, accrualId: spread.output.accrualId }, elin)
  assert.equal(stopped.status, 'done')
  assert.deepEqual([await balanceOf('1790'), await balanceOf('6310')], ['0.00', '1000.00'])
  assert.equal(
    refusalOf(await office.dispatch(c.stopAccrual, { id, accrualId: spread.output.accrualId }, elin)),
    'accrual-not-running',
  )
})

test('opening balances come with what is owed one by one, which must say the same; reversing takes both back', async () => {
  const { office, elin } = it
  const lines = [
    { account: '1930', amount: sek('5000.00') },
    { account: '2440', amount: sek('-700.00') },
    { account: '1510', amount: sek('300.00') },
    { account: '2091', amount: sek('-4600.00') },
  ]
  const item = (side: 'payable' | 'receivable', amount: string) => ({
    side,
    partyName: `Opening ${side}`,
    number: '1',
    issuedOn: '2025-12-01',
    dueOn: '2026-01-15',
    amount: sek(amount),
  })
  const enter = (items: object[]) => office.dispatch(c.enterOpening, { on: '2026-01-01', lines, items } as never, elin)
  assert.equal(refusalOf(await enter([item('payable', '699.00')])), 'opening-items-differ')
  const entered = await enter([item('payable', '700.00'), item('receivable', '300.00')])
  assert.ok(entered.status === 'done', JSON.stringify(entered))
  const open = async () => {
    const seen = await office.query(c.listItems, { text: 'Opening' }, elin)
    return seen.status === 'done' ? seen.output.rows.map(row => [row.side, row.remaining.amount]) : assert.fail()
  }
  assert.deepEqual(await open(), [
    ['payable', '700.00'],
    ['receivable', '300.00'],
  ])
  assert.equal((await office.dispatch(c.reverseEntry, { id: entered.output.id }, elin)).status, 'done')
  assert.deepEqual(await open(), [])
})

test('closing a year takes its result to equity, opens the next, and stays closed', async () => {
  const { office, elin } = it
  await post('2026-06-01', '3001', '-9000.00')
  const [year] = (await years()).years
  assert.ok(year)
  const result = Number(year.result.amount)
  const bank = await balanceOf('1930', '2026-12-31')
  const { years: before } = await years()
  assert.equal(before.length, 1)
  const dry = await office.dispatch(c.closeYear, { yearId: year.id }, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && dry.output.entryIds.length === 2)
  await office.done(c.closeYear, { yearId: year.id }, elin)
  const { years: afterwards } = await years()
  assert.deepEqual(
    afterwards.map(one => [one.startsOn, one.state]),
    [
      ['2027-01-01', 'open'],
      ['2026-01-01', 'closed'],
    ],
  )
  assert.equal(Number(afterwards[1]!.result.amount), result, 'the income statement is as it was')
  it.goTo('2027-01-05')
  assert.equal(await balanceOf('2099'), '0.00')
  assert.equal(Number(await balanceOf('2091')), -result)
  assert.equal(await balanceOf('1930'), bank)
  assert.equal(refusalOf(await post('2026-12-31', '5010', '1.00')), 'period-not-open')
  assert.equal(
    refusalOf(await office.dispatch(c.unlockPeriods, { from: '2026-12-01', reason: 'x' }, elin)),
    'period-none-to-unlock',
  )
  assert.equal(refusalOf(await office.dispatch(c.closeYear, { yearId: year.id }, elin)), 'year-not-open')
  // the year after the last opens by itself, as far as a year ahead
  assert.equal((await post('2028-01-03', '5010', '1.00')).status, 'done')
  assert.equal(refusalOf(await post('2031-01-03', '5010', '1.00')), 'year-not-opened')
  const numbered = await post('2027-01-04', '5010', '1.00')
  assert.equal(numbered.status === 'done' && numbered.output.number, 1, 'numbers begin anew each year')
})

test('where the books are kept elsewhere nothing is posted, and what is owed is kept all the same', async () => {
  const elsewhere = await booksOffice({ setUp: false })
  const { office, elin, organisationId } = elsewhere
  const lines = [
    { account: '6110', amount: sek('10.00') },
    { role: 'payables' as const, amount: sek('-10.00') },
  ]
  const book = [{ key: 'b', book: 'bills' as const, on: '2026-11-12', text: 'Paper', lines }]
  const told = await office.dispatch(tell, { book, bookReversed: [{ key: 'b', on: '2026-11-12', text: 'No' }] }, elin)
  assert.equal(told.status, 'done', JSON.stringify(told))
  assert.equal(
    refusalOf(await office.dispatch(c.postEntry, { on: '2026-11-12', text: 'x', lines } as never, elin)),
    'books-not-kept',
  )
  await office.done(c.setUpBooks, { mode: 'none', chart: 'NL' }, elin)
  const { rows: codes } = await office.superuser.query<{ code: string }>(
    `select code from ledger.account_code where organisation_id = $1 and country = 'NL' and account in ('1100', '1300') order by account`,
    [organisationId],
  )
  assert.deepEqual(
    codes.map(({ code }) => code),
    ['BLimBanRba', 'BVorDebHad'],
    'a chart brings the codes of its country that are certain',
  )
  assert.equal((await office.dispatch(tell, { book }, elin)).status, 'done')
  const seen = await office.query(c.listEntries, {}, elin)
  assert.equal(seen.status === 'done' && seen.output.total, 0)
  await office.close()
})

test('parts add up and differ by one at most; months are whole; tables of rates are read or refused by the line', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.integer({ min: 2, max: 60 }),
      (amount, months) => {
        const parts = partsOf(amount, months)
        assert.equal(
          parts.reduce((a, b) => a + b, 0n),
          amount,
        )
        const sizes = parts.map(part => (part < 0n ? -part : part))
        assert.ok(sizes.every(size => size >= sizes[0]! && size <= sizes[0]! + 1n))
      },
    ),
  )
  assert.deepEqual(monthEnds(Temporal.PlainDate.from('2027-12-15'), 3).map(String), [
    '2027-12-31',
    '2028-01-31',
    '2028-02-29',
  ])
  const broken = monthsOf(Temporal.PlainDate.from('2026-03-15'), Temporal.PlainDate.from('2026-05-10'))
  assert.deepEqual(
    broken.map(({ startsOn, endsOn }) => [String(startsOn), String(endsOn)]),
    [
      ['2026-03-15', '2026-03-31'],
      ['2026-04-01', '2026-04-30'],
      ['2026-05-01', '2026-05-10'],
    ],
  )
  assert.deepEqual(readRates('Date,USD\n2026-01-02,1.25', 'EUR'), [{ currency: 'USD', on: '2026-01-02', rate: '0.8' }])
  assert.deepEqual(readRates('Date,USD\n2026-01-02,1.25\nnever,1', 'EUR'), { line: 3 })
  assert.deepEqual(readRates('Date,USD\n2026-01-02,1.25', 'SEK'), { line: 1 })
})
