import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { callerCard } from '../../directory/contract.ts'
import type { now } from '../../presence/contract.ts'
import type { card, getCall, getSetup, getSlip, listCalls, listSlips, ringing } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type Keys = keyof typeof en
export type SlipLine = OutputOf<typeof listSlips>['rows'][number]
export type SlipDetail = OutputOf<typeof getSlip>
export type CallLine = OutputOf<typeof listCalls>['rows'][number]
export type CallDetail = OutputOf<typeof getCall>
export type Ringing = OutputOf<typeof ringing>['rows'][number]
export type Card = OutputOf<typeof card>
export type Setup = OutputOf<typeof getSetup>
export type Presence = OutputOf<typeof now>['rows'][number]
export type Manner = OutputOf<typeof callerCard>['parties'][number]

export const slipStates = ['unread', 'read', 'done', 'withdrawn'] as const
export const callStates = ['ringing', 'answered', 'ended', 'missed'] as const
export const wishes = ['message', 'call-back', 'calls-again', 'returned'] as const

export const slipGlyphs: Readonly<Record<SlipLine['state'], Glyph>> = {
  unread: 'open',
  read: 'half',
  done: 'done',
  withdrawn: 'ended',
}
export const callGlyphs: Readonly<Record<CallLine['state'], Glyph>> = {
  ringing: 'half',
  answered: 'half',
  ended: 'settled',
  missed: 'late',
}

/** A missed call that somebody has dealt with is no longer one that waits. */
export const glyphOfCall = (call: Pick<CallLine, 'state' | 'settled'>): Glyph =>
  call.state === 'missed' && call.settled ? 'settled' : callGlyphs[call.state]

/** `4:07` */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
