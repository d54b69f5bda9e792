import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { ibanOf } from '../../formats/references/international.ts'
import { multibancoOf } from '../../formats/references/portugal.ts'
import { getAccount, setRate } from '../ledger/contract.ts'
import * as c from './contract.ts'
import { sharedOut, worthOfItems } from './exchange.ts'
import { type BankOffice, bankOffice, camt, refusalOf } from './testing.ts'

let it: BankOffice
before(async () => {
  it = await bankOffice()
  it.goTo('2026-11-23')
})
after(() => it.office.close())

async function run(id: string) {
  const answer = await it.office.query(c.getRun, { id }, it.elin)
  return answer.status === 'done' ? answer.output : assert.fail(JSON.stringify(answer))
}
const toMatch = async (accountId = it.accountId) => {
  const answer = await it.office.query(c.listToMatch, { accountId }, it.elin)
  return answer.status === 'done' ? answer.output.rows : assert.fail(JSON.stringify(answer))
}
const accept = (row: Awaited<ReturnType<typeof toMatch>>[number]) => ({
  lineId: row.id,
  parts: row.proposals[0]!.parts.map(({ title: _t, number: _n, dueOn: _d, remaining: _r, ...part }) => part),
})
async function handedOut(itemIds: string[], more: object): Promise<string> {
  const { office, elin, accountId } = it
  const { id } = await office.done(c.proposeRun, { accountId, itemIds, ...more }, elin)
  await office.done(c.approveRun, { id }, elin)
  await office.runJobs()
  const handed = await office.dispatch(c.handOutRun, { id }, elin)
  assert.ok(handed.status === 'done', JSON.stringify([handed, (await run(id)).problems]))
  return id
}

/** Suppliers, bank, customers, gain and loss (BAS). */
const balances = async () => {
  const all = []
  for (const number of ['2440', '1930', '1510', '3960', '7960']) all.push(Number(await it.balance(number)) / 100)
  return all
}

