import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { getEntry, listEntries, listItems, lockPeriods, setUpBooks } from '../ledger/contract.ts'
import { ledger } from '../ledger/index.ts'
import { listTasks } from '../work/contract.ts'
import { newId } from '../../kernel/ids.ts'
import * as p from './contract.ts'
import { billPublic } from './doors.public.ts'
import { type PayablesOffice, payablesOffice, refusalOf } from './testing.ts'

let it: PayablesOffice
before(async () => {
  it = await payablesOffice(ledger)
  it.goTo('2026-11-24')
  await it.office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, it.elin)
})
after(() => it.office.close())

const sek = (amount: string) => ({ amount, currency: 'SEK' })

async function see(id: string) {
  const answer = await it.office.query(p.getBill, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

async function itemOf(id: string) {
  const answer = await it.office.query(listItems, { limit: 500 }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows.find(item => item.record?.id === id)
}

const bill = (number: string, facts: object = {}) => ({
  supplierName: 'Lindholms Papper AB',
  number,
  total: sek('1250.00'),
  vat: sek('250.00'),
  issuedOn: '2026-11-03',
  dueOn: '2026-12-03',
  account: '5128-4412',
  ...facts,
})
const line = { text: 'Paper', net: sek('1000.00'), vat: sek('250.00'), account: '6110' }

test('entered, coded, approved: posted with its tax, owed once, paid by card, and every step taken back', async () => {
  const { office, elin } = it
  const { id } = await office.done(p.enterBill, bill('4711'), elin)
  const proposed = await see(id)
  assert.deepEqual(
    proposed.lines.map(one => [one.account, one.net.amount, one.vat.amount, one.vatCode !== null]),
    [['6110', '1000.00', '250.00', true]],
    'the word paper in its name says what it is for',
  )
  assert.equal(refusalOf(await office.dispatch(p.approveBill, { id }, elin)), 'bill-not-so-far')
  assert.equal(
    refusalOf(await office.dispatch(p.codeBill, { id, lines: [{ ...line, net: sek('900.00') }] }, elin)),
    'bill-lines-differ',
  )
  const coded = await office.dispatch(p.codeBill, { id }, elin)
  assert.ok(coded.status === 'done')
  await office.done(p.takeBackCoding, coded.undo!.input as never, elin)
  const vatCode = proposed.lines[0]!.vatCode!
  await office.done(p.codeBill, { id, lines: [{ ...line, vatCode }] }, elin)
  assert.equal(await itemOf(id), undefined, 'nothing is owed before it is approved')
  const approved = await office.dispatch(p.approveBill, { id }, elin)
  assert.ok(approved.status === 'done', JSON.stringify(approved))
  const item = await itemOf(id)
  assert.deepEqual([item?.remaining.amount, item?.ready], ['1250.00', true])
  const { rows } = await entries()
  const entry = await office.query(getEntry, { id: rows[0]!.id }, elin)
  assert.ok(entry.status === 'done')
  assert.deepEqual(
    entry.output.postings.map(one => [one.account, one.amount.amount]).toSorted(([a], [b]) => a!.localeCompare(b!)),
    [
      ['2440', '-1250.00'],
      ['2641', '250.00'],
      ['6110', '1000.00'],
    ],
  )
  await office.done(p.takeBackApproval, approved.undo!.input as never, elin)
  assert.equal((await itemOf(id))?.state ?? 'withdrawn', 'withdrawn')
  await office.done(p.approveBill, { id }, elin)
  assert.equal((await entries()).total, 3, 'booked, reversed, booked anew')
  const paid = await office.dispatch(p.markPaid, { id, how: 'card', on: '2026-11-20', amount: sek('250.00') }, elin)
  assert.ok(paid.status === 'done', JSON.stringify(paid))
  assert.deepEqual([(await see(id)).record.state, (await see(id)).remaining.amount], ['part-paid', '1000.00'])
  assert.equal(refusalOf(await office.dispatch(p.withdrawBill, { id, reason: 'x' }, elin)), 'bill-has-payments')
  assert.equal(refusalOf(await office.dispatch(p.takeBackApproval, { id }, elin)), 'bill-has-payments')
  await office.done(p.takeBackPayment, paid.undo!.input as never, elin)
  assert.equal((await see(id)).record.state, 'approved')
  await office.done(p.markPaid, { id, how: 'bank', on: '2026-11-21' }, elin)
  const over = await see(id)
  assert.deepEqual([over.record.state, over.paidOn, over.spoken.key], ['paid', '2026-11-21', 'spoken.paid'])
  assert.equal(
    refusalOf(await office.dispatch(p.markPaid, { id, how: 'cash', on: '2026-11-21' }, elin)),
    'bill-not-so-far',
    'never twice',
  )
})

async function entries() {
  const answer = await it.office.query(listEntries, { text: '4711' }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output
}

test('what the books would refuse later is said when the bill is coded: the code of the tax, the account', async () => {
  const { office, elin } = it
  const supplierId = await it.supplier('Kopenhagen Kontor ApS')
  const { id } = await office.done(p.enterBill, bill('RC-1', { supplierId }), elin)
  const dispatch = (change: object) =>
    office.dispatch(p.codeBill, { id, lines: [{ ...line, account: '6110', ...change }] }, elin)
  const refused = await dispatch({ vatCode: 'IEUT' })
  assert.ok(refused.status === 'refused', JSON.stringify(refused))
  assert.deepEqual(
    [refused.refusal.name, refused.refusal.data],
    ['bill-line-bears-tax', { line: 1, code: 'IEUT', vat: '250.00', currency: 'SEK' }],
  )
  assert.equal(refusalOf(await dispatch({ vatCode: 'no-such' })), 'vat-code-unknown')
  assert.equal(refusalOf(await dispatch({ account: '61101' })), 'account-unknown')
  const free = { total: sek('1000.00'), vat: sek('0.00'), supplierId }
  const without = await office.done(p.enterBill, bill('RC-2', free), elin)
  await office.done(
    p.codeBill,
    { id: without.id, lines: [{ net: sek('1000.00'), account: '6540', vatCode: 'IEUT' }] },
    elin,
  )
  assert.equal((await office.dispatch(p.approveBill, { id: without.id }, elin)).status, 'done')
  const next = await office.done(p.enterBill, bill('RC-3', { supplierId }), elin)
  const [proposed] = (await see(next.id)).lines
  assert.deepEqual([proposed?.account, proposed?.vat.amount], ['6540', '250.00'])
  assert.notEqual(proposed?.vatCode, 'IEUT', 'this paper bears tax')
  assert.equal((await office.dispatch(p.codeBill, { id: next.id }, elin)).status, 'done')
})

test('a changed account stops the payment until it is made sure of on a number that was known', async () => {
  const { office, elin } = it
  const supplierId = await it.supplier('Hisings Ventilation AB', {
    account: ['bankgiro', '51284412'],
    phone: '031-390 06 14',
  })
  const facts = bill('88214', { supplierId, account: 'LT77 3990 0014 8223 0517' })
  const { id } = await office.done(p.enterBill, facts, elin)
  await office.done(p.codeBill, { id, lines: [line] }, elin)
  await office.done(p.approveBill, { id }, elin)
  assert.deepEqual([(await itemOf(id))?.ready, (await see(id)).spoken.key], [false, 'spoken.kept'])
  const tasks = await office.query(listTasks, { sourceId: id }, elin)
  assert.ok(tasks.status === 'done' && tasks.output.rows.some(task => /Verify the changed account/.test(task.title)))
  const settle = { id, rule: 'account-changed', how: 'seen', said: 'Fine' } as const
  assert.equal(refusalOf(await office.dispatch(p.settleAlarm, settle, elin)), 'alarm-needs-other-way')
  const confirm = { id, how: 'phone', spokeTo: 'Birgitta Löf' } as const
  for (const phone of [undefined, '+370 5 123 4567'])
    assert.equal(
      refusalOf(await office.dispatch(p.confirmAccount, { ...confirm, ...(phone ? { phone } : {}) }, elin)),
      'number-not-in-directory',
    )
  const done = await office.dispatch(p.confirmAccount, { ...confirm, phone: '031 3900614' }, elin)
  assert.ok(done.status === 'done', JSON.stringify(done))
  assert.equal((await itemOf(id))?.ready, true)
  const { alarms } = await see(id)
  assert.deepEqual(
    alarms.map(one => [one.rule, one.said, one.settledBy?.title]),
    [['account-changed', 'Birgitta Löf · 031-390 06 14', 'Elin Bergqvist']],
  )
  await office.done(p.reopenAlarm, done.undo!.input as never, elin)
  assert.equal((await itemOf(id))?.ready, false)
  await office.done(p.confirmAccount, { id, how: 'letter', spokeTo: 'Birgitta Löf' }, elin)
  const next = await office.done(p.enterBill, { ...facts, number: '88300', total: sek('999.00'), vat: null }, elin)
  assert.deepEqual((await see(next.id)).alarms, [], 'what was made sure of once is known')
})

test('the same number, the same sum, a wrong account, an unusual sum are said; what was settled stays so', async () => {
  const { office, elin } = it
  const supplierId = await it.supplier('Kranz Modellbau GmbH')
  const enter = async (number: string, facts: object = {}) =>
    (await office.done(p.enterBill, bill(number, { supplierId, vat: null, ...facts }), elin)).id
  const rules = async (id: string) => (await see(id)).alarms.map(({ rule }) => rule)
  await enter('A-1', { total: sek('100.00'), issuedOn: '2026-06-01' })
  for (const [number, amount, on] of [
    ['A-2', '110.00', '2026-07-01'],
    ['A-3', '95.00', '2026-08-01'],
    ['A-4', '105.00', '2026-09-01'],
  ] as const)
    await enter(number, { total: sek(amount), issuedOn: on })
  assert.deepEqual(await rules(await enter('a 1', { total: sek('101.00') })), ['duplicate-number'])
  assert.deepEqual(await rules(await enter('A-9', { total: sek('105.00'), issuedOn: '2026-09-04' })), [
    'duplicate-amount',
  ])
  const large = await enter('A-10', { total: sek('900.00'), account: 'BG 5128-4413' })
  assert.deepEqual((await rules(large)).toSorted(), ['account-wrong', 'amount-unusual'])
  await office.done(p.settleAlarm, { id: large, rule: 'amount-unusual', how: 'seen', said: 'Two models' }, elin)
  await office.done(p.changeBill, { id: large, account: '5128-4412' }, elin)
  const after = await see(large)
  assert.deepEqual(
    after.alarms.map(one => [one.rule, one.said]),
    [['amount-unusual', 'Two models']],
  )
  const wrongVat = await enter('A-11', { total: sek('125.00'), vat: sek('40.00') })
  assert.deepEqual(await rules(wrongVat), ['vat-differs'])
})

test('coding is learnt from the supplier: its split, its approver; held and disputed bills are not paid', async () => {
  const { office, elin, karin } = it
  const supplierId = await it.supplier('Göteborg Energi AB')
  const first = await office.done(p.enterBill, bill('E1', { supplierId }), elin)
  const lines = [
    { ...line, net: sek('600.00'), vat: sek('150.00'), account: '5020' },
    { ...line, net: sek('400.00'), vat: sek('100.00'), account: '5010' },
  ]
  await office.done(p.codeBill, { id: first.id, lines, approverId: karin.id }, elin)
  const tasks = await office.query(listTasks, { sourceId: first.id }, karin)
  assert.ok(tasks.status === 'done' && tasks.output.rows.some(task => task.owner?.title === 'Karin Öberg'))
  const next = await office.done(
    p.enterBill,
    bill('E2', { supplierId, total: sek('2500.00'), vat: sek('500.00') }),
    elin,
  )
  const proposed = await see(next.id)
  assert.deepEqual(
    proposed.lines.map(one => [one.account, one.net.amount, one.vat.amount]),
    [
      ['5020', '1200.00', '300.00'],
      ['5010', '800.00', '200.00'],
    ],
  )
  assert.deepEqual([proposed.codingReason?.key, proposed.approver?.title], ['coding.as-once', 'Karin Öberg'])
  await office.done(p.codeBill, { id: next.id }, elin)
  await office.done(p.approveBill, { id: next.id }, karin)
  const held = await office.dispatch(p.holdBill, { id: next.id, reason: 'The meter was not read' }, elin)
  assert.ok(held.status === 'done')
  assert.deepEqual([(await itemOf(next.id))?.ready], [false])
  assert.equal(refusalOf(await office.dispatch(p.disputeBill, { id: next.id, reason: 'x' }, elin)), 'bill-is-held')
  await office.done(p.releaseBill, held.undo!.input as never, elin)
  assert.equal((await itemOf(next.id))?.ready, true)
  assert.equal(refusalOf(await office.dispatch(p.releaseBill, { id: next.id }, elin)), 'bill-not-held')
  await office.done(p.setMethod, { id: next.id, method: 'direct-debit' }, elin)
  assert.equal((await itemOf(next.id))?.method, 'direct-debit')
})

test('a credit note is set off against a bill of its supplier, and of no other', async () => {
  const { office, elin } = it
  const supplierId = await it.supplier('Ringö Luft AB')
  const make = async (number: string, facts: object = {}) => {
    const { id } = await office.done(p.enterBill, bill(number, { supplierId, vat: null, ...facts }), elin)
    const { total } = await see(id)
    const net = { ...total, amount: total.amount.replace('-', '') }
    await office.done(p.codeBill, { id, lines: [{ net, account: '5170' }] }, elin)
    await office.done(p.approveBill, { id }, elin)
    return id
  }
  const owed = await make('R1', { total: sek('1000.00') })
  const credit = await make('R2', { total: sek('300.00'), kind: 'credit-note' })
  const foreign = await make('R3', { supplierId: null, total: sek('500.00') })
  assert.equal((await itemOf(credit))?.remaining.amount, '-300.00')
  assert.equal(
    refusalOf(await office.dispatch(p.setOffCredit, { id: credit, billId: foreign }, elin)),
    'credit-not-fitting',
  )
  const set = await office.dispatch(p.setOffCredit, { id: credit, billId: owed }, elin)
  assert.ok(set.status === 'done', JSON.stringify(set))
  assert.deepEqual(
    [(await see(owed)).remaining.amount, (await see(credit)).record.state, (await see(credit)).payments.length],
    ['700.00', 'paid', 1],
  )
  await office.done(p.takeBackPayment, set.undo!.input as never, elin)
  assert.deepEqual([(await see(owed)).remaining.amount, (await see(credit)).record.state], ['1000.00', 'approved'])
})

test('above a sum nobody approves alone what they coded; a locked month refuses in the words of the books', async () => {
  const { office, elin, karin } = it
  const set = await office.dispatch(p.setBillSettings, { fourEyesAbove: sek('1000.00') }, elin)
  assert.ok(set.status === 'done')
  const { id } = await office.done(p.enterBill, bill('F1', { supplierName: 'Four Eyes AB' }), elin)
  await office.done(p.codeBill, { id, lines: [line] }, elin)
  assert.equal((await office.dispatch(p.approveBill, { id }, elin)).status, 'asked')
  await office.done(p.approveBill, { id }, karin)
  await office.done(p.setBillSettings, set.undo!.input as never, elin)
  await office.done(p.setBillSettings, { postOn: 'hand' }, elin)
  const late = await office.done(p.enterBill, bill('F2', { supplierName: 'Late AB', issuedOn: '2026-01-15' }), elin)
  await office.done(p.codeBill, { id: late.id, lines: [line] }, elin)
  await office.done(p.approveBill, { id: late.id }, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.markPaid, { id: late.id, how: 'cash', on: '2026-11-24' }, elin)),
    'bill-not-posted',
  )
  await office.done(lockPeriods, { until: '2026-01-31' } as never, elin)
  assert.equal(refusalOf(await office.dispatch(p.postBill, { id: late.id }, elin)), 'period-not-open')
  assert.equal((await see(late.id)).posted, false)
  await office.done(p.changeBill, { id: late.id, bookOn: '2026-11-24' }, elin)
  await office.done(p.postBill, { id: late.id }, elin)
  assert.equal(refusalOf(await office.dispatch(p.changeBill, { id: late.id, number: 'x' }, elin)), 'bill-is-posted')
  await office.done(p.setBillSettings, { postOn: 'coding' }, elin)
  const early = await office.done(p.enterBill, bill('F3', { supplierName: 'Early AB' }), elin)
  await office.done(p.codeBill, { id: early.id, lines: [line] }, elin)
  assert.equal((await itemOf(early.id))?.ready, false, 'owed as it is coded, paid when it is approved')
  await office.done(p.approveBill, { id: early.id }, elin)
  assert.equal((await itemOf(early.id))?.ready, true)
  await office.done(p.setBillSettings, { postOn: 'approval' }, elin)
})

test('what one may not see is not there; a dry run and a second key do nothing more; above the limit it is asked', async () => {
  const { office, elin, visitor, organisationId } = it
  const twice = [
    await office.dispatch(p.enterBill, bill('S1', { supplierName: 'Same AB' }), elin, { key: 'one' }),
    await office.dispatch(p.enterBill, bill('S1', { supplierName: 'Same AB' }), elin, { key: 'one' }),
  ]
  assert.ok(twice[0]?.status === 'done' && twice[1]?.status === 'done')
  const { id } = twice[0].output
  assert.equal(twice[1].output.id, id)
  const dry = await office.dispatch(p.withdrawBill, { id, reason: 'Not ours' }, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && (await see(id)).record.state === 'to-code')
  const gone = await office.dispatch(p.withdrawBill, { id, reason: 'Not ours' }, elin)
  assert.ok(gone.status === 'done')
  await office.done(p.restoreBill, gone.undo!.input as never, elin)
  const small = office.principal(organisationId, {
    permissions: new Map([['payables.enter-bill', { minor: 1n, currency: 'SEK' }]]),
  })
  assert.equal((await office.dispatch(p.enterBill, bill('S2'), small)).status, 'asked')
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [p.changeBill, { id, number: 'x' }],
    [p.codeBill, { id }],
    [p.approveBill, { id }],
    [p.postBill, { id }],
    [p.takeBackApproval, { id }],
    [p.takeBackCoding, { id }],
    [p.assignBill, { id, approverId: null }],
    [p.setMethod, { id, method: 'card' }],
    [p.holdBill, { id, reason: 'x' }],
    [p.disputeBill, { id, reason: 'x' }],
    [p.releaseBill, { id }],
    [p.confirmAccount, { id, how: 'letter', spokeTo: 'x' }],
    [p.markPaid, { id, how: 'cash', on: '2026-11-24' }],
    [p.withdrawBill, { id, reason: 'x' }],
    [p.restoreBill, { id }],
  ]
  for (const [command, input] of acts)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
})

test('two at once approve a bill once, and pay it once', async () => {
  const { office, elin, karin } = it
  const { id } = await office.done(p.enterBill, bill('T1', { supplierName: 'Twice AB' }), elin)
  await office.done(p.codeBill, { id, lines: [line] }, elin)
  const both = await Promise.all([elin, karin].map(who => office.dispatch(p.approveBill, { id }, who)))
  assert.deepEqual(both.map(refusalOf).toSorted(), ['bill-not-so-far', 'done'])
  const pays = await Promise.all(
    [elin, karin].map(who => office.dispatch(p.markPaid, { id, how: 'cash', on: '2026-11-24' }, who)),
  )
  assert.deepEqual(pays.map(refusalOf).toSorted(), ['bill-not-so-far', 'done'])
  assert.deepEqual([(await see(id)).payments.length, (await itemOf(id))?.remaining.amount ?? '0.00'], [1, '0.00'])
})

test('a colleague who never signs in is asked by a link; what is called wrong is not paid', async () => {
  const { office, elin, system } = it
  const { id } = await office.done(p.enterBill, bill('Q1', { supplierName: 'Questioned AB' }), elin)
  const ask = { id, askedOf: 'Per-Olof Gran', question: 'All three floors?' }
  const { questionId } = await office.done(p.askColleague, ask, elin)
  const letter = await office.query(p.questionLetter, { id, questionId }, elin)
  assert.ok(letter.status === 'done', JSON.stringify(letter))
  assert.match(letter.output.body, /Questioned AB.*All three floors\?.*\{link\}/s)
  const [token] = letter.output.path.split('#').slice(1)
  const opened = await openByLink(token!)
  assert.deepEqual([opened['supplier'], opened['question'], opened['answer']], ['Questioned AB', ask.question, null])
  await office.done(p.recordAnswer, { id, questionId, answer: 'wrong', said: 'Only two floors' }, system)
  const after = await see(id)
  assert.deepEqual(
    [after.hold, after.holdReason, after.questions[0]?.said],
    ['held', 'Per-Olof Gran: No, something is wrong: Only two floors', 'Only two floors'],
  )
  const tasks = await office.query(listTasks, { sourceId: id }, elin)
  assert.ok(tasks.status === 'done' && tasks.output.rows.some(task => /Per-Olof Gran answered/.test(task.title)))
  assert.equal(refusalOf(await office.dispatch(p.withdrawQuestion, { id, questionId }, elin)), 'question-closed')
  const other = await office.dispatch(p.askColleague, { ...ask, askedOf: 'Eva' }, elin)
  assert.ok(other.status === 'done')
  await office.done(p.withdrawQuestion, other.undo!.input as never, elin)
  const late = { id, questionId: other.output.questionId, answer: 'right', said: '' } as const
  assert.equal(refusalOf(await office.dispatch(p.recordAnswer, late, system)), 'question-link-closed')
  await assert.rejects(openByLink(`${token!.slice(0, -4)}AAAA`), /question-link-closed/)
})

async function openByLink(token: string): Promise<Record<string, unknown>> {
  const [door] = billPublic
  const answer = await door.answer(it.office.kernel, { token, body: {}, requestId: newId() })
  return JSON.parse(answer.body.toString()) as Record<string, unknown>
}
