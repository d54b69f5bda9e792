/** Labels and set phrases of business papers, as a native bookkeeper of the country writes them. Content, not interface. */
export interface Words {
  readonly title: {
    readonly bill: string
    readonly creditNote: string
    readonly reminder: string
    readonly deliveryNote: string
    readonly order: string
    readonly quote: string
    readonly statement: string
  }
  readonly number: {
    readonly bill: string
    readonly creditNote: string
    readonly deliveryNote: string
    readonly order: string
    readonly quote: string
  }
  readonly date: {
    readonly bill: string
    readonly creditNote: string
    readonly reminder: string
    readonly deliveryNote: string
    readonly order: string
    readonly quote: string
  }
  readonly due: string
  readonly validUntil: string
  readonly customer: string
  readonly terms: string
  readonly termDays: (days: number) => string
  readonly interest: string
  readonly interestRate: string
  readonly yourReference: string
  readonly ourReference: string
  readonly yourOrder: string
  readonly delivered: string
  readonly period: string
  readonly pageOf: (page: number, of: number) => string
  readonly code: string
  readonly what: string
  readonly quantity: string
  readonly unit: string
  readonly price: string
  readonly amount: string
  readonly rate: string
  readonly net: string
  /** `Moms 25 %`; rate null: the sum over all rates. */
  readonly vat: (rate: string | null) => string
  readonly vatBasis: string
  readonly rounding: string
  readonly total: string
  readonly creditTotal: string
  /** Of what is only offered or ordered. */
  readonly sum: string
  readonly toPayBefore: (date: string) => string
  readonly reference: string
  readonly quoteReference: string
  readonly account: string
  readonly iban: string
  readonly bic: string
  readonly organisation: string
  readonly vatNumber: string
  readonly phone: string
  readonly mail: string
  readonly web: string
  readonly address: string
  readonly seller: string
  readonly buyer: string
  /** The registered line under the paper. */
  readonly status: string
  readonly reverseCharge: string
  readonly buyerVat: string
  readonly creditOf: string
  readonly reminderText: (number: string, date: string) => string
  readonly reminderFee: string
  readonly originalTotal: string
  readonly received: string
  readonly parcels: string
  readonly quoteText: string
  readonly orderText: string
  readonly thanks: string
  readonly scan: string
  readonly units: Readonly<Record<Unit, string>>
}

export type Unit =
  | 'piece'
  | 'pack'
  | 'roll'
  | 'hour'
  | 'month'
  | 'kwh'
  | 'night'
  | 'kilo'
  | 'metre'
  | 'trip'
  | 'sum'
  | 'licence'
