/** Who gets a seat, purely: whoever fits comes, whoever does not waits, and moves up in order as soon as they fit. */

/** People of one registration, whoever it is of counted in. */
export const seatsOf = ({ guests }: { readonly guests: number }): number => 1 + guests

export const free = (capacity: number | null, taken: number): number =>
  capacity === null ? Number.POSITIVE_INFINITY : capacity - taken

export interface Waiting {
  readonly id: string
  readonly guests: number
}

/** Whom the free seats are for, of those who wait in this order; a party too large for them lets smaller ones pass. */
export function movingUp(capacity: number | null, taken: number, waiting: readonly Waiting[]): string[] {
  let left = free(capacity, taken)
  return waiting.flatMap(one => {
    if (seatsOf(one) > left) return []
    left -= seatsOf(one)
    return [one.id]
  })
}