test('bills in euro are paid from an account in kronor: instructed in euro, shown in kronor, the difference posted', async () => {
  const { office, elin, accountId } = it
  const plain = await it.owe({ name: 'Köln Papier GmbH', number: 'K1', amount: '100.00', currency: 'EUR' })
  const cut = await it.owe({
    name: 'Bonn Kabel GmbH',
    number: 'K2',
    amount: '50.00',
    currency: 'EUR',
    discount: { on: '2026-11-27', amount: '1.00' },
  })
  const krona = await it.owe({ name: 'Svensk AB', number: 'S1', amount: '10.00' })
  const preview = async (more: object) => {
    const seen = await office.query(c.previewRun, { accountId, until: '2026-12-31', ...more }, elin)
    return seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
  }
  const own = await preview({})
  assert.deepEqual([own.currency, own.currencies, own.payments.length], ['SEK', ['SEK', 'EUR'], 1])
  assert.deepEqual(
    own.leftOut.map(one => one.reason),
    ['currency', 'currency'],
  )
  const euro = await preview({ currency: 'EUR' })
  assert.deepEqual([euro.amount, euro.payments.length], [{ amount: '149.00', currency: 'EUR' }, 2])
  assert.deepEqual(
    euro.leftOut.map(one => [one.partyName, one.reason]),
    [['Svensk AB', 'currency']],
  )
  const before_ = await balances()
  await office.done(c.changeSettings, { bookAtHandOut: true }, elin)
  const id = await handedOut([plain.itemId, cut.itemId], { currency: 'EUR' })
  await office.done(c.changeSettings, { bookAtHandOut: false }, elin)
  assert.deepEqual(await balances(), before_, 'what it takes is known when the bank has shown it')
  const { file, payments, amount } = await run(id)
  assert.deepEqual(amount, { amount: '149.00', currency: 'EUR' })
  const written = await office.superuser.query('select file_digest from banking.run where id = $1', [id])
  const xml = (
    await office.kernel.files.bytes(it.organisationId, (written.rows[0] as { file_digest: Buffer }).file_digest)
  ).toString()
  assert.ok(file && xml.includes('<InstdAmt Ccy="EUR">100.00</InstdAmt>') && xml.includes('<Ccy>SEK</Ccy>'))
  const [first, second] = [plain, cut].map(one => payments.find(p => p.items[0]!.itemId === one.itemId)!)
  const names = await office.superuser.query('select id, end_to_end_id from banking.payment where run_id = $1', [id])
  const nameOf = (payment: { id: string }) =>
    (names.rows as { id: string; end_to_end_id: string }[]).find(row => row.id === payment.id)!.end_to_end_id
  await it.takeFile(
    camt(
      [
        {
          on: '2026-11-27',
          amount: '-1140.00',
          endToEndId: nameOf(first!),
          original: { amount: '100.00', currency: 'EUR', rate: '11.4' },
        },
        {
          on: '2026-11-27',
          amount: '-588.00',
          name: 'Bonn Kabel GmbH',
          original: { amount: '49.00', currency: 'EUR', rate: '12' },
        },
      ],
      { id: 'EUR1' },
    ),
    'eur.xml',
  )
  const rows = await toMatch()
  assert.deepEqual(
    rows.map(row => [row.amount.amount, row.proposals[0]?.parts[0]?.paymentId, row.proposals[0]?.sure]),
    [
      ['-1140.00', first!.id, true],
      ['-588.00', second!.id, true],
    ],
  )
  const matched = await office.dispatch(c.matchLines, { id: accountId, lines: rows.map(accept) }, elin)
  assert.ok(matched.status === 'done', JSON.stringify(matched))
  const [suppliers, bank, , gain, loss] = await balances()
  // 150.00 stood for 1725.00; the discount of 1.00 is worth 12.00
  assert.deepEqual(
    [suppliers! - before_[0]!, bank! - before_[1]!, gain! - before_[3]!, loss! - before_[4]!].map(one =>
      one.toFixed(2),
    ),
    ['1725.00', '-1728.00', '-10.00', '25.00'],
  )
  assert.deepEqual(
    [await it.left(plain.itemId), await it.left(cut.itemId), (await run(id)).record.state],
    [0n, 0n, 'settled'],
  )
  await office.done(c.unmatchLines, matched.undo!.input as never, elin)
  assert.deepEqual(await balances(), before_)
  assert.deepEqual([await it.left(plain.itemId), (await run(id)).record.state], [10_000n, 'handed-out'])
  // said by hand first, at the rate of the day; the line then shows what it took
  assert.equal(
    refusalOf(await office.dispatch(c.confirmRun, { id, paidOn: '2026-11-27', reason: 'Seen' }, elin)),
    'rate-not-known',
  )
  await office.done(setRate, { currency: 'EUR', on: '2026-11-25', rate: '11.50' }, elin)
  await office.done(c.confirmRun, { id, paidOn: '2026-11-27', reason: 'Seen' }, elin)
  assert.equal(((await balances())[1]! - before_[1]!).toFixed(2), '-1713.50')
  const shown = (await toMatch()).map(row => ({
    lineId: row.id,
    parts: [{ paymentId: row.amount.amount === '-1140.00' ? first!.id : second!.id, amount: row.amount }],
  }))
  await office.done(c.matchLines, { id: accountId, lines: shown }, elin)
  assert.equal(((await balances())[1]! - before_[1]!).toFixed(2), '-1728.00')
  assert.equal(await it.left(krona.itemId), 1000n)
})

test('a customer pays euro in kronor, and part of it: proposed by its number, settled in its own currency', async () => {
  const { office, elin, accountId } = it
  const invoice = await it.owe({
    name: 'Wien Design',
    number: 'F2026-77',
    amount: '200.00',
    currency: 'EUR',
    side: 'receivable',
  })
  const before_ = await balances()
  await it.takeFile(
    camt([{ on: '2026-11-27', amount: '2290.00', name: 'Wien Design', text: 'F2026-77' }], { id: 'EUR2' }),
    'eur2.xml',
  )
  const [row] = await toMatch()
  const part = row!.proposals[0]!.parts[0]!
  assert.deepEqual(
    [part.itemId, part.settles, row!.proposals[0]!.sure],
    [invoice.itemId, { amount: '200.00', currency: 'EUR' }, false],
  )
  const wrong = [
    {
      lineId: row!.id,
      parts: [{ itemId: invoice.itemId, amount: row!.amount, settles: { amount: '200.00', currency: 'NOK' } }],
    },
  ]
  assert.equal(
    refusalOf(await office.dispatch(c.matchLines, { id: accountId, lines: wrong }, elin)),
    'line-currency-other',
  )
  const half = [
    {
      lineId: row!.id,
      parts: [{ itemId: invoice.itemId, amount: row!.amount, settles: { amount: '150.00', currency: 'EUR' } }],
    },
  ]
  const partly = await office.dispatch(c.matchLines, { id: accountId, lines: half }, elin)
  assert.ok(partly.status === 'done', JSON.stringify(partly))
  assert.equal(await it.left(invoice.itemId), 5_000n)
  await office.done(c.unmatchLines, partly.undo!.input as never, elin)
  await office.done(c.matchLines, { id: accountId, lines: [accept(row!)] }, elin)
  const [, bank, customers, gain, loss] = await balances()
  assert.deepEqual(
    [bank! - before_[1]!, customers! - before_[2]!, gain! - before_[3]!, loss! - before_[4]!].map(one =>
      one.toFixed(2),
    ),
    ['2290.00', '-2300.00', '0.00', '10.00'],
  )
})

