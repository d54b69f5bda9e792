import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from './ids.ts'
import { isDay, isMoment, isText, liked, partsOfPlace, readPlace, writePlace } from './place.ts'

test('a place is read as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }).filter(isText), key => {
      const id = newId()
      assert.deepEqual(readPlace(writePlace(key, id)), { key, id })
    }),
  )
})

test('what nobody wrote, or is of another order, starts the list from its beginning', () => {
  fc.assert(fc.property(fc.string(), text => readPlace(text) === null))
  const id = newId()
  for (const text of [undefined, '', writePlace('only one'), writePlace('key', 'no id'), writePlace('nul \0', id)])
    assert.equal(readPlace(text), null)
  assert.equal(readPlace(writePlace('a name', id), isDay), null)
  assert.equal(partsOfPlace(writePlace('one', 'two', 'three'), 2), null)
})

test('days and moments are those that the database reads too', () => {
  for (const day of ['2026-02-28', '2024-02-29', '9999-12-31']) assert.ok(isDay(day), day)
  for (const day of ['2026-02-30', '0000-01-01', '2026-2-1', 'today', '+020260-01-01']) assert.ok(!isDay(day), day)
  for (const moment of ['2026-11-22T04:30:00Z', '2026-11-22T04:30:00.123456+01:00']) assert.ok(isMoment(moment), moment)
  for (const moment of ['2026-11-22', '0000-01-01T00:00:00Z', 'now']) assert.ok(!isMoment(moment), moment)
})

test('signs that `like` reads as patterns are read as themselves', () => {
  assert.equal(liked('50 %_\\'), '%50 \\%\\_\\\\%')
})
