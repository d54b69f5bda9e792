import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import * as c from '../contract.ts'
import { type BankOffice, bankOffice, insertRecord, refusalOf } from '../testing.ts'

let it: BankOffice
before(async () => {
  it = await bankOffice()
  it.goTo('2026-11-23')
})
after(() => it.office.close())

const kr = (amount: string, currency = 'SEK') => ({ amount, currency })
const box = async (filled = '500.00', more: object = {}): Promise<string> => {
  const { id } = await it.office.done(c.openCashBox, { name: 'Reception', ...more }, it.elin)
  if (filled !== '0.00')
    await it.office.done(c.recordCash, { id, what: 'from-bank', amount: kr(filled), text: 'Fetched' }, it.elin)
  return id
}
const record = (id: string, more: object) =>
  it.office.dispatch(
    c.recordCash,
    { id, what: 'spent', amount: kr('120.00'), text: 'Coffee', ...more } as never,
    it.elin,
  )
const see = async (id: string) => {
  const answer = await it.office.query(c.getCashBox, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const entries = async (boxId: string) => {
  const answer = await it.office.query(c.listCashEntries, { boxId }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}
const cashInBooks = async (): Promise<bigint> => {
  const { rows } = await it.office.superuser.query<{ number: string }>(
    `select number from ledger.account_fact where organisation_id = $1 and 'cash' = any(roles)`,
    [it.organisationId],
  )
  return it.balance(rows[0]!.number)
}

test('what goes in and out is booked, numbered without gaps, and leads to its receipt', async () => {
  const before_ = await cashInBooks()
  const id = await box()
  const receipt = await insertRecord(it.office, it.organisationId, 'document', 'Receipt')
  const spent = await record(id, { documentId: receipt, counterparty: 'ICA' })
  assert.ok(spent.status === 'done', JSON.stringify(spent))
  assert.deepEqual([spent.output.number, spent.output.balance], ['2', kr('380.00')])
  await it.office.done(c.recordCash, { id, what: 'received', amount: kr('20.00'), text: 'Sold a chair' }, it.elin)
  await it.office.done(c.recordCash, { id, what: 'to-bank', amount: kr('300.00'), text: 'Brought' }, it.elin)
  const rows = await entries(id)
  assert.deepEqual(
    rows.map(one => [one.number, one.what, one.amount.amount, one.balance.amount]),
    [
      ['4', 'to-bank', '-300.00', '100.00'],
      ['3', 'received', '20.00', '400.00'],
      ['2', 'spent', '-120.00', '380.00'],
      ['1', 'from-bank', '500.00', '500.00'],
    ],
  )
  assert.equal(rows[2]?.document?.title, 'Receipt')
  assert.equal((await cashInBooks()) - before_, 10_000n)
  const links = await it.office.superuser.query(`select 1 from kernel.link where from_id = $1 and to_id = $2`, [
    id,
    receipt,
  ])
  assert.equal(links.rows.length, 1)
})

test('refused: more than there is, another currency, nothing, an unknown account or code, a closed box', async () => {
  const id = await box('100.00')
  const refused = async (more: object) => refusalOf(await record(id, more))
  assert.equal(await refused({}), 'cash-short')
  assert.equal(await refused({ amount: kr('1.00', 'EUR') }), 'cash-currency-other')
  assert.equal(await refused({ amount: kr('0.00') }), 'cash-amount-wrong')
  assert.equal(await refused({ amount: kr('1.00'), account: '99999' }), 'bank-ledger-account-unknown')
  assert.equal(await refused({ amount: kr('1.00'), vatCode: 'NONE' }), 'match-vat-code-unknown')
  assert.equal(await refused({ amount: kr('1.00'), what: 'paid-item' }), 'cash-item-missing')
  assert.equal(refusalOf(await it.office.dispatch(c.closeCashBox, { id }, it.elin)), 'cash-box-not-empty')
  await it.office.done(c.recordCash, { id, what: 'to-bank', amount: kr('100.00'), text: 'Back' }, it.elin)
  await it.office.done(c.closeCashBox, { id }, it.elin)
  assert.equal(await refused({ what: 'received' }), 'cash-box-closed')
  assert.equal(refusalOf(await it.office.dispatch(c.closeCashBox, { id }, it.elin)), 'cash-box-closed')
  await it.office.done(c.reopenCashBox, { id }, it.elin)
  assert.equal(refusalOf(await it.office.dispatch(c.reopenCashBox, { id }, it.elin)), 'cash-box-open')
})

test('the tax on a receipt is booked apart', async () => {
  const id = await box('1000.00')
  const { rows } = await it.office.superuser.query<{ code: string }>(
    `select code from ledger.vat_code_fact where organisation_id = $1 and kind = 'purchase' and rate = 2500 limit 1`,
    [it.organisationId],
  )
  const code = rows[0]!.code
  const done = await record(id, { amount: kr('125.00'), vatCode: code })
  assert.ok(done.status === 'done', JSON.stringify(done))
  const { rows: booked } = await it.office.superuser.query<{ amount_minor: bigint }>(
    `select p.amount_minor from ledger.posting_fact p where p.organisation_id = $1 and p.key = $2 order by p.amount_minor`,
    [it.organisationId, `banking.cash:${done.output.entryId}`],
  )
  assert.deepEqual(
    booked.map(one => BigInt(one.amount_minor)),
    [-12_500n, 2_500n, 10_000n],
  )
})

test('an entry is taken back by one of the opposite amount, once; a bill paid from the box is open again', async () => {
  const id = await box('1000.00')
  const bill = await it.owe({ name: 'Blomsterbutiken', number: '9', amount: '300.00' })
  const offered = await it.office.query(c.listCashItems, { text: 'Blomster' }, it.elin)
  assert.ok(offered.status === 'done')
  assert.deepEqual(offered.output.rows, [{ id: bill.itemId, title: 'Blomsterbutiken 9', detail: '300.00 SEK' }])
  const paid = await record(id, { what: 'paid-item', amount: kr('300.00'), text: 'Flowers', itemId: bill.itemId })
  assert.ok(paid.status === 'done', JSON.stringify(paid))
  assert.equal(await it.left(bill.itemId), 0n)
  assert.equal(
    refusalOf(await record(id, { what: 'paid-item', amount: kr('1.00'), itemId: bill.itemId })),
    'match-item-unknown',
  )
  const { entryId } = paid.output
  const undone = await it.office.dispatch(c.takeBackCash, { id, entryId, reason: 'Wrong box' }, it.elin)
  assert.ok(undone.status === 'done', JSON.stringify(undone))
  assert.equal(await it.left(bill.itemId), 30_000n)
  assert.equal((await see(id)).balance.amount, '1000.00')
  assert.equal(
    refusalOf(await it.office.dispatch(c.takeBackCash, { id, entryId, reason: 'Again' }, it.elin)),
    'cash-entry-taken-back',
  )
  assert.equal(
    refusalOf(
      await it.office.dispatch(c.takeBackCash, { id, entryId: undone.output.entryId, reason: 'Back' }, it.elin),
    ),
    'cash-entry-stays',
  )
  assert.equal(
    refusalOf(await it.office.dispatch(c.takeBackCash, { id, entryId: bill.itemId, reason: 'None' }, it.elin)),
    'cash-entry-unknown',
  )
  assert.equal(
    refusalOf(await record(id, { what: 'paid-item', amount: kr('300.01'), itemId: bill.itemId })),
    'cash-item-too-much',
  )
  await it.office.done(c.proposeRun, { accountId: it.accountId, itemIds: [bill.itemId] }, it.elin)
  assert.equal(
    refusalOf(await record(id, { what: 'paid-item', amount: kr('300.00'), itemId: bill.itemId })),
    'item-in-run',
  )
})

test('a count: what is right is noted, a difference is explained and booked', async () => {
  const id = await box('500.00')
  const count = (more: object) =>
    it.office.dispatch(c.countCash, { id, counted: kr('500.00'), ...more } as never, it.elin)
  const right = await count({
    pieces: [
      { value: '200', count: 2 },
      { value: '50', count: 2 },
    ],
    witnessId: it.karin.id,
  })
  assert.ok(right.status === 'done', JSON.stringify(right))
  assert.equal(right.output.difference.amount, '0.00')
  assert.equal(refusalOf(await count({ pieces: [{ value: '200', count: 2 }] })), 'cash-pieces-differ')
  assert.equal(refusalOf(await count({ counted: kr('480.00') })), 'cash-difference-unexplained')
  assert.equal(refusalOf(await count({ witnessId: it.elin.id })), 'cash-witness-same')
  const short = await count({ counted: kr('480.00'), explanation: 'A coin rolled away' })
  assert.ok(short.status === 'done')
  assert.equal(short.output.difference.amount, '-20.00')
  const { balance, counts, countedOn } = await see(id)
  assert.deepEqual(
    [balance.amount, countedOn, counts.map(one => [one.difference.amount, one.witness?.id ?? null])],
    [
      '480.00',
      '2026-11-23',
      [
        ['-20.00', null],
        ['0.00', it.karin.id],
      ],
    ],
  )
  const [difference] = await entries(id)
  assert.equal(difference?.what, 'difference')
  assert.equal(
    refusalOf(await it.office.dispatch(c.takeBackCash, { id, entryId: difference!.id, reason: 'No' }, it.elin)),
    'cash-entry-stays',
  )
})

test('an act above the limit asks, one above a locked period is refused whole, the same key books once', async () => {
  const id = await box('500.00')
  const key = 'cash-once'
  const input = { id, what: 'spent' as const, amount: kr('10.00'), text: 'Stamps' }
  await it.office.dispatch(c.recordCash, input, it.elin, { key })
  await it.office.dispatch(c.recordCash, input, it.elin, { key })
  assert.equal((await see(id)).entries, 2)
  await it.office.dispatch(c.recordCash, input, it.elin, { dryRun: true })
  assert.equal((await see(id)).entries, 2)
  const early = await it.office.dispatch(c.recordCash, { ...input, on: '2019-01-02' }, it.elin)
  assert.equal(early.status, 'refused')
  assert.equal((await see(id)).entries, 2)
})

test('the database keeps its word: no gap, nothing below nothing, no entry changed', async () => {
  const id = await box('50.00')
  const broken = async (text: string) =>
    assert.rejects(it.office.superuser.query(text, [id]), /out of step|taking it back|check constraint|below/)
  await broken(`update banking.cash_entry set text = 'x' where box_id = $1`)
  await broken(`update banking.cash_box set balance_minor = -1 where id = $1`)
  await broken(
    `insert into banking.cash_entry select organisation_id, box_id, gen_random_uuid(), 7, 'spent', on_day, -10, 40, text, null, null, null, 0, null, null, null, made_by_id, made_at from banking.cash_entry where box_id = $1`,
  )
})

test('whatever is entered and taken back, the box holds the sum of its entries and the books agree', async () => {
  const id = await box('0.00')
  const start = await cashInBooks()
  const step = fc.record({
    what: fc.constantFrom('spent', 'received', 'from-bank', 'to-bank', 'back'),
    minor: fc.integer({ min: 1, max: 400 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async steps => {
      for (const { what, minor } of steps) {
        const rows = await entries(id)
        const open = rows.find(one => one.what !== 'taken-back' && !one.takenBack)
        if (what === 'back') {
          if (open) await it.office.dispatch(c.takeBackCash, { id, entryId: open.id, reason: 'Back' }, it.elin)
        } else await record(id, { what, amount: kr((minor / 100).toFixed(2)) })
      }
      const rows = await entries(id)
      const sum = rows.reduce((all, one) => all + Number(one.amount.amount.replace('.', '')), 0)
      assert.equal(Number((await see(id)).balance.amount.replace('.', '')), sum)
      assert.equal((await cashInBooks()) - start, BigInt(sum))
      assert.deepEqual(
        rows.map(one => Number(one.number)),
        rows.map((_, index) => rows.length - index),
      )
    }),
    { numRuns: 6 },
  )
})
