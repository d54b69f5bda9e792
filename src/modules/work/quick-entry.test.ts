import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../kernel/language/catalogue.ts'
import { entryWords } from './entry-words/index.ts'
import { readQuickEntry } from './quick-entry.ts'
import { workingCalendar } from './working-days.ts'

// a Saturday
const today = Temporal.PlainDate.from('2026-11-21')
const calendar = workingCalendar('SE')
const read = (text: string, language = 'en') => readQuickEntry(text, { today, language, calendar })
const said = (text: string, language = 'en') => {
  const entry = read(text, language)
  return [entry.title, entry.dueOn?.toString() ?? null, entry.dueTime?.toString({ smallestUnit: 'minute' }) ?? null]
}

const lines: readonly (readonly [
  language: string,
  text: string,
  title: string,
  on: string | null,
  time: string | null,
])[] = [
  ['en', 'call landlord tue 14', 'call landlord', '2026-11-24', '14:00'],
  ['en', 'call landlord next tuesday at 2pm', 'call landlord', '2026-11-24', '14:00'],
  ['en', 'send offer by 14 December', 'send offer', '2026-12-14', null],
  ['en', 'send offer on Dec 14 2027', 'send offer', '2027-12-14', null],
  ['en', 'in 2 weeks: check', 'check', '2026-12-05', null],
  ['en', 'in 3 working days reply', 'reply', '2026-11-25', null],
  ['en', 'report 2026-12-01 09:30', 'report', '2026-12-01', '09:30'],
  ['en', 'report 1/12', 'report', '2026-12-01', null],
  ['en', 'report +3', 'report', '2026-11-24', null],
  ['en', 'report week 48', 'report', '2026-11-27', null],
  ['en', 'the day after tomorrow order coffee', 'order coffee', '2026-11-23', null],
  ['en', 'buy sun cream', 'buy sun cream', null, null],
  ['en', 'pages 12-13 of the manual', 'pages 12-13 of the manual', null, null],
  ['en', 'may I ask', 'may I ask', null, null],
  ['sv', 'ring hyresvärden tis 14', 'ring hyresvärden', '2026-11-24', '14:00'],
  ['sv', 'ring hyresvärden på tisdag kl 14.30', 'ring hyresvärden', '2026-11-24', '14:30'],
  ['sv', 'i övermorgon städa', 'städa', '2026-11-23', null],
  ['sv', 'hälsa att man kommer', 'hälsa att man kommer', null, null],
  ['sv', 'skicka senast den 3 december', 'skicka', '2026-12-03', null],
  ['sv', 'rapport v48', 'rapport', '2026-11-27', null],
  ['nb', 'ring huseier tirs kl 14', 'ring huseier', '2026-11-24', '14:00'],
  ['nb', 'om en uke følge opp', 'følge opp', '2026-11-28', null],
  ['nb', 'møte 24.11. 14.30', 'møte', '2026-11-24', '14:30'],
  ['nb', 'man må huske', 'man må huske', null, null],
  ['nl', 'bel de huurbaas di om 14 uur', 'bel de huurbaas', '2026-11-24', '14:00'],
  ['nl', 'morgen bellen', 'bellen', '2026-11-22', null],
  ['nl', 'over 3 dagen bellen', 'bellen', '2026-11-24', null],
  ['nl', 'doe het zo snel mogelijk', 'doe het zo snel mogelijk', null, null],
  ['ro', 'sună proprietarul marți la 14', 'sună proprietarul', '2026-11-24', '14:00'],
  ['ro', 'suna proprietarul marti la 14', 'suna proprietarul', '2026-11-24', '14:00'],
  ['ro', 'ședință săptămâna viitoare', 'ședință', '2026-11-23', null],
  ['ro', 'poimâine factura', 'factura', '2026-11-23', null],
  ['pt', 'ligar ao senhorio terça às 14h', 'ligar ao senhorio', '2026-11-24', '14:00'],
  ['pt', 'pagar renda até 14 de dezembro', 'pagar renda', '2026-12-14', null],
  ['pt', 'depois de amanhã limpar', 'limpar', '2026-11-23', null],
  ['pt', 'ter cuidado', 'ter cuidado', null, null],
  // another language than one's own: what is plain is understood, what could be a word is not
  ['en', 'ring hyresvärden tis 14', 'ring hyresvärden', '2026-11-24', '14:00'],
  ['en', 'fix the dom', 'fix the dom', null, null],
]

for (const [language, text, title, on, time] of lines) {
  test(`${language}: ${text}`, () => assert.deepEqual(said(text, language), [title, on, time]))
}

