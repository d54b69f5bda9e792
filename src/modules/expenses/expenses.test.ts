import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { Command } from '../../kernel/declare.ts'
import { listTasks } from '../work/contract.ts'
import * as x from './contract.ts'
import { expenseRoutes } from './doors.ts'
import { type ExpensesOffice, expensesOffice, insertRecord, refusalOf } from './testing.ts'
import { reportsMoved } from './reactions/follow.ts'

let it: ExpensesOffice
before(async () => {
  it = await expensesOffice()
  it.goTo('2026-11-24')
})
after(() => it.office.close())

const sek = (amount: string) => ({ amount, currency: 'SEK' })
const trip = { leftOn: '2026-11-16', leftTime: '07:30', backOn: '2026-11-17', backTime: '20:00', country: 'SE' }

async function see(id: string, who = it.elin) {
  const answer = await it.office.query(x.getReport, { id }, who)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const open = async (id: string) => {
  const answer = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.filter(task => task.state === 'open').map(task => task.title)
}
const payloadOf = async (name: string) => {
  const { rows } = await it.office.superuser.query(
    `select e->'payload' as payload from kernel.journal_body j,
       jsonb_array_elements(convert_from(j.body, 'utf8')::jsonb->'events') e
     where e->>'name' = $1 order by j.seq desc limit 1`,
    [name],
  )
  return (rows[0] as { payload: Record<string, never> }).payload as Record<string, any>
}
const paper = () => insertRecord(it.office, it.organisationId, 'document', 'Receipt.jpg')

const lunch = async (id: string, over: object = {}) =>
  it.office.done(
    x.addExpense,
    {
      id,
      category: 'meals',
      on: '2026-11-16',
      text: 'Bistro Viken',
      total: sek('112.00'),
      vat: sek('12.00'),
      documentId: await paper(),
      ...over,
    } as never,
    it.elin,
  )

test('a journey from its first receipt to its payment, and every step back', async () => {
  const { office, elin, karin, system } = it
  const { id } = await office.done(x.createReport, { purpose: 'Borås', ...trip, advance: sek('100.00') }, elin)
  assert.equal(refusalOf(await office.dispatch(x.handIn, { id }, elin)), 'report-empty')
  await lunch(id)
  await office.done(x.addMileage, { id, on: '2026-11-16', text: 'There', distance: '64.2', vehicle: 'own-car' }, elin)
  const days = await office.done(x.addAllowance, { id }, elin)
  assert.equal(days.count, 2)
  assert.equal(refusalOf(await office.dispatch(x.addAllowance, { id }, elin)), 'trip-missing', 'not twice')
  const perDiem = (await see(id)).lines.find(one => one.sort === 'per-diem')!
  const meal = await office.dispatch(x.changeExpense, { id, lineId: perDiem.id, dinner: true }, elin)
  assert.ok(meal.status === 'done')
  assert.equal((await see(id)).lines.find(one => one.id === perDiem.id)!.total.amount, '195.00')
  await office.done(x.changeExpense, meal.undo!.input as never, elin)
  const whole = await see(id)
  assert.deepEqual([whole.total.amount, whole.owed.amount, whole.doubts], ['872.50', '772.50', []])

  const handed = await office.dispatch(x.handIn, { id }, elin)
  assert.ok(handed.status === 'done' && handed.output.doubts === 0)
  assert.deepEqual(await open(id), ['Verify expense report E1: Borås'])
  assert.equal(refusalOf(await office.dispatch(x.verifyReport, { id }, elin)), 'report-own')
  assert.equal(
    refusalOf(
      await office.dispatch(x.addMileage, { id, on: '2026-11-16', text: 'x', distance: '1', vehicle: 'own-car' }, elin),
    ),
    'report-not-so-far',
  )
  await office.done(x.returnReport, { id, reason: 'Which road?' }, karin)
  assert.deepEqual(await open(id), ['Correct expense report E1: Borås'])
  assert.equal((await see(id)).returnedReason, 'Which road?')
  await office.done(x.handIn, { id }, elin)
  const verified = await office.dispatch(x.verifyReport, { id }, karin)
  assert.ok(verified.status === 'done')
  await office.done(x.unverifyReport, verified.undo!.input as never, karin)
  await office.done(x.verifyReport, { id }, karin)
  assert.deepEqual(await open(id), ['Approve expense report E1: Borås'])
  const own = await office.dispatch(x.approveReport, { id }, elin)
  assert.equal(own.status, 'asked', 'four eyes')
  const approved = await office.dispatch(x.approveReport, { id }, karin)
  assert.ok(approved.status === 'done', JSON.stringify(approved))
  const { book, items } = await payloadOf('expenses.report-approved')
  const sum = book[0].lines.reduce(
    (all: number, line: { amount: { amount: string }; vat?: { amount: string } }) =>
      all + Number(line.amount.amount) * 100 + Number(line.vat?.amount ?? 0) * 100,
    0,
  )
  assert.equal(Math.round(sum), 0, 'the entry balances')
  assert.deepEqual(
    items.map((item: any) => [item.side, item.amount.amount, item.method, item.partyName, item.payTo]),
    [['payable', '772.50', 'transfer', 'Elin Bergqvist', null]],
  )
  const account = await office.done(x.setPayAccount, { scheme: 'iban', number: 'SE35 5000 0000 0549 1000 0003' }, elin)
  assert.ok(account.id)
  assert.equal(
    (await payloadOf('expenses.pay-account-set'))['itemsChanged'][0].payTo.number,
    'SE3550000000054910000003',
  )
  assert.equal((await see(id)).account, '… 0003')
  const [moved] = reportsMoved({
    name: 'ledger.items-moved',
    payload: {
      items: [
        { key: items[0].key, state: 'settled' },
        { key: 'bill:1', state: 'settled' },
      ],
    },
    records: [],
    command: 'ledger.x',
  })
  await office.done(x.noteItemsMoved, moved as never, system)
  assert.equal((await see(id)).record.state, 'paid')
  assert.equal(refusalOf(await office.dispatch(x.unapproveReport, { id }, karin)), 'report-being-paid')
  await office.done(x.noteItemsMoved, { items: [{ id, paid: false }] }, system)
  await office.done(x.unapproveReport, { id }, karin)
  const back = await payloadOf('expenses.report-unapproved')
  assert.deepEqual([back['bookReversed'][0].key, back['itemsWithdrawn'][0].key], [items[0].key, items[0].key])
  await office.done(x.approveReport, { id }, karin)
  assert.notEqual((await payloadOf('expenses.report-approved'))['items'][0].key, items[0].key, 'a new entry')
})

test('the same receipt in two reports is doubtful for who verifies, and accepted only knowingly', async () => {
  const { office, elin, karin } = it
  const documentId = await paper()
  const first = await office.done(x.createReport, { purpose: 'First' }, elin)
  await lunch(first.id, { documentId })
  const second = await office.done(x.createReport, { purpose: 'Second' }, karin)
  await office.done(
    x.addExpense,
    { id: second.id, category: 'meals', on: '2026-11-18', text: 'Lunch', total: sek('112.00'), documentId },
    karin,
  )
  const { doubts } = await office.done(x.handIn, { id: second.id }, karin)
  assert.equal(doubts, 1)
  const [doubt] = (await see(second.id)).doubts
  assert.deepEqual([doubt!.code, doubt!.other?.id], ['same-receipt', first.id])
  assert.equal(refusalOf(await office.dispatch(x.verifyReport, { id: second.id }, elin)), 'report-doubtful')
  await office.done(x.verifyReport, { id: second.id, anyway: true }, elin)
  const list = await office.query(x.listReports, { box: 'to-approve' }, elin)
  assert.ok(list.status === 'done' && list.output.rows.some(row => row.id === second.id && row.doubts === 1))
})

test('cards, other currencies and advances: who owes whom', async () => {
  const { office, elin, karin } = it
  const { id } = await office.done(x.createReport, { purpose: 'Fair', advance: sek('500.00') }, elin)
  const { lineId } = await lunch(id, { total: { amount: '20.00', currency: 'EUR' }, vat: null })
  assert.equal(refusalOf(await office.dispatch(x.handIn, { id }, elin)), 'expense-rate-missing')
  await office.done(x.changeExpense, { id, lineId, rate: '11.50' }, elin)
  await lunch(id, { paidBy: 'company', text: 'Hotel', category: 'lodging', total: sek('1200.00'), vat: null })
  await office.done(x.handIn, { id }, elin)
  await office.done(x.verifyReport, { id, anyway: true }, karin)
  await office.done(x.approveReport, { id }, karin)
  const { items } = await payloadOf('expenses.report-approved')
  assert.deepEqual(
    items.map((item: any) => [item.side, item.amount.amount, item.method]),
    [
      ['receivable', '270.00', 'none'],
      ['payable', '1200.00', 'card'],
    ],
  )
})

test('a receipt goes into the draft at hand, and what is read on it is proposed', async () => {
  const { office, karin } = it
  const { id, lineId } = await office.done(x.takeReceipt, { documentId: await paper() }, karin)
  const detail = await see(id, karin)
  assert.deepEqual(
    [detail.record.title, detail.lines[0]!.id, detail.lines[0]!.proposed],
    ['Receipts 2026-11-24', lineId, true],
  )
  const more = await office.dispatch(x.takeReceipt, { documentId: await paper(), id }, karin)
  assert.ok(more.status === 'done')
  await office.done(x.removeExpenses, more.undo!.input as never, karin)
  assert.equal((await see(id, karin)).lines.length, 1)
})

test('rules hold from their day; rates that nobody knows are asked for', async () => {
  const { office, elin } = it
  const { id } = await office.done(x.createReport, { purpose: 'Berlin', ...trip, country: 'DE' }, elin)
  assert.equal(refusalOf(await office.dispatch(x.addAllowance, { id }, elin)), 'allowance-not-set')
  await office.done(x.setRate, { rateOf: 'per-diem', country: 'DE', fromOn: '2026-01-01', perUnit: '750' }, elin)
  await office.done(x.addAllowance, { id }, elin)
  assert.equal((await see(id)).total.amount, '1500.00')
  await office.done(
    x.setCategory,
    { category: 'books', fromOn: '2026-11-17', limit: sek('100.00'), account: '6970' },
    elin,
  )
  const policy = await office.query(x.getPolicy, {}, elin)
  assert.ok(policy.status === 'done')
  assert.equal(policy.output.categories.find(one => one.category === 'books')!.limit?.amount, '100.00')
  assert.equal(policy.output.rates.find(one => one.rateOf === 'own-car')!.perUnit.amount, '2.50')
  await lunch(id, { category: 'books', on: '2026-11-16', total: sek('200.00'), vat: null, text: 'Atlas' })
  assert.deepEqual((await see(id)).doubts, [], 'before the rule')
  await lunch(id, { category: 'books', on: '2026-11-17', total: sek('200.00'), vat: null, text: 'Map' })
  assert.deepEqual(
    (await see(id)).doubts.map(doubt => doubt.code),
    ['above-limit'],
  )
  const wrong = { fromOn: '2026-01-01', receiptAbove: { amount: '1.00', currency: 'EUR' }, handInDays: 30 }
  const flags = { weekends: true, alcohol: false, fourEyes: true }
  assert.equal(refusalOf(await office.dispatch(x.setPolicy, { ...wrong, ...flags }, elin)), 'office-currency-only')
  assert.equal(
    refusalOf(
      await office.dispatch(x.setPayAccount, { scheme: 'iban', number: 'SE36 5000 0000 0549 1000 0003' }, elin),
    ),
    'pay-account-unfit',
  )
})

test('what is refused is refused; strangers find nothing; dry runs and second keys do nothing more', async () => {
  const { office, elin, visitor, organisationId } = it
  const { id } = await office.done(x.createReport, { purpose: 'Mine', ...trip }, elin)
  assert.equal(
    refusalOf(await office.dispatch(x.changeReport, { id, backOn: '2026-11-15' }, elin)),
    'report-days-reversed',
  )
  assert.equal(
    refusalOf(
      await office.dispatch(
        x.addExpense,
        { id, category: 'meals', on: '2026-11-16', text: 'x', total: sek('1.00'), vat: sek('2.00') },
        elin,
      ),
    ),
    'expense-vat-too-high',
  )
  const nothing = '019aa000-0000-7000-8000-00000000ffff'
  assert.equal(refusalOf(await office.dispatch(x.removeExpenses, { id, lineIds: [nothing] }, elin)), 'expense-unknown')
  const changed = await office.dispatch(x.changeReport, { id, purpose: 'Yours', advance: sek('10.00') }, elin)
  assert.ok(changed.status === 'done')
  await office.done(x.changeReport, changed.undo!.input as never, elin)
  const was = await see(id)
  assert.deepEqual([was.record.title, was.advance.amount], ['Mine', '0.00'])
  const gone = await office.dispatch(x.withdrawReport, { id }, elin)
  assert.ok(gone.status === 'done')
  await office.done(x.restoreReport, gone.undo!.input as never, elin)
  const facts = { id, on: '2026-11-16', text: 'There', distance: '10', vehicle: 'own-car' } as const
  const dry = await office.dispatch(x.addMileage, facts, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && (await see(id)).lines.length === 0)
  for (let n = 0; n < 2; n++) await office.dispatch(x.addMileage, facts, elin, { key: 'km' })
  assert.equal((await see(id)).lines.length, 1)
  const small = office.principal(organisationId, {
    permissions: new Map([['expenses.create-report', { minor: 1n, currency: 'SEK' }]]),
  })
  assert.equal((await office.dispatch(x.createReport, { purpose: 'x', advance: sek('2.00') }, small)).status, 'asked')
  assert.equal(
    refusalOf(await office.dispatch(x.createReport, { purpose: 'x', personId: elin.id }, small)),
    'only-own-reports',
  )
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [x.changeReport, { id, purpose: 'x' }],
    [x.addMileage, facts],
    [x.addAllowance, { id }],
    [x.handIn, { id }],
    [x.takeBack, { id }],
    [x.verifyReport, { id }],
    [x.returnReport, { id, reason: 'x' }],
    [x.approveReport, { id }],
    [x.withdrawReport, { id }],
  ]
  for (const [command, input] of acts)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
})

