import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as c from './contract.ts'
import { type BooksOffice, booksOffice, insertRecord, refusalOf, sek, tell } from './testing.ts'

let it: BooksOffice
before(async () => {
  it = await booksOffice()
})
after(() => it.office.close())

const coffee = {
  on: '2026-11-20',
  text: 'Coffee for the office',
  lines: [
    { account: '7690', amount: sek('200.00'), vatCode: 'I25' },
    { account: '1930', amount: sek('-250.00') },
  ],
}

async function entry(id: string, as = it.elin) {
  const seen = await it.office.query(c.getEntry, { id }, as)
  assert.equal(seen.status, 'done', JSON.stringify(seen))
  return seen.status === 'done' ? seen.output : assert.fail()
}

async function balanceOf(number: string): Promise<string> {
  const seen = await it.office.query(c.getAccount, { number }, it.elin)
  return seen.status === 'done' ? seen.output.account.balance.amount : assert.fail(JSON.stringify(seen))
}

test('an entry is posted with its tax under the next number, and its undo is a reversal that stays readable', async () => {
  const { office, elin } = it
  const before = await balanceOf('1930')
  const done = await office.dispatch(c.postEntry, coffee, elin)
  assert.ok(done.status === 'done', JSON.stringify(done))
  const seen = await entry(done.output.id)
  assert.deepEqual(
    seen.postings.map(line => [line.account, line.amount.amount, line.vatCode, line.vatPart]),
    [
      ['7690', '200.00', 'I25', 'base'],
      ['2641', '50.00', 'I25', 'tax'],
      ['1930', '-250.00', null, null],
    ],
  )
  assert.equal(Number(await balanceOf('1930')) - Number(before), -250)
  const undone = await office.dispatch(c.reverseEntry, done.undo!.input as never, elin)
  assert.ok(undone.status === 'done', JSON.stringify(undone))
  assert.equal(undone.output.number, done.output.number + 1)
  assert.equal(await balanceOf('1930'), before)
  const reversed = await entry(done.output.id)
  assert.deepEqual([reversed.record.state, reversed.reversedBy?.id], ['reversed', undone.output.id])
  assert.equal(refusalOf(await office.dispatch(c.reverseEntry, { id: done.output.id }, elin)), 'entry-already-reversed')
  assert.equal(refusalOf(await office.dispatch(c.reverseEntry, { id: undone.output.id }, elin)), 'entry-is-reversal')
})

test('a dry run posts nothing; the same key posts once', async () => {
  const { office, elin } = it
  const { rows: before } = await office.superuser.query('select count(*)::int as n from ledger.entry')
  assert.equal((await office.dispatch(c.postEntry, coffee, elin, { dryRun: true })).status, 'done')
  const first = await office.dispatch(c.postEntry, coffee, elin, { key: 'once' })
  const again = await office.dispatch(c.postEntry, coffee, elin, { key: 'once' })
  assert.ok(first.status === 'done' && again.status === 'done')
  assert.deepEqual(again.output, first.output)
  const { rows: after } = await office.superuser.query('select count(*)::int as n from ledger.entry')
  assert.equal((after[0] as { n: number }).n, (before[0] as { n: number }).n + 1)
})

