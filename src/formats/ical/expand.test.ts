import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Component, icalText, parseIcal } from './component.ts'
import { expand } from './expand.ts'
import { IcalRefused } from './refused.ts'
import { clockOf, knownZone } from './zone.ts'

const seed = Number(process.env['KONTOR_SEED'] ?? 20261122)
const data = join(process.env['KONTOR_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'), 'ical')

const calendar = (...lines: readonly string[]): Component =>
  parseIcal(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'))[0]!
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT']
const instants = (file: Component, from: string, to: string, zone = 'UTC') =>
  expand(file, {
    from: Temporal.Instant.from(from).epochMilliseconds,
    to: Temporal.Instant.from(to).epochMilliseconds,
    zone,
  })
const iso = (moment: number) => new Date(moment).toISOString().replace(':00.000Z', 'Z')
const starts = (...given: Parameters<typeof instants>) => instants(...given).map(({ start }) => iso(start))

test('a series keeps its hour where clocks change, in five zones', () => {
  for (const zone of [
    'Europe/Stockholm',
    'Europe/Lisbon',
    'Europe/Bucharest',
    'America/New_York',
    'Australia/Lord_Howe',
  ]) {
    const file = calendar(...event(`DTSTART;TZID=${zone}:20260101T090000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY'))
    const found = instants(file, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')
    assert.ok(found.length >= 365, zone)
    for (const { start, end } of found) {
      const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
      assert.equal(local.toPlainTime().toString(), '09:00:00', `${zone} ${local}`)
      assert.equal(end - start, 3_600_000)
    }
  }
})

test('an hour that is skipped is taken with the offset before it; one that comes twice is the first', () => {
  const at = (local: string) =>
    starts(calendar(...event(`DTSTART;TZID=Europe/Stockholm:${local}`)), '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')
  assert.deepEqual(at('20260329T023000'), ['2026-03-29T01:30Z'])
  assert.deepEqual(at('20261025T023000'), ['2026-10-25T00:30Z'])
})

test('a length in days is by the clock, an end is exact', () => {
  const over = (length: string) => {
    const [one] = instants(
      calendar(...event('DTSTART;TZID=Europe/Stockholm:20260328T120000', length)),
      '2026-03-28T00:00:00Z',
      '2026-03-31T00:00:00Z',
    )
    return (one!.end - one!.start) / 3_600_000
  }
  assert.equal(over('DURATION:P1D'), 23)
  assert.equal(over('DURATION:PT24H'), 24)
  assert.equal(over('DTEND;TZID=Europe/Stockholm:20260329T120000'), 23)
})

test('changed, moved, added and left out instances', () => {
  const file = calendar(
    ...event(
      'SUMMARY:Weekly\\, in the small room',
      'DTSTART;TZID=Europe/Oslo:20260105T100000',
      'DTEND;TZID=Europe/Oslo:20260105T110000',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'EXDATE;TZID=Europe/Oslo:20260112T100000',
      'EXDATE;VALUE=DATE:20260202',
      'RDATE;TZID=Europe/Oslo:20260121T130000',
    ),
    ...event(
      'SUMMARY:Moved',
      'RECURRENCE-ID;TZID=Europe/Oslo:20260119T100000',
      'DTSTART;TZID=Europe/Oslo:20260120T150000',
      'DURATION:PT30M',
    ),
  )
  const found = instants(file, '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z')
  assert.deepEqual(
    found.map(({ start, end, summary, recurrence }) => [
      iso(start),
      (end - start) / 60_000,
      summary,
      recurrence && iso(recurrence),
    ]),
    [
      ['2026-01-05T09:00Z', 60, 'Weekly, in the small room', '2026-01-05T09:00Z'],
      ['2026-01-20T14:00Z', 30, 'Moved', '2026-01-19T09:00Z'],
      ['2026-01-21T12:00Z', 60, 'Weekly, in the small room', '2026-01-21T12:00Z'],
      ['2026-01-26T09:00Z', 60, 'Weekly, in the small room', '2026-01-26T09:00Z'],
    ],
  )
  // Found where it was moved to, also when its own day lies outside what is asked about.
  assert.deepEqual(starts(file, '2026-01-20T00:00:00Z', '2026-01-21T00:00:00Z'), ['2026-01-20T14:00Z'])
})

test('this and following moves what comes after', () => {
  const file = calendar(
    ...event('DTSTART:20260105T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4'),
    ...event('RECURRENCE-ID;RANGE=THISANDFUTURE:20260119T100000Z', 'DTSTART:20260120T120000Z', 'DURATION:PT2H'),
  )
  assert.deepEqual(
    instants(file, '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z').map(({ start, end }) => [
      iso(start),
      (end - start) / 3_600_000,
    ]),
    [
      ['2026-01-05T10:00Z', 1],
      ['2026-01-12T10:00Z', 1],
      ['2026-01-20T12:00Z', 2],
      ['2026-01-27T12:00Z', 2],
    ],
  )
})

test('all-day events are days, wherever one looks from', () => {
  const file = calendar(
    ...event('DTSTART;VALUE=DATE:20260605', 'DTEND;VALUE=DATE:20260607', 'RRULE:FREQ=YEARLY;UNTIL=20270605'),
  )
  const found = instants(file, '2026-01-01T00:00:00Z', '2029-01-01T00:00:00Z')
  assert.deepEqual(
    found.map(({ start, end, allDay }) => [iso(start), iso(end), allDay]),
    [
      ['2026-06-05T00:00Z', '2026-06-07T00:00Z', true],
      ['2027-06-05T00:00Z', '2027-06-07T00:00Z', true],
    ],
  )
  const [day] = [calendar(...event('DTSTART;VALUE=DATE:20260605'))]
  // Midsummer in Auckland is over when it begins in Lisbon.
  assert.equal(instants(day, '2026-06-05T12:00:00Z', '2026-06-05T13:00:00Z', 'Pacific/Auckland').length, 0)
  assert.equal(instants(day, '2026-06-05T12:00:00Z', '2026-06-05T13:00:00Z', 'Europe/Lisbon').length, 1)
})

test('until is an instant where it is written so', () => {
  const until = (text: string) =>
    starts(
      calendar(...event('DTSTART;TZID=America/New_York:20260601T200000', `RRULE:FREQ=DAILY;UNTIL=${text}`)),
      '2026-01-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
    ).length
  assert.equal(until('20260603T000000Z'), 2)
  assert.equal(until('20260602T235959Z'), 1)
  assert.equal(until('20260602T200000'), 2)
  assert.equal(until('20260602'), 2)
})

test('zones: Outlook’s names, makers’ prefixes, the file’s own by rules', () => {
  assert.equal(knownZone('W. Europe Standard Time'), 'Europe/Berlin')
  assert.equal(knownZone('/freeassociation.sourceforge.net/Europe/Oslo'), 'Europe/Oslo')
  assert.equal(knownZone('/mozilla.org/20070129_1/America/Argentina/Ushuaia'), 'America/Argentina/Ushuaia')
  assert.equal(knownZone('Our own time'), null)
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Our own time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ]
  const rule = 'RRULE:FREQ=HOURLY;INTERVAL=5;COUNT=2000'
  const own = calendar(...zone, ...event('DTSTART;TZID=Our own time:20260101T003000', rule))
  const known = calendar(...event('DTSTART;TZID=Europe/Berlin:20260101T003000', rule))
  const whole = ['2026-01-01T00:00:00Z', '2028-01-01T00:00:00Z'] as const
  assert.deepEqual(starts(own, ...whole), starts(known, ...whole))
  // A zone that nobody knows is the reader's.
  const lost = calendar(...event('DTSTART;TZID=Nowhere/At_all:20260601T120000'))
  assert.deepEqual(starts(lost, ...whole, 'Europe/Lisbon'), ['2026-06-01T11:00Z'])
})

test('a clock gives back the time it was asked for', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Stockholm', 'America/New_York', 'Asia/Kathmandu'),
      fc.integer({ min: 0, max: 4_000_000_000 }),
      (zone, seconds) => {
        const clock = clockOf(zone)
        assert.equal(clock.instantOf(clock.localAt(seconds * 1000)) % 1000, 0)
        const again = clock.instantOf(clock.localAt(seconds * 1000)) / 1000
        // Twice shown hours are the first.
        assert.ok(again === seconds || again === seconds - 3600, `${zone} ${seconds}`)
      },
    ),
    { seed, numRuns: 300 },
  )
})

test('what is broken is refused with its line, and nothing hangs', () => {
  const refused = (text: string) => {
    try {
      for (const file of parseIcal(text)) expand(file, { from: 0, to: 4e12 })
    } catch (thrown) {
      assert.ok(thrown instanceof IcalRefused, `${thrown}`)
      return [thrown.problem, thrown.line]
    }
    return null
  }
  assert.deepEqual(refused(''), ['ical-empty', 0])
  assert.deepEqual(refused('BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n'), ['ical-misplaced-end', 3])
  assert.deepEqual(refused('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n'), ['ical-unclosed', 1])
  assert.deepEqual(refused('BEGIN:VCALENDAR\nno colon here\nEND:VCALENDAR'), ['ical-line', 2])
  assert.deepEqual(refused('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026-01-01\nEND:VEVENT\nEND:VCALENDAR'), [
    'ical-value',
    3,
  ])
  assert.deepEqual(
    refused('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101T000000Z\nRRULE:FREQ=NEVER\nEND:VEVENT\nEND:VCALENDAR'),
    ['ical-rule', 4],
  )
  assert.deepEqual(refused('BEGIN:A\n'.repeat(50)), ['ical-too-deep', 11])
  assert.deepEqual(refused('%PDF-1.7\n\0\n'), ['ical-not-text', 0])
})

test('what is read is written as it was, folded within characters', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 200 }).map(text => text.replace(/[\r\n\0]/g, ''))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), line, (values, parameter) => {
      const properties = values.map(value => ({
        name: 'X-ODD',
        parameters: new Map([['X-P', [parameter]]]),
        value,
        line: 0,
      }))
      const text = icalText({ name: 'VCALENDAR', properties, components: [], line: 0 })
      for (const written of text.split('\r\n')) assert.ok(Buffer.byteLength(written) <= 75)
      const [read] = parseIcal(text)
      assert.deepEqual(
        read!.properties.map(({ value, parameters }) => [value, parameters.get('X-P') ?? ['']]),
        values.map(value => [value, [parameter]]),
      )
      assert.equal(icalText(read!), text)
    }),
    { seed },
  )
})

test('calendars of other programs are read, and written back as they mean', {
  skip: existsSync(data) ? false : 'no outside data',
}, () => {
  const odd = new Set<string>()
  for (const name of readdirSync(data).filter(file => file.endsWith('.ics'))) {
    try {
      const read = parseIcal(readFileSync(join(data, name)))
      assert.deepEqual(plain(parseIcal(read.map(icalText).join(''))), plain(read), name)
      for (const file of read) expand(file, { from: 0, to: 4e12 })
    } catch (thrown) {
      if (!(thrown instanceof IcalRefused)) throw thrown
      odd.add(`${name}: ${thrown.message}`)
    }
  }
  assert.deepEqual([...odd], [])
})

/** Without the lines it stood on. */
const plain = (components: readonly Component[]): unknown =>
  components.map(({ name, properties, components: inner }) => [
    name,
    properties.map(({ name: property, parameters, value }) => [property, [...parameters], value]),
    plain(inner),
  ])
