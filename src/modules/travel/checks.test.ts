import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CheckedLeg, type CheckedTrip, checksOf, minutesToChange, nightsWithoutBed, spanOf } from './checks.ts'
import { isZone, localOf, momentOf, shiftBetween } from './clock.ts'
import { placeNamed } from './contract/places.ts'
import type { Mode } from './contract/shapes.ts'
import { readBookingText } from './reading/booking.ts'
import { asksApproval, stateAt } from './states.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
let made = 0
const leg = (
  from: string,
  departs: string,
  to: string,
  arrives: string,
  mode: Mode = 'flight',
  reference: string | null = 'REF',
): CheckedLeg => {
  const [here, there] = [placeNamed(from)!, placeNamed(to)!]
  return {
    id: `leg-${++made}`,
    mode,
    from,
    fromZone: here.zone,
    departsAt: momentOf(departs, here.zone),
    to,
    toZone: there.zone,
    toCountry: there.country,
    arrivesAt: momentOf(arrives, there.zone),
    reference,
  }
}
const stay = (zone: string, from: string, until: string, country = 'PT') => ({
  id: `stay-${++made}`,
  name: 'Hotel',
  checkInAt: momentOf(from, zone),
  checkOutAt: momentOf(until, zone),
  country,
  reference: 'R1',
})
const visit = (title: string, zone: string, from: string, until: string) => ({
  eventId: `visit-${++made}`,
  title,
  startAt: momentOf(from, zone),
  endAt: momentOf(until, zone),
})
const trip = (facts: Partial<CheckedTrip>): CheckedTrip => ({
  state: 'booked',
  startsOn: day('2026-12-01'),
  endsOn: day('2026-12-04'),
  homeZone: 'Europe/Stockholm',
  homeCountry: 'SE',
  country: 'PT',
  visaFor: [],
  hasVisaPaper: false,
  legs: [],
  stays: [],
  visits: [],
  travellers: [{ id: 'p', name: 'Johan' }],
  identities: [],
  budgetMinor: null,
  costMinor: null,
  ...facts,
})
const lisbon = 'Europe/Lisbon'
const there = leg('Stockholm ARN', '2026-12-01T10:05', 'Lisboa LIS', '2026-12-01T13:20')
const back = leg('Lisboa LIS', '2026-12-04T14:10', 'Stockholm ARN', '2026-12-04T19:25')
const hotel = stay(lisbon, '2026-12-01T15:00', '2026-12-04T11:00')
const at = Temporal.Instant.from('2026-11-22T09:00:00Z')
const codes = (facts: Partial<CheckedTrip>, when = at) => checksOf(trip(facts), when).map(one => one.code)

test('a good trip has nothing to say, and is under way from the first departure to the arrival back', () => {
  const good = {
    legs: [there, back],
    stays: [hotel],
    visits: [visit('Docas', lisbon, '2026-12-02T10:00', '2026-12-02T12:00')],
  }
  assert.deepEqual(codes(good), [])
  const span = spanOf(trip(good))
  assert.equal(span.from.toString(), '2026-12-01T09:05:00Z')
  assert.equal(span.until.toString(), '2026-12-04T18:25:00Z')
  const stateOn = (moment: string) =>
    stateAt({ state: 'booked', needsApproval: true }, span, Temporal.Instant.from(moment))
  assert.deepEqual(['2026-12-01T09:04:00Z', '2026-12-01T09:05:00Z', '2026-12-04T18:25:00Z'].map(stateOn), [
    'booked',
    'under-way',
    'done',
  ])
  assert.equal(stateAt({ state: 'planned', needsApproval: true }, span, span.until), 'planned')
  assert.ok(asksApproval('abroad', 'SE', [null, 'PT']) && !asksApproval('abroad', 'SE', [null, 'SE']))
  assert.ok(asksApproval('always', 'SE', []) && !asksApproval('never', 'SE', ['PT']))
  // one way, with a change: it lasts until its last day
  const onward = leg('Lisboa', '2026-12-01T15:00', 'Porto', '2026-12-01T18:00', 'train')
  assert.equal(spanOf(trip({ legs: [there, onward] })).until.toString(), '2026-12-04T23:00:00Z')
})

