/** From the office's clock to a moment on the wire (RFC 3339, UTC). */
import { dateFormat } from './locale.ts'

/** Minutes that a zone is ahead of UTC at a moment. */
function offsetMinutes(zone: string, at: Date): number {
  const parts = dateFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find(one => one.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return Math.round((wall - Math.floor(at.getTime() / 1000) * 1000) / 60_000)
}

/** The moment when that zone's clock shows that day and time; a time skipped in spring becomes the one an hour later. */
export function momentOf(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const first = wall - offsetMinutes(zone, new Date(wall)) * 60_000
  const settled = wall - offsetMinutes(zone, new Date(first)) * 60_000
  return new Date(settled).toISOString().replace('.000Z', 'Z')
}

/** Reads a time of day as people type it: `9`, `930`, `9:30`, `14.30`, `09:00`; null when it is none. Written as `HH:MM`. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h ]?([0-5]\d))?$/.exec(text.trim())
  const hour = Number(match?.[1])
  if (!match || hour > 23) return null
  return `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`
}
