/** What of a party leaves the office in a file: how to reach, address and pay it; nothing of how the office deals with it. */
export interface CardFacts {
  readonly id: string
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly organisation: string | null
  readonly role: string | null
  readonly companyNumber: string | null
  readonly vatNumber: string | null
  readonly country: string | null
  readonly language: string | null
  readonly languages: readonly string[]
  readonly preferredWay: string | null
  readonly website: string | null
  readonly note: string
  readonly phones: readonly { readonly written: string; readonly label: string }[]
  readonly emails: readonly { readonly email: string; readonly label: string }[]
  readonly addresses: readonly {
    readonly street: string
    readonly postcode: string
    readonly city: string
    readonly country: string | null
    readonly label: string
  }[]
  readonly accounts: readonly { readonly scheme: string; readonly number: string }[]
  readonly changedAt: Temporal.Instant
}
