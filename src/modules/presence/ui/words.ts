import type { OutputOf } from '../../../web/answers.ts'
import type { Formats } from '../../../web/format/formats.ts'
import type { SayFunction } from '../../../web/language/Say.tsx'
import type { now } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type Keys = keyof typeof en
export type Line = OutputOf<typeof now>['rows'][number]
export type State = Line['state']

export const states = ['in', 'home', 'meeting', 'lunch', 'travelling', 'leave', 'off'] as const

/** `14:00` today, else the day. */
export const whenOf = (formats: Formats, at: string): string =>
  formats.dayOf(at) === formats.today() ? formats.time(at) : formats.weekday(formats.dayOf(at))

/** When they can be reached again, or until when it holds. */
export function untilWords(say: SayFunction<Keys>, formats: Formats, line: Line): string {
  if (line.reachableAt) {
    const key = line.until === line.reachableAt ? 'page.presence.back' : 'page.presence.reached'
    return say(key, { at: whenOf(formats, line.reachableAt) })
  }
  if (line.until && formats.dayOf(line.until) === formats.today())
    return say('page.presence.until', { at: formats.time(line.until) })
  return ''
}

export const groups = ['here', 'soon', 'away'] as const
export type Group = (typeof groups)[number]

export function groupOf(formats: Formats, line: Line): Group {
  if (line.reachable) return 'here'
  return line.reachableAt && formats.dayOf(line.reachableAt) === formats.today() ? 'soon' : 'away'
}

/** The dot beside a name: here, back within the day, or away. */
export const dots: Readonly<Record<Group, string>> = { here: 'pres in', soon: 'pres busy', away: 'pres away' }

/** `In a meeting · back 14:00` */
export const stateWords = (say: SayFunction<Keys>, formats: Formats, line: Line): string =>
  [say(`choice.presence.state.${line.state}`), untilWords(say, formats, line)].filter(Boolean).join(' · ')

/** What there is to add: a note, who stands in, who is on call. */
export const moreWords = (say: SayFunction<Keys>, line: Line): string =>
  [
    line.note,
    line.deputy ? say('page.presence.deputy', { name: line.deputy.title }) : '',
    line.onCall ? say('page.presence.on-call') : '',
  ]
    .filter(Boolean)
    .join(' · ')
