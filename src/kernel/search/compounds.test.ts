import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { pairs } from '../../../bench/compounds/pairs.ts'
import { reindexBatch, reindexSearch, searchEverything } from '../builtin/contract.ts'
import { command, contract } from '../declare.ts'
import { defineModule, implementCommand } from '../implement.ts'
import { systemPrincipalId } from '../ids.ts'
import { emptyCatalogues } from '../language/testing.ts'
import { longText, text, z } from '../schema.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../testing.ts'
import { compoundParts, partsOf } from './compounds.ts'

const write = command({
  name: 'notes.write',
  summary: 'Writes a note.',
  input: z.strictObject({ title: text(), body: longText(), language: z.string() }),
  output: z.strictObject({ id: z.uuid() }),
  example: { title: 'x', body: 'y', language: 'sv' },
})
const retitle = command({
  name: 'notes.retitle',
  summary: 'Gives a note another title.',
  input: z.strictObject({ id: z.uuid(), title: text() }),
  output: z.strictObject({}),
  example: { id: '019aa000-0000-7000-8000-000000000001', title: 'x' },
})
const notes = defineModule({
  contract: contract({ name: 'notes', commands: [write, retitle] }),
  commands: [
    implementCommand(write, {
      run: async (act, { title, body, language }) => ({
        output: { id: await act.createRecord({ kind: 'note', title, search: { body, language } }) },
      }),
    }),
    implementCommand(retitle, {
      locks: ({ id }) => [{ kind: 'note', id }],
      run: async (act, { id, title }) => {
        await act.changeRecord(id, { title })
        return { output: {} }
      },
    }),
  ],
  catalogues: emptyCatalogues,
})

let k: TestKernel
let me: TestPrincipal
before(async () => {
  k = await testKernel([notes])
  me = k.principal(await k.openOrganisation())
})
after(() => k.close())

const titles = async (words: string, as = me) => {
  const answer = await k.query(searchEverything, { text: words }, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.status === 'done' ? answer.output.hits.map(hit => hit.title).sort() : []
}

test('a part of a compound finds it, whole words before it; no phrase goes through it', async () => {
  await k.done(write, { title: 'A', body: 'Uppsägning av hyresavtalet för lokalen', language: 'sv' }, me)
  await k.done(write, { title: 'B avtal', body: 'Ett avtal om städning', language: 'sv' }, me)
  await k.done(write, { title: 'C', body: 'Leieavtalen gjelder lokalet', language: 'nb' }, me)
  await k.done(write, { title: 'D', body: 'De huurovereenkomst eindigt', language: 'nl' }, me)
  await k.done(write, { title: 'E', body: 'Betalningen uteblev', language: 'sv' }, me)
  const answer = await k.query(searchEverything, { text: 'avtal' }, me)
  assert.equal(answer.status === 'done' && answer.output.hits[0]!.title, 'B avtal')
  assert.deepEqual(await titles('avtal'), ['A', 'B avtal', 'C'])
  assert.deepEqual(await titles('overeenkomst'), ['D'])
  assert.deepEqual(await titles('huur'), ['D'])
  assert.deepEqual(await titles('"hyres avtalet"'), [])
})

test('a changed title is found by its parts, and the text still by its own', async () => {
  const { id } = await k.done(write, { title: 'F', body: 'Om bygglovet', language: 'sv' }, me)
  await k.done(retitle, { id, title: 'Bostadsförsäkring' }, me)
  assert.deepEqual(await titles('försäkring'), ['Bostadsförsäkring'])
  assert.deepEqual(await titles('lov'), ['Bostadsförsäkring'])
})

test('reindexing finds what was written without parts, goes on where it was broken off, and leaves search as it is', async () => {
  const as = k.principal(await k.openOrganisation())
  for (let n = 0; n < 250; n++)
    await k.done(write, { title: `N${n}`, body: `Serviceavtalet nummer ${n}`, language: 'sv' }, as)
  await k.superuser.query(
    `update kernel.search_entry set parts = '', words = kernel.search_vector(language, title || E'\\n' || body) || kernel.search_month(at) where organisation_id = $1`,
    [as.organisationId],
  )
  const found = async () => {
    const answer = await k.query(searchEverything, { text: 'avtal' }, as)
    return answer.status === 'done' ? answer.output.total : -1
  }
  assert.equal(await found(), 0)
  const { number } = await k.done(reindexSearch, {}, as)
  const system = { id: systemPrincipalId, organisationId: as.organisationId }
  const first = await k.done(reindexBatch, { number, after: null }, system)
  assert.deepEqual([first.done, first.left], [100, 150])
  assert.equal(await found(), 100)
  await k.runJobs()
  assert.equal(await found(), 250)
  const again = await k.done(reindexBatch, { number, after: null }, system)
  assert.deepEqual(again, { done: 0, last: null, left: 0 })
  const clerk = k.principal(as.organisationId, { permissions: new Map([['kernel.search', null]]) })
  const refused = await k.dispatch(reindexSearch, {}, clerk)
  assert.equal(refused.status === 'refused' && refused.refusal.name, 'act-not-permitted')
})

test('whatever a word is, its parts are parts of it, and parting ends', () => {
  const syllable = fc.constantFrom(
    'av',
    'tal',
    'hyra',
    's',
    'lån',
    'kontor',
    'ning',
    'plan',
    'en',
    'å',
    'ÄÖ',
    'verk',
    'ß',
    'İ',
  )
  fc.assert(
    fc.property(
      fc.constantFrom('sv', 'nb', 'nl', 'ro', 'xx'),
      fc.array(syllable, { maxLength: 14 }),
      (language, made) => {
        const word = made.join('')
        for (const part of partsOf(language, word)) {
          assert.ok(part.length >= 3)
          assert.ok(word.toLowerCase().includes(part), `${part} in ${word}`)
        }
      },
    ),
  )
  assert.equal(compoundParts('en', 'agreement framework'), '')
  assert.equal(compoundParts('sv', 'Hyresavtal, hyresavtal'), compoundParts('sv', 'hyresavtal'))
})

test('the pairs by which it is measured are what they say', () => {
  for (const { found, strangers } of pairs)
    for (const [part, words] of Object.entries(found))
      for (const word of words.split(' ')) {
        assert.ok(word.includes(part.slice(0, -1)), `${part} in ${word}`)
        assert.ok(!strangers.split(' ').includes(word))
      }
})
