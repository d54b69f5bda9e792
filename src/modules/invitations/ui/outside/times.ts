/** Times on the meeting's clock, for a browser that need not know Temporal. */
import { useMemo } from 'react'
import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { useLanguage } from '../../../../web/language/Say.tsx'
import type { Asked } from './Invitation.tsx'

/** An instant as a field of date and time has it, on the meeting's clock. */
export function wallOf(instant: string | undefined, zone: string): string {
  if (!instant) return ''
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
  return parts.replace(' ', 'T')
}

/** The instant of a time on the meeting's clock; of one that the clock skips, the one before the gap. */
export function instantOfWall(wall: string, zone: string): string {
  const wanted = Date.parse(`${wall}:00Z`)
  if (Number.isNaN(wanted)) return ''
  let at = wanted
  // Twice, since the offset at the first guess may be of the other side of a change.
  for (let n = 0; n < 2; n++) at += wanted - Date.parse(`${wallOf(new Date(at).toISOString(), zone)}:00Z`)
  return new Date(at).toISOString()
}

/** The next times in words, in whoever's language looks. */
export function useTimes({ times, zone }: Pick<Asked, 'times' | 'zone'>): string[] {
  const locale = wordLocale(useLanguage())
  return useMemo(() => {
    const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    return times.map(({ start, end, allDay }) => {
      if (allDay) return new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }).format(new Date(start))
      const from = new Intl.DateTimeFormat(locale, { ...day, ...clock, timeZone: zone }).format(new Date(start))
      return `${from}–${new Intl.DateTimeFormat(locale, { ...clock, timeZone: zone }).format(new Date(end))}`
    })
  }, [times, zone, locale])
}
