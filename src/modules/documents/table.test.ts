import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { importParties } from '../directory/contract.ts'
import { getDocument, getTable, readAgain, takeIn } from './contract.ts'
import { makeZip } from './reading/fixtures/zip.ts'
import { shapeOf, textOfTable } from './table-shape.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let k: DocumentsKernel
let office: string
let anna: TestPrincipal

before(async () => {
  k = await documentsKernel()
  office = await k.openOrganisation('sv')
  anna = k.principal(office)
})
after(() => k.close())

async function arrived(bytes: Uint8Array | string, name: string): Promise<string> {
  const fileId = await k.store(anna, Buffer.from(bytes as Uint8Array), name)
  const { id } = await k.done(takeIn, { fileId, name, arrivedBy: 'upload' }, anna)
  await k.runJobs()
  return id
}

async function table(id: string, more: object = {}, as = anna) {
  const answer = await k.query(getTable, { id, ...more }, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output
}

test('a CSV that came as a document is a table: header, kinds of columns, rows, and all of it to be taken over', async () => {
  const id = await arrived(
    'Namn;Ort;Född;Avgift\n"Öberg; Karin";Göteborg;1970-01-02;1 200,50\nLars;;1981-05-06;90\n',
    'medlemmar.csv',
  )
  const is = await table(id)
  assert.deepEqual(is.sheets, [{ position: 1, name: '', rows: 3, columns: 4, cut: false }])
  assert.deepEqual([is.header, is.total], [true, 2])
  assert.deepEqual(is.columns, [
    { name: 'Namn', holds: 'text' },
    { name: 'Ort', holds: 'text' },
    { name: 'Född', holds: 'days' },
    { name: 'Avgift', holds: 'numbers' },
  ])
  assert.deepEqual(is.rows[0], ['Öberg; Karin', 'Göteborg', '1970-01-02', '1 200,50'])
  assert.equal(is.text, null)
  const found = await k.query(getDocument, { id }, anna)
  assert.equal(found.status === 'done' && found.output.row.sender, null, 'the names of columns are no sender')
  const { text } = await table(id, { whole: true })
  assert.equal(text, 'Namn\tOrt\tFödd\tAvgift\nÖberg; Karin\tGöteborg\t1970-01-02\t1 200,50\nLars\t\t1981-05-06\t90')
  assert.deepEqual((await table(id, { from: 1 })).rows, [['Lars', '', '1981-05-06', '90']])
})

test('sheets of a workbook are told apart; read again, they stand once', async () => {
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
  const sheet = (name: string, ...rows: string[][]) =>
    `<table:table table:name="${name}">${rows.map(row => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
  const ods = makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content>${sheet('Nycklar', ['Nr', 'Plats'], ['7', 'Kontor'])}${sheet('Tom')}</office:document-content>`,
    'META-INF/manifest.xml': '<manifest/>',
  })
  const id = await arrived(ods, 'nycklar.ods')
  const names = async () => (await table(id)).sheets.map(({ name, rows }) => [name, rows])
  assert.deepEqual(await names(), [
    ['Nycklar', 2],
    ['Tom', 0],
  ])
  assert.deepEqual((await table(id, { sheet: 2 })).rows, [])
  await k.done(readAgain, { id }, anna)
  await k.runJobs()
  assert.deepEqual(await names(), [
    ['Nycklar', 2],
    ['Tom', 0],
  ])
})

test('what is no table has no sheets; what one may not see is not there', async () => {
  const id = await arrived('Hej, det här är ett brev.\nVänligen, Karin', 'brev.txt')
  const is = await table(id)
  assert.deepEqual([is.sheets, is.rows, is.total], [[], [], 0])
  const stranger = k.principal(await k.openOrganisation('sv'))
  const answer = await k.query(getTable, { id }, stranger)
  assert.equal(answer.status === 'refused' && answer.refusal.name, 'record-not-found')
})

test('what is taken over into the directory is as confidential as the document it came in, and follows it', async () => {
  const csv = 'Namn;E-post\nKarin Bågenholm;karin@bagenholm.example\n'
  const fileId = await k.store(anna, Buffer.from(csv), 'lista.csv')
  const { id } = await k.done(takeIn, { fileId, name: 'lista.csv', arrivedBy: 'upload', confidentiality: 2 }, anna)
  await k.runJobs()
  const { text } = await table(id, { whole: true })
  const stranger = k.principal(office, { clearance: 1 })
  const refused = await k.dispatch(importParties, { text: text!, sourceId: id }, stranger)
  assert.equal(refused.status === 'refused' && refused.refusal.name, 'record-not-found')
  await k.done(importParties, { text: text!, sourceId: id }, anna)
  const classes = async () => {
    const { rows } = await k.superuser.query<{ record: number; search: number }>(
      `select r.class as record, s.class as search from kernel.record r
       join kernel.search_entry s on s.organisation_id = r.organisation_id and s.record_id = r.id
       where r.organisation_id = $1 and r.title = 'Karin Bågenholm'`,
      [office],
    )
    return rows
  }
  assert.deepEqual(await classes(), [{ record: 2, search: 2 }])
  await k.superuser.query('update kernel.record set class = 3 where id = $1', [id])
  assert.deepEqual(await classes(), [{ record: 3, search: 3 }])
})

test('a header is one where it names nearly all columns and holds no value', () => {
  const header = (...rows: string[][]) => shapeOf(rows, Math.max(...rows.map(row => row.length))).header
  assert.equal(header(['A', 'B'], ['1', '2']), true)
  assert.equal(header(['A', 'A'], ['1', '2']), false)
  assert.equal(header(['A', '12'], ['B', '13']), false)
  assert.equal(header(['a@b.example', 'Karin'], ['c@d.example', 'Lars']), false)
  assert.equal(header(['Rapport', '', '', ''], ['Namn', 'Ort', 'x', 'y']), false)
  assert.equal(header(['Namn', 'Ort']), false)
  assert.equal(
    textOfTable([
      ['a"b', 'c\td'],
      ['', 'e'],
    ]),
    '"a""b"\t"c\td"\n\te',
  )
})
