import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { invoiceInside } from '../../../formats/einvoice/inside-pdf.ts'
import { newId } from '../../../kernel/ids.ts'
import { setUpBooks } from '../../ledger/contract.ts'
import { ledger } from '../../ledger/index.ts'
import { multibancoOf } from '../../../formats/references/portugal.ts'
import * as p from '../contract.ts'
import { insertRecord, type PayablesOffice, payablesOffice } from '../testing.ts'

let it: PayablesOffice
before(async () => {
  it = await payablesOffice(ledger)
  it.goTo('2026-11-24')
  await it.office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, it.elin)
})
after(() => it.office.close())

const aggregate = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const invoice = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID><cbc:ID>7</cbc:ID></Invoice>`

/** A confirmed paper with its file, and the bill that is made of it. */
async function billOf(content: string | Buffer, mediaKind: string): Promise<string> {
  const { office, organisationId, system } = it
  const file = await office.kernel.files.put(organisationId, Buffer.from(content), { name: 'invoice.xml' })
  const documentId = await insertRecord(office, organisationId, 'document', `Invoice ${mediaKind}`)
  await office.superuser.query(
    `insert into documents.document (organisation_id, id, file_id, digest, name, media_kind, state, received_at, arrived_by, kind, sender_name, number, issued_on, due_on, currency, total_minor, confirmed_at, confirmed_by)
     values ($1, $2, $3, $4, 'invoice.xml', $5, 'confirmed', '2026-11-23T08:00:00Z', 'mail', 'bill', 'Lindholms Papper AB', $6, '2026-11-20', '2026-12-20', 'SEK', 125000, '2026-11-23T09:00:00Z', $7)`,
    [organisationId, documentId, file.id, file.digest, mediaKind, newId().slice(-8), it.elin.id],
  )
  const { id } = await office.done(p.takeBill, { documentId }, system)
  assert.ok(id)
  await office.runJobs()
  await office.runJobs()
  return id
}

test('the e-invoice that a bill came as is checked, and what departs from the rules is told in words', async () => {
  const id = await billOf(invoice, 'ubl')
  const answer = await it.office.query(p.getEInvoice, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  const { checked } = answer.output
  assert.deepEqual([checked?.syntax, checked?.profile], ['ubl', 'peppol-bis-3'])
  const found = checked?.findings.find(one => one.rule === 'BR-06')
  assert.deepEqual(found, {
    rule: 'BR-06',
    severity: 'fatal',
    location: '/Invoice (line 1)',
    words: 'missing',
    params: { term: 'BT-27' },
    term: { word: 'name', part: 'seller' },
  })
})

const alarmOf = async (id: string) => {
  const seen = await it.office.query(p.getBill, { id }, it.elin)
  const bill = seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
  return bill.alarms.find(({ rule }) => rule === 'einvoice-wrong')
}

test('what an e-invoice must not be like stops the bill until somebody accepts it with a reason; the same again stays accepted', async () => {
  const { office, elin, system } = it
  const id = await billOf(invoice, 'ubl')
  const alarm = await alarmOf(id)
  assert.equal(alarm?.severity, 'stop')
  assert.ok((alarm.data['rules'] as string[]).every(rule => /^(BR|PEPPOL)-/.test(rule)))
  await office.done(p.codeBill, { id, lines: [{ net: { amount: '1250.00', currency: 'SEK' }, account: '5410' }] }, elin)
  const approved = await office.dispatch(p.approveBill, { id }, elin)
  assert.ok(approved.status === 'done')
  const ready = async () =>
    (await office.superuser.query('select ready from ledger.item where record_id = $1', [id])).rows[0] as {
      ready: boolean
    }
  assert.deepEqual(await ready(), { ready: false })
  await office.done(
    p.settleAlarm,
    { id, rule: 'einvoice-wrong', how: 'phone', said: 'They will send it right next time.' },
    elin,
  )
  assert.deepEqual(await ready(), { ready: true })
  const told = (rule: string) => ({
    id,
    syntax: 'ubl' as const,
    profile: 'peppol-bis-3',
    findings: [{ rule, severity: 'fatal' as const, location: '/Invoice', words: 'missing', params: {} }],
  })
  await office.done(p.noteEInvoice, told('BR-02'), system)
  assert.deepEqual([(await alarmOf(id))?.settledAt, await ready()], [null, { ready: false }])
  await office.done(p.settleAlarm, { id, rule: 'einvoice-wrong', how: 'seen', said: 'Known.' }, elin)
  await office.done(p.noteEInvoice, told('BR-02'), system)
  assert.notEqual((await alarmOf(id))?.settledAt, null)
  await office.done(p.noteEInvoice, { ...told('BR-02'), findings: [] }, system)
  assert.deepEqual([await alarmOf(id), await ready()], [undefined, { ready: true }])
})

/** As a hybrid PDF holds it: a stream of its own, packed. */
function hybrid(xml: string, dictionary = '/Type /EmbeddedFile /Subtype /text#2Fxml /Filter /FlateDecode'): Buffer {
  const packed = dictionary.includes('FlateDecode') ? deflateSync(xml) : Buffer.from(xml)
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n2 0 obj\n'),
    Buffer.from(`<< ${dictionary} /Length ${packed.length} >>\nstream\r\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n%%EOF'),
  ])
}

