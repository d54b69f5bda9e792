import type { InputOf, OutputOf } from '../../../../web/answers.ts'
import type { Glyph } from '../../../../web/kit/State.tsx'
import type { createBookingPage, getBookingPage, listBookingPages } from '../../contract.ts'

export type PageDetail = OutputOf<typeof getBookingPage>
export type PageLine = OutputOf<typeof listBookingPages>['rows'][number]
export type PageWish = InputOf<typeof createBookingPage>
export type KindWish = PageWish['kinds'][number]
export type BookingLine = PageDetail['bookings'][number]

export const venues = ['room', 'telephone', 'video', 'theirs'] as const
export const ways = ['one', 'together', 'turns'] as const

export const bookingGlyphs: Readonly<Record<BookingLine['state'], Glyph>> = {
  unconfirmed: 'draft',
  asked: 'waits',
  booked: 'done',
  declined: 'ended',
  cancelled: 'ended',
  lapsed: 'late',
}

const ends = { unconfirmed: 0, asked: 0, booked: 0 }
export const isOpen = (state: BookingLine['state']): boolean => state in ends