test('what is wrong with an entry is said by name', async () => {
  const { office, elin } = it
  const tried = async (change: object, lines: object[] = coffee.lines) =>
    refusalOf(await office.dispatch(c.postEntry, { ...coffee, ...change, lines } as never, elin))
  const line = (facts: object) => [
    { amount: sek('100.00'), ...facts },
    { account: '1930', amount: sek('-100.00') },
  ]
  assert.equal(await tried({}, [coffee.lines[0]!, { account: '1930', amount: sek('-240.00') }]), 'entry-not-balanced')
  assert.equal(await tried({}, line({ account: '9999' })), 'account-unknown')
  assert.equal(await tried({}, line({ account: '7690', vatCode: 'X' })), 'vat-code-unknown')
  assert.equal(await tried({}, line({ account: '7690', dimensions: { project: 'P1' } })), 'dimension-unknown')
  assert.equal(await tried({ on: '2024-01-01' }), 'year-not-opened')
  const eur = [
    { account: '7690', amount: { amount: '10.00', currency: 'EUR' } },
    { account: '1930', amount: { amount: '-10.00', currency: 'EUR' } },
  ]
  assert.equal(await tried({}, eur), 'rate-not-known')
  await office.done(c.changeAccount, { number: '7622', inUse: false } as never, elin).catch(() => {})
  await office.done(c.changeAccount, { number: '7620', inUse: false }, elin)
  assert.equal(await tried({}, line({ account: '7620' })), 'account-not-in-use')
  assert.equal(await tried({}, line({ account: '7690', role: 'cash' })), 'input-invalid')
})

test('other currencies are posted at the rate of the day, to the last minor unit', async () => {
  const { office, elin } = it
  const { count } = await office.done(
    c.importRates,
    { table: 'Date,USD,SEK\n2026-11-18,1.1600,11.0000\n2026-11-20,1.1500,11.0370' },
    elin,
  )
  assert.equal(count, 4)
  const lines = [
    { account: '6540', amount: { amount: '33.33', currency: 'EUR' }, vatCode: 'IEUT' },
    { account: '2440', amount: { amount: '-33.33', currency: 'EUR' } },
  ]
  const { id } = await office.done(c.postEntry, { on: '2026-11-19', text: 'Server', lines }, elin)
  const seen = await entry(id)
  assert.deepEqual(
    seen.postings.map(line => [line.account, line.amount.amount, line.foreign?.amount, line.vatPart]),
    [
      ['6540', '366.63', '33.33', 'base'],
      ['2645', '91.63', '8.33', 'tax'],
      ['2614', '-91.63', '-8.33', 'due'],
      ['2440', '-366.63', '-33.33', null],
    ],
  )
  const rates = await office.query(c.listRates, {}, elin)
  assert.deepEqual(rates.status === 'done' && rates.output.rows.map(row => [row.currency, row.on, row.rate]), [
    ['EUR', '2026-11-20', '11.037'],
    ['USD', '2026-11-20', '9.597391304348'.slice(0, 12)],
  ])
  assert.equal(
    refusalOf(await office.dispatch(c.importRates, { table: 'Date,XXY\n2026-11-20,1' }, elin)),
    'rates-not-readable',
  )
})

