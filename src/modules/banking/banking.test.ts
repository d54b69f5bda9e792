import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { setRate } from '../ledger/contract.ts'
import { listTasks } from '../work/contract.ts'
import * as c from './contract.ts'
import { type BankOffice, bankOffice, camt, refusalOf } from './testing.ts'

let it: BankOffice
before(async () => {
  it = await bankOffice()
})
after(() => it.office.close())

async function see(id: string) {
  const answer = await it.office.query(c.getRun, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const propose = async (itemIds: string[], more: object = {}) =>
  it.office.done(c.proposeRun, { accountId: it.accountId, itemIds, ...more }, it.elin)
const handedOut = async (itemIds: string[], more: object = {}) => {
  const { id } = await propose(itemIds, more)
  await it.office.done(c.approveRun, { id }, it.elin)
  await it.office.runJobs()
  await it.office.done(c.handOutRun, { id }, it.elin)
  return id
}
const toMatch = async () => {
  const answer = await it.office.query(c.listToMatch, { accountId: it.accountId }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}
const accept = (row: Awaited<ReturnType<typeof toMatch>>[number]) => ({
  lineId: row.id,
  parts: row.proposals[0]!.parts.map(({ title: _t, number: _n, dueOn: _d, remaining: _r, ...part }) => part),
})

test('proposed, approved, written, handed out, shown by a statement: paid once, and the books say so', async () => {
  const { office, elin, accountId } = it
  it.goTo('2026-11-23')
  const bill = await it.owe({
    name: 'Nordic Paper AB',
    number: '4711',
    amount: '1250.00',
    reference: { scheme: 'ocr', value: '4071811261' },
  })
  const saved = await it.owe({
    name: 'Kranz AB',
    number: '88',
    amount: '1000.00',
    dueOn: '2026-12-20',
    discount: { on: '2026-11-25', amount: '20.00' },
  })
  const held = await it.owe({ name: 'Held AB', number: '1', amount: '10.00', ready: false })
  const preview = await office.query(c.previewRun, { accountId, until: '2026-11-30' }, elin)
  assert.ok(preview.status === 'done')
  assert.deepEqual(
    preview.output.payments.map(one => [one.partyName, one.payOn, one.amount.amount]),
    [
      ['Kranz AB', '2026-11-25', '980.00'],
      ['Nordic Paper AB', '2026-11-27', '1250.00'],
    ],
  )
  assert.deepEqual(
    [preview.output.saved.amount, preview.output.leftOut.map(one => [one.partyName, one.reason, one.because])],
    ['20.00', [['Held AB', 'held', 'Disputed']]],
  )
  const { id } = await office.done(c.proposeRun, { accountId, until: '2026-11-30' }, elin)
  assert.equal(refusalOf(await office.dispatch(c.handOutRun, { id }, elin)), 'run-not-so-far')
  assert.equal(
    refusalOf(await office.dispatch(c.proposeRun, { accountId, itemIds: [bill.itemId] }, elin)),
    'item-in-run',
  )
  assert.equal(
    refusalOf(await office.dispatch(c.proposeRun, { accountId, itemIds: [held.itemId] }, elin)),
    'item-unpayable',
  )
  await office.done(c.approveRun, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.handOutRun, { id }, elin)), 'payment-file-missing')
  const again = office.waitingJobs.map(job => job)
  await office.runJobs()
  const { file } = await see(id)
  assert.ok(file)
  // killed after the bytes were stored and before it was noted: the same bytes again
  await office.superuser.query('update banking.run set file_id = null, file_digest = null where id = $1', [id])
  ;(office.waitingJobs as (typeof again)[number][]).push(...again)
  await office.runJobs()
  assert.equal((await see(id)).file?.digest, file.digest)
  await office.done(c.handOutRun, { id }, elin)
  const bytes = await office.kernel.files.bytes(it.organisationId, Buffer.from(file.digest, 'hex'))
  assert.match(bytes.toString(), /<CtrlSum>2230\.00<\/CtrlSum>/)
  const ends = [...bytes.toString().matchAll(/<EndToEndId>(\w+)</g)].map(([, end]) => end!)
  assert.equal(ends.length, 2)
  await it.takeFile(
    camt(
      [
        { on: '2026-11-25', amount: '-980.00', name: 'Kranz', endToEndId: ends[0]! },
        { on: '2026-11-27', amount: '-1250.00', name: 'Nordic', endToEndId: ends[1]! },
      ],
      { opening: '5000.00' },
    ),
    'a.xml',
  )
  const rows = await toMatch()
  assert.deepEqual(
    rows.map(row => [row.proposals[0]?.sure, row.proposals[0]?.reasons[0]?.key]),
    [
      [true, 'page.bank.reason.own-payment'],
      [true, 'page.bank.reason.own-payment'],
    ],
  )
  const matched = await office.dispatch(c.matchLines, { id: accountId, lines: rows.map(accept) }, elin)
  assert.ok(matched.status === 'done', JSON.stringify(matched))
  assert.deepEqual(
    [(await see(id)).record.state, await it.left(bill.itemId), await it.left(saved.itemId)],
    ['settled', 0n, 0n],
  )
  assert.deepEqual(
    [await it.balance('1930'), await it.balance('2440')],
    [-223_000n, -1000n],
    'only what is held is owed',
  )
  await office.done(c.unmatchLines, matched.undo!.input as never, elin)
  assert.deepEqual(
    [(await see(id)).record.state, await it.left(saved.itemId), await it.balance('1930')],
    ['handed-out', 100_000n, 0n],
  )
  await office.done(c.matchLines, { id: accountId, lines: (await toMatch()).map(accept) }, elin)
  assert.deepEqual([await it.left(saved.itemId), await it.balance('1930')], [0n, -223_000n])
  const found = await office.query(c.getReconciliation, { accountId, on: '2026-11-30' }, elin)
  assert.ok(found.status === 'done')
  assert.deepEqual(
    [found.output.bank?.amount, found.output.ledger?.amount, found.output.unexplained?.amount],
    ['2770.00', '-2230.00', '5000.00'],
    'only the opening balance is not in the books',
  )
})

test('two propose the same items at once: one of them has each', async () => {
  const { office, elin, karin, accountId } = it
  const { id: second } = await office.done(
    c.addAccount,
    { name: 'Other', scheme: 'bankgiro', number: '5050-1055' },
    elin,
  )
  const owed = [await it.owe({ amount: '5.00', number: 'r1' }), await it.owe({ amount: '6.00', number: 'r2' })]
  const until = '2026-12-01'
  const outcomes = await Promise.all([
    office.dispatch(c.proposeRun, { accountId, until }, elin),
    office.dispatch(c.proposeRun, { accountId: second, until }, karin),
    office.dispatch(c.proposeRun, { accountId, itemIds: owed.map(one => one.itemId) }, karin),
  ])
  assert.deepEqual(outcomes.map(one => one.status).sort(), ['done', 'refused', 'refused'], JSON.stringify(outcomes))
  const { rows } = await office.superuser.query<{ count: string }>(
    'select count(*)::text as count from banking.payment_item where live and item_id = any($1)',
    [owed.map(one => one.itemId)],
  )
  assert.equal(rows[0]!.count, '2')
  const won = outcomes.find(one => one.status === 'done')!
  assert.ok(won.status === 'done')
  const withdrawn = await office.done(c.withdrawRun, won.undo!.input as never, elin)
  assert.ok(withdrawn.id)
  const { id } = await propose(owed.map(one => one.itemId))
  const part = (await see(id)).payments[0]!
  const changed = await office.dispatch(
    c.changePayment,
    { id, paymentId: part.id, amount: { amount: '2.00', currency: 'SEK' }, payOn: '2026-11-30' },
    elin,
  )
  assert.ok(changed.status === 'done')
  assert.deepEqual(
    [(await see(id)).amount.amount, (await see(id)).payments.map(one => one.payOn)],
    ['8.00', ['2026-11-27', '2026-11-30']],
  )
  assert.equal(
    refusalOf(
      await office.dispatch(
        c.changePayment,
        { id, paymentId: part.id, amount: { amount: '9.00', currency: 'SEK' } },
        elin,
      ),
    ),
    'payment-too-high',
  )
  await office.done(c.changePayment, changed.undo!.input as never, elin)
  await office.done(c.leaveOut, { id, paymentId: part.id }, elin)
  assert.deepEqual([(await see(id)).count, (await see(id)).amount.amount], [1, '6.00'])
  await office.done(c.addToRun, { id, itemIds: [owed[0]!.itemId] }, elin)
  assert.equal((await see(id)).amount.amount, '11.00')
})

test('credit notes are set off; what moved since is not paid; four eyes and limits ask', async () => {
  const { office, elin, organisationId } = it
  const big = await it.owe({ name: 'Credit AB', number: 'B1', amount: '300.00' })
  const credit = await it.owe({ name: 'Credit AB', number: 'K1', amount: '-100.00' })
  const { id } = await propose([big.itemId, credit.itemId])
  assert.deepEqual(
    (await see(id)).payments.map(one => [one.amount.amount, one.items.length]),
    [['200.00', 2]],
  )
  await office.done(c.changeSettings, { fourEyes: true }, elin)
  const asked = await office.dispatch(c.approveRun, { id }, elin)
  assert.equal(asked.status, 'asked')
  const small = office.principal(organisationId, {
    permissions: new Map([['banking.approve-run', { minor: 100n, currency: 'SEK' }]]),
  })
  assert.equal((await office.dispatch(c.approveRun, { id }, small)).status, 'asked')
  await office.done(c.changeSettings, { fourEyes: false }, elin)
  const { tell } = await import('./testing.ts')
  await office.done(tell, { itemsChanged: [{ key: big.key, ready: false, holdReason: 'Wrong' }] }, elin)
  assert.equal(refusalOf(await office.dispatch(c.approveRun, { id }, elin)), 'run-items-moved')
  await office.done(tell, { itemsChanged: [{ key: big.key, ready: true, holdReason: null }] }, elin)
  const dry = await office.dispatch(c.approveRun, { id }, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && (await see(id)).record.state === 'proposed')
  const twice = [
    await office.dispatch(c.approveRun, { id }, elin, { key: 'a' }),
    await office.dispatch(c.approveRun, { id }, elin, { key: 'a' }),
  ]
  assert.ok(twice.every(one => one.status === 'done'))
  await office.runJobs()
  await office.done(c.handOutRun, { id }, elin)
  const confirmed = await office.dispatch(c.confirmRun, { id, paidOn: '2026-11-23', reason: 'Seen at the bank' }, elin)
  assert.ok(confirmed.status === 'done')
  assert.deepEqual(
    [await it.left(big.itemId), await it.left(credit.itemId), (await see(id)).record.state],
    [0n, 0n, 'settled'],
  )
  await office.done(c.takeBackConfirmation, confirmed.undo!.input as never, elin)
  assert.deepEqual([await it.left(big.itemId), (await see(id)).record.state], [30_000n, 'handed-out'])
  await office.done(c.confirmRun, { id, paidOn: '2026-11-23', reason: 'Seen again' }, elin)
  const before = await it.balance('1930')
  await it.takeFile(
    camt([{ on: '2026-11-24', amount: '-200.00', name: 'Credit AB', text: 'B1' }], { id: 'C' }),
    'c.xml',
  )
  const [row] = await toMatch()
  const payment = (await see(id)).payments[0]!
  await office.done(
    c.matchLines,
    { id: it.accountId, lines: [{ lineId: row!.id, parts: [{ paymentId: payment.id, amount: row!.amount }] }] },
    elin,
  )
  assert.equal(await it.balance('1930'), before, 'shown, not booked again')
})

test('the bank turns a payment down: it is open again, booked back, and somebody sees to it', async () => {
  const { office, elin } = it
  await office.done(c.changeSettings, { bookAtHandOut: true }, elin)
  const [one, other] = [
    await it.owe({ name: 'Down AB', number: 'D1', amount: '70.00' }),
    await it.owe({ name: 'Up AB', number: 'U1', amount: '30.00' }),
  ]
  const owedBefore = await it.balance('2440')
  const id = await handedOut([one.itemId, other.itemId])
  await office.done(c.changeSettings, { bookAtHandOut: false }, elin)
  assert.deepEqual(
    [await it.left(one.itemId), (await it.balance('2440')) - owedBefore],
    [0n, 10_000n],
    'booked when handed out',
  )
  const { file, payments } = await see(id)
  const xml = (await office.kernel.files.bytes(it.organisationId, Buffer.from(file!.digest, 'hex'))).toString()
  const message = /<MsgId>(\w+)</.exec(xml)![1]!
  const ends = Object.fromEntries(
    [...xml.matchAll(/<EndToEndId>(\w+)<[\s\S]*?<Nm>([^<]+)</g)].map(([, end, name]) => [name, end]),
  )
  const status = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B</MsgId><CreDtTm>2026-11-24T08:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>${ends['Down AB']}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts><TxInfAndSts><OrgnlEndToEndId>${ends['Up AB']}</OrgnlEndToEndId><TxSts>ACCP</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`
  await it.takeFile(status, 'status.xml')
  const now = await see(id)
  assert.deepEqual(
    now.payments
      .map(row => [row.partyName, row.state, row.reason])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
    [
      ['Down AB', 'rejected', 'The account is closed (AC04)'],
      ['Up AB', 'planned', null],
    ],
  )
  assert.deepEqual([await it.left(one.itemId), now.acceptedOn !== null, payments.length], [7000n, true, 2])
  assert.equal((await it.balance('2440')) - owedBefore, 3000n)
  const tasks = await office.query(listTasks, { sourceId: id }, elin)
  assert.ok(
    tasks.status === 'done' &&
      tasks.output.rows.some(task => task.title === 'The bank did not pay Down AB' && task.state === 'open'),
  )
  const retried = await propose([one.itemId])
  assert.ok(retried.id)
  const up = now.payments.find(row => row.partyName === 'Up AB')!
  await office.done(c.rejectPayment, { id, paymentId: up.id, reason: 'No cover' }, elin)
  assert.deepEqual([(await see(id)).record.state, await it.balance('2440')], ['rejected', owedBefore])
  assert.equal(
    refusalOf(await office.dispatch(c.rejectPayment, { id, paymentId: up.id, reason: 'x' }, elin)),
    'run-not-so-far',
  )
})

test('a list to enter by hand is handed out when all of it is ticked; a foreign account pays its own currency', async () => {
  const { office, elin } = it
  const { id: euro } = await office.done(
    c.addAccount,
    {
      name: 'Euro',
      scheme: 'iban',
      number: 'DE89370400440532013000',
      currency: 'EUR',
      bic: 'COBADEFF',
      ledgerAccount: '1940',
    },
    elin,
  )
  const bill = await it.owe({
    name: 'Kranz GmbH',
    number: 'G7',
    amount: '100.00',
    currency: 'EUR',
    account: 'NL91ABNA0417164300',
  })
  assert.equal(
    refusalOf(await office.dispatch(c.proposeRun, { accountId: it.accountId, itemIds: [bill.itemId] }, elin)),
    'item-unpayable',
  )
  const { id } = await office.done(c.proposeRun, { accountId: euro, itemIds: [bill.itemId], method: 'hand' }, elin)
  await office.done(c.approveRun, { id }, elin)
  const [payment] = (await see(id)).payments
  await office.done(c.tickPayment, { id, paymentId: payment!.id }, elin)
  assert.equal((await see(id)).record.state, 'handed-out')
  assert.equal(
    refusalOf(await office.dispatch(c.untickPayment, { id, paymentId: payment!.id }, elin)),
    'run-not-so-far',
  )
  await office.done(setRate, { currency: 'EUR', on: '2026-11-01', rate: '11.5' }, elin)
  await office.done(c.confirmRun, { id, paidOn: '2026-11-23', reason: 'Seen' }, elin)
  assert.deepEqual([(await see(id)).amount, await it.left(bill.itemId)], [{ amount: '100.00', currency: 'EUR' }, 0n])
  assert.equal(await it.balance('1940'), -115_000n)
})

test('what one may not see is not there', async () => {
  const { office, visitor } = it
  const owed = await it.owe({ amount: '12.00', number: 's1' })
  const { id } = await propose([owed.itemId])
  const paymentId = (await see(id)).payments[0]!.id
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [c.changeAccount, { id: it.accountId, name: 'x' }],
    [c.closeAccount, { id: it.accountId }],
    [c.proposeRun, { accountId: it.accountId, itemIds: [owed.itemId] }],
    [c.leaveOut, { id, paymentId }],
    [c.approveRun, { id }],
    [c.withdrawRun, { id }],
    [c.handOutRun, { id }],
    [c.confirmRun, { id, paidOn: '2026-11-23', reason: 'x' }],
    [
      c.matchLines,
      {
        id: it.accountId,
        lines: [{ lineId: paymentId, parts: [{ role: 'bank-fees', amount: { amount: '1.00', currency: 'SEK' } }] }],
      },
    ],
    [c.unmatchLines, { id: it.accountId, lineIds: [paymentId] }],
  ]
  for (const [command, input] of acts)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
})