test('a bill in kronor paid from an account in euro', async () => {
  const { office, elin } = it
  const account = { name: 'Euro account', scheme: 'iban' as const, number: 'DE89370400440532013000', currency: 'EUR' }
  const { id: accountId } = await office.done(c.addAccount, { ...account, country: 'SE', town: 'Göteborg' }, elin)
  const bill = await it.owe({ name: 'Lokal AB', number: 'L9', amount: '1150.00' })
  await it.takeFile(
    camt([{ on: '2026-11-27', amount: '-101.00', name: 'Lokal AB', text: 'L9' }], {
      id: 'EUR3',
      iban: account.number,
      currency: 'EUR',
    }),
    'eur3.xml',
  )
  const [row] = await toMatch(accountId)
  const before_ = await balances()
  const done = await office.dispatch(c.matchLines, { id: accountId, lines: [accept(row!)] }, elin)
  assert.ok(done.status === 'done', JSON.stringify(done))
  const after_ = await balances()
  assert.deepEqual([await it.left(bill.itemId), after_[0]! - before_[0]!, after_[1]! - before_[1]!], [0n, 1150, -1150])
})

test('an account of the ledger that stands for money in another currency alone is kept in it', async () => {
  const { office, elin } = it
  const keptIn = async (number: string) => {
    const seen = await office.query(getAccount, { number }, elin)
    return seen.status === 'done' ? seen.output.account.currency : assert.fail(JSON.stringify(seen))
  }
  const dollars = {
    name: 'Dollars',
    scheme: 'iban' as const,
    number: ibanOf('SE', `500${'1'.padStart(17, '0')}`),
    currency: 'USD',
  }
  const { id } = await office.done(c.addAccount, { ...dollars, ledgerAccount: '1950' }, elin)
  assert.deepEqual([await keptIn('1950'), await keptIn('1930')], ['USD', null])
  const kronor = {
    name: 'Kronor',
    scheme: 'iban' as const,
    number: ibanOf('SE', `500${'2'.padStart(17, '0')}`),
    ledgerAccount: '1940',
  }
  await office.done(c.addAccount, kronor, elin)
  await office.done(c.changeAccount, { id, ledgerAccount: '1940' }, elin)
  assert.equal(await keptIn('1940'), null, 'money in kronor stands on it too')
})

test('Multibanco is left out of files and stands in a run by hand under its entity', async () => {
  const { office, elin, accountId } = it
  const { itemId } = await it.owe({ name: 'EDP', number: 'PT1', amount: '62.50' })
  const reference = `21098${multibancoOf('21098', '1234567', 6_250n)}`
  await office.superuser.query(
    `update ledger.item set method = 'multibanco', pay_to = null, reference_scheme = 'multibanco', reference = $2 where id = $1`,
    [itemId, reference],
  )
  const seen = await office.query(c.previewRun, { accountId, until: '2026-12-31' }, elin)
  assert.ok(seen.status === 'done')
  assert.equal(seen.output.leftOut.find(one => one.itemId === itemId)?.reason, 'by-hand-only')
  assert.equal(refusalOf(await office.dispatch(c.proposeRun, { accountId, itemIds: [itemId] }, elin)), 'item-unpayable')
  const { id } = await office.done(c.proposeRun, { accountId, itemIds: [itemId], method: 'hand' }, elin)
  await office.done(c.approveRun, { id }, elin)
  const [payment] = (await run(id)).payments
  assert.deepEqual([payment!.payTo.number, payment!.reference], ['21098', { scheme: 'multibanco', value: reference }])
  await office.done(c.tickPayment, { id, paymentId: payment!.id }, elin)
  assert.equal((await run(id)).record.state, 'handed-out')
})

test('a sum is shared out whole, whatever the parts', () => {
  const parts = fc.array(fc.bigInt(-1_000_000n, 1_000_000n), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.bigInt(-10_000_000n, 10_000_000n), parts, (sum, each) => {
      assert.equal(
        sharedOut(sum, each).reduce((all, one) => all + one, 0n),
        sum,
      )
    }),
  )
  assert.deepEqual(worthOfItems([{ amount_minor: 5_000n, discount_minor: 100n }], 58_800n), [
    { paid: 58_800n, discount: 1_200n },
  ])
})
