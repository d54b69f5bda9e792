import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../../../kernel/language/catalogue.ts'
import { fieldNames, fields, filled, kept, shownIn } from './fields.ts'

test('a field is understood in every language, kept by one name and shown as the reader calls it', () => {
  for (const language of languages)
    for (const field of fields) {
      const typed = `Hej {${fieldNames[language][field]}}!`
      assert.equal(kept(typed), `Hej {${field}}!`, `${language} ${field}`)
      assert.equal(shownIn(kept(typed), language), typed)
    }
  assert.equal(kept('{ Fornamn } {FÖRNAMN} {first name}'), '{first-name} {first-name} {first-name}')
})

test('what nobody knows stays to be seen', () => {
  assert.deepEqual(filled('Dear {name}, {date} {my-name}', { name: 'Anna', 'my-name': 'Elin' }), {
    text: 'Dear Anna, {date} Elin',
    missing: ['date'],
  })
  assert.deepEqual(filled('{}{1}{{name}}', { name: 'A' }), { text: '{}{1}{A}', missing: [] })
})
