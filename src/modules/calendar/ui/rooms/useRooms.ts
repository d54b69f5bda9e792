import { useMemo } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import type { RowBlock, TimeRow } from '../../../../web/kit/calendar/TimeRows.tsx'
import { minutesBetween } from '../../../../web/kit/calendar/locals.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import { eventHref } from '../calendar/Peek.tsx'
import type { agenda, listCalendars, listPlaces } from '../../contract.ts'
import type { AgendaLine, CalendarKeys, PlaceLine } from '../words.ts'
import { localIn } from '../zones.ts'

/** Rooms and things with what is booked in them on a day, as rows by the hour. */
export function useRooms(day: string) {
  const say = useSay<CalendarKeys>()
  const { zone } = useFormats()
  const places = useQuery<typeof listPlaces>('calendar.list-places', {}, { fresh_ms: 30_000 })
  const all = useMemo(() => (places.data?.rows ?? []).filter(({ retired }) => !retired), [places.data])
  const calendarIds = useMemo(() => all.map(({ id }) => id), [all])
  const bookings = useQuery<typeof agenda>(
    'calendar.agenda',
    { from: momentOf(day, '00:00', zone), until: momentOf(addDays(day, 1), '00:00', zone), calendarIds },
    { when: calendarIds.length > 0, keep: true },
  )
  const calendars = useQuery<typeof listCalendars>('calendar.list-calendars', {}, { fresh_ms: 60_000 })
  const people = useMemo(
    () =>
      new Map((calendars.data?.rows ?? []).flatMap(({ owner }) => (owner ? [[owner.id, owner.title] as const] : []))),
    [calendars.data],
  )
  const rowOf = useMemo(() => {
    const lines = bookings.data?.rows ?? []
    return (place: PlaceLine): TimeRow => ({
      id: place.id,
      name: place.title,
      href: `/rooms/${place.id}`,
      detail: placeDetail(place, say),
      note: place.bookable ? undefined : say('page.rooms.not-yours'),
      blocks: lines
        .filter(({ calendarId, status }) => calendarId === place.id && status !== 'cancelled')
        .map(line => ({ ...blockOf(line, day, zone, say), ...whoOf(line, people) })),
    })
  }, [bookings.data, people, day, zone, say])
  return { places, all, rowOf }
}

export const placeDetail = (
  place: Pick<PlaceLine, 'seats' | 'equipment'>,
  say: ReturnType<typeof useSay<CalendarKeys>>,
): string =>
  [place.seats ? say('page.rooms.seats', { count: place.seats }) : '', ...place.equipment].filter(Boolean).join(', ')

/** Whose it is, by the name one calls them. */
function whoOf(line: AgendaLine, people: ReadonlyMap<string, string>): Pick<RowBlock, 'detail'> {
  const name = line.waiting || line.title === null ? undefined : people.get(line.organiserId ?? '')?.split(' ')[0]
  return name ? { detail: name } : {}
}

function blockOf(line: AgendaLine, day: string, zone: string, say: ReturnType<typeof useSay<CalendarKeys>>): RowBlock {
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
