/** Which days a view shows, and how it walks. */
import { addDays, addMonths } from '../../../../web/format/day.ts'
import { readDay } from '../../../../web/format/entry.ts'
import { daysFrom, type Weekday, weeksOfMonth, weekStart } from '../../../../web/kit/calendar/weeks.ts'
import type { CalendarView } from '../kept.ts'

/** Days that a list goes on for. */
const listDays = 35

export function daysShown(view: CalendarView, day: string, first: Weekday, weekends: boolean): string[] {
  if (view === 'day') return [day]
  if (view === 'week') {
    const days = daysFrom(weekStart(day, first), 7)
    return weekends ? days : days.filter(one => !isWeekend(one))
  }
  if (view === 'list') return daysFrom(day, listDays)
  if (view === 'year') return [`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`]
  const weeks = weeksOfMonth(day, first)
  return daysFrom(weeks[0] ?? day, weeks.length * 7)
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The same view, one further on or back. */
export function stepped(view: CalendarView, day: string, by: 1 | -1): string {
  if (view === 'day') return addDays(day, by)
  if (view === 'week') return addDays(day, by * 7)
  if (view === 'list') return addDays(day, by * listDays)
  return addMonths(day, view === 'year' ? by * 12 : by)
}

/** `next fri`, `nästa fre`: the one of the week after this; everything else as the date fields read it. */
export function readSaidDay(text: string, today: string, language: string): string | null {
  const next = /^\s*(?:next|nästa|neste|volgende|următoarea|următorul|próxim[ao])\s+(.+)$/i.exec(text)
  if (!next) return readDay(text, today, language)
  const day = readDay(next[1] ?? '', today, language)
  if (!day) return null
  const monday = addDays(today, 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  return day < monday ? addDays(day, 7) : day
}
