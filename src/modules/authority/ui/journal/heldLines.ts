/** The lines of a journal that are held here, newest first: the newest slice is asked anew, older lines never change. */
import type { Slice } from '../../../../web/answers.ts'

interface Line {
  readonly seq: number
}

export interface Held<L extends Line> {
  readonly lines: readonly L[]
  /** Where the lines after the oldest held one begin; null when there are none. */
  readonly next: string | null
}

/**
 * Lays a newer newest slice on what is held. Where the two no longer meet, more was written meanwhile than one slice holds:
 * then only the slice is held, and what is older is fetched again as one scrolls.
 */
export function withNewest<L extends Line>(held: Held<L> | null, slice: Slice<L>): Held<L> {
  const oldest = slice.rows.at(-1)
  const newestHeld = held?.lines[0]
  if (!held || !newestHeld || !oldest || (slice.next !== null && oldest.seq > newestHeld.seq))
    return { lines: slice.rows, next: slice.next }
  const older = held.lines.filter(({ seq }) => seq < oldest.seq)
  return { lines: [...slice.rows, ...older], next: older.length ? held.next : slice.next }
}

/** Adds the slice that follows what is held. */
export const withOlder = <L extends Line>(held: Held<L>, slice: Slice<L>): Held<L> => ({
  lines: [...held.lines, ...slice.rows.filter(({ seq }) => seq < (held.lines.at(-1)?.seq ?? Number.POSITIVE_INFINITY))],
  next: slice.next,
})
