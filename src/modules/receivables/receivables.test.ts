import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { setMailDoor, type OutgoingMail } from '../../kernel/mail/door.ts'
import * as r from './contract.ts'
import { receivableRoutes } from './index.ts'
import { hours, refusalOf, sek, sellingOffice, type SellingOffice } from './testing.ts'

let it: SellingOffice
before(async () => {
  it = await sellingOffice()
})
after(() => it.office.close())

test('issued: the next number, booked with its tax, owed in the ledger, its paper drawn and kept', async () => {
  const { office, elin } = it
  it.goTo('2026-11-24')
  const id = await it.draft([
    hours,
    { ...hours, text: 'Book', quantity: '2', price: '100', unit: 'piece', vatCode: 'U6' },
  ])
  const before = await it.balances()
  const draft = await it.see(id)
  assert.deepEqual([draft.record.state, draft.number, draft.paper?.payable.amount], ['draft', null, '5212.00'])
  const dry = await office.dispatch(r.issueInvoice, { id }, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && (await it.see(id)).record.state === 'draft')
  const issued = await office.done(r.issueInvoice, { id }, elin)
  assert.deepEqual([issued.number, issued.amount], ['2026-0001', sek('5212.00')])
  const seen = await it.see(id)
  assert.deepEqual(
    [seen.record.state, seen.dueOn, seen.paper?.reference?.scheme, seen.remaining.amount],
    ['issued', '2026-12-24', 'ocr', '5212.00'],
  )
  assert.equal((await it.open())['2026-0001'], '521200')
  const now = await it.balances()
  const moved = Object.fromEntries(
    Object.entries(now).map(([account, sum]) => [account, sum - (before[account] ?? 0n)]),
  )
  assert.equal(
    moved['1510'],
    521200n,
    JSON.stringify(moved, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  )
  assert.equal(moved['2611'], -100000n)
  assert.equal(moved['2631'], -1200n)
  await office.runJobs()
  const drawn = await office.query(r.getPaper, { id }, elin)
  assert.ok(drawn.status === 'done' && drawn.output.digest)
  const bytes = await office.kernel.files.bytes(it.organisationId, Buffer.from(drawn.output.digest, 'hex'))
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  for (const command of [r.changeInvoice, r.discardInvoice, r.issueInvoice] as Command[])
    assert.equal(refusalOf(await office.dispatch(command, { id } as never, elin)), 'invoice-not-so-far')
})

test('no invoice changes once it is issued, whoever asks the database', async () => {
  const { office } = it
  for (const change of [
    'total_minor = 1',
    "content = '{}'",
    "paper = '{}'",
    'serial = 99',
    "issued_on = '2026-01-01'",
    'file_id = null',
  ])
    await assert.rejects(
      office.superuser.query(`update receivables.invoice set ${change} where serial = 1 and organisation_id = $1`, [
        it.organisationId,
      ]),
      /was issued|stays/,
      change,
    )
  await assert.rejects(
    office.superuser.query('delete from receivables.invoice where serial = 1 and organisation_id = $1', [
      it.organisationId,
    ]),
    /stays/,
  )
})

test('numbers have no gap and no twin, however many issue at once and whatever is refused', async () => {
  const { office, elin } = it
  const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => it.draft([{ ...hours, quantity: String(n + 1) }])))
  const bad = await it.draft([{ ...hours, price: '-5' }])
  const outcomes = await Promise.all([...ids, bad].map(id => office.dispatch(r.issueInvoice, { id }, elin)))
  assert.deepEqual(outcomes.filter(one => one.status === 'refused').map(refusalOf), ['invoice-total-negative'])
  const twice = [
    await office.dispatch(r.issueInvoice, { id: bad }, elin, { key: 'b' }),
    await office.dispatch(r.issueInvoice, { id: bad }, elin, { key: 'b' }),
  ]
  assert.deepEqual(twice.map(refusalOf), ['invoice-total-negative', 'invoice-total-negative'])
  const { rows } = await office.superuser.query<{ serial: bigint }>(
    'select serial from receivables.invoice where organisation_id = $1 and serial is not null order by serial',
    [it.organisationId],
  )
  assert.deepEqual(
    rows.map(row => Number(row.serial)),
    Array.from({ length: rows.length }, (_, n) => n + 1),
  )
  assert.equal(rows.length, 13)
})

