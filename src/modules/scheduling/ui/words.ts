import type { InputOf, OutputOf } from '../../../web/answers.ts'
import type { Formats } from '../../../web/format/formats.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { SayFunction } from '../../../web/language/Say.tsx'
import type { aboutRecord, dayOf, findTimes, getHours, getProposal, listProposals, readRequest } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type Keys = keyof typeof en
export type Found = OutputOf<typeof findTimes>
export type FoundSlot = Found['slots'][number]
export type FoundReason = FoundSlot['reasons'][number]
export type FoundChange = Found['changes'][number]
export type Read = OutputOf<typeof readRequest>
export type Search = InputOf<typeof findTimes>
export type About = OutputOf<typeof aboutRecord>
export type Day = OutputOf<typeof dayOf>
export type ProposalLine = OutputOf<typeof listProposals>['rows'][number]
export type ProposalDetail = OutputOf<typeof getProposal>
export type HoursDetail = OutputOf<typeof getHours>

export const proposalStates = ['open', 'settled', 'withdrawn', 'lapsed'] as const
export const proposalGlyphs: Readonly<Record<ProposalLine['state'], Glyph>> = {
  open: 'waits',
  settled: 'done',
  withdrawn: 'ended',
  lapsed: 'late',
}

/** `10:15–11:45` */
export const hoursOf = (formats: Formats, { start, end }: { readonly start: string; readonly end: string }): string =>
  `${formats.time(start)}–${formats.time(end)}`

/** `Wed 25 Nov 10:15` */
export const whenOf = (formats: Formats, start: string): string =>
  `${formats.weekday(formats.dayOf(start))} ${formats.time(start)}`

/** Why a slot stands where it stands, in words; without its title where that may not be told. */
export function reasonWords(say: SayFunction<Keys>, formats: Formats, reason: FoundReason): string {
  const key = `reason.${reason.key}` as const
  const params = {
    person: reason.person?.title ?? '',
    title: reason.title ?? '',
    count: reason.count ?? 0,
    length: formats.minutes(reason.count ?? 0),
    until: reason.until ? formats.time(reason.until) : '',
  }
  switch (reason.key) {
    case 'cannot-come':
    case 'busy-until':
    case 'moves':
    case 'tentative':
      return say(reason.title === null ? `reason.${reason.key}.plain` : `reason.${reason.key}`, params)
    default:
      return say(key, params)
  }
}

/** What would have to change, in words. */
export function changeWords(say: SayFunction<Keys>, formats: Formats, change: FoundChange): string {
  const params = {
    person: change.person?.title ?? '',
    title: change.title ?? '',
    length: formats.minutes(change.minutes ?? 0),
    when: whenOf(formats, change.start),
  }
  if (change.change === 'move' && change.title === null) return say('change.move.plain', params)
  return say(`change.${change.change}`, params)
}
