import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as check from './check-digits.ts'

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map(list => list.join(''))

/** Another digit in place of one. */
function changed(text: string, at: number, by: number): string {
  const index = at % text.length
  return text.slice(0, index) + ((Number(text[index]) + by) % 10) + text.slice(index + 1)
}

test('one wrong digit is always seen by Luhn and by mod 11', () => {
  fc.assert(
    fc.property(digits(4, 20), fc.nat({ max: 30 }), fc.integer({ min: 1, max: 9 }), (payload, at, by) => {
      const ocr = payload + check.mod10(payload)
      assert.ok(check.isOcr(ocr))
      assert.ok(!check.isOcr(changed(ocr, at, by)))
      const control = check.mod11(payload.slice(0, 6))
      if (control !== null)
        assert.ok(check.isKid(payload.slice(0, 6).padStart(6, '0') + check.mod10(payload.slice(0, 6).padStart(6, '0'))))
    }),
  )
})

test('known numbers', () => {
  assert.ok(check.isBankgiro('9912346'))
  assert.ok(check.isBankgiro('5302195'))
  assert.ok(!check.isBankgiro('5302194'))
  assert.ok(check.isNorwegianAccount('15032045674'))
  assert.ok(!check.isNorwegianAccount('15032045675'))
  assert.ok(check.isKid('004123456719'))
  assert.ok(check.isBetalingskenmerk('2000202601170042'))
  assert.ok(!check.isBetalingskenmerk('1000202601170042'))
  assert.ok(check.isStructuredCommunication('090933755493'))
  assert.ok(check.isCreditorReference('RF18539007547034'))
  assert.ok(!check.isCreditorReference('RF19539007547034'))
  assert.ok(check.isSwissReference('210000000003139471430009017'))
  assert.ok(check.isMultibanco('21423', '123456781', 12300n))
  assert.ok(!check.isMultibanco('21423', '123456781', 12301n))
  assert.ok(check.hasLengthDigit('1002345500'))
})
