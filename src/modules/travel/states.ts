/** What may be done with a trip in which state: checks and buttons derive from it. What the clock says of it stands beside. */
import type { Approval, KeptState, TripState } from './contract/shapes.ts'

const going = ['planned', 'approved', 'booked'] as const

export const takenIn: Readonly<Record<string, readonly KeptState[]>> = {
  'change-trip': going,
  'approve-trip': ['planned'],
  'unapprove-trip': ['approved'],
  'book-trip': ['planned', 'approved'],
  'unbook-trip': ['booked'],
  'cancel-trip': going,
  'restore-trip': ['cancelled'],
}

/** What is not named is done with every trip that is not cancelled. */
export const takes = (command: string, state: KeptState): boolean =>
  (takenIn[command.slice(command.indexOf('.') + 1)] ?? going).includes(state)

/** Whether it must be approved before it is booked. */
export const asksApproval = (policy: Approval, home: string, countries: readonly (string | null)[]): boolean =>
  policy === 'always' || (policy === 'abroad' && countries.some(one => one !== null && one !== home))

/** What a trip is at a moment: one that waits for approval is planned still, whatever day it is. */
export function stateAt(
  trip: { readonly state: KeptState; readonly needsApproval: boolean },
  span: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
  at: Temporal.Instant,
): TripState {
  if (trip.state === 'cancelled' || (trip.state === 'planned' && trip.needsApproval)) return trip.state
  if (Temporal.Instant.compare(at, span.from) < 0) return trip.state
  return Temporal.Instant.compare(at, span.until) < 0 ? 'under-way' : 'done'
}
