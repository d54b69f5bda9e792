import type { XmlElement } from '../xml/element.ts'

/**
 * The semantic model of EN 16931-1: what an invoice says, whatever its syntax. `T` is what a single term is: `string` for an
 * invoice that is written or handed on, `Fact` (with its place) for one that was read and is checked. The numbers are those of
 * the standard: BT for a term, BG for a group. Amounts, quantities and rates are decimals as text, days are ISO dates.
 */
export interface Invoice<T = string> extends Placed {
  /** The document of the syntax: UBL has one for each, CII tells by the type code. */
  readonly document: 'invoice' | 'credit-note'
  readonly number: T | null // BT-1
  readonly issuedOn: T | null // BT-2
  readonly typeCode: T | null // BT-3
  readonly currency: T | null // BT-5
  readonly taxCurrency: T | null // BT-6
  readonly taxPointOn: T | null // BT-7
  readonly taxPointCode: T | null // BT-8
  readonly dueOn: T | null // BT-9
  readonly buyerReference: T | null // BT-10
  readonly project: T | null // BT-11
  readonly contract: T | null // BT-12
  readonly order: T | null // BT-13
  readonly salesOrder: T | null // BT-14
  readonly receivingAdvice: T | null // BT-15
  readonly despatchAdvice: T | null // BT-16
  readonly tender: T | null // BT-17
  readonly invoicedObject: Identifier<T> | null // BT-18
  readonly buyerAccounting: T | null // BT-19
  readonly paymentTerms: T | null // BT-20
  readonly notes: readonly Note<T>[] // BG-1
  readonly process: T | null // BT-23
  readonly specification: T | null // BT-24
  readonly precedingInvoices: readonly PrecedingInvoice<T>[] // BG-3
  readonly seller: Party<T> | null // BG-4
  readonly buyer: Party<T> | null // BG-7
  readonly payee: Party<T> | null // BG-10
  readonly taxRepresentative: Party<T> | null // BG-11
  readonly delivery: Delivery<T> | null // BG-13
  readonly period: Period<T> | null // BG-14
  readonly payments: readonly PaymentMeans<T>[] // BG-16
  readonly creditorId: T | null // BT-90
  readonly adjustments: readonly Adjustment<T>[] // BG-20, BG-21
  readonly totals: Totals<T> | null // BG-22
  readonly taxTotals: readonly TaxTotal<T>[] // BT-110, BT-111, BG-23
  readonly attachments: readonly Attachment<T>[] // BG-24
  readonly lines: readonly Line<T>[] // BG-25
}

export interface Placed {
  /** Where a group that was read stands. */
  readonly at?: XmlElement
}

export interface Identifier<T = string> {
  readonly id: T
  readonly scheme: T | null
}

export interface Note<T = string> {
  readonly text: T // BT-22
  readonly subject: T | null // BT-21
}

export interface PrecedingInvoice<T = string> extends Placed {
  readonly number: T | null // BT-25
  readonly issuedOn: T | null // BT-26
}

/** Seller (BG-4), buyer (BG-7), payee (BG-10) and tax representative (BG-11) in one shape. */
export interface Party<T = string> extends Placed {
  /** The legal name: BT-27, BT-44, BT-59, BT-62. */
  readonly name: T | null
  /** BT-28, BT-45. */
  readonly tradingName: T | null
  /** BT-29, BT-46, BT-60. */
  readonly identifiers: readonly Identifier<T>[]
  /** BT-30, BT-47, BT-61. */
  readonly legalId: Identifier<T> | null
  /** BT-31, BT-48, BT-63. */
  readonly vatId: T | null
  /** BT-32. */
  readonly taxId: T | null
  /** BT-33. */
  readonly legalForm: T | null
  /** BT-34, BT-49. */
  readonly endpoint: Identifier<T> | null
  /** BG-5, BG-8, BG-12. */
  readonly address: Address<T> | null
  /** BG-6, BG-9. */
  readonly contact: Contact<T> | null
}

export interface Address<T = string> extends Placed {
  readonly street: T | null // BT-35, 50, 64, 75
  readonly more: T | null // BT-36, 51, 65, 76
  readonly third: T | null // BT-162, 163, 164, 165
  readonly town: T | null // BT-37, 52, 66, 77
  readonly postalCode: T | null // BT-38, 53, 67, 78
  readonly region: T | null // BT-39, 54, 68, 79
  readonly country: T | null // BT-40, 55, 69, 80
}

export interface Contact<T = string> extends Placed {
  readonly name: T | null // BT-41, 56
  readonly telephone: T | null // BT-42, 57
  readonly mail: T | null // BT-43, 58
}

