/** The trip as a calendar file, for whoever keeps their calendar elsewhere. */
import { icalText } from '../../../formats/ical/component.ts'
import { compact, component, property, textProperty, utcStamp } from '../../../formats/ical/write.ts'
import type { Trip } from '../days.ts'
import { wordsIn } from '../words.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'

/** Moments in UTC: each program shows them on the clock of where it is, whatever zones it knows. */
const moments = (from: Temporal.Instant, until: Temporal.Instant) => [
  property('DTSTART', utcStamp(from.epochMilliseconds)),
  property('DTEND', utcStamp(until.epochMilliseconds)),
]

export function tripIcs(
  trip: Trip,
  { language, at }: { readonly language: Language; readonly at: Temporal.Instant },
): string {
  const say = wordsIn(language)
  const stamp = property('DTSTAMP', utcStamp(at.epochMilliseconds))
  const event = (
    uid: string,
    title: string,
    when: ReturnType<typeof moments>,
    more: readonly (readonly [string, string | null])[],
  ) =>
    component('VEVENT', [
      property('UID', uid),
      stamp,
      property('SEQUENCE', String(trip.record.version)),
      ...when,
      textProperty('SUMMARY', title),
      ...more.flatMap(([name, value]) => (value ? [textProperty(name, value)] : [])),
    ])
  const noted = (...parts: readonly (readonly [string, string | null])[]) =>
    parts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n') || null
  const legs = trip.legs.map(leg =>
    event(
      `${leg.id}@travel`,
      `${say(`choice.travel.mode.${leg.mode}`)} ${[leg.number, `${leg.from} – ${leg.to}`].filter(Boolean).join(' ')}`,
      moments(leg.departsAt, leg.arrivesAt),
      [
        ['LOCATION', leg.from],
        [
          'DESCRIPTION',
          noted(
            [leg.from, leg.departs.replace('T', ' ')],
            [leg.to, leg.arrives.replace('T', ' ')],
            [say('field.travel.seat'), leg.seat],
            [say('field.travel.reference'), leg.reference],
          ),
        ],
      ],
    ),
  )
  const days = (from: string, until: string) => [
    property('DTSTART', compact(from), { VALUE: 'DATE' }),
    property('DTEND', compact(Temporal.PlainDate.from(until).add({ days: 1 }).toString()), { VALUE: 'DATE' }),
  ]
  const stays = trip.stays.map(stay =>
    event(`${stay.id}@travel`, stay.name, days(stay.checkIn.slice(0, 10), stay.checkOut.slice(0, 10)), [
      ['LOCATION', stay.address],
      ['DESCRIPTION', noted([say('field.travel.reference'), stay.reference], [say('field.travel.phone'), stay.phone])],
    ]),
  )
  const visits = trip.visits.map(visit =>
    event(`${visit.eventId}@travel`, visit.title, moments(visit.startAt, visit.endAt), [['LOCATION', visit.place]]),
  )
  const head = [property('VERSION', '2.0'), property('PRODID', '-//Kontor//travel//EN'), property('METHOD', 'PUBLISH')]
  return icalText(component('VCALENDAR', head, [...legs, ...stays, ...visits]))
}
