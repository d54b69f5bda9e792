import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { multibancoOf } from '../../formats/references/portugal.ts'
import { getAccount, postAccruals, setUpBooks } from '../ledger/contract.ts'
import { ledger } from '../ledger/index.ts'
import * as p from './contract.ts'
import { multibancoFrom, referenceFrom } from './pay-to.ts'
import { monthsIn } from './spreading.ts'
import { type PayablesOffice, payablesOffice, refusalOf } from './testing.ts'

let it: PayablesOffice
before(async () => {
  it = await payablesOffice(ledger)
  it.goTo('2026-11-24')
  await it.office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, it.elin)
})
after(() => it.office.close())

const sek = (amount: string) => ({ amount, currency: 'SEK' })

async function balanceOf(number: string, until: string): Promise<string> {
  const seen = await it.office.query(getAccount, { number, from: '2026-01-01', until }, it.elin)
  return seen.status === 'done' ? seen.output.closing.amount : assert.fail(JSON.stringify(seen))
}

const bill = async (id: string) => {
  const seen = await it.office.query(p.getBill, { id }, it.elin)
  return seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
}

/** A yearly insurance from November on, and a pen. */
async function yearly(kind: 'bill' | 'credit-note' = 'bill'): Promise<string> {
  const { id } = await it.office.done(
    p.enterBill,
    {
      supplierName: 'Trygg AB',
      number: `T${Math.random()}`,
      total: sek('1325.00'),
      issuedOn: '2026-11-02',
      dueOn: '2026-12-02',
      kind,
      periodFrom: '2026-11-01',
      periodTo: '2027-10-31',
    },
    it.elin,
  )
  await it.office.done(
    p.codeBill,
    {
      id,
      lines: [
        { text: 'Insurance', net: sek('1200.00'), account: '6310' },
        {
          text: 'Pen',
          net: sek('100.00'),
          vat: sek('25.00'),
          vatCode: 'I25',
          account: '6110',
          periodFrom: null,
          periodTo: null,
        },
      ],
    },
    it.elin,
  )
  return id
}

test('a bill for a year is offered to be spread, is spread by month and shows it, and stops with nothing lost', async () => {
  const { office, elin, system } = it
  const id = await yearly()
  assert.equal(refusalOf(await office.dispatch(p.spreadBill, { id }, elin)), 'bill-not-posted')
  await office.done(p.approveBill, { id }, elin)
  const before_ = await bill(id)
  assert.deepEqual(
    before_.toSpread.map(one => [one.position, one.text, one.amount.amount, one.months]),
    [[1, 'Insurance', '1200.00', 12]],
  )
  assert.ok(before_.can.some(one => one.command === 'payables.spread-bill'))
  assert.equal((await office.dispatch(p.spreadBill, { id }, elin, { dryRun: true })).status, 'done')
  const done = await office.dispatch(p.spreadBill, { id }, elin)
  assert.ok(done.status === 'done' && done.output.count === 1, JSON.stringify(done))
  assert.equal(refusalOf(await office.dispatch(p.spreadBill, { id }, elin)), 'bill-nothing-to-spread')
  assert.deepEqual([await balanceOf('1790', '2026-11-30'), await balanceOf('6310', '2026-11-30')], ['1200.00', '0.00'])
  it.goTo('2027-01-01')
  assert.equal((await office.done(postAccruals, {}, system)).posted, 2)
  assert.deepEqual(
    [await balanceOf('1790', '2026-12-31'), await balanceOf('6310', '2026-12-31')],
    ['1000.00', '200.00'],
  )
  const during = await bill(id)
  assert.deepEqual(
    during.spread.map(one => [one.amount.amount, one.left.amount, one.nextOn, one.lastOn, one.months, one.stopped]),
    [['1200.00', '1000.00', '2027-01-31', '2027-10-31', 12, false]],
  )
  assert.deepEqual(during.toSpread, [])
  await office.done(p.stopSpreading, { id }, elin)
  assert.equal(await balanceOf('1790', '2027-01-31'), '0.00')
  assert.equal(refusalOf(await office.dispatch(p.stopSpreading, { id }, elin)), 'bill-not-spread')
  assert.equal((await bill(id)).toSpread.length, 1)
  it.goTo('2026-11-24')
})

