import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { searchEverything } from '../builtin/contract.ts'
import { command, contract } from '../declare.ts'
import { defineModule, implementCommand } from '../implement.ts'
import { emptyCatalogues } from '../language/testing.ts'
import { confidentiality, instant, longText, text, z } from '../schema.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../testing.ts'
import { foldInPlace, snippetOf, wordsOf } from './snippet.ts'

const write = command({
  name: 'notes.write',
  summary: 'Writes a note.',
  input: z.strictObject({
    title: text(),
    body: longText(),
    language: z.string().nullable().default(null),
    class: confidentiality().default(1),
    at: instant().optional(),
    audience: z.array(z.uuid()).optional(),
  }),
  output: z.strictObject({ id: z.uuid() }),
  example: { title: 'x', body: 'y' },
})
const notes = defineModule({
  contract: contract({ name: 'notes', commands: [write] }),
  commands: [
    implementCommand(write, {
      run: async (act, input) => {
        const { title, body, language, class: klass, at, audience } = input
        return {
          output: {
            id: await act.createRecord({
              kind: 'note',
              title,
              class: klass,
              ...(audience ? { audience } : {}),
              search: { body, language, ...(at ? { at } : {}) },
            }),
          },
        }
      },
    }),
  ],
  catalogues: emptyCatalogues,
})

