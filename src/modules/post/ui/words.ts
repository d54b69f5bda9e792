import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getBox, getItem, getOutgoing, listBoxes, listItems, listOutgoing } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type PostKeys = keyof typeof en
export type ItemDetail = OutputOf<typeof getItem>
export type ItemLine = OutputOf<typeof listItems>['rows'][number]
export type OutgoingDetail = OutputOf<typeof getOutgoing>
export type OutgoingLine = OutputOf<typeof listOutgoing>['rows'][number]
export type BoxDetail = OutputOf<typeof getBox>
export type BoxLine = OutputOf<typeof listBoxes>['rows'][number]

export const sorts = ['letter', 'registered', 'parcel', 'courier'] as const

export const itemGlyphs: Readonly<Record<ItemLine['state'], Glyph>> = {
  received: 'open',
  out: 'half',
  delivered: 'done',
  returned: 'ended',
  removed: 'ended',
}

export const outgoingGlyphs: Readonly<Record<OutgoingLine['state'], Glyph>> = {
  ready: 'open',
  gone: 'waits',
  delivered: 'done',
  returned: 'blocked',
  cancelled: 'ended',
}
