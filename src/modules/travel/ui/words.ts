import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getDocument, getTrip, listDocuments, listTrips, readBooking } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type TravelKeys = keyof typeof en
export type TripDetail = OutputOf<typeof getTrip>
export type TripLine = OutputOf<typeof listTrips>['rows'][number]
export type DocumentLine = OutputOf<typeof listDocuments>['rows'][number]
export type DocumentDetail = OutputOf<typeof getDocument>
export type Booking = OutputOf<typeof readBooking>
export type Leg = TripDetail['legs'][number]
export type Stay = TripDetail['stays'][number]
export type Visit = TripDetail['visits'][number]
export type Check = TripDetail['checks'][number]

export const tripGlyphs: Readonly<Record<TripLine['state'], Glyph>> = {
  planned: 'draft',
  approved: 'open',
  booked: 'settled',
  'under-way': 'half',
  done: 'done',
  cancelled: 'ended',
}
export const documentGlyphs: Readonly<Record<DocumentLine['standing'], Glyph>> = {
  valid: 'settled',
  soon: 'waits',
  expired: 'late',
  removed: 'ended',
}
export const modeIcons: Readonly<Record<Leg['mode'], string>> = {
  flight: 'plane',
  train: 'train',
  bus: 'bus',
  car: 'car',
  ferry: 'ship',
  taxi: 'car',
  other: 'arrow-right',
}
export const legModes = ['flight', 'train', 'bus', 'car', 'ferry', 'taxi', 'other'] as const
