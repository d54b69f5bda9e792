/** An outing as a calendar file: guests put it into a calendar of theirs with one click. */
import { icalText } from '../../formats/ical/component.ts'
import { component, property, textProperty, utcStamp } from '../../formats/ical/write.ts'

export interface FileFacts {
  readonly id: string
  readonly title: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly place: string | null
  readonly description?: string
  readonly at: Temporal.Instant
}

/** The same name each time: a program that has it already moves it. */
export function outingFile(facts: FileFacts): string {
  const stamp = (at: Temporal.Instant) => utcStamp(at.epochMilliseconds)
  const event = component('VEVENT', [
    property('UID', `outing-${facts.id}`),
    property('DTSTAMP', stamp(facts.at)),
    // newer than any file that was fetched before (RFC 5545, 3.8.7.4)
    property('SEQUENCE', String(Math.floor(facts.at.epochMilliseconds / 60_000) % 2 ** 31)),
    property('DTSTART', stamp(facts.startsAt)),
    property('DTEND', stamp(facts.endsAt)),
    textProperty('SUMMARY', facts.title),
    ...(facts.place ? [textProperty('LOCATION', facts.place)] : []),
    ...(facts.description ? [textProperty('DESCRIPTION', facts.description)] : []),
  ])
  return icalText(
    component(
      'VCALENDAR',
      [property('VERSION', '2.0'), property('PRODID', '-//Kontor//Kontor//EN'), property('METHOD', 'PUBLISH')],
      [event],
    ),
  )
}

/** When and where, as a guest was told it: another one is a change that they must hear of. */
export const toldText = (facts: Pick<FileFacts, 'startsAt' | 'endsAt' | 'place'>): string =>
  [facts.startsAt, facts.endsAt, facts.place ?? ''].join(' ')
