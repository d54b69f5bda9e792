/** What a person has chosen for their calendar; kept for them on this computer, but for the days that it marks: their own programs mark them too. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { firstWeekdayIn, type Weekday } from '../../../web/kit/calendar/weeks.ts'
import { useFormats } from '../../../web/language/Say.tsx'
import { recall, remember } from '../../../web/preferences.ts'
import { useSession } from '../../../web/session.ts'
import { tellAnswer, useCommand } from '../../../web/useCommand.ts'
import { queryKey, useQuery } from '../../../web/useQuery.ts'
import type { chooseDays, getDayChoice } from '../contract.ts'

export const views = ['day', 'week', 'month', 'year', 'list'] as const
export type CalendarView = (typeof views)[number]

export interface Kept {
  readonly view: CalendarView
  /** Calendars that are not shown. */
  readonly hidden: readonly string[]
  /** Other people's calendars, rooms and things: shown once they are wanted. */
  readonly added: readonly string[]
  /** Of the office's country. */
  readonly holidays: boolean
  /** Countries and regions besides whose holidays are shown: `NO`, `GB-SCT`. */
  readonly countries: readonly string[]
  /** Calendars of school holidays that are shown. */
  readonly schools: readonly string[]
  readonly birthdays: boolean
  /** Null: as the country has it. */
  readonly firstWeekday: Weekday | null
  readonly weekends: boolean
  /** A second clock beside the hours. */
  readonly otherZone: string | null
  readonly declined: boolean
}

const fresh: Kept = {
  view: 'week',
  hidden: [],
  added: [],
  holidays: true,
  countries: [],
  schools: [],
  birthdays: false,
  firstWeekday: null,
  weekends: true,
  otherZone: null,
  declined: false,
}

function read(place: string): Kept {
  try {
    return { ...fresh, ...(JSON.parse(recall(place) ?? '{}') as Partial<Kept>) }
  } catch {
    return fresh
  }
}

export interface KeptSettings extends Kept {
  readonly weekFirst: Weekday
  readonly change: (changes: Partial<Kept>) => void
}

const dayFields = ['holidays', 'countries', 'schools', 'birthdays'] as const
type Days = Pick<Kept, (typeof dayFields)[number]>
const daysOf = ({ holidays, countries, schools, birthdays }: Days): Days => ({
  holidays,
  countries,
  schools,
  birthdays,
})
const choiceKey = queryKey('calendar.get-day-choice')

export function useKept(): KeptSettings {
  const { account } = useSession()
  const { country } = useFormats()
  const place = `kontor.calendar.${account.id}`
  const [local, setLocal] = useState(() => read(place))
  const { data } = useQuery<typeof getDayChoice>('calendar.get-day-choice', {}, { fresh_ms: 300_000 })
  const queries = useQueryClient()
  const { run } = useCommand<typeof chooseDays>('calendar.choose-days', { quiet: true })
  const kept = useMemo(() => (data?.chosen ? { ...local, ...daysOf(data) } : local), [local, data])
  const change = useCallback(
    (changes: Partial<Kept>) => {
      const next = { ...read(place), ...changes }
      remember(place, JSON.stringify(next))
      setLocal(next)
      if (!dayFields.some(field => field in changes)) return
      const days = { ...daysOf(kept), ...changes }
      const chosen = {
        holidays: days.holidays,
        countries: [...days.countries],
        schools: [...days.schools],
        birthdays: days.birthdays,
      }
      // Drawn at once; what is refused is asked for anew.
      queries.setQueryData(choiceKey, { chosen: true, ...chosen })
      void run(chosen).then(answer => {
        if (answer.status === 'done') return
        tellAnswer(answer)
        void queries.invalidateQueries({ queryKey: choiceKey })
      })
    },
    [place, kept, queries, run],
  )
  return { ...kept, weekFirst: kept.firstWeekday ?? firstWeekdayIn(country), change }
}
