import type { Clock } from '../../../formats/ical/zone.ts'
import { zoneClock } from '../wall.ts'

/** Two days of each month of three years: enough to tell zones apart that differ today. */
const looked = (() => {
  const year = 2025
  const times: number[] = []
  for (let month = 0; month < 36; month++) for (const day of [1, 15]) times.push(Date.UTC(year, month, day, 12) / 1000)
  return times
})()

/** The zone of the tz database that a clock of a file goes like, the office's own first; null where none does. */
export function zoneAlike(clock: Clock, officeZone: string): string | null {
  const wanted = looked.map(local => clock.instantOf(local))
  const goesLike = (zone: string): boolean => {
    const other = zoneClock(zone)
    return looked.every((local, at) => other.instantOf(local) === wanted[at])
  }
  return [officeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')].find(goesLike) ?? null
}