test('what is wrong is said: changes, meetings, beds, borders, references', () => {
  const soon = leg('Lisboa', '2026-12-01T13:40', 'Porto', '2026-12-01T17:00', 'train')
  assert.deepEqual(codes({ legs: [there, soon], stays: [hotel] }), ['no-time-to-change'])
  const before = leg('Lisboa', '2026-12-01T12:00', 'Porto', '2026-12-01T15:00', 'train')
  assert.deepEqual(codes({ legs: [there, before], stays: [hotel] }), ['legs-overlap'])
  const elsewhere = leg('Porto', '2026-12-04T14:10', 'Stockholm', '2026-12-04T19:25')
  assert.deepEqual(codes({ legs: [there, elsewhere], stays: [hotel] }), ['elsewhere'])
  const late = checksOf(
    trip({
      legs: [there, back],
      stays: [hotel],
      visits: [visit('Docas', lisbon, '2026-12-01T13:00', '2026-12-01T14:00')],
    }),
    at,
  )
  assert.deepEqual([late[0]?.code, late[0]?.params['minutes']], ['late-for-visit', 20])
  const leaves = checksOf(
    trip({
      legs: [there, back],
      stays: [hotel],
      visits: [visit('Docas', lisbon, '2026-12-04T13:00', '2026-12-04T15:00')],
    }),
    at,
  )
  assert.deepEqual([leaves[0]?.code, leaves[0]?.params['minutes']], ['leaves-during-visit', 50])
  const short = stay(lisbon, '2026-12-01T15:00', '2026-12-03T11:00')
  assert.deepEqual(
    checksOf(trip({ legs: [there, back], stays: [short] }), at).map(one => [one.code, one.params['on']]),
    [['night-without-bed', '2026-12-03']],
  )
  const passport = (expires: string, sort: 'passport' | 'visa' = 'passport', country = 'SE') => ({
    personId: 'p',
    name: 'Johan',
    sort,
    country,
    expiresOn: day(expires),
  })
  const ways = { legs: [there, back], stays: [hotel] }
  assert.deepEqual(codes({ ...ways, identities: [passport('2026-12-03')] }), ['passport-expires'])
  assert.deepEqual(codes({ ...ways, identities: [passport('2026-12-04')] }), [])
  // a passport that expired is nothing where another is valid
  assert.deepEqual(codes({ ...ways, identities: [passport('2026-12-03'), passport('2030-01-01')] }), [])
  assert.deepEqual(codes({ country: 'CN', identities: [passport('2027-05-31')] }), ['passport-short'])
  assert.deepEqual(codes({ country: 'CN', identities: [passport('2027-06-01')] }), [])
  assert.deepEqual(codes({ visaFor: ['CN'], country: 'CN' }), ['visa-missing'])
  assert.deepEqual(codes({ visaFor: ['CN'], country: 'CN', identities: [passport('2027-01-01', 'visa', 'CN')] }), [])
  assert.deepEqual(codes({ visaFor: ['CN'], country: 'CN', hasVisaPaper: true }), [])
  const unreferenced = { ...there, reference: null }
  assert.deepEqual(codes({ legs: [unreferenced, back], stays: [hotel] }), ['reference-missing'])
  assert.deepEqual(codes({ legs: [unreferenced, back], stays: [hotel] }, at.subtract({ hours: 24 * 7 })), [])
  const near = Temporal.Instant.from('2026-11-30T09:00:00Z')
  assert.deepEqual(codes({ ...ways, state: 'approved' }, near), ['not-booked'])
  assert.deepEqual(codes({ ...ways, budgetMinor: 5n, costMinor: 6n }), ['over-budget'])
  assert.deepEqual(codes({ ...ways, state: 'cancelled', budgetMinor: 5n, costMinor: 6n }), [])
})

