import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tied } from './tied.ts'

const shown = (text: string) => tied(text).replaceAll('\u00a0', '_')

test('amounts hold together, words do not', () => {
  assert.equal(shown('Pay 48 312,50 SEK to Hisings Ventilation AB'), 'Pay 48_312,50_SEK to Hisings Ventilation AB')
  assert.equal(shown('Plati 1 284 600,00 lei'), 'Plati 1_284_600,00_lei')
  assert.equal(shown('Betala 995 kr, 12 % moms'), 'Betala 995_kr, 12_% moms')
  assert.equal(shown('Rum 12 KRAV-märkt, 3 korgar'), 'Rum 12 KRAV-märkt, 3 korgar')
  assert.equal(shown('Call on 14 Nov, 4 people'), 'Call on 14 Nov, 4 people')
})

test('only spaces change, and only into spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'09 ,.SEKkr%x\u202f') }), text => {
      assert.equal(tied(text).replace(/[\u00a0\u202f]/g, ' '), text.replace(/\u202f/g, ' '))
      assert.equal(tied(tied(text)), tied(text))
    }),
  )
})
