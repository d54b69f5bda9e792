/** Instances as messages name them (an instant, or a day) and as the calendar does (a time on the event's clock). */
import type { InstanceKey } from '../../formats/ical/itip/parts.ts'

const dayKey = /^(\d{4})(\d\d)(\d\d)$/

const written = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'second' })

/** The calendar's `recurrence` of a key; `zone`: the event's, null where it lasts whole days. */
export function recurrenceOf(key: InstanceKey, zone: string | null): string {
  const day = dayKey.exec(key)
  if (day) return `${day[1]}-${day[2]}-${day[3]}T00:00:00`
  const at = Temporal.Instant.fromEpochMilliseconds(Number(key))
    .toZonedDateTimeISO(zone ?? 'UTC')
    .toPlainDateTime()
  return written(zone ? at : at.with({ hour: 0, minute: 0, second: 0 }))
}

/** The key of the calendar's `recurrence`. */
export function keyOf(recurrence: string, zone: string | null): InstanceKey {
  const at = Temporal.PlainDateTime.from(recurrence)
  if (zone === null) return at.toPlainDate().toString().replaceAll('-', '')
  return String(at.toZonedDateTime(zone).epochMilliseconds)
}
