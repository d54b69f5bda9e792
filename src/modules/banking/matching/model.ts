/** What the matching looks at and what it proposes. Pure: the caller reads and books. Amounts are minor units of one currency. */

/** Something owed: `remaining_minor` is above nothing, of a credit note below. */
export interface MatchItem {
  readonly id: string
  readonly side: 'payable' | 'receivable'
  readonly remaining_minor: bigint
  readonly currency: string
  readonly partyId: string | null
  readonly partyName: string
  /** Accounts that the other side is known by, compact (IBAN, Bankgiro, number). */
  readonly partyAccounts: readonly string[]
  /** Of the bill or invoice. */
  readonly number: string | null
  readonly reference: string | null
  readonly issuedOn: string
  readonly dueOn: string
  readonly discount: { readonly on: string; readonly minor: bigint } | null
}

/** A payment of one of our own runs that went to the bank and has not been seen on a statement. */
export interface OwnPayment {
  readonly id: string
  /** Above nothing. */
  readonly minor: bigint
  readonly currency: string
  readonly endToEndId: string
  /** What is booked as one sum: the run and, where the file was written in groups, its group (`PmtInfId`). */
  readonly runId: string
  readonly paymentInfoId: string | null
  readonly payOn: string
  readonly payeeName: string
  readonly payeeAccount: string | null
}

/** What stands inside a sum of the account (BgMax, OCR giro, camt.054): the statement shows the sum alone. */
export interface AdviceSum {
  readonly id: string
  readonly minor: bigint
  readonly currency: string
  readonly on: string
}

/** How a line from somebody was booked before. */
export interface MatchRule {
  readonly id: string
  /** As `counterpartyKey` gives it. */
  readonly counterparty: string
  /** 1: money in, -1: money out. */
  readonly direction: number
  readonly uses: number
}

export interface MatchLine {
  readonly id: string
  readonly kind: 'statement' | 'advice'
  readonly bookedOn: string
  /** Signed: in is above nothing. */
  readonly minor: bigint
  readonly currency: string
  readonly partyName: string | null
  readonly partyAccount: string | null
  readonly references: readonly { readonly value: string; readonly minor: bigint | null }[]
  readonly text: string
  readonly endToEndId: string | null
  readonly instructionId: string | null
  readonly batch: {
    readonly id: string
    readonly paymentInfoId: string | null
    readonly sum_minor: bigint
    readonly count: number
  } | null
  /** What the bank says it took out of the amount. */
  readonly fee_minor: bigint | null
  readonly reversal: boolean
  /** As `counterpartyKey` gives it: for learnt rules. */
  readonly counterparty: string
}

export interface MatchInput {
  readonly lines: readonly MatchLine[]
  readonly items: readonly MatchItem[]
  readonly payments: readonly OwnPayment[]
  readonly advices: readonly AdviceSum[]
  readonly rules: readonly MatchRule[]
  /** Other accounts of the office, compact: money between them is a transfer. */
  readonly ownAccounts: ReadonlySet<string>
}

/** One part of what a line is; parts are signed as the line is, and add up to it (see `rest_minor`). */
export type ProposedPart =
  | { readonly is: 'item'; readonly itemId: string; readonly minor: bigint }
  | { readonly is: 'payment'; readonly paymentId: string; readonly minor: bigint }
  | { readonly is: 'rule'; readonly ruleId: string; readonly minor: bigint }
  | {
      readonly is: 'role'
      readonly role: 'bank-fees' | 'discounts-taken' | 'discounts-given' | 'clearing'
      readonly minor: bigint
    }

/** Why a line is held to be what is proposed; the words stand in the catalogue as `match-reason.<name>`. */
export const matchReasons = [
  /** {name}: the payment that we sent, by its own name. */
  'own-payment',
  /** {count}: payments of one run, booked as one sum. */
  'own-run',
  /** {reference} */
  'reference',
  /** {count}: as many references as bills, and their sum. */
  'references',
  /** {number}: of the bill, in the text. */
  'number-in-text',
  /** {count} */
  'numbers-in-text',
  /** {name}: amount and account of the other side. */
  'amount-and-account',
  /** {name} */
  'amount-and-name',
  /** {name}, {count}: several bills of one party make the sum. */
  'sum-of-items',
  'amount-alone',
  /** A part of the bill was paid. */
  'partial',
  /** More came than is owed: the rest is nobody's yet. */
  'too-much',
  /** The discount was taken, in time. */
  'discount',
  /** The bank took its fee. */
  'fee',
  /** {uses}: booked so before. */
  'learnt',
  /** The sum of what an advice told one by one. */
  'advice-sum',
  'own-transfer',
] as const
export type MatchReason = (typeof matchReasons)[number]

export interface Proposal {
  readonly lineId: string
  readonly parts: readonly ProposedPart[]
  /** What the parts leave of the line; nothing where it can be accepted as it stands. */
  readonly rest_minor: bigint
  readonly reasons: readonly {
    readonly name: MatchReason
    readonly params: Readonly<Record<string, string | number>>
  }[]
  /** 0 to 1. */
  readonly certainty: number
  /** May be accepted in a pile without looking. */
  readonly sure: boolean
}

/** From here on a proposal is sure, where it leaves nothing over. */
export const sureFrom = 0.95
