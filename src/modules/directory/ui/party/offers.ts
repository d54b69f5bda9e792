import type { OutputOf } from '../../../../web/answers.ts'
import type { getParty } from '../../contract.ts'

export type PartyDetail = OutputOf<typeof getParty>

/** Whether the party's page offers a command; the server decides. */
export const offers = (party: PartyDetail, command: string) =>
  party.can.find(one => one.command === command && !one.refusedBecause)
