import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findParty, getParty, importParties, listParties, previewImport, undoImport } from '../contract.ts'
import { type DirectoryOffice, directoryOffice, outputOf, refusalOf } from '../testing.ts'

let it: DirectoryOffice
before(async () => {
  it = await directoryOffice()
})
after(() => it.office.close())

const list = [
  'Namn;Företag;E-post;Mobil;Postadress;Postnr;Ort;Orgnr',
  'Karin Öberg;Hisings Ventilation AB;karin@hisings.example;070-123 45 67;Hisingsgatan 30;417 03;Göteborg;',
  'Ștefan Ångström;Hisings Ventilation AB;stefan@hisings.example;;;;;',
  'Klippan Fastigheter AB;;info@klippan.example;031-390 06 41;Klippan 1;414 51;Göteborg;556016-0680',
  'Karin Öberg;Hisings Ventilation AB;karin@hisings.example;;;;;',
  ';;;;;;;x',
].join('\r\n')

test('a pasted list is previewed and imported, marks intact, repeats and nameless rows left out, and taken back', async () => {
  const { office, elin } = it
  const preview = outputOf(await office.query(previewImport, { text: list }, elin))
  assert.deepEqual(preview.columns, {
    separator: ';',
    header: true,
    columns: ['name', 'organisation', 'email', 'mobile', 'street', 'postcode', 'city', 'companyNumber'],
  })
  assert.deepEqual([preview.people, preview.organisations, preview.unusable], [2, 2, [{ row: 6, why: 'no-name' }]])
  assert.deepEqual(preview.sample[0]?.slice(0, 3), ['Karin Öberg', 'Hisings Ventilation AB', 'karin@hisings.example'])
  assert.equal(preview.rows.find(row => row.row === 5 && row.kind === 'person')?.repeats, 2)

  const outcome = await office.dispatch(importParties, { text: list }, elin)
  assert.equal(outcome.status, 'done')
  if (outcome.status !== 'done') return
  assert.deepEqual([outcome.output.created, outcome.output.people, outcome.output.organisations], [4, 2, 2])
  const all = outputOf(await office.query(listParties, {}, elin))
  assert.deepEqual(
    all.rows.map(row => [row.title, row.memberOf?.title ?? null]),
    [
      ['Hisings Ventilation AB', null],
      ['Karin Öberg', 'Hisings Ventilation AB'],
      ['Klippan Fastigheter AB', null],
      ['Ștefan Ångström', 'Hisings Ventilation AB'],
    ],
  )
  const karin = outputOf(await office.query(getParty, { id: all.rows[1]!.id }, elin))
  assert.deepEqual([karin.phones[0]?.e164, karin.addresses[0]?.city], ['+46701234567', 'Göteborg'])

  // once more: everybody is known
  const again = await office.done(importParties, { text: list }, elin)
  assert.deepEqual([again.created, again.known], [0, 7])

  await office.done(undoImport, outcome.undo!.input as never, elin)
  assert.equal(outputOf(await office.query(listParties, {}, elin)).total, 0)
  assert.equal(
    outputOf(await office.query(findParty, { wanted: [{ companyNumber: '5560160680' }] }, elin)).found[0]!.length,
    0,
  )
})

test('tables without names or rows are refused; another office never sees what was imported', async () => {
  const { office, elin, stranger } = it
  assert.equal(
    refusalOf(await office.dispatch(importParties, { text: 'E-post\na@b.example\n' }, elin)),
    'columns-without-name',
  )
  assert.equal(refusalOf(await office.dispatch(importParties, { text: 'Namn;E-post\n' }, elin)), 'table-empty')
  const { importId } = await office.done(
    importParties,
    { text: 'Namn;E-post\nCanary Kanariefågel;canary@x.example\n' },
    elin,
  )
  assert.equal(refusalOf(await office.dispatch(undoImport, { importId }, stranger)), 'import-unknown')
  assert.doesNotMatch(JSON.stringify(await office.query(listParties, {}, stranger)), /[Cc]anary/)
  const table = outputOf(
    await office.query(previewImport, { text: 'Navn;E-post\nCanary Kanariefågel;canary@x.example\n' }, stranger),
  )
  assert.equal(table.known, 0)
})

test('4,000 rows are one act of seconds', async () => {
  const { office, elin } = it
  const lines = ['Name\tCompany\tEmail\tPhone']
  for (let n = 0; n < 4_000; n++)
    lines.push(`Person${n} Test\tFirm ${n % 500} AB\tp${n}@bulk.example\t+4631${String(n).padStart(7, '0')}`)
  const started = performance.now()
  const outcome = await office.done(importParties, { text: lines.join('\n') }, elin)
  const ms = performance.now() - started
  assert.deepEqual([outcome.created, outcome.people, outcome.known], [4_500, 4_000, 3_500])
  console.log(`4,000 rows imported in ${Math.round(ms)} ms`)
  assert.ok(ms < 60_000, `${ms} ms`)
  const begun = performance.now()
  const found = outputOf(await office.query(listParties, { text: 'person1999 te', limit: 20 }, elin))
  console.log(`found in ${Math.round(performance.now() - begun)} ms`)
  assert.ok(found.rows.some(row => row.title === 'Person1999 Test'))
})
