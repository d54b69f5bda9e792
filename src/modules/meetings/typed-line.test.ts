/** Without a database: what is typed into minutes, whose turn it is, the day a rhythm falls on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workingCalendar } from '../work/contract.ts'
import { rolesAfter, turnAfter } from './commands/next.ts'
import { ruleOf } from './rhythm.ts'
import { readTypedLine } from './typed-line.ts'

test('what is typed: notes, decisions, and who does what by when, in six languages', () => {
  const at = (language: string) => ({
    today: Temporal.PlainDate.from('2026-11-24'),
    language,
    calendar: workingCalendar('SE'),
  })
  const read = (typed: string, language = 'en') => {
    const { kind, text, who, dueOn } = readTypedLine(typed, at(language))
    return [kind, text, who, dueOn?.toString() ?? null]
  }
  assert.deepEqual(read('We looked at the drawings.'), ['note', 'We looked at the drawings.', null, null])
  assert.deepEqual(read('d The roof is rebuilt in May'), ['decision', 'The roof is rebuilt in May', null, null])
  assert.deepEqual(read('a karin fri: send the drawings'), ['action', 'send the drawings', 'karin', '2026-11-27'])
  assert.deepEqual(read('a karin öberg fre: skicka: allt', 'sv'), [
    'action',
    'skicka: allt',
    'karin öberg',
    '2026-11-27',
  ])
  assert.deepEqual(read('a ana vineri: trimite', 'ro'), ['action', 'trimite', 'ana', '2026-11-27'])
  assert.deepEqual(read('a piet morgen: bellen', 'nl'), ['action', 'bellen', 'piet', '2026-11-25'])
  assert.deepEqual(read('a @anna_lind: ring'), ['action', 'ring', 'anna lind', null])
  // a sentence that begins with the article is no task
  for (const typed of ['a casa: custa muito', 'A reunião começou: todos presentes'])
    assert.equal(readTypedLine(typed, at('pt')).kind, typed.startsWith('a ') ? 'action' : 'note')
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('en', 'sv', 'nb', 'nl', 'ro', 'pt'),
      (typed, language) => {
        const { kind, text, who } = readTypedLine(typed, at(language))
        assert.ok(kind !== 'decision' || typed.trim().startsWith('d'))
        assert.ok(typed.includes(text) && (who === null || who.length > 0))
      },
    ),
    { numRuns: 50 },
  )
})

test('turns go round: everybody as often as anybody, whoever stands first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 9 }), fc.nat({ max: 4 }), (turns, rounds) => {
      let current: string | null = null
      const had = new Map<string, number>()
      for (let at = 0; at < turns.length * (rounds + 1); at++) {
        current = turnAfter(turns, current)
        had.set(current!, (had.get(current!) ?? 0) + 1)
      }
      assert.deepEqual(new Set(had.values()), new Set([rounds + 1]))
    }),
    { numRuns: 50 },
  )
  const row = { chair_id: 'a', secretary_id: 'b', rotates: 'both' as const }
  assert.deepEqual(rolesAfter(row, ['a', 'b', 'c']), { chair_id: 'b', secretary_id: 'c' })
  assert.deepEqual(rolesAfter({ ...row, rotates: 'nobody' }, ['a', 'b', 'c']), { chair_id: 'a', secretary_id: 'b' })
})

test('a rhythm falls on the day that was said, each time', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  assert.equal(ruleOf('fortnightly', day('2027-01-11')), 'FREQ=WEEKLY;INTERVAL=2')
  assert.equal(ruleOf('weekday-monthly', day('2027-01-12')), 'FREQ=MONTHLY;BYDAY=2TU')
  assert.equal(ruleOf('quarterly', day('2027-01-29')), 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR')
  assert.equal(ruleOf('monthly', day('2027-01-31')), 'FREQ=MONTHLY;BYMONTHDAY=-1')
  const until = Temporal.Instant.from('2027-06-30T21:59:59Z')
  assert.equal(ruleOf('weekly', day('2027-01-11'), until), 'FREQ=WEEKLY;UNTIL=20270630T215959Z')
})
