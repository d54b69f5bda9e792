import { daySeconds } from './civil.ts'
import { IcalRefused } from './refused.ts'

/** Days of the clock and exact seconds beside them (RFC 5545, 3.3.6). */
export interface Duration {
  readonly days: number
  readonly seconds: number
}

/** `P1W`, `P15DT5H0M20S`, `-PT10M`. */
export function durationOf(text: string, line: number): Duration {
  const found = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,10})S)?)?$/i.exec(
    text.trim(),
  )
  const parts = found?.slice(2).map(part => Number(part ?? 0))
  if (!parts || found!.slice(2).every(part => part === undefined))
    throw new IcalRefused('ical-value', line, text.slice(0, 40))
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
  const sign = found![1] === '-' ? -1 : 1
  const whole = { days: sign * (weeks * 7 + days), seconds: sign * (hours * 3600 + minutes * 60 + seconds) }
  if (Math.abs(whole.days) * daySeconds + Math.abs(whole.seconds) > 400 * 366 * daySeconds)
    throw new IcalRefused('ical-value', line, text.slice(0, 40))
  return whole
}
