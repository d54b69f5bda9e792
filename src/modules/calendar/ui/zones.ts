/** Moments on the wire to the clock on the wall and back; a grid shows one zone. */
import { dateFormat } from '../../../web/format/locale.ts'
import { momentOf } from '../../../web/format/moment.ts'
import type { Stretch } from '../../../web/kit/calendar/gridEvent.ts'
import type { AgendaLine, When } from './words.ts'

/** `2026-11-25T10:15` of that zone's clock. */
export function localIn(zone: string, at: string): string {
  const parts = dateFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The moment at which that zone's clock shows a local time. */
export const momentFrom = (local: string, zone: string): string =>
  momentOf(local.slice(0, 10), local.slice(11, 16), zone)

/** The same time on another zone's clock. */
export const inZone = (local: string, from: string, to: string): string =>
  from === to ? local : localIn(to, momentFrom(local, from))

/** An agenda's line on the clock that is shown. */
export function stretchIn(
  zone: string,
  line: Pick<AgendaLine, 'allDay' | 'from' | 'until' | 'start' | 'end'>,
): Stretch {
  return line.allDay && line.from && line.until
    ? { from: line.from, until: line.until, allDay: true }
    : { from: localIn(zone, line.start), until: localIn(zone, line.end), allDay: false }
}

/** What a stretch of the shown clock is as an event's time, on the event's own clock. */
export function whenOf(stretch: Stretch, shown: string, own: string): When {
  return stretch.allDay
    ? { allDay: true, from: stretch.from, until: stretch.until }
    : { allDay: false, start: inZone(stretch.from, shown, own), end: inZone(stretch.until, shown, own), zone: own }
}

/** An event's time on the clock that is shown. */
export function stretchOfWhen(when: When, shown: string): Stretch {
  return when.allDay
    ? { from: when.from, until: when.until, allDay: true }
    : {
        from: inZone(when.start.slice(0, 16), when.zone, shown),
        until: inZone(when.end.slice(0, 16), when.zone, shown),
        allDay: false,
      }
}