test('nights over the date line and through clocks that change', () => {
  // Auckland to Honolulu arrives the day before it leaves
  const over = leg('Auckland', '2026-12-01T23:55', 'Honolulu', '2026-12-01T10:00')
  assert.ok(Temporal.Instant.compare(over.departsAt, over.arrivesAt) < 0)
  const home = leg('Honolulu', '2026-12-03T12:00', 'Auckland', '2026-12-04T20:00')
  const beds = stay('Pacific/Honolulu', '2026-12-01T12:00', '2026-12-03T10:00', 'US')
  const facts = { homeZone: 'Pacific/Auckland', startsOn: day('2026-12-01'), endsOn: day('2026-12-04') }
  assert.deepEqual(nightsWithoutBed(trip({ ...facts, legs: [over, home], stays: [beds] })), [])
  assert.deepEqual(nightsWithoutBed(trip({ ...facts, legs: [over, home] })).map(String), ['2026-12-01', '2026-12-02'])
  // the night on which clocks go back has one bed
  const autumn = stay(lisbon, '2026-10-24T15:00', '2026-10-25T11:00')
  const legs = [
    leg('Porto', '2026-10-24T09:00', 'Lisboa', '2026-10-24T12:00', 'train'),
    leg('Lisboa', '2026-10-25T15:00', 'Porto', '2026-10-25T18:00', 'train'),
  ]
  const autumnTrip = { legs, stays: [autumn], homeZone: lisbon, startsOn: day('2026-10-24'), endsOn: day('2026-10-25') }
  assert.deepEqual(nightsWithoutBed(trip(autumnTrip)), [])
  assert.equal(nightsWithoutBed(trip({ ...autumnTrip, stays: [] })).length, 1)
})

const zones = [
  'Europe/Stockholm',
  'Europe/Lisbon',
  'America/New_York',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Asia/Kolkata',
  'America/Los_Angeles',
]
test('any trip: checks do not depend on the order, a bed for every night is enough, and moments are kept', () => {
  const moment = fc
    .integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 11, 1) })
    .map(ms => Temporal.Instant.fromEpochMilliseconds(ms - (ms % 60_000)))
  const anyLeg = fc.record({
    departs: moment,
    minutes: fc.integer({ min: 5, max: 2_000 }),
    from: fc.constantFrom(...zones),
    to: fc.constantFrom(...zones),
    mode: fc.constantFrom<Mode>('flight', 'train', 'car', 'ferry'),
  })
  fc.assert(
    fc.property(fc.array(anyLeg, { maxLength: 6 }), fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), (given, order) => {
      const legs: CheckedLeg[] = given.map((one, index) => ({
        id: `leg-${index}`,
        mode: one.mode,
        from: one.from,
        fromZone: one.from,
        departsAt: one.departs,
        to: one.to,
        toZone: one.to,
        toCountry: null,
        arrivesAt: one.departs.add({ minutes: one.minutes }),
        reference: 'R',
      }))
      const some = trip({ legs, startsOn: day('2026-01-01'), endsOn: day('2026-01-02') })
      const turned = legs.toSorted((a, b) => (order[Number(a.id.slice(4))] ?? 0) - (order[Number(b.id.slice(4))] ?? 0))
      assert.deepEqual(checksOf({ ...some, legs: turned }, at), checksOf(some, at))
      const everywhere = { ...stay('UTC', '2025-01-01T00:00', '2028-01-01T00:00'), country: null }
      assert.deepEqual(nightsWithoutBed({ ...some, stays: [everywhere] }), [])
      for (const one of legs) {
        // what a clock shows is the moment again, but for the hour that autumn repeats
        const again = momentOf(localOf(one.departsAt, one.fromZone), one.fromZone)
        assert.ok(Math.abs(again.epochMilliseconds - one.departsAt.epochMilliseconds) % 3_600_000 === 0)
        assert.equal(
          shiftBetween(one.departsAt, one.fromZone, one.toZone),
          (Date.parse(`${localOf(one.departsAt, one.toZone)}Z`) -
            Date.parse(`${localOf(one.departsAt, one.fromZone)}Z`)) /
            60_000,
        )
      }
    }),
    { numRuns: 25 },
  )
  assert.ok(minutesToChange('train', 'flight') > minutesToChange('train', 'train'))
  assert.ok(isZone('Europe/Lisbon') && !isZone('Europe/Nowhere'))
  assert.equal(placeNamed('Köpenhamn')?.zone, 'Europe/Copenhagen')
  assert.equal(placeNamed('New York JFK')?.zone, 'America/New_York')
  assert.equal(placeNamed('nowhere at all'), null)
})

