import { useMemo } from 'react'
import { useQueries } from '@tanstack/react-query'
import { runQuery } from '../../../../web/client.ts'
import { useQuery, queryKey } from '../../../../web/useQuery.ts'
import type { getEvent, listCalendars } from '../../contract.ts'
import { type PlacedEvent, useAgenda } from '../calendar/useAgenda.ts'
import type { EventDetail } from '../words.ts'

export interface PrintedEvent {
  readonly event: PlacedEvent
  readonly detail: EventDetail | null
}

/** Whose day it is, and all that is known of each thing in it. */
export function usePrinted(first: string, last: string, calendarId: string | undefined) {
  const calendars = useQuery<typeof listCalendars>('calendar.list-calendars', {}, { fresh_ms: 60_000 })
  const rows = calendars.data?.rows ?? []
  const whose =
    rows.find(({ id }) => id === calendarId) ?? rows.find(({ mine, type }) => mine && type === 'main') ?? rows[0]
  const shown = useMemo(() => new Set(whose ? [whose.id] : []), [whose])
  const { events, asked } = useAgenda({ first, last, calendars: rows, places: [], shown, declined: false })
  const details = useQueries({
    queries: events.map(({ line }) => {
      const input = { id: line.eventId ?? '', ...(line.recurrence ? { recurrence: line.recurrence } : {}) }
      return {
        queryKey: queryKey('calendar.get-event', input),
        queryFn: () => runQuery<typeof getEvent>('calendar.get-event', input),
        enabled: line.eventId !== null,
        staleTime: 60_000,
        retry: false,
      }
    }),
  })
  const printed: PrintedEvent[] = events.map((event, index) => ({ event, detail: details[index]?.data ?? null }))
  const isWaiting = asked.isPending || details.some(({ isFetching }) => isFetching)
  return { whose, calendars: rows, printed, isWaiting }
}