test('the e-invoice inside a hybrid PDF is found, checked and its lines are taken over', async () => {
  const wrong = '<order xmlns="urn:x"/>'
  assert.equal(invoiceInside(hybrid(wrong)), null)
  assert.equal(invoiceInside(Buffer.from('%PDF-1.7 /EmbeddedFile stream')), null)
  assert.equal(invoiceInside(hybrid(invoice).subarray(0, 200)), null)
  assert.deepEqual(
    Buffer.from(invoiceInside(hybrid(invoice, '/Subtype /application#2Fxml'))!)
      .toString()
      .trim(),
    invoice,
  )
  const lined = invoice.replace(
    '</Invoice>',
    `<cac:InvoicePeriod xmlns:cac="${aggregate}"><cbc:StartDate>2027-01-01</cbc:StartDate><cbc:EndDate>2027-12-31</cbc:EndDate></cac:InvoicePeriod>
    <cac:InvoiceLine xmlns:cac="${aggregate}"><cbc:ID>1</cbc:ID><cbc:LineExtensionAmount currencyID="SEK">1000.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Insurance</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item></cac:InvoiceLine></Invoice>`,
  )
  const id = await billOf(hybrid(lined), 'pdf')
  const answer = await it.office.query(p.getEInvoice, { id }, it.elin)
  assert.ok(answer.status === 'done' && answer.output.checked?.syntax === 'ubl')
  const seen = await it.office.query(p.getBill, { id }, it.elin)
  assert.ok(seen.status === 'done')
  assert.deepEqual(
    seen.output.lines.map(line => [line.text, line.net.amount, line.vat.amount, line.periodFrom, line.periodTo]),
    [['Insurance', '1000.00', '250.00', '2027-01-01', '2027-12-31']],
  )
})

test('a bill that came as something else, and what is no e-invoice, has none', async () => {
  for (const [content, mediaKind] of [
    ['%PDF-1.7', 'pdf'],
    ['<order/>', 'xml'],
    ['<!DOCTYPE a><a/>', 'ubl'],
  ] as const) {
    const id = await billOf(content, mediaKind)
    assert.deepEqual(await it.office.query(p.getEInvoice, { id }, it.elin), {
      status: 'done',
      output: { checked: null },
    })
  }
})

test('whoever may not see the bill is told that there is none', async () => {
  const id = await billOf(invoice, 'ubl')
  const stranger = it.office.principal(await it.office.openOrganisation())
  const answer = await it.office.query(p.getEInvoice, { id }, stranger)
  assert.equal(answer.status === 'refused' && answer.refusal.name, 'record-not-found')
})

test('the entity printed beside a Multibanco reference comes with it, so that the bill can be paid', async () => {
  const { office, organisationId, system } = it
  const reference = multibancoOf('21423', '1234567', 12_300n)
  const make = async (text: string, given: string) => {
    const documentId = await insertRecord(office, organisationId, 'document', `Fatura ${given}`)
    const file = await office.kernel.files.put(organisationId, Buffer.from(text), { name: 'f.txt' })
    await office.superuser.query(
      `insert into documents.document (organisation_id, id, file_id, digest, name, media_kind, state, received_at, arrived_by, kind, sender_name, number, issued_on, due_on, currency, total_minor, reference, text, confirmed_at, confirmed_by)
       values ($1, $2, $8, $3, 'f.pdf', 'pdf', 'confirmed', '2026-11-23T08:00:00Z', 'mail', 'bill', 'Papelaria Lda', $4, '2026-11-20', '2026-12-20', 'EUR', 12300, $5, $6, '2026-11-23T09:00:00Z', $7)`,
      [organisationId, documentId, file.digest, newId().slice(-8), given, text, it.elin.id, file.id],
    )
    const { id } = await office.done(p.takeBill, { documentId }, system)
    const seen = await office.query(p.getBill, { id: id! }, it.elin)
    return seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
  }
  await office.superuser.query(`update kernel.organisation set country = 'PT' where organisation_id = $1`, [
    organisationId,
  ])
  try {
    const table = `Pagamento por Multibanco\nEntidade Referência Montante\n21423 ${reference} 123,00 €`
    for (const text of [`Entidade: 21423\nReferência: ${reference}`, table]) {
      const bill = await make(text, reference)
      assert.deepEqual(
        [bill.reference?.scheme, bill.reference?.value, bill.method],
        ['multibanco', `21423${reference}`, 'multibanco'],
      )
      assert.ok(!bill.alarms.some(({ rule }) => rule === 'reference-wrong'), 'it checks with the sum')
    }
    assert.equal((await make('Cliente 12345', reference)).reference?.scheme, 'text', 'five digits that nobody calls so')
  } finally {
    await office.superuser.query(`update kernel.organisation set country = 'SE' where organisation_id = $1`, [
      organisationId,
    ])
  }
})
