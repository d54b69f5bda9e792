import { useMemo } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import type { EventLook, GridEvent } from '../../../../web/kit/calendar/gridEvent.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { agenda } from '../../contract.ts'
import type { AgendaLine, CalendarKeys, CalendarLine, PlaceLine } from '../words.ts'
import { stretchIn } from '../zones.ts'

/** A line of the agenda as the grids draw it; the line itself stays with it. */
export interface PlacedEvent extends GridEvent {
  readonly line: AgendaLine
}

export interface AgendaAsked {
  /** First and last day that are shown. */
  readonly first: string
  readonly last: string
  readonly calendars: readonly CalendarLine[]
  readonly places: readonly PlaceLine[]
  /** Those that are ticked. */
  readonly shown: ReadonlySet<string>
  readonly declined: boolean
}

/** What lies in the shown calendars, on the office's clock. An event that lies in several of them is drawn once, in the first. */
export function useAgenda({ first, last, calendars, places, shown, declined }: AgendaAsked) {
  const say = useSay<CalendarKeys>()
  const { zone } = useFormats()
  const calendarIds = useMemo(() => [...shown].toSorted(), [shown])
  const asked = useQuery<typeof agenda>(
    'calendar.agenda',
    { from: momentOf(first, '00:00', zone), until: momentOf(addDays(last, 1), '00:00', zone), calendarIds },
    { keep: true, when: calendarIds.length > 0 },
  )
  const titles = useMemo(
    () => new Map([...calendars, ...places].map(({ id, title }) => [id, title] as const)),
    [calendars, places],
  )
  const mine = useMemo(() => new Set(calendars.filter(one => one.mine).map(({ id }) => id)), [calendars])
  const rows = shown.size ? asked.data?.rows : undefined
  const events = useMemo(() => {
    const once = new Map<string, AgendaLine>()
    for (const line of rows ?? []) {
      if (!shown.has(line.calendarId)) continue
      const key = keyOf(line)
      const before = once.get(key)
      if (!before || rank(line, mine) < rank(before, mine)) once.set(key, line)
    }
    return [...once].flatMap(([key, line]): PlacedEvent[] => {
      const look = lookOf(line, mine.has(line.calendarId))
      if (look === 'declined' && !declined) return []
      return [
        {
          key,
          line,
          ...stretchIn(zone, line),
          title: line.title ?? say(line.laying === 'hold' ? 'page.calendar.held' : 'page.calendar.busy'),
          detail: line.place ?? undefined,
          hue: line.colour,
          look,
          marks: [
            ...(line.repeats ? ['repeat'] : []),
            ...(line.privacy === 'open' ? [] : ['lock']),
            ...(line.waiting ? ['hourglass'] : []),
          ],
          movable: line.changeable && line.eventId !== null,
          ...(mine.has(line.calendarId) ? {} : { whose: titles.get(line.calendarId) ?? '' }),
        },
      ]
    })
  }, [rows, shown, mine, titles, zone, declined, say])
  return { events, asked }
}

const keyOf = (line: AgendaLine): string =>
  line.eventId
    ? `${line.eventId}:${line.recurrence ?? ''}`
    : `${line.holdId ?? line.calendarId}:${line.calendarId}:${line.start}`

/** One's own calendar first, then where the event is at home. */
const rank = (line: AgendaLine, mine: ReadonlySet<string>): number =>
  (mine.has(line.calendarId) ? 0 : 4) + (line.laying === 'home' ? 0 : line.laying === 'guest' ? 1 : 2)

function lookOf(line: AgendaLine, isMine: boolean): EventLook {
  if (line.status === 'cancelled') return 'cancelled'
  if (line.answer === 'declined') return 'declined'
  if (isMine && line.laying === 'guest' && line.answer === 'none') return 'asked'
  if (line.status === 'tentative' || line.answer === 'tentative' || line.waiting || line.laying === 'hold')
    return 'tentative'
  return line.showAs
}
