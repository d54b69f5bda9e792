import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { usualSettings } from './contract/shapes.ts'
import { isDigestDue, isQuiet, settingsFrom } from './hours.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`)

test('quiet from evening to morning, and on days off; the digest from its hour on its days', () => {
  assert.deepEqual(
    ['2026-11-24T17:59', '2026-11-24T18:00', '2026-11-25T06:59', '2026-11-25T07:00', '2026-11-28T12:00'].map(text =>
      isQuiet(usualSettings, at(text)),
    ),
    [false, true, true, false, true],
  )
  assert.deepEqual(
    ['2026-11-24T07:29', '2026-11-24T07:30', '2026-11-24T23:00', '2026-11-28T09:00'].map(text =>
      isDigestDue(usualSettings, at(text)),
    ),
    [false, true, true, false],
  )
  assert.deepEqual(settingsFrom({ digestAt: '25:00' }), usualSettings)
})

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)

test('what is quiet from one hour to another is not quiet from the other to the one', () => {
  fc.assert(
    fc.property(clock, clock, fc.integer({ min: 0, max: 1439 }), (from, until, minute) => {
      const now = at('2026-11-24T00:00').add({ minutes: minute })
      const [one, other] = [
        { ...usualSettings, quietFrom: from, quietUntil: until },
        { ...usualSettings, quietFrom: until, quietUntil: from },
      ]
      if (from === until) assert.equal(isQuiet(one, now), false)
      else assert.notEqual(isQuiet(one, now), isQuiet(other, now))
    }),
  )
})
