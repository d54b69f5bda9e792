import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getApplication, getPermit, listApplications, listDiary, listPermits } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type PermitKeys = keyof typeof en
export type PermitDetail = OutputOf<typeof getPermit>
export type PermitLine = OutputOf<typeof listPermits>['rows'][number]
export type ApplicationDetail = OutputOf<typeof getApplication>
export type ApplicationLine = OutputOf<typeof listApplications>['rows'][number]
export type DiaryLine = OutputOf<typeof listDiary>['rows'][number]

export const permitStates = [
  'preparing',
  'sent',
  'completion',
  'granted',
  'partly',
  'refused',
  'withdrawn',
  'ended',
] as const
export const permitGlyphs: Readonly<Record<PermitLine['state'], Glyph>> = {
  preparing: 'draft',
  sent: 'waits',
  completion: 'blocked',
  granted: 'done',
  partly: 'half',
  refused: 'ended',
  withdrawn: 'ended',
  ended: 'ended',
}

export const applicationStates = [
  'registered',
  'completion',
  'complete',
  'decided',
  'notified',
  'appealed',
  'final',
  'withdrawn',
] as const
export const applicationGlyphs: Readonly<Record<ApplicationLine['state'], Glyph>> = {
  registered: 'open',
  completion: 'waits',
  complete: 'half',
  decided: 'half',
  notified: 'waits',
  appealed: 'blocked',
  final: 'done',
  withdrawn: 'ended',
}
