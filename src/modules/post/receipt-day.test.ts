import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiptRules } from './contract/shapes.ts'
import { deadlineOf } from './receipt-day.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const came = (
  rule: (typeof receiptRules)[number],
  postmark: string | null = '2026-11-20',
  signed: string | null = null,
) => ({
  arrivedOn: day('2026-11-24'),
  postmarkOn: postmark ? day(postmark) : null,
  rule,
  signedOn: signed ? day(signed) : null,
})
const said = (country: string, ...given: Parameters<typeof came>) => {
  const { receiptOn, answerBy } = deadlineOf(came(...given), 21, country)
  return [receiptOn?.toString() ?? null, answerBy?.toString() ?? null]
}

test('the day of receipt by each rule, and the last day to answer, never on a day off', () => {
  assert.deepEqual(said('SE', 'arrival'), ['2026-11-24', '2026-12-15'])
  assert.deepEqual(
    said('NL', 'day-after-sent'),
    ['2026-11-21', '2026-12-14'],
    'a Saturday counts, the end does not fall on it',
  )
  assert.deepEqual(said('PT', 'third-day'), ['2026-11-23', '2026-12-14'])
  assert.deepEqual(
    said('PT', 'third-day', '2026-11-19'),
    ['2026-11-23', '2026-12-14'],
    'a Sunday: the next working day',
  )
  assert.deepEqual(said('SE', 'two-weeks'), ['2026-12-04', '2026-12-28'], 'not on the second day of Christmas')
  assert.deepEqual(said('RO', 'signed'), [null, null])
  assert.deepEqual(said('RO', 'signed', null, '2026-11-25'), ['2026-11-25', '2026-12-16'])
  assert.deepEqual(said('NL', 'day-after-sent', null), [null, null], 'unknown stays unknown')
})
