import type { OutputOf } from '../../../web/answers.ts'
import type { Formats } from '../../../web/format/formats.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type {
  building,
  getKey,
  getParcel,
  getSettings,
  getVisitor,
  listKeys,
  listKiosks,
  listParcels,
  listVisitors,
} from '../contract.ts'
import type { en } from '../messages/en.ts'

export type Keys = keyof typeof en
export type VisitorLine = OutputOf<typeof listVisitors>['rows'][number]
export type VisitorDetail = OutputOf<typeof getVisitor>
export type Building = OutputOf<typeof building>
export type KeyLine = OutputOf<typeof listKeys>['rows'][number]
export type KeyDetail = OutputOf<typeof getKey>
export type ParcelLine = OutputOf<typeof listParcels>['rows'][number]
export type ParcelDetail = OutputOf<typeof getParcel>
export type Settings = OutputOf<typeof getSettings>
export type KioskLine = OutputOf<typeof listKiosks>['rows'][number]

export const visitorGlyphs: Readonly<Record<VisitorLine['state'], Glyph>> = {
  expected: 'open',
  waiting: 'late',
  received: 'half',
  gone: 'done',
  missed: 'ended',
  cancelled: 'ended',
}
export const visitorStates = ['expected', 'waiting', 'received', 'gone', 'missed', 'cancelled'] as const
export const keyGlyphs: Readonly<Record<KeyLine['state'], Glyph>> = { in: 'done', lent: 'half', lost: 'late' }
export const parcelGlyphs: Readonly<Record<ParcelLine['state'], Glyph>> = {
  waiting: 'waits',
  collected: 'done',
  returned: 'ended',
}

/** `17:00` today, else with the day. */
export const whenOf = (formats: Formats, at: string): string =>
  formats.dayOf(at) === formats.today() ? formats.time(at) : `${formats.weekday(formats.dayOf(at))} ${formats.time(at)}`