const flight = {
  '@context': 'http://schema.org',
  '@type': 'FlightReservation',
  reservationNumber: 'K7QH2P',
  reservationFor: {
    '@type': 'Flight',
    flightNumber: '783',
    airline: { name: 'TAP', iataCode: 'TP' },
    departureAirport: { name: 'Stockholm Arlanda', iataCode: 'ARN' },
    arrivalAirport: { name: 'Lisboa', iataCode: 'LIS' },
    departureTime: '2026-12-01T10:05:00+01:00',
    arrivalTime: '2026-12-01T13:20:00+00:00',
  },
}
const lodging = {
  '@type': 'http://schema.org/LodgingReservation',
  reservationNumber: '8841-220',
  reservationFor: {
    name: 'Hotel Avenida',
    telephone: '+351 21 000 00 00',
    address: { streetAddress: 'Avenida 1', addressLocality: 'Lisboa', addressCountry: 'PT' },
  },
  checkinDate: '2026-12-01',
  checkoutDate: '2026-12-04',
}

test('a booking is read where it says so plainly: JSON-LD alone, in a page, in a mail; a calendar file; nothing else', async () => {
  const zone = 'Europe/Stockholm'
  const page = `<html><script type="application/ld+json">${JSON.stringify([flight, lodging])}</script><p>Flight 9 to nowhere</p></html>`
  const mail = [
    'From: a@b.example',
    'Subject: x',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(page).toString('base64'),
    '',
  ].join('\r\n')
  for (const content of [page, mail, JSON.stringify([flight, lodging])]) {
    const { legs, stays } = await readBookingText(content, zone)
    assert.equal(legs.length, 1)
    const [found] = legs
    assert.deepEqual(
      [
        found!.from,
        found!.fromZone,
        found!.departs,
        found!.toZone,
        found!.arrives,
        found!.toCountry,
        found!.number,
        found!.reference,
      ],
      ['Stockholm Arlanda ARN', zone, '2026-12-01T10:05', lisbon, '2026-12-01T13:20', 'PT', 'TP783', 'K7QH2P'],
    )
    assert.deepEqual(
      stays.map(one => [one.name, one.zone, one.checkIn, one.checkOut, one.reference]),
      [['Hotel Avenida', lisbon, '2026-12-01T15:00', '2026-12-04T11:00', '8841-220']],
    )
  }
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20261201T090500Z',
    'DTEND:20261201T132000Z',
    'SUMMARY:Flight TP783 Stockholm – Lisboa',
    'DESCRIPTION:Booking reference: K7QH2P',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:2',
    'DTSTART:20261202T090500Z',
    'DTEND:20261202T100500Z',
    'SUMMARY:Lunch',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  const read = await readBookingText(ics, zone)
  assert.deepEqual(
    read.legs.map(one => [one.mode, one.number, one.departs, one.arrives, one.reference]),
    [['flight', 'TP783', '2026-12-01T10:05', '2026-12-01T13:20', 'K7QH2P']],
  )
  await assert.rejects(readBookingText('BEGIN:VCALENDAR\r\nnonsense', zone))
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ maxLength: 300 }), fc.json({ maxDepth: 4 })), async content => {
      const { legs, stays } = await readBookingText(`<script type="application/ld+json">${content}</script>`, zone)
      assert.deepEqual([legs, stays], [[], []])
    }),
    { numRuns: 60 },
  )
})
