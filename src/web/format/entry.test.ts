import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, weekOf } from './day.ts'
import { readDay } from './entry.ts'
import { wordLocale } from '../../kernel/language/catalogue.ts'

/** A Tuesday. */
const today = '2026-11-24'

const said: readonly (readonly [language: string, text: string, day: string | null])[] = [
  ['en', 'tue 14', '2026-12-14'],
  ['en', 'mon 14', '2026-12-14'],
  ['en', 'tue', today],
  ['en', 'wed', '2026-11-25'],
  ['en', '+3', '2026-11-27'],
  ['en', '+2w', '2026-12-08'],
  ['en', '-1', '2026-11-23'],
  ['en', '14', '2026-12-14'],
  ['en', '24', today],
  ['en', '31', '2026-12-31'],
  ['en', '14/12', '2026-12-14'],
  ['en', '14.12.2027', '2027-12-14'],
  ['en', '1/2', '2027-02-01'],
  ['en', '2026-12-14', '2026-12-14'],
  ['en', '14 dec', '2026-12-14'],
  ['en', 'dec 14', '2026-12-14'],
  ['en', 'fri 27 nov', '2026-11-27'],
  ['en', 'w49', '2026-11-30'],
  ['en', 'w2', '2027-01-11'],
  ['en', 'tomorrow', '2026-11-25'],
  ['en', '30 feb', null],
  ['en', '2026-02-30', null],
  ['en', 'soon', null],
  ['en', '', null],
  ['sv', 'fre', '2026-11-27'],
  ['sv', 'i morgon', '2026-11-25'],
  ['sv', 'v49 ons', '2026-12-02'],
  ['nb', '14. des', '2026-12-14'],
  ['nb', 'u49', '2026-11-30'],
  ['nl', 'di 15', '2026-12-15'],
  ['nl', 'overmorgen', '2026-11-26'],
  ['ro', 'marți', today],
  ['ro', 'mâine', '2026-11-25'],
  ['ro', '14 decembrie', '2026-12-14'],
  ['pt', 'terça', today],
  ['pt', 'amanhã', '2026-11-25'],
  ['pt', '14 de dezembro', '2026-12-14'],
]

for (const [language, text, day] of said) {
  test(`${language} “${text}” is ${day ?? 'no day'}`, () => assert.equal(readDay(text, today, language), day))
}

const someDay = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('2000-01-01', days))

test('any day written out is read back in every language', () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom('en', 'sv', 'nb', 'nl', 'ro', 'pt'), (day, language) => {
      const written = new Intl.DateTimeFormat(wordLocale(language), {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      }).format(new Date(day))
      assert.equal(readDay(written, today, language), day)
    }),
  )
})

test('whatever is typed gives a day that exists, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9 +./-]{0,12}$/)), text => {
      const day = readDay(text, today, 'sv')
      if (day !== null) assert.equal(addDays(day, 0), day)
    }),
  )
})

test('the week named is the week of the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 52 }), week =>
      assert.equal(weekOf(readDay(`w${week}`, today, 'en') ?? '').week, week),
    ),
  )
})