test('the envelope posts, owes and settles in the transaction of its event, each key once', async () => {
  const { office, elin, organisationId } = it
  const bill = await insertRecord(office, organisationId, 'bill', 'Bill 4711')
  const item = {
    key: 'bill:1',
    side: 'payable' as const,
    recordId: bill,
    partyId: null,
    partyName: 'Lindholms',
    number: '4711',
    reference: { scheme: 'ocr' as const, value: '4071811261' },
    issuedOn: '2026-11-11',
    dueOn: '2026-12-11',
    amount: sek('1250.00'),
    payTo: null,
    method: 'transfer' as const,
    discount: null,
    ready: false,
    holdReason: null,
  }
  const book = {
    key: 'bill:1',
    book: 'bills' as const,
    on: '2026-11-12',
    text: 'Lindholms 4711',
    sourceId: bill,
    lines: [
      { account: '6110', amount: sek('1000.00'), vatCode: 'I25', vat: sek('250.00') },
      { role: 'payables' as const, amount: sek('-1250.00') },
    ],
  }
  await office.done(tell, { book: [book], items: [item] }, elin)
  await office.done(tell, { book: [book], items: [item] }, elin)
  const { rows: entries } = await office.superuser.query('select id from ledger.entry where key = $1', ['bill:1'])
  assert.equal(entries.length, 1)
  const posted = await entry((entries[0] as { id: string }).id)
  assert.deepEqual([posted.series, posted.source?.id, posted.items.length], ['D', bill, 1])
  assert.equal(refusalOf(await office.dispatch(c.reverseEntry, { id: posted.record.id }, elin)), 'entry-not-by-hand')
  await office.done(tell, { itemsChanged: [{ key: 'bill:1', ready: true, dueOn: '2026-12-18' }] }, elin)
  const settle = (key: string, amount: string) => ({
    settled: [{ key, itemKey: 'bill:1', amount: sek(amount), on: '2026-11-20', byId: null, how: 'payment' as const }],
  })
  const part = await office.dispatch(tell, settle('pay:1', '1000.00'), elin)
  assert.ok(part.status === 'done')
  const moved = part.events.find(({ name }) => name === 'ledger.items-moved')
  assert.deepEqual(
    (moved!.payload as { items: { remaining: unknown; state: string }[] }).items.map(one => [one.remaining, one.state]),
    [[sek('250.00'), 'open']],
  )
  await office.done(tell, settle('pay:1', '1000.00'), elin)
  assert.equal(refusalOf(await office.dispatch(tell, settle('pay:2', '250.01'), elin)), 'item-over-settled')
  assert.equal(refusalOf(await office.dispatch(tell, settle('pay:2', '-1.00'), elin)), 'item-over-settled')
  assert.equal(
    refusalOf(await office.dispatch(tell, { itemsWithdrawn: [{ key: 'bill:1' }] }, elin)),
    'item-has-settlements',
  )
  await office.done(tell, settle('pay:2', '250.00'), elin)
  await office.done(tell, { settlementsWithdrawn: [{ key: 'pay:1' }, { key: 'pay:2' }] }, elin)
  await office.done(tell, settle('pay:1', '1250.00'), elin)
  const items = await office.query(c.listItems, { states: ['settled'] }, elin)
  assert.ok(items.status === 'done')
  assert.deepEqual(
    items.output.rows.map(row => [row.number, row.remaining.amount, row.dueOn, row.ready, row.record?.id]),
    [['4711', '0.00', '2026-12-18', true, bill]],
  )
  await office.done(tell, { bookReversed: [{ key: 'bill:1', on: '2026-11-13', text: 'Wrong account' }] }, elin)
  await office.done(tell, { bookReversed: [{ key: 'bill:1', on: '2026-11-13', text: 'Wrong account' }] }, elin)
  assert.equal((await entry(posted.record.id)).record.state, 'reversed')
})

test('a refusal of the ledger undoes the whole act, and a record one may not see hides its entry', async () => {
  const { office, elin, organisationId } = it
  const secret = await insertRecord(office, organisationId, 'bill', 'Secret bill', { class: 3 })
  const low = await it.colleague('Low', { clearance: 1 })
  const lines = [
    { account: '6110', amount: sek('10.00') },
    { role: 'payables' as const, amount: sek('-10.00') },
  ]
  const book = { key: 'secret', book: 'bills' as const, on: '2026-11-12', text: 'Hush', lines, sourceId: secret }
  const bad = { ...book, key: 'bad', lines: [{ account: '6110', amount: sek('11.00') }, lines[1]!] }
  assert.equal(refusalOf(await office.dispatch(tell, { book: [book, bad] }, elin)), 'entry-not-balanced')
  await office.done(tell, { book: [book] }, elin)
  const find = async (as: typeof elin) => {
    const seen = await office.query(c.listEntries, { text: 'hush' }, as)
    return seen.status === 'done' ? seen.output.total : assert.fail()
  }
  assert.deepEqual([await find(elin), await find(low)], [1, 0])
  const card = await office.query(c.getAccount, { number: '6110' }, low)
  assert.ok(card.status === 'done')
  assert.ok(card.output.rows.some(row => row.text === null && row.amount.amount === '10.00'))
})
