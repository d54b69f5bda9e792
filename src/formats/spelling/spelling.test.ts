import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dictionaryOf } from './dictionary.ts'
import { wordsToSpell } from './words.ts'

const aff = `SET UTF-8
TRY abcdefghijklmnopqrstuvwxyz
NEEDAFFIX n
FORBIDDENWORD f
PFX U Y 1
PFX U 0 un .
SFX S Y 2
SFX S 0 s [^y]
SFX S y ies y
SFX D Y 1
SFX D 0 ed/S .
SFX L Y 1
SFX L 0 ly .
`
const dic = ['8', 'kind/UL', 'city/S', 'walk/SD', 'stem/nS', 'wrong/f', 'Anna', 'house', 'door/S'].join('\n')

test('words are taken apart: endings, beginnings, both, an ending upon an ending, conditions; forbidden ones are not known', async () => {
  const words = await dictionaryOf(aff, dic, false)
  for (const word of [
    'kind',
    'unkind',
    'kindly',
    'unkindly',
    'cities',
    'walks',
    'walked',
    'walkeds',
    'stems',
    'Anna',
    'Kind',
    'KIND',
    'doors',
  ])
    assert.ok(words.knows(word), word)
  for (const word of ['citys', 'unwalk', 'stem', 'wrong', 'anna', 'kindies', 'housedoor', 'unly'])
    assert.ok(!words.knows(word), word)
  assert.deepEqual(words.suggestions('wlak'), ['walk'])
  assert.deepEqual(words.suggestions('Citties'), ['Cities'])
})

test('words grow together where a language does so, of parts that are known', async () => {
  const words = await dictionaryOf(aff, dic, true)
  for (const word of ['housedoor', 'housedoors', 'housesdoor', 'house-door']) assert.ok(words.knows(word), word)
  for (const word of ['housedor', 'hosedoor', 'doordo']) assert.ok(!words.knows(word), word)
})

test('names within a sentence, figures, addresses and capitals are not asked about; each word at its place', () => {
  const text = 'Dear Anna,\nthe house B2 at www.tset.example is kept. Wrnog IKEA it’s'
  const found = wordsToSpell({ field: 'text', offset: 10, text, language: 'en' })
  assert.deepEqual(
    found.map(one => one.word),
    ['Dear', 'the', 'house', 'kept', 'Wrnog', "it's"],
  )
  const last = found.at(-1)!
  assert.equal(text.slice(last.start - 10, last.end - 10), 'it’s')
})
