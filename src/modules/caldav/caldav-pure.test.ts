/** What of CalDAV and CardDAV needs no database: filters, parts, expansion, addresses, cards. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseXml } from '../../formats/dav/xml.ts'
import { parseIcal } from '../../formats/ical/component.ts'
import { expand } from '../../formats/ical/expand.ts'
import { extraOf, withExtra } from './cards/extra.ts'
import { cardFilterOf, matchesCard } from './cards/filter.ts'
import { partOfCard } from './cards/part.ts'
import { readCard } from './cards/read-card.ts'
import { joined } from './dav/calendars.ts'
import { hexOf, nearestColour } from './dav/colours.ts'
import { hrefOfPlace, placeAt } from './dav/place.ts'
import { feedText } from './feeds/text.ts'
import { dataOf, expandedFast, wishOf } from './reading/calendar-data.ts'
import { DavFault } from './reading/fault.ts'
import { filterOf, matches, plainRange } from './reading/filter.ts'
import { freeBusyText } from './reading/free-busy.ts'
import { colours } from '../calendar/contract.ts'

const lines = (...text: string[]) => `${text.join('\r\n')}\r\n`
const event = (...inside: string[]) =>
  lines(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//t//EN',
    'BEGIN:VEVENT',
    'UID:a@x',
    'DTSTAMP:20260101T000000Z',
    ...inside,
    'END:VEVENT',
    'END:VCALENDAR',
  )
const weekly = event(
  'DTSTART;TZID=Europe/Stockholm:20260302T090000',
  'DTEND;TZID=Europe/Stockholm:20260302T100000',
  'RRULE:FREQ=WEEKLY;COUNT=10',
  'SUMMARY:Måndagsmöte',
  'CATEGORIES:WORK',
)
const changedWeekly = weekly.replace(
  'END:VCALENDAR',
  lines(
    'BEGIN:VEVENT',
    'UID:a@x',
    'DTSTAMP:20260101T000000Z',
    'RECURRENCE-ID;TZID=Europe/Stockholm:20260309T090000',
    'DTSTART;TZID=Europe/Stockholm:20260310T130000',
    'DTEND;TZID=Europe/Stockholm:20260310T140000',
    'SUMMARY:Flyttat',
    'END:VEVENT',
  ).trimEnd() + '\r\nEND:VCALENDAR',
)
const C = 'xmlns="urn:ietf:params:xml:ns:caldav"'
const filter = (inner: string) =>
  filterOf(parseXml(`<filter ${C}><comp-filter name="VCALENDAR">${inner}</comp-filter></filter>`))
const fits = (text: string, inner: string) => matches(parseIcal(text)[0]!, filter(inner), 'Europe/Stockholm')
const inRange = (start: string, end: string) =>
  `<comp-filter name="VEVENT"><time-range start="${start}" end="${end}"/></comp-filter>`

test('a filter finds by time, text, parameters, absence and alarms', () => {
  assert.ok(fits(weekly, inRange('20260309T000000Z', '20260310T000000Z')), 'an instance')
  assert.ok(!fits(weekly, inRange('20260310T000000Z', '20260311T000000Z')))
  assert.ok(fits(changedWeekly, inRange('20260310T000000Z', '20260311T000000Z')), 'the changed one')
  assert.ok(!fits(weekly, inRange('20260309T090000Z', '20260309T100000Z')), 'an end is not of it')
  const allDay = event('DTSTART;VALUE=DATE:20260501', 'SUMMARY:Ledigt')
  assert.ok(fits(allDay, inRange('20260430T220000Z', '20260430T230000Z')), 'a day begins on the clock of the calendar')
  assert.ok(!fits(allDay, inRange('20260501T220000Z', '20260502T000000Z')))
  const text = (name: string, words: string, more = '') =>
    `<comp-filter name="VEVENT"><prop-filter name="${name}"><text-match ${more}>${words}</text-match></prop-filter></comp-filter>`
  assert.ok(fits(weekly, text('SUMMARY', 'MÅNDAG')))
  assert.ok(!fits(weekly, text('SUMMARY', 'MÅNDAG', 'collation="i;ascii-casemap"')), 'ASCII knows no Å')
  assert.ok(!fits(weekly, text('SUMMARY', 'MÅNDAG', 'collation="i;octet"')))
  assert.ok(!fits(weekly, text('SUMMARY', 'möte', 'negate-condition="yes"')))
  assert.throws(
    () => fits(weekly, text('SUMMARY', 'x', 'collation="i;none"')),
    (error: DavFault) => error.condition === 'C:supported-collation',
  )
  assert.ok(
    fits(
      weekly,
      '<comp-filter name="VEVENT"><prop-filter name="LOCATION"><is-not-defined/></prop-filter></comp-filter>',
    ),
  )
  assert.ok(fits(weekly, '<comp-filter name="VTODO"><is-not-defined/></comp-filter>'))
  assert.ok(
    fits(
      weekly,
      '<comp-filter name="VEVENT"><prop-filter name="DTSTART"><param-filter name="TZID"><text-match>Stockholm</text-match></param-filter></prop-filter></comp-filter>',
    ),
  )
  const alarm = weekly.replace(
    'END:VEVENT',
    'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VEVENT',
  )
  const rings = (start: string, end: string) =>
    `<comp-filter name="VEVENT"><comp-filter name="VALARM"><time-range start="${start}" end="${end}"/></comp-filter></comp-filter>`
  assert.ok(fits(alarm, rings('20260302T070000Z', '20260302T070001Z')))
  assert.ok(!fits(alarm, rings('20260302T070001Z', '20260302T080000Z')))
  for (const [wrong, status] of [
    ['<comp-filter name="VEVENT"><time-range start="20260309" end="x"/></comp-filter>', 400],
    ['<comp-filter name="VEVENT"><time-range/></comp-filter>', 400],
    ['<comp-filter name="VEVENT"><time-range start="20260310T000000Z" end="20260309T000000Z"/></comp-filter>', 400],
    ['<comp-filter name="NONSENSE"/>', 403],
  ] as const)
    assert.throws(
      () => filter(wrong),
      (error: DavFault) => error.status === status,
      wrong,
    )
})

test('what the database answers alone is told from what has to be looked at', () => {
  assert.deepEqual(plainRange(filter('<comp-filter name="VEVENT"/>')), { range: null })
  assert.deepEqual(plainRange(filter('')), { range: null })
  assert.equal(plainRange(filter('<comp-filter name="VTODO"/>')), 'nothing')
  assert.ok(plainRange(filter(inRange('20260309T000000Z', '20260310T000000Z'))))
  assert.equal(plainRange(filter('<comp-filter name="VEVENT"><prop-filter name="UID"/></comp-filter>')), null)
})

const wish = (inner: string) => wishOf(parseXml(`<calendar-data ${C}>${inner}</calendar-data>`))

test('instances stand by themselves in UTC; changes and parts are given as asked for', () => {
  const range = 'start="20260301T000000Z" end="20260317T000000Z"'
  const text = dataOf(changedWeekly, wish(`<expand ${range}/>`), 'Europe/Stockholm')
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 3)
  assert.match(text, /DTSTART:20260302T080000Z[\s\S]*RECURRENCE-ID:20260302T080000Z/)
  assert.match(text, /SUMMARY:Flyttat[\s\S]*DTSTART:20260310T120000Z[\s\S]*RECURRENCE-ID:20260309T080000Z/)
  assert.doesNotMatch(text, /RRULE|TZID/)
  const limited = dataOf(
    changedWeekly,
    wish('<limit-recurrence-set start="20260401T000000Z" end="20260501T000000Z"/>'),
    'Europe/Stockholm',
  )
  assert.doesNotMatch(limited, /Flyttat/)
  assert.match(limited, /RRULE/)
  const part = dataOf(
    weekly,
    wish(
      '<comp name="VCALENDAR"><prop name="VERSION"/><comp name="VEVENT"><prop name="UID"/><prop name="SUMMARY" novalue="yes"/></comp></comp>',
    ),
    'UTC',
  )
  assert.equal(
    part,
    lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:a@x', 'SUMMARY:', 'END:VEVENT', 'END:VCALENDAR'),
  )
  assert.equal(dataOf(weekly, wish(''), 'UTC'), weekly, 'whole, to the byte')
  assert.throws(() => wish('<expand start="20260301T000000Z"/>'), DavFault)
})

test('instances that are laid out already give the same as reading the file', () => {
  const range = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) }
  const alarm = weekly.replace(
    'END:VEVENT',
    'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nDURATION:PT5M\r\nREPEAT:1\r\nEND:VALARM\r\nEND:VEVENT',
  )
  const zoned = weekly.replace(
    'BEGIN:VEVENT',
    'BEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT',
  )
  const folded = weekly.replace('RRULE:FREQ=WEEKLY;COUNT=10', 'RRULE:FREQ=WEEKLY;\r\n COUNT=10\r\nDESCRIPTION:a\r\n b')
  const allDay = event('DTSTART;VALUE=DATE:20260301', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Ledigt')
  for (const text of [weekly, alarm, zoned, folded, allDay]) {
    const slow = parseIcal(dataOf(text, wish('<expand start="20260301T000000Z" end="20260401T000000Z"/>'), 'UTC'))[0]!
    const stamp = (at: number, isDay: boolean) =>
      new Date(at)
        .toISOString()
        .replace(/[-:]|\.000/g, '')
        .slice(0, isDay ? 8 : 16)
    const laidOut = expand(parseIcal(text)[0]!, { ...range, zone: 'UTC' }).map(
      one => [stamp(one.start, one.allDay), stamp(one.end, one.allDay)] as const,
    )
    const fast = parseIcal(expandedFast(text, laidOut)!)[0]!
    const told = (component: typeof slow): unknown => [
      component.name,
      component.properties
        .map(({ name, value, parameters }) => JSON.stringify([name, value, ...parameters]))
        .toSorted((a, b) => a.localeCompare(b)),
      component.components.map(told),
    ]
    assert.deepEqual(told(fast), told(slow))
  }
  assert.equal(expandedFast(changedWeekly, []), null, 'changed instances are read')
})

test('every address is read as it was written, and leads nowhere else', () => {
  const of = '019aa000-0000-7000-8000-000000000001'
  fc.assert(
    fc.property(fc.stringMatching(/^[^/\\\u0000-\u001f\u007f]{1,60}$/), name => {
      fc.pre(name.isWellFormed() && name !== '.' && name !== '..')
      const place = { kind: 'object', of, id: of, name: name.normalize('NFC') } as const
      assert.deepEqual(placeAt(hrefOfPlace(place)), place)
    }),
  )
  for (const wrong of [
    '/dav/calendars/../x',
    '/dav/calendars/a/b/c/d',
    '/dav/principals/x/',
    '/dav/calendars/a/inbox/x',
    '/dav/addressbooks/a/other/',
  ])
    assert.equal(placeAt(wrong), null, wrong)
})

test('a colour is the nearest of ours, and ours is itself', () => {
  for (const colour of colours) assert.equal(nearestColour(hexOf(colour)), colour)
  assert.equal(nearestColour('#FF0000'), 'red')
  assert.equal(nearestColour('javascript:x'), null)
})

test('busy times of one kind that touch are one; VFREEBUSY tells nothing else', () => {
  const busy = joined([
    { start: 0, end: 10, kind: 'BUSY' },
    { start: 5, end: 8, kind: 'BUSY' },
    { start: 10, end: 12, kind: 'BUSY' },
    { start: 11, end: 13, kind: 'BUSY-TENTATIVE' },
    { start: 20, end: 30, kind: 'BUSY' },
  ])
  assert.deepEqual(
    busy.map(({ start, end }) => [start, end]),
    [
      [0, 12],
      [11, 13],
      [20, 30],
    ],
  )
  const at = Date.UTC(2026, 0, 1)
  const text = freeBusyText({
    range: { from: at, to: at + 86_400_000 },
    busy: [{ start: at, end: at + 3_600_000, kind: 'BUSY' }],
    at,
  })
  assert.match(text, /FREEBUSY;FBTYPE=BUSY:20260101T000000Z\/20260101T010000Z\r\n/)
})

test('a feed tells what, when and where, and nobody’s address', () => {
  const meeting = weekly.replace(
    'SUMMARY',
    'ORGANIZER:mailto:elin@x.example\r\nATTENDEE;CN=Karin:mailto:karin@x.example\r\nX-SECRET:1\r\nSUMMARY',
  )
  const text = feedText({
    name: 'Elin, kalender',
    events: [meeting],
    busy: [{ start: 0, end: 3_600_000 }],
    busyWord: 'Upptagen',
    feedId: 'f',
    at: 0,
  })
  assert.match(text, /SUMMARY:Måndagsmöte/)
  assert.match(text, /X-WR-CALNAME:Elin\\, kalender/)
  assert.match(text, /DTSTART:19700101T000000Z\r\nDTEND:19700101T010000Z\r\nSUMMARY:Upptagen/)
  assert.doesNotMatch(text, /karin|elin@|X-SECRET|ATTENDEE|ORGANIZER/)
  assert.equal(parseIcal(text)[0]!.components.filter(({ name }) => name === 'VEVENT').length, 2)
})

const card = lines(
  'BEGIN:VCARD',
  'VERSION:3.0',
  'UID:karin@x',
  'FN:Karin Öberg',
  'N:Öberg;Karin;;;',
  'ORG:Hisings Ventilation AB',
  'item1.EMAIL;type=INTERNET:Karin@Hisings.example',
  'item1.X-ABLabel:_$!<Work>!$_',
  'TEL;TYPE=CELL,VOICE:+46 70 123 45 67',
  'ADR;TYPE=WORK:;;Hisingsgatan 30;Göteborg;;417 03;SE',
  'X-SKYPE;X-A=b:karin.oberg',
  'BDAY:1980-02-03',
  'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
  ' BBBB',
  'NOTE:a\\, b\\nc',
  'END:VCARD',
)

test('a card is read as far as the directory goes, and the rest of it comes back as it was', () => {
  const facts = readCard(card)
  assert.deepEqual(
    [facts.kind, facts.name, facts.givenName, facts.organisation, facts.note, facts.uid],
    ['person', 'Karin Öberg', 'Karin', 'Hisings Ventilation AB', 'a, b\nc', 'karin@x'],
  )
  assert.deepEqual(facts.phones, [{ number: '+46 70 123 45 67', label: 'cell' }])
  assert.deepEqual(facts.emails, [{ email: 'karin@hisings.example' }])
  assert.deepEqual(facts.addresses, [
    { street: 'Hisingsgatan 30', city: 'Göteborg', postcode: '417 03', country: 'SE', label: 'work' },
  ])
  const extra = extraOf(card)
  assert.equal(extra, 'X-SKYPE;X-A=b:karin.oberg\r\nBDAY:1980-02-03\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB')
  const ours = lines('BEGIN:VCARD', 'VERSION:3.0', 'UID:urn:uuid:1', 'FN:Karin Öberg', 'END:VCARD')
  assert.equal(
    withExtra(ours, { uid: 'karin@x', extra }),
    lines('BEGIN:VCARD', 'VERSION:3.0', 'UID:karin@x', 'FN:Karin Öberg', ...extra.split('\r\n'), 'END:VCARD'),
  )
  assert.match(extraOf(card, { withOrganisation: true }), /^ORG:Hisings/)
  for (const wrong of [
    '',
    'x',
    'BEGIN:VCARD\nEND:VCARD',
    card.replace('3.0', '2.1'),
    card.replace('UID:karin@x\r\n', ''),
    card + card,
    card.replace('END:VCARD', ''),
  ])
    assert.throws(
      () => readCard(wrong),
      (error: DavFault) => error.condition === 'CR:valid-address-data',
      wrong.slice(0, 40),
    )
})

test('cards are found by any or all of their properties, and given in parts', () => {
  const found = (inner: string, test_ = 'anyof') =>
    matchesCard(
      card,
      cardFilterOf(parseXml(`<filter xmlns="urn:ietf:params:xml:ns:carddav" test="${test_}">${inner}</filter>`)),
    )
  const name = '<prop-filter name="FN"><text-match match-type="starts-with">karin</text-match></prop-filter>'
  const nobody = '<prop-filter name="EMAIL"><text-match match-type="equals">x@y.example</text-match></prop-filter>'
  assert.ok(found(name) && found(name + nobody) && !found(name + nobody, 'allof') && !found(nobody))
  assert.ok(
    found(
      '<prop-filter name="TEL"><param-filter name="TYPE"><text-match match-type="contains">cell</text-match></param-filter></prop-filter>',
    ),
  )
  assert.ok(found('<prop-filter name="NICKNAME"><is-not-defined/></prop-filter>'))
  assert.ok(found(''))
  assert.equal(partOfCard(card, ['EMAIL']).split('\r\n').filter(Boolean).length, 7)
})
