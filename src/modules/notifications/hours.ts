/** When a person may be interrupted, and when their digest goes out. Pure; hours are the office's wall clock. */
import { noticeSettings, type NoticeSettings, usualSettings } from './contract/shapes.ts'

/** What was kept, as far as it still makes sense; else what is usual. */
export function settingsFrom(kept: unknown): NoticeSettings {
  const { reminderPush, reminderMail } = usualSettings
  // What was kept before there was a choice of ways for reminders still holds.
  const whole = typeof kept === 'object' && kept !== null ? { reminderPush, reminderMail, ...kept } : kept
  const read = noticeSettings.safeParse(whole)
  return read.success ? read.data : usualSettings
}

const isWithin = (time: string, from: string, until: string): boolean =>
  from === until ? false : from < until ? time >= from && time < until : time >= from || time < until

/** Quiet hours belong to the day on which they begin; a day off is quiet from midnight to midnight. */
export function isQuiet(settings: NoticeSettings, now: Temporal.ZonedDateTime): boolean {
  if (settings.daysOff.includes(now.dayOfWeek)) return true
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' })
  return isWithin(time, settings.quietFrom, settings.quietUntil)
}

/** Whether the hour of the day's digest has come; it is for that day alone, and never made up for on another. */
export function isDigestDue(settings: NoticeSettings, now: Temporal.ZonedDateTime): boolean {
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' })
  return settings.digestDays.includes(now.dayOfWeek) && time >= settings.digestAt
}
