import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../../kernel/ids.ts'
import { setUpBooks } from '../../ledger/contract.ts'
import { ledger } from '../../ledger/index.ts'
import * as p from '../contract.ts'
import { insertRecord, type PayablesOffice, payablesOffice } from '../testing.ts'

let it: PayablesOffice
before(async () => {
  it = await payablesOffice(ledger)
  it.goTo('2026-11-24')
  await it.office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, it.elin)
})
after(() => it.office.close())

const invoice = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID><cbc:ID>7</cbc:ID></Invoice>`

/** A confirmed paper with its file, and the bill that is made of it. */
async function billOf(content: string, mediaKind: string): Promise<string> {
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
