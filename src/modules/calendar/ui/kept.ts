/** What a person has chosen for their calendar; kept for them on this computer. */
import { useCallback, useState } from 'react'
import { firstWeekdayIn, type Weekday } from '../../../web/kit/calendar/weeks.ts'
import { useFormats } from '../../../web/language/Say.tsx'
import { recall, remember } from '../../../web/preferences.ts'
import { useSession } from '../../../web/session.ts'

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

export function useKept(): KeptSettings {
  const { account } = useSession()
  const { country } = useFormats()
  const place = `kontor.calendar.${account.id}`
  const [kept, setKept] = useState(() => read(place))
  const change = useCallback(
    (changes: Partial<Kept>) => {
      const next = { ...read(place), ...changes }
      remember(place, JSON.stringify(next))
      setKept(next)
    },
    [place],
  )
  return { ...kept, weekFirst: kept.firstWeekday ?? firstWeekdayIn(country), change }
}