test('what lacks something is not issued, and says what', async () => {
  const { office, elin } = it
  const tries: readonly (readonly [object, string])[] = [
    [{ lines: [] }, 'invoice-without-lines'],
    [{ issuedOn: '2026-12-24' }, 'invoice-days-reversed'],
    [{ issuedOn: '2026-11-20' }, 'invoice-day-before-last'],
    [{ dueOn: '2026-11-01' }, 'invoice-days-reversed'],
    [{ currency: 'EUR' }, 'rate-not-given'],
    [{ lines: [hours, { ...hours, vatCode: null }] }, 'vat-not-together'],
    [{ lines: [{ ...hours, vatCode: 'UOMV' }] }, 'customer-vat-number-missing'],
  ]
  for (const [more, wanted] of tries) {
    const id = await it.draft([hours], more)
    assert.equal(refusalOf(await office.dispatch(r.issueInvoice, { id }, elin)), wanted)
  }
  const nowhere = await it.firm('Nowhere AB', { addresses: [] })
  const id = await it.draft([hours], { customerId: nowhere })
  assert.equal(refusalOf(await office.dispatch(r.issueInvoice, { id }, elin)), 'customer-not-complete')
  assert.equal(
    refusalOf(
      await office.dispatch(
        r.createInvoice,
        { customerId: it.customer, lines: [{ ...hours, vatCode: 'XX' }] as never },
        elin,
      ),
    ),
    'vat-code-not-for-sales',
  )
  const small = office.principal(it.organisationId, {
    permissions: new Map([['receivables.issue-invoice', { minor: 100n, currency: 'SEK' }]]),
  })
  assert.equal((await office.dispatch(r.issueInvoice, { id: await it.draft() }, small)).status, 'asked')
})

test('another currency: the tax is stated in the office’s too, and the books are in it', async () => {
  const { office, elin } = it
  const id = await it.draft([{ ...hours, price: '100' }], { currency: 'EUR', rate: '11.25' })
  await office.done(r.issueInvoice, { id }, elin)
  const { paper } = await it.see(id)
  assert.deepEqual([paper?.payable, paper?.vatInOffice], [{ amount: '500.00', currency: 'EUR' }, sek('1125.00')])
})

test('paid in parts, taken back, written off with its tax, and that taken back too', async () => {
  const { office, elin } = it
  const id = await it.draft()
  const { number } = await office.done(r.issueInvoice, { id }, elin)
  const first = await office.dispatch(r.notePayment, { id, amount: sek('2000.00'), paidInto: 'cash' }, elin)
  assert.ok(first.status === 'done')
  assert.deepEqual([(await it.see(id)).record.state, (await it.see(id)).remaining.amount], ['partly-paid', '3000.00'])
  assert.equal(
    refusalOf(await office.dispatch(r.notePayment, { id, amount: sek('3000.01') }, elin)),
    'payment-above-invoice',
  )
  await office.done(r.notePayment, { id, amount: sek('3000.00') }, elin)
  assert.equal((await it.see(id)).record.state, 'paid')
  assert.equal((await it.open())[number], undefined)
  await office.done(r.withdrawPayment, first.undo!.input as never, elin)
  assert.equal((await it.open())[number], '200000')
  assert.equal(
    refusalOf(await office.dispatch(r.withdrawPayment, first.undo!.input as never, elin)),
    'payment-not-found',
  )
  const before = await it.balances()
  const off = await office.dispatch(r.writeOffInvoice, { id, reason: 'Bankrupt' }, elin)
  assert.ok(off.status === 'done')
  const after = await it.balances()
  assert.equal((await it.see(id)).record.state, 'written-off')
  assert.equal((after['1510'] ?? 0n) - before['1510']!, -200000n)
  assert.equal(after['2611']! - before['2611']!, 40000n, 'the fifth that was tax')
  await office.done(r.takeBackWriteOff, off.undo!.input as never, elin)
  assert.deepEqual(await it.balances(), before)
  await office.done(r.writeOffInvoice, { id, reason: 'Bankrupt after all' }, elin)
  assert.equal(refusalOf(await office.dispatch(r.notePayment, { id, amount: sek('1.00') }, elin)), 'invoice-not-so-far')
})

