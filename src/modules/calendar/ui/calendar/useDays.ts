import { useCallback, useMemo } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listDays, listSchoolCalendars } from '../../contract.ts'
import type { KeptSettings } from '../kept.ts'
import type { AgendaLine, CalendarKeys } from '../words.ts'
import type { PlacedEvent } from './useAgenda.ts'

export interface MarkedDays {
  /** What stands above a day: its public holidays. */
  readonly named: (day: string) => string | undefined
  /** School holidays and birthdays, as they lie over the days. */
  readonly events: readonly PlacedEvent[]
  readonly kinds: ReadonlyMap<string, 'holiday' | 'school'>
}

/** Public holidays, school holidays and birthdays between two days, as far as they are switched on. */
export function useDays(first: string, last: string, kept: KeptSettings): MarkedDays {
  const say = useSay<CalendarKeys>()
  const { country } = useFormats()
  const countries = useMemo(
    () => [...new Set([...(kept.holidays ? [country] : []), ...kept.countries])],
    [kept.holidays, kept.countries, country],
  )
  const any = countries.length > 0 || kept.schools.length > 0 || kept.birthdays
  const { data } = useQuery<typeof listDays>(
    'calendar.list-days',
    { from: first, until: last, countries, schools: [...kept.schools], birthdays: kept.birthdays },
    { keep: true, when: any, fresh_ms: 300_000 },
  )
  const schools = useQuery<typeof listSchoolCalendars>(
    'calendar.list-school-calendars',
    {},
    { when: kept.schools.length > 0, fresh_ms: 300_000 },
  )
  const rows = any ? data?.rows : undefined
  const named = useMemo(() => {
    const names = new Map<string, string[]>()
    for (const { set, of, title, from } of rows ?? [])
      if (set === 'holiday')
        names.set(from, told(names.get(from) ?? [], title, of === country ? '' : ` (${of.slice(0, 2)})`))
    return names
  }, [rows, country])
  const events = useMemo(() => {
    const titles = new Map((schools.data?.rows ?? []).map(({ id, title }) => [id, title] as const))
    return (rows ?? []).flatMap(({ set, of, title, from, until }): PlacedEvent[] => {
      if (set === 'holiday') return []
      const isSchool = set === 'school'
      return [
        {
          key: `${set} ${of} ${from} ${title}`,
          line: { ...nobodys, calendarId: of, start: `${from}T00:00:00Z`, end: `${until}T00:00:00Z`, from, until },
          from,
          until,
          allDay: true,
          title,
          hue: isSchool ? 'grey' : 'pink',
          look: 'free',
          marks: [isSchool ? 'school' : 'cake'],
          movable: false,
          whose: isSchool ? (titles.get(of) ?? say('page.calendar.schools')) : say('page.calendar.birthdays'),
        },
      ]
    })
  }, [rows, schools.data, say])
  const kinds = useMemo(() => {
    const found = new Map<string, 'holiday' | 'school'>()
    for (const { set, from, until } of rows ?? [])
      if (set === 'school') for (let day = from; day <= until; day = addDays(day, 1)) found.set(day, 'school')
    for (const day of named.keys()) found.set(day, 'holiday')
    return found
  }, [rows, named])
  return { named: useCallback((day: string) => named.get(day)?.join(', '), [named]), events, kinds }
}

/** What several countries keep by one name is told once. */
const told = (before: readonly string[], title: string, where: string): string[] =>
  before.some(one => one === title || one.startsWith(`${title} (`)) ? [...before] : [...before, title + where]

/** A day that is marked is nobody's event: there is nothing to open, answer or move. */
const nobodys: Omit<AgendaLine, 'calendarId' | 'start' | 'end' | 'from' | 'until'> = {
  eventId: null,
  recurrence: null,
  allDay: true,
  title: null,
  place: null,
  category: null,
  showAs: 'free',
  status: 'confirmed',
  privacy: 'open',
  answer: 'none',
  waiting: false,
  laying: 'home',
  holdId: null,
  repeats: false,
  changeable: false,
  organiserId: null,
  guests: 0,
  colour: 'grey',
  version: null,
}