let k: TestKernel
let owner: TestPrincipal
const titles = async (words: string, as = owner) => {
  const answer = await k.query(searchEverything, { text: words }, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.status === 'done' ? answer.output.hits.map(hit => hit.title) : []
}

before(async () => {
  k = await testKernel([notes])
  owner = k.principal(await k.openOrganisation())
  const written: [string, string, string | null][] = [
    [
      'Faktura 88214',
      'Filterbyte ventilationsaggregat, injustering av luftflöden på plan 3. Räkningarna betalas.',
      'sv',
    ],
    ['Hyreskontrakt', 'Nøklene leveres til vaktmesteren; leietakerne varsles om rørleggere.', 'nb'],
    ['Factuur waterschap', 'De rekeningen voor de zuiveringsheffing zijn geïndexeerd.', 'nl'],
    ['Factură energie', 'Consumul lunii a fost citit în şedinţa comisiei; plăţile urmează.', 'ro'],
    ['Fatura de eletricidade', 'As prestações serão debitadas; informações à administração.', 'pt'],
    ['Meeting minutes', 'The contractors promised better deliveries by Friday.', 'en'],
    ['Örjan Åkesson', '', null],
    [
      'Order',
      'Write to orders@megustaolive.example or see https://shop.oliveoil.example/terms/delivery_notes.pdf today',
      'en',
    ],
  ]
  for (const [title, body, language] of written) await k.done(write, { title, body, language }, owner)
})
after(() => k.close())

test('words are found in six languages: inflected, folded, begun, with comma and cedilla alike', async () => {
  const finds: [string, string][] = [
    ['räkning', 'Faktura 88214'],
    ['luftflode', 'Faktura 88214'],
    ['ventilat', 'Faktura 88214'],
    ['88214', 'Faktura 88214'],
    ['leietaker', 'Hyreskontrakt'],
    ['nokler', 'Hyreskontrakt'],
    ['rekening', 'Factuur waterschap'],
    ['geindexeerd', 'Factuur waterschap'],
    ['ședința', 'Factură energie'],
    ['şedinţă', 'Factură energie'],
    ['sedinta', 'Factură energie'],
    ['plata', 'Factură energie'],
    ['informação', 'Fatura de eletricidade'],
    ['administracao', 'Fatura de eletricidade'],
    ['delivery contractor', 'Meeting minutes'],
    ['orjan', 'Örjan Åkesson'],
    ['megustaolive', 'Order'],
    ['orders@megustaolive.example', 'Order'],
    ['oliveoil', 'Order'],
    ['delivery_notes.pdf', 'Order'],
  ]
  for (const [words, title] of finds) assert.deepEqual(await titles(words), [title], words)
})

test('every word must be there; a minus excludes; quotes keep together; a misspelling is offered what looks alike', async () => {
  assert.deepEqual(await titles('friday räkning'), [])
  assert.deepEqual(await titles('faktura -energie'), ['Faktura 88214'])
  assert.deepEqual(await titles('"promised better"'), ['Meeting minutes'])
  assert.deepEqual(await titles('"better promised"'), [])
  assert.equal((await titles('Orjan Akeson'))[0], 'Örjan Åkesson')
})

test('a record is found wherever its day lies, also years back and far ahead, the newest first', async () => {
  const days = [
    '1999-02-01',
    '2019-05-31',
    '2024-12-31',
    '2026-08-01',
    '2026-10-31',
    '2026-11-30',
    '2027-01-01',
    '2031-03-03',
  ]
  const noon = (day: string) => `${day}T12:00:00Z`
  for (const day of days) await k.done(write, { title: day, body: 'wherever', at: noon(day) }, owner)
  for (const today of ['2026-11-22', '2026-12-31', '2027-01-01', '2026-03-01']) {
    k.setClock(Temporal.Instant.from(noon(today)))
    assert.deepEqual(await titles('wherever'), days.toReversed(), today)
  }
  k.setClock(null)
})

test('where there are more hits than are ranked, the newest are taken, however they lie', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 900 })), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 31 }),
      async (daysAgo, most) => {
        const as = k.principal(await k.openOrganisation())
        const today = Temporal.PlainDate.from('2026-11-22')
        const days = daysAgo
          .map(ago => today.subtract({ days: ago }).toString())
          .toSorted()
          .toReversed()
        for (const day of days) await k.done(write, { title: day, body: 'wherever', at: `${day}T12:00:00Z` }, as)
        const client = await k.superuser.connect()
        try {
          await client.query('begin')
          await client.query("select set_config('kontor.organisation_id', $1, true)", [as.organisationId])
          const { rows } = await client.query<{ title: string }>(
            "select title from kernel.search('wherever', 3::smallint, '{}', null, $1, $2) order by at desc",
            [today.toString(), most],
          )
          assert.deepEqual(
            rows.map(row => row.title),
            days.slice(0, most),
          )
          const before = days[Math.floor(days.length / 2)]!
          const older = await client.query<{ title: string }>(
            "select title from kernel.search('wherever', 3::smallint, '{}', null, $1, $2, $3) order by at desc",
            [today.toString(), most, `${before}T00:00:00Z`],
          )
          assert.deepEqual(
            older.rows.map(row => row.title),
            days.filter(day => day < before).slice(0, most),
          )
        } finally {
          await client.query('rollback')
          client.release()
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('what one may not see is not found, counted or hinted at', async () => {
  const secret = 'canarybird'
  await k.done(write, { title: `Medical ${secret}`, body: secret, class: 2 }, owner)
  await k.done(write, { title: `For one ${secret}`, body: secret, audience: [owner.id] }, owner)
  assert.equal((await titles(secret)).length, 2)
  const low = k.principal(owner.organisationId, { clearance: 1 })
  const stranger = k.principal(await k.openOrganisation())
  for (const as of [low, stranger]) {
    for (const words of [secret, 'canaryb', 'canarybirt']) {
      const answer = await k.query(searchEverything, { text: words }, as)
      assert.deepEqual(answer.status === 'done' && [answer.output.total, answer.output.hits], [0, []])
    }
  }
})

test('anything typed is answered', async () => {
  for (const words of [
    '',
    ' ',
    '&|!()',
    "'",
    ':*',
    '\\',
    '-',
    '""',
    '<->',
    'a'.repeat(400),
    '💡',
    '- -x "',
    '%',
    'ok\u0301',
  ])
    await titles(words)
})

test('snippets mark the folded word where it stands', () => {
  const body = `${'ord '.repeat(40)}injustering av luftflöden på plan 3`
  const snippet = snippetOf(body, wordsOf('Luftflode'))
  assert.ok(snippet)
  assert.deepEqual(
    snippet.marks.map(([from, to]) => snippet.text.slice(from, to)),
    ['luftflöde'],
  )
  assert.equal(snippetOf('nothing here', wordsOf('absent')), null)
  for (const text of ['ßÆŒÿ', 'Ștefan', 'İstanbul', '👍🏽 ok']) assert.equal(foldInPlace(text).length, text.length)
})
