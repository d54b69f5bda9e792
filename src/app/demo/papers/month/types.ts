import type { Chance } from '../chance.ts'
import type { Office } from '../parties/types.ts'
import type { Paper } from '../types.ts'

/** A paper that will reach the office at this local time; made only when its turn comes. */
export interface Arrival {
  /** Local, `2026-11-24T08:26`. */
  readonly at: string
  make(arrivedAt: string): Promise<Paper>
}

export interface MonthCall {
  readonly office: Office
  readonly chance: Chance
  /** Draws papers as text PDFs where the story would scan them: fast, for tests. */
  readonly textOnly: boolean
}
