/** What every network of e-invoices offers, whatever its protocol: send, ask how it went, see what came, fetch it. */
export interface AccessPoint {
  /** Hands one e-invoice over; the answer is the network's number for it. Never sends twice by itself. */
  send(xml: Uint8Array): Promise<string>
  status(id: string): Promise<Delivery>
  /** What has come and may be fetched, the oldest first. */
  arrivals(): Promise<readonly Arrival[]>
  fetch(arrival: Arrival): Promise<Uint8Array>
  /** Says that it is safely kept; networks that need no such word do nothing. */
  keep(arrival: Arrival): Promise<void>
}

export interface Delivery {
  readonly state: 'under-way' | 'delivered' | 'rejected'
  /** What the network said, in its own words. */
  readonly said: string | null
}

export interface Arrival {
  readonly id: string
  readonly from: string | null
  /** As the network writes it. */
  readonly at: string | null
}

export type NetworkReason =
  | 'settings-wrong'
  | 'unreachable'
  | 'sign-in-refused'
  | 'refused'
  | 'too-large'
  | 'answer-not-understood'

export class NetworkFault extends Error {
  override readonly name = 'NetworkFault'
  readonly reason: NetworkReason

  constructor(reason: NetworkReason, said = '') {
    super(said ? `${reason}: ${said.slice(0, 500)}` : reason)
    this.reason = reason
  }
}
