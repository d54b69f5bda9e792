import { useMemo } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import type { RowBlock, TimeRow } from '../../../../web/kit/calendar/TimeRows.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { agenda, listCalendars } from '../../contract.ts'
import { blockOf } from '../board/blockOf.ts'
import type { AgendaLine, CalendarKeys, CalendarLine } from '../words.ts'

/** As many calendars as one question may be about. */
const most = 200

/** What takes somebody's time: not what they declined, what fell through, or what is shown as free. */
const takesTime = ({ status, answer, showAs }: AgendaLine): boolean =>
  status !== 'cancelled' && answer !== 'declined' && showAs !== 'free'

/** People and teams with what takes their time on a day, as rows by the hour; one's own row first. */
export function usePeople(day: string, wanted: string) {
  const say = useSay<CalendarKeys>()
  const { zone, language } = useFormats()
  const calendars = useQuery<typeof listCalendars>('calendar.list-calendars', {}, { fresh_ms: 60_000 })
  const all = useMemo(() => {
    const text = wanted.trim().toLocaleLowerCase(language)
    return (calendars.data?.rows ?? [])
      .filter(
        ({ type, title }) =>
          (type === 'main' || type === 'team') && (!text || title.toLocaleLowerCase(language).includes(text)),
      )
      .toSorted((a, b) => Number(b.mine) - Number(a.mine) || a.title.localeCompare(b.title, language))
      .slice(0, most)
  }, [calendars.data, wanted, language])
  const calendarIds = useMemo(() => all.map(({ id }) => id).toSorted(), [all])
  const lying = useQuery<typeof agenda>(
    'calendar.agenda',
    { from: momentOf(day, '00:00', zone), until: momentOf(addDays(day, 1), '00:00', zone), calendarIds },
    { when: calendarIds.length > 0, keep: true },
  )
  const rowOf = useMemo(() => {
    const lines = Map.groupBy((lying.data?.rows ?? []).filter(takesTime), ({ calendarId }) => calendarId)
    return (calendar: CalendarLine): TimeRow => ({
      id: calendar.id,
      name: calendar.title,
      blocks: (lines.get(calendar.id) ?? []).map((line): RowBlock => {
        const block = blockOf(line, day, zone, say)
        const soft = line.showAs === 'tentative'
        return { ...block, title: line.title ?? say('page.calendar.busy'), look: soft ? 'soft' : block.look }
      }),
    })
  }, [lying.data, day, zone, say])
  return { calendars, all, rowOf }
}
