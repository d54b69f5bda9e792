import { useMemo } from 'react'
import { weekdayOf } from '../../../../web/format/day.ts'
import { useRegistry } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'

/** Asked for by its name: the module of working hours stands on the calendar, not the other way. */
const hoursQuery = 'scheduling.get-hours'

interface Hours {
  readonly hours: readonly { readonly weekday: number; readonly from: string; readonly until: string }[]
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** When one works each day, from the first hour to the last; undefined where nobody keeps working hours. */
export function useWorkingHours() {
  const isKept = useRegistry()?.queries.some(({ name }) => name === hoursQuery) ?? false
  const { data } = useQuery(hoursQuery, {}, { when: isKept, fresh_ms: 300_000 })
  return useMemo(() => {
    const hours = (data as Hours | undefined)?.hours
    if (!hours?.length) return undefined
    return (day: string) => {
      const of = hours.filter(({ weekday }) => weekday === weekdayOf(day))
      if (!of.length) return null
      return {
        from: Math.min(...of.map(({ from }) => minutesOf(from))),
        until: Math.max(...of.map(({ until }) => minutesOf(until) || 1440)),
      }
    }
  }, [data])
}
