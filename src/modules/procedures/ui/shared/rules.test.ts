import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenOf, type DayNames, monthSpans, rruleOf, ruleKinds, ruleSentence } from './rules.ts'

test('what is chosen comes back as it was chosen', () => {
  const fromOn = '2026-11-24'
  for (const kind of ruleKinds) {
    const n = kind === 'last-workday' ? -1 : kind === 'quarter' || kind === 'year' || kind === 'own' ? 0 : 3
    const rrule = rruleOf({ kind, n }, fromOn, 'FREQ=DAILY')
    assert.deepEqual(chosenOf({ rrule, fromOn }), { kind, n }, rrule)
  }
  assert.equal(chosenOf({ rrule: 'FREQ=MONTHLY;BYDAY=-1TH', fromOn }).kind, 'own')
})

test('a rule out of a law is said in words', () => {
  const month = (n: number) => new Intl.DateTimeFormat('en', { month: 'short' }).format(new Date(2026, n - 1, 15))
  const names: DayNames = { weekday: String, months: numbers => monthSpans(numbers, month), on: day => day }
  const said = (rrule: string) => ruleSentence({ rrule, fromOn: '2026-11-24' }, names)
  assert.deepEqual(said('FREQ=YEARLY;BYMONTH=12,2,3,4,5,6,7,9,10,11;BYMONTHDAY=12'), {
    key: 'rhythm.day-of-months',
    params: { n: 12, months: 'Feb–Jul, Sep–Dec' },
  })
  assert.equal(said('FREQ=YEARLY;BYMONTH=1,2,8;BYMONTHDAY=-1')?.key, 'rhythm.last-day-of-months')
  assert.equal(said('FREQ=MONTHLY;BYDAY=-1TH')?.key, 'rhythm.last-weekday')
  assert.equal(said('FREQ=MONTHLY;BYDAY=2TU')?.key, 'rhythm.weekday-of-month')
  assert.equal(said('FREQ=YEARLY;BYWEEKNO=20'), null)
})