export interface Delivery<T = string> extends Placed {
  readonly name: T | null // BT-70
  readonly location: Identifier<T> | null // BT-71
  readonly on: T | null // BT-72
  readonly address: Address<T> | null // BG-15
}

export interface Period<T = string> extends Placed {
  readonly from: T | null // BT-73, 134
  readonly to: T | null // BT-74, 135
}

export interface PaymentMeans<T = string> extends Placed {
  readonly code: T | null // BT-81
  readonly text: T | null // BT-82
  readonly reference: T | null // BT-83
  readonly account: Account<T> | null // BG-17
  readonly card: { readonly number: T | null /* BT-87 */; readonly holder: T | null /* BT-88 */ } | null // BG-18
  readonly mandate: { readonly reference: T | null /* BT-89 */; readonly account: T | null /* BT-91 */ } | null // BG-19
}

export interface Account<T = string> extends Placed {
  readonly id: T | null // BT-84
  readonly name: T | null // BT-85
  readonly provider: T | null // BT-86
}

/** An allowance (BG-20, BG-27) or a charge (BG-21, BG-28), of the invoice or of a line. */
export interface Adjustment<T = string> extends Placed {
  /** Null where the file does not say which of the two it is. */
  readonly charge: boolean | null
  readonly amount: T | null // BT-92, 99, 136, 141
  readonly base: T | null // BT-93, 100, 137, 142
  readonly percent: T | null // BT-94, 101, 138, 143
  readonly vat: VatCategory<T> | null // BT-95, 96, 102, 103; none on a line
  readonly reason: T | null // BT-97, 104, 139, 144
  readonly reasonCode: T | null // BT-98, 105, 140, 145
}

export interface VatCategory<T = string> extends Placed {
  readonly code: T | null // BT-95, 102, 118, 151
  readonly rate: T | null // BT-96, 103, 119, 152
  /** What tax it is: `VAT`. */
  readonly scheme: T | null
}

export interface Totals<T = string> extends Placed {
  readonly lines: T | null // BT-106
  readonly allowances: T | null // BT-107
  readonly charges: T | null // BT-108
  readonly net: T | null // BT-109
  readonly gross: T | null // BT-112
  readonly paid: T | null // BT-113
  readonly rounding: T | null // BT-114
  readonly due: T | null // BT-115
}

export interface TaxTotal<T = string> extends Placed {
  readonly amount: T | null // BT-110, BT-111
  readonly currency: T | null
  readonly taxes: readonly Tax<T>[] // BG-23
}

export interface Tax<T = string> extends Placed {
  readonly base: T | null // BT-116
  readonly amount: T | null // BT-117
  readonly category: VatCategory<T> | null // BT-118, BT-119
  readonly exemption: T | null // BT-120
  readonly exemptionCode: T | null // BT-121
}

export interface Attachment<T = string> extends Placed {
  readonly id: T | null // BT-122
  readonly description: T | null // BT-123
  readonly address: T | null // BT-124
  readonly file: { readonly name: T | null; readonly mediaType: T | null; readonly content: T } | null // BT-125, base64
}

export interface Line<T = string> extends Placed {
  readonly id: T | null // BT-126
  readonly note: T | null // BT-127
  readonly object: Identifier<T> | null // BT-128
  readonly quantity: T | null // BT-129
  readonly unit: T | null // BT-130
  readonly amount: T | null // BT-131
  readonly orderLine: T | null // BT-132
  readonly buyerAccounting: T | null // BT-133
  readonly period: Period<T> | null // BG-26
  readonly adjustments: readonly Adjustment<T>[] // BG-27, BG-28
  readonly price: Price<T> | null // BG-29
  readonly vat: VatCategory<T> | null // BG-30
  readonly item: Item<T> | null // BG-31
}

export interface Price<T = string> extends Placed {
  readonly net: T | null // BT-146
  readonly discount: T | null // BT-147
  readonly gross: T | null // BT-148
  readonly baseQuantity: T | null // BT-149
  readonly baseUnit: T | null // BT-150
}

export interface Item<T = string> extends Placed {
  readonly name: T | null // BT-153
  readonly description: T | null // BT-154
  readonly sellersId: T | null // BT-155
  readonly buyersId: T | null // BT-156
  readonly standardId: Identifier<T> | null // BT-157
  readonly classifications: readonly Classification<T>[] // BT-158
  readonly originCountry: T | null // BT-159
  readonly attributes: readonly ItemAttribute<T>[] // BG-32
}

export interface Classification<T = string> {
  readonly id: T
  readonly list: T | null
  readonly version: T | null
}

export interface ItemAttribute<T = string> extends Placed {
  readonly name: T | null // BT-160
  readonly value: T | null // BT-161
}
