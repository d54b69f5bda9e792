import type { OutputOf } from '../../../web/answers.ts'
import { weekdayOf } from '../../../web/format/day.ts'
import type { Formats } from '../../../web/format/formats.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { SayFunction } from '../../../web/language/Say.tsx'
import type { getAlarm, getHours, getRota, getSchedule, listAlarms, listRotas, myTurns } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type Keys = keyof typeof en
export type RotaLine = OutputOf<typeof listRotas>['rows'][number]
export type RotaDetail = OutputOf<typeof getRota>
export type Schedule = OutputOf<typeof getSchedule>
export type Stretch = Schedule['final'][number]
export type Problem = Schedule['problems'][number]
export type AlarmLine = OutputOf<typeof listAlarms>['rows'][number]
export type AlarmDetail = OutputOf<typeof getAlarm>
export type Mine = OutputOf<typeof myTurns>
export type HoursLine = OutputOf<typeof getHours>['rows'][number]
export type SwapTold = RotaDetail['swaps'][number]

export const rotaGlyphs: Readonly<Record<RotaLine['state'], Glyph>> = { draft: 'draft', live: 'done', paused: 'ended' }
export const alarmGlyphs: Readonly<Record<AlarmLine['state'], Glyph>> = {
  open: 'late',
  acknowledged: 'half',
  resolved: 'done',
}
export const alarmStates = ['open', 'acknowledged', 'resolved'] as const

/** `Mon 23 Nov 09:00` */
export const whenOf = (formats: Formats, at: string): string =>
  `${formats.weekday(formats.dayOf(at))} ${formats.time(at)}`

/** `until 17:00` today, else with the day. */
export const untilOf = (formats: Formats, at: string): string =>
  formats.dayOf(at) === formats.today() ? formats.time(at) : whenOf(formats, at)

/** `Mon 23 Nov 09:00 – Mon 30 Nov 09:00` */
export const spanOf = (formats: Formats, { start, end }: { readonly start: string; readonly end: string }): string =>
  formats.dayOf(start) === formats.dayOf(end)
    ? `${whenOf(formats, start)}–${formats.time(end)}`
    : `${whenOf(formats, start)} – ${whenOf(formats, end)}`

/** One hue for each person, in the order in which they take turns. */
export const hues = [
  'blue',
  'orange',
  'green',
  'purple',
  'teal',
  'red',
  'yellow',
  'pink',
  'indigo',
  'lime',
  'brown',
  'grey',
] as const

export const isWeekend = (day: string): boolean => weekdayOf(day) > 5

export function problemWords(say: SayFunction<Keys>, formats: Formats, problem: Problem): string {
  const onDay = problem.code === 'nights' || problem.code === 'holiday'
  return say(`page.rota.problem.${problem.code}`, {
    person: problem.person?.title ?? '–',
    about: problem.about?.title ?? '–',
    count: problem.count ?? 0,
    from: problem.start ? (onDay ? formats.weekday(formats.dayOf(problem.start)) : whenOf(formats, problem.start)) : '',
    until: problem.end ? whenOf(formats, problem.end) : '',
  })
}