test('a line in another currency takes the ledger’s rate of its day; what was written stays', async () => {
  const { office, elin, system, organisationId } = it
  const rate = (on: string, value: string) =>
    office.superuser.query(
      'insert into ledger.rate (organisation_id, currency, rate_on, rate) values ($1, $2, $3, $4)',
      [organisationId, 'EUR', on, value],
    )
  await rate('2026-11-13', '11.20')
  const { id } = await office.done(x.createReport, { purpose: 'Bonn' }, elin)
  const eur = { total: { amount: '100.00', currency: 'EUR' }, vat: null, documentId: undefined }
  await lunch(id, { ...eur, text: 'Friday’s rate' })
  await lunch(id, { ...eur, text: 'Written', rate: '11.5' })
  await lunch(id, { ...eur, text: 'Unknown', on: '2026-10-01' })
  const lines = async () =>
    Object.fromEntries(
      (await see(id)).lines.map(line => [line.text, [line.inOffice?.amount ?? null, line.rate, line.rateOn]]),
    )
  assert.deepEqual(await lines(), {
    Unknown: [null, null, null],
    'Friday’s rate': ['1120.00', '11.2', '2026-11-13'],
    Written: ['1150.00', '11.5', null],
  })
  assert.equal(refusalOf(await office.dispatch(x.handIn, { id }, elin)), 'expense-rate-missing')
  await rate('2026-09-30', '11.00')
  assert.deepEqual(await office.done(x.takeRates, {}, system), { taken: 1 })
  const read = await lines()
  assert.deepEqual(read['Unknown'], ['1100.00', '11', '2026-09-30'])
  // another day, another rate; and back
  const lineId = (await see(id)).lines.find(line => line.text === 'Friday’s rate')!.id
  const moved = await office.dispatch(x.changeExpense, { id, lineId, on: '2026-10-02' }, elin)
  assert.deepEqual((await lines())['Friday’s rate'], ['1100.00', '11', '2026-09-30'])
  assert.ok(moved.status === 'done' && moved.undo)
  await office.done(x.changeExpense, moved.undo.input as never, elin)
  assert.deepEqual(await lines(), read)
})

test('one file: lines, sums, and each receipt on pages of its own', async () => {
  const { office, elin, visitor, organisationId } = it
  const { id } = await office.done(x.createReport, { purpose: 'Växjö', ...trip }, elin)
  await lunch(id)
  const picture = await sharp({ create: { width: 60, height: 90, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const [route] = expenseRoutes(async () => [picture, picture])
  const asked = (who: { id: string }) => ({
    params: { id },
    query: {},
    caller: { organisationId, principalId: who.id, mandateId: null },
    requestId: 'pdf',
  })
  const pages = (body: unknown) =>
    (
      Buffer.from(body as Uint8Array)
        .toString('latin1')
        .match(/\/Type \/Page\b/g) ?? []
    ).length
  for (const language of ['en', 'sv', 'nb', 'nl', 'ro', 'pt']) {
    const { headers, body } = await route!.answer(office.kernel, { ...asked(elin), language })
    assert.deepEqual([headers['content-type'], pages(body)], ['application/pdf', 3])
  }
  assert.equal((await route!.answer(office.kernel, asked(visitor))).status, 404)
})