test('credited in part and in whole: never more than was invoiced', async () => {
  const { office, elin } = it
  const id = await it.draft()
  const { number } = await office.done(r.issueInvoice, { id }, elin)
  const { creditNoteId } = await office.done(r.creditInvoice, { id, reason: 'One hour too many' }, elin)
  await office.done(r.changeInvoice, { id: creditNoteId, lines: [{ ...hours, quantity: '1' }] as never }, elin)
  const note = await office.done(r.issueInvoice, { id: creditNoteId }, elin)
  assert.deepEqual([note.amount, (await it.see(id)).remaining], [sek('1250.00'), sek('3750.00')])
  assert.equal((await it.open())[number], '375000')
  const whole = await office.done(r.creditInvoice, { id }, elin)
  assert.equal(
    refusalOf(await office.dispatch(r.issueInvoice, { id: whole.creditNoteId }, elin)),
    'credit-above-invoice',
  )
  await office.done(r.changeInvoice, { id: whole.creditNoteId, lines: [{ ...hours, quantity: '3' }] as never }, elin)
  await office.done(r.issueInvoice, { id: whole.creditNoteId }, elin)
  const seen = await it.see(id)
  assert.deepEqual([seen.record.state, seen.creditNotes.length], ['credited', 2])
  assert.equal((await it.see(whole.creditNoteId)).paper?.credits?.number, number)
})

test('mailed with its paper attached, once; without an address it says so', async () => {
  const { office, elin } = it
  const sent: OutgoingMail[] = []
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  const id = await it.draft()
  await office.done(r.issueInvoice, { id }, elin)
  await office.done(r.sendInvoice, { id, sendBy: 'mail' }, elin)
  await office.runJobs()
  setMailDoor(null)
  assert.equal(sent.length, 1)
  assert.deepEqual(
    [sent[0]!.to.address, sent[0]!.attachments?.[0]?.content.subarray(0, 4).toString()],
    ['invoices@example.org', '%PDF'],
  )
  assert.deepEqual([(await it.see(id)).record.state, (await it.see(id)).mail], ['sent', 'sent'])
  const silent = await it.firm('Silent AB', { emails: [] })
  const other = await it.draft([hours], { customerId: silent })
  await office.done(r.issueInvoice, { id: other }, elin)
  assert.equal(
    refusalOf(await office.dispatch(r.sendInvoice, { id: other, sendBy: 'mail' }, elin)),
    'mail-address-missing',
  )
  await office.done(r.sendInvoice, { id: other, sendBy: 'mail', mailTo: 'x@example.org' }, elin)
  await office.runJobs()
  assert.equal((await it.see(other)).mail, 'no-door')
})

test('a quote is sent, accepted and becomes an invoice; what is sent does not change', async () => {
  const { office, elin } = it
  const { id } = await office.done(r.createQuote, { customerId: it.customer, lines: [hours] as never }, elin)
  const changed = await office.dispatch(r.changeQuote, { id, subject: 'Shelves' }, elin)
  assert.ok(changed.status === 'done')
  const { number } = await office.done(r.sendQuote, { id }, elin)
  assert.equal(number, 'Q2026-0001')
  assert.equal(refusalOf(await office.dispatch(r.changeQuote, { id, subject: 'x' }, elin)), 'quote-not-so-far')
  const accepted = await office.dispatch(r.acceptQuote, { id }, elin)
  assert.ok(accepted.status === 'done')
  await office.done(r.reopenQuote, accepted.undo!.input as never, elin)
  const { invoiceId } = await office.done(r.invoiceQuote, { id }, elin)
  const invoice = await it.see(invoiceId)
  assert.deepEqual([invoice.paper?.subject, invoice.total.amount, invoice.quote?.id], ['Shelves', '5000.00', id])
  assert.equal(refusalOf(await office.dispatch(r.invoiceQuote, { id }, elin)), 'quote-not-so-far')
  const answer = await office.query(r.listQuotes, { states: ['invoiced'] }, elin)
  assert.ok(answer.status === 'done' && answer.output.rows.length === 1)
})

