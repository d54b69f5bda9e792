import { useMemo } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import type { RowBlock, TimeRow } from '../../../../web/kit/calendar/TimeRows.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { agenda, listCalendars, listPlaces } from '../../contract.ts'
import { blockOf } from '../board/blockOf.ts'
import type { AgendaLine, CalendarKeys, PlaceLine } from '../words.ts'

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