test('repeating rules in six languages', () => {
  const rule = (text: string, language: string) => {
    const { every, interval, weekdays, dayOfMonth, nth, workday } = read(text, language).repeat ?? {}
    return JSON.parse(JSON.stringify({ every, interval, weekdays, dayOfMonth, nth, workday })) as unknown
  }
  const mondays = { every: 'week', interval: 1, weekdays: [1] }
  for (const [language, text] of [
    ['en', 'x every monday'],
    ['sv', 'x varje måndag'],
    ['nb', 'x hver mandag'],
    ['nl', 'x elke maandag'],
    ['ro', 'x în fiecare luni'],
    ['pt', 'x todas as segundas'],
  ] as const) {
    assert.deepEqual(rule(text, language), mondays, text)
  }
  const other = { every: 'week', interval: 2 }
  for (const [language, text] of [
    ['en', 'x every 2 weeks'],
    ['sv', 'x varannan vecka'],
    ['nb', 'x annenhver uke'],
    ['nl', 'x om de week'],
    ['nl', 'x elke 2 weken'],
    ['ro', 'x la două săptămâni'],
    ['pt', 'x cada 2 semanas'],
  ] as const) {
    assert.deepEqual(rule(text, language), other, text)
  }
  const third = { every: 'month', interval: 1, workday: 3 }
  for (const [language, text] of [
    ['en', 'x every third working day'],
    ['sv', 'x varje tredje arbetsdag'],
    ['nb', 'x hver tredje virkedag'],
    ['nl', 'x elke derde werkdag'],
    ['ro', 'x în fiecare a treia zi lucrătoare'],
  ] as const) {
    assert.deepEqual(rule(text, language), third, text)
  }
  assert.deepEqual(rule('x every last friday', 'en'), { every: 'month', interval: 1, nth: { n: -1, weekday: 5 } })
  assert.deepEqual(rule('x every 15th', 'en'), { every: 'month', interval: 1, dayOfMonth: 15 })
  assert.deepEqual(rule('x every mon, thu and fri', 'en'), { every: 'week', interval: 1, weekdays: [1, 4, 5] })
})

test('marks: effort, person, urgency', () => {
  const entry = read('board papers @karin_öberg ~1h30 !!')
  assert.deepEqual(
    [entry.title, entry.person, entry.effortMinutes, entry.urgency],
    ['board papers', 'karin_öberg', 90, 'urgent'],
  )
  for (const [text, minutes] of [
    ['~20m', 20],
    ['~2h', 120],
    ['~1,5t', 90],
    ['~90', 90],
    ['~1d', 480],
  ] as const)
    assert.equal(read(`x ${text}`).effortMinutes, minutes, text)
  // what only looks like a mark stays
  assert.equal(read('mail info@example.se about 50% !important').title, 'mail info@example.se about 50% !important')
})

test('every weekday and month of every language is understood before a number', () => {
  for (const language of languages) {
    entryWords[language].weekdays.forEach((forms, index) => {
      for (const form of forms) {
        const { dueOn, dueTime } = read(`x ${form} 14:00`, language)
        assert.deepEqual([dueOn?.dayOfWeek, dueTime?.hour], [index + 1, 14], `${language} ${form}`)
      }
    })
    entryWords[language].months.forEach((forms, index) => {
      for (const form of forms)
        assert.deepEqual(
          [read(`x 14 ${form}`, language).dueOn?.month, read(`x 14 ${form}`, language).dueOn?.day],
          [index + 1, 14],
          `${language} ${form}`,
        )
    })
  }
})

const anyPiece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'tue',
    '14',
    'tis',
    'every',
    'i',
    'morgon',
    '@anna',
    '!',
    '~20m',
    'om',
    'en',
    'uke',
    '24.11',
    '14:30',
    'luni',
    'de',
    'dezembro',
    'kl',
    'next',
    'week',
    'în',
    'fiecare',
    '31',
    'feb',
    '29.2',
    '12-13-2026',
    'v53',
    '0h0',
    '+999w',
  ),
)

test('whatever is typed: it is read, spans lie in order within the text, and the title is what lies between', () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 12 }), fc.constantFrom(...languages), (pieces, language) => {
      const text = pieces.join(' ')
      const { spans, title, dueOn } = read(text, language)
      let at = 0
      let between = ''
      for (const span of spans) {
        assert.ok(span.from >= at && span.to > span.from && span.to <= text.length)
        between += `${text.slice(at, span.from)} `
        at = span.to
      }
      between += text.slice(at)
      for (const word of title.split(' '))
        assert.ok(between.includes(word), `"${word}" of the title is not in the text`)
      assert.ok(title.length <= 300)
      if (dueOn) assert.ok(dueOn.year > 1900)
    }),
    { numRuns: 500 },
  )
})

test('a date written in numbers is read as that date, in every language', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000 }),
      fc.constantFrom(...languages),
      fc.constantFrom('iso', 'dots', 'slashes'),
      (days, language, form) => {
        const date = today.add({ days })
        const { year, month, day } = date
        const written =
          form === 'iso' ? date.toString() : form === 'dots' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`
        const entry = read(`pay the bill ${written}`, language)
        assert.deepEqual([entry.title, String(entry.dueOn)], ['pay the bill', String(date)])
      },
    ),
  )
})