test('changes are undone to what they were', async () => {
  const { office, elin } = it
  const id = await it.draft([hours], { subject: 'First', yourReference: 'Eva' })
  const changed = await office.dispatch(
    r.changeInvoice,
    { id, subject: 'Second', yourReference: null, discount: '10' },
    elin,
  )
  assert.ok(changed.status === 'done')
  assert.equal((await it.see(id)).total.amount, '4500.00')
  await office.done(r.changeInvoice, changed.undo!.input as never, elin)
  const back = await it.see(id)
  assert.deepEqual([back.content.subject, back.content.yourReference, back.total.amount], ['First', 'Eva', '5000.00'])
  const terms = await office.dispatch(r.setTerms, { id: it.customer, paymentDays: 10 }, elin)
  assert.ok(terms.status === 'done')
  assert.equal((await it.see(id)).paper?.dueOn, '2026-12-04')
  await office.done(r.setTerms, terms.undo!.input as never, elin)
  const price = await office.dispatch(r.setPrice, { text: 'Advice', unit: 'hour', price: '1250.5' }, elin)
  assert.ok(price.status === 'done')
  await office.done(r.removePrice, price.undo!.input as never, elin)
  const list = await office.query(r.listPrices, {}, elin)
  assert.ok(list.status === 'done' && list.output.rows.length === 0)
})

test('strangers are told nothing', async () => {
  const { office, visitor } = it
  const id = await it.draft()
  await office.superuser.query('update kernel.record set class = 2 where id = $1', [id])
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [r.changeInvoice, { id }],
    [r.discardInvoice, { id }],
    [r.issueInvoice, { id }],
    [r.creditInvoice, { id }],
    [r.sendInvoice, { id, sendBy: 'print' }],
    [r.notePayment, { id, amount: sek('1.00') }],
    [r.writeOffInvoice, { id, reason: 'x' }],
    [r.pauseReminders, { id, itemId: id, pauseReason: 'other' }],
  ]
  for (const [command, input] of acts)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
  for (const query of [r.getInvoice, r.getPaper])
    assert.equal(refusalOf(await office.query(query as typeof r.getPaper, { id }, visitor)), 'record-not-found')
})

test('papers as files: the PDF, UBL only where its rules are kept, a statement; a stranger gets none', async () => {
  const { office, elin, visitor } = it
  const fetched = async (path: string, id: string, as: typeof elin) => {
    const route = receivableRoutes.find(one => one.path === path)!
    const caller = { organisationId: as.organisationId, principalId: as.id, mandateId: null }
    const asked = { params: { id }, query: {}, caller, requestId: 'r', language: 'en' }
    const { status = 200, body } = await route.answer(office.kernel, asked)
    return { status, text: Buffer.from(body as Uint8Array).toString('latin1') }
  }
  const ubl = '/api/receivables/papers/:id/ubl'
  const draft = await it.draft()
  assert.equal((await fetched(ubl, draft, elin)).status, 409)
  await office.done(r.issueInvoice, { id: draft }, elin)
  const lacking = await fetched(ubl, draft, elin)
  assert.deepEqual([lacking.status, /PEPPOL-EN16931-R003/.test(lacking.text)], [422, true])
  const buyer = await it.firm('Whole AB', { companyNumber: '556036-0793' })
  const id = await it.draft([hours], { customerId: buyer, yourReference: 'Eva' })
  await office.done(r.issueInvoice, { id }, elin)
  const right = await fetched(ubl, id, elin)
  assert.deepEqual([right.status, right.text.slice(0, 5)], [200, '<?xml'], right.text.slice(0, 300))
  // a schema that the operator has laid out is asked too: this one knows no invoice with anything in it
  const schemas = await mkdtemp(join(tmpdir(), 'kontor-schemas-'))
  const was = process.env['KONTOR_SCHEMAS']
  process.env['KONTOR_SCHEMAS'] = schemas
  try {
    const empty = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
      targetNamespace="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><xs:element name="Invoice"><xs:complexType/></xs:element></xs:schema>`
    await writeFile(join(schemas, 'UBL-Invoice-2.1.xsd'), empty)
    const broken = await fetched(ubl, id, elin)
    assert.deepEqual([broken.status, /XSD/.test(broken.text)], [422, true])
  } finally {
    if (was === undefined) delete process.env['KONTOR_SCHEMAS']
    else process.env['KONTOR_SCHEMAS'] = was
    await rm(schemas, { recursive: true })
  }
  for (const [path, of] of [
    ['/api/receivables/papers/:id/pdf', id],
    ['/api/receivables/customers/:id/statement', buyer],
  ] as const)
    assert.equal((await fetched(path, of, elin)).text.slice(0, 5), '%PDF-', path)
  await office.superuser.query('update kernel.record set class = 2 where id = $1', [id])
  assert.equal((await fetched('/api/receivables/papers/:id/pdf', id, visitor)).status, 404)
})
