import type { RowBlock } from '../../../../web/kit/calendar/TimeRows.tsx'
import { minutesBetween } from '../../../../web/kit/calendar/locals.ts'
import type { useSay } from '../../../../web/language/Say.tsx'
import { eventHref } from '../calendar/Peek.tsx'
import type { AgendaLine, CalendarKeys } from '../words.ts'
import { localIn } from '../zones.ts'

/** A line of the agenda as a block in the row of its calendar. */
export function blockOf(
  line: AgendaLine,
  day: string,
  zone: string,
  say: ReturnType<typeof useSay<CalendarKeys>>,
): RowBlock {
  const minutes = (at: string) => minutesBetween(`${day}T00:00`, localIn(zone, at))
  return {
    id: `${line.eventId ?? line.holdId ?? ''}${line.recurrence ?? line.start}`,
    from: line.allDay ? 0 : minutes(line.start),
    until: line.allDay ? 1440 : minutes(line.end),
    title: line.title ?? say(line.laying === 'hold' ? 'page.calendar.held' : 'page.rooms.booked'),
    detail: line.waiting ? say('page.calendar-event.place.waiting') : undefined,
    look: line.waiting || line.laying === 'hold' ? 'waits' : 'booked',
    href: line.eventId ? eventHref(line.eventId, line.recurrence) : undefined,
  }
}