test('a bill that is taken back takes its spreading with it; a credit note lessens what is held back', async () => {
  const { office, elin } = it
  const held = await balanceOf('1790', '2026-11-30')
  const id = await yearly()
  await office.done(p.approveBill, { id }, elin)
  const spread = await office.dispatch(p.spreadBill, { id, positions: [1] }, elin)
  assert.ok(spread.status === 'done')
  const credit = await yearly('credit-note')
  await office.done(p.approveBill, { id: credit }, elin)
  await office.done(p.spreadBill, { id: credit }, elin)
  assert.equal(await balanceOf('1790', '2026-11-30'), held)
  await office.done(p.takeBackApproval, { id: credit }, elin)
  await office.done(p.takeBackApproval, { id }, elin)
  assert.deepEqual((await bill(id)).spread, [])
  assert.equal(await balanceOf('1790', '2026-11-30'), held)
  await office.done(p.approveBill, { id }, elin)
  assert.equal((await bill(id)).toSpread.length, 1)
  const visitor = await office.dispatch(p.spreadBill, { id }, it.visitor)
  assert.equal(refusalOf(visitor), 'record-not-found')
})

test('months of a time: whole ones, halves counted up, whatever day it begins', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  assert.equal(monthsIn(day('2026-11-15'), day('2027-11-14')), 12)
  assert.equal(monthsIn(day('2026-11-01'), day('2026-11-30')), 1)
  assert.equal(monthsIn(day('2026-11-01'), day('2027-01-10')), 2)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 60 }), (ahead, months) => {
      const from = day('2024-01-01').add({ days: ahead })
      const until = from.add({ months }).subtract({ days: 1 })
      // the last days of a month are cut where the month after is shorter
      assert.ok(Math.abs(monthsIn(from, until) - months) <= (from.day > 28 ? 1 : 0))
    }),
  )
})

test('Multibanco is read as it is printed, and held against the sum', () => {
  const reference = multibancoOf('21098', '1234567', 12_500n)
  const printed = reference.replace(/(\d{3})(?=\d)/g, '$1 ')
  for (const written of [`21098${reference}`, `21098 ${printed}`, `Entidade: 21098 Referência: ${printed}`])
    assert.equal(multibancoFrom(written), `21098${reference}`, written)
  for (const written of ['123456789', '2026-1234', 'RF18539007547034', 'FT 2026/123'])
    assert.equal(multibancoFrom(written), null, written)
  assert.deepEqual(referenceFrom(`21098 ${printed}`, null, 'PT'), { scheme: 'multibanco', value: `21098${reference}` })
  assert.equal(referenceFrom(`21098 ${printed}`, null, 'SE').scheme === 'multibanco', false)
})

test('what goes out begins with what the bank accounts hold, and says on which day it is not enough', async () => {
  const { office, elin, organisationId } = it
  const ahead = async (as = elin) => {
    const seen = await office.query(p.cashAhead, { days: 60 }, as)
    return seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
  }
  assert.deepEqual([(await ahead()).balance, (await ahead()).shortOn], [null, null])
  const { rows } = await office.superuser.query(
    `with r as (insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at)
        values ($1, gen_random_uuid(), 'bank-account', 'Bank', 2, now(), now()), ($1, gen_random_uuid(), 'bank-statement', 'File', 2, now(), now()) returning id, kind),
      a as (insert into banking.account (organisation_id, id, scheme, number, currency, file_version, holder, country)
        select $1, id, 'account', '12345', 'SEK', '09', 'Office', 'SE' from r where kind = 'bank-account' returning id),
      s as (insert into banking.statement (organisation_id, id, file_id, digest, file_name, state, format, taken_on)
        select $1, id, id, '', 'x', 'read', 'csv', '2026-11-20' from r where kind = 'bank-statement' returning id)
      insert into banking.statement_part (organisation_id, statement_id, position, account_id, kind, currency, closing_on, closing_minor, line_count, new_count)
        select $1, s.id, 1, a.id, 'statement', 'SEK', '2026-11-20', 100000, 0, 0 from a, s returning account_id`,
    [organisationId],
  )
  assert.equal(rows.length, 1)
  const told = await ahead()
  assert.deepEqual([told.balance?.amount.amount, told.balance?.on], ['1000.00', '2026-11-20'])
  const sums = told.rows.map(row => [row.sum.amount, row.left?.amount])
  for (const [sum, left] of sums) assert.equal((1000 - Number(sum)).toFixed(2), left)
  assert.equal(told.shortOn, told.rows.find(row => row.left?.amount.startsWith('-'))?.on ?? null)
  assert.ok(told.shortOn)
  const low = await it.colleague('No secrets', { clearance: 1 })
  assert.equal((await ahead(low)).balance, null)
})
