import type { Can, OutputOf } from '../../../../web/answers.ts'
import type { getPrincipal } from '../../contract.ts'

export type PersonDetail = OutputOf<typeof getPrincipal>

/** What the server offers of one command for this person; undefined where it is not permitted. */
export const offered = (can: readonly Can[], command: string): Can | undefined =>
  can.find(one => one.command === command)
