import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMinutes } from './duration.ts'
import { formatsFor } from './formats.ts'

const said: readonly (readonly [string, number | null])[] = [
  ['90', 90],
  ['1:30', 90],
  ['1,5 h', 90],
  ['2h', 120],
  ['2 t 15', 135],
  ['1 h 30 min', 90],
  ['20 min', 20],
  ['2 uur', 120],
  ['1:75', null],
  ['a while', null],
  ['', null],
]
for (const [text, minutes] of said)
  test(`“${text}” is ${minutes ?? 'no duration'}`, () => assert.equal(readMinutes(text), minutes))

test('durations are written and read back', () => {
  const formats = formatsFor({
    language: 'en',
    country: 'SE',
    currency: 'SEK',
    zone: 'Europe/Stockholm',
    hourMark: 'h',
    minuteMark: 'min',
  })
  assert.equal(formats.minutes(230).replaceAll('\u00a0', ' '), '3 h 50 min')
  for (const minutes of [0, 1, 59, 60, 61, 600, 1439]) assert.equal(readMinutes(formats.minutes(minutes)), minutes)
})
