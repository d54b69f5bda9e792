import { choice, day, flag, id, money, text, z } from '../../../kernel/schema.ts'

/** What an account is for, whatever its number: the chart of a country says which account has which role. */
export const accountRoles = [
  'payables',
  'receivables',
  'bank',
  'cash',
  'input-vat',
  'output-vat',
  'vat-settlement',
  'rounding',
  'exchange-gain',
  'exchange-loss',
  'bank-fees',
  'interest-income',
  'interest-cost',
  'write-offs',
  'discounts-taken',
  'discounts-given',
  'employee-claims',
  'accrued-costs',
  'prepaid-costs',
  'opening-balance',
  'retained-earnings',
  'result-of-year',
  'clearing',
  'sales',
  'purchases',
  'reminder-fees',
  'pay-clearing',
] as const
export type AccountRole = (typeof accountRoles)[number]

/** The book an entry stands in; settings say in which series of numbers each book counts. */
export const books = [
  'bills',
  'payments',
  'invoices',
  'expenses',
  'cash',
  'bank',
  'pay',
  'accruals',
  'general',
  'opening',
  'closing',
] as const
export type Book = (typeof books)[number]

/** One line of a wished entry: debit is positive, credit negative. */
export const bookLine = z
  .strictObject({
    /** An account by number, or by role: exactly one of both. */
    account: text(20).optional(),
    role: choice(accountRoles).optional(),
    /** Net of VAT where a VAT code is given. */
    amount: money(),
    vatCode: text(20).optional(),
    /** The tax as it stands on the paper; else it is computed by the code's rate. */
    vat: money().optional(),
    text: text(300).optional(),
    /** Code of the dimension to code of its value. */
    dimensions: z.record(text(20), text(40)).optional(),
    partyId: id().optional(),
    /** What an amount in another currency was worth in that of the books; else by the rate. Of lines without VAT. */
    worth: money().optional(),
  })
  .refine(line => (line.account === undefined) !== (line.role === undefined), 'an account or a role')
  .refine(line => line.worth === undefined || line.vatCode === undefined, 'what it was worth, or a VAT code')
export type BookLine = z.output<typeof bookLine>

/**
 * An entry that an event of any module asks for. The lines with the tax of their codes add up to nothing; a code with
 * reverse charge makes both sides of its tax by itself, and its `vat` counts nothing in that sum.
 */
export const bookWish = z.strictObject({
  /** Once in an organisation, however often replayed. */
  key: text(200),
  book: choice(books),
  on: day(),
  text: text(300),
  lines: z.array(bookLine).min(2).max(500),
  /** The record it comes from: every figure leads to its paper. */
  sourceId: id().optional(),
  documentIds: z.array(id()).max(100).optional(),
  /** Office currency for one unit of the lines' currency; else the ledger's rate of the day. */
  rate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,10})?$/)
    .optional(),
})
export type BookWish = z.output<typeof bookWish>

export const itemSides = ['payable', 'receivable'] as const
export type ItemSide = (typeof itemSides)[number]
export const referenceSchemes = ['none', 'ocr', 'kid', 'rf', 'betalingskenmerk', 'multibanco', 'text'] as const
export const accountSchemes = ['iban', 'bankgiro', 'plusgiro', 'account'] as const
export const payMethods = ['transfer', 'direct-debit', 'card', 'cash', 'multibanco', 'none'] as const
export type PayMethod = (typeof payMethods)[number]

/** The reference a payment must carry. */
export const payReference = z.strictObject({ scheme: choice(referenceSchemes), value: text(140) })
export type PayReference = z.output<typeof payReference>

/** The account a payment goes to. */
export const payTo = z.strictObject({
  scheme: choice(accountSchemes),
  number: text(40),
  bic: text(11).nullable(),
  name: text(140),
  street: text(70).nullable(),
  postalCode: text(16).nullable(),
  town: text(35).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
})
export type PayTo = z.output<typeof payTo>

/** Something owed, until it is settled. */
export const itemWish = z.strictObject({
  key: text(200),
  side: choice(itemSides),
  /** The bill, invoice or report it stands for. */
  recordId: id(),
  partyId: id().nullable(),
  partyName: text(200),
  number: text(100).nullable(),
  reference: payReference.nullable(),
  issuedOn: day(),
  dueOn: day(),
  /** Above nothing: owed; below: a credit note. */
  amount: money(),
  payTo: payTo.nullable(),
  method: choice(payMethods),
  discount: z.strictObject({ on: day(), amount: money() }).nullable(),
  /** Approved and not held. */
  ready: flag(),
  holdReason: text(300).nullable(),
})
export type ItemWish = z.output<typeof itemWish>

/** What is given is changed, the rest stays. */
export const itemChange = z.strictObject({
  key: text(200),
  ready: flag().optional(),
  holdReason: text(300).nullable().optional(),
  dueOn: day().optional(),
  payTo: payTo.nullable().optional(),
  method: choice(payMethods).optional(),
  reference: payReference.nullable().optional(),
})
export type ItemChange = z.output<typeof itemChange>

export const settleHows = ['payment', 'credit', 'write-off', 'discount', 'rounding', 'exchange'] as const
export type SettleHow = (typeof settleHows)[number]

/** Part or all of an open item is settled; `amount` has the sign of the item. */
export const settleWish = z
  .strictObject({
    key: text(200),
    itemKey: text(200).optional(),
    itemId: id().optional(),
    amount: money(),
    on: day(),
    /** The payment, credit note or decision that settles it. */
    byId: id().nullable(),
    how: choice(settleHows),
    /**
     * Of an item in another currency: what was given for it in the currency of the books, with its sign; else by the rate of
     * the day. What it stood for in the books less this is a gain or a loss, and the ledger books it.
     */
    worth: money().optional(),
  })
  .refine(wish => (wish.itemKey === undefined) !== (wish.itemId === undefined), 'an item by key or by id')
export type SettleWish = z.output<typeof settleWish>

export const bookReversal = z.strictObject({ key: text(200), on: day(), text: text(300) })
export type BookReversal = z.output<typeof bookReversal>

/** A cost of an entry, posted under `entryKey`, that is spread over the months it is for. */
export const accrualWish = z.strictObject({
  key: text(200),
  entryKey: text(200),
  account: text(20),
  /** In the currency of the books, or in the paper's: then what that is worth by the entry. */
  amount: money(),
  from: day(),
  months: z.int().min(2).max(60),
  text: text(300),
})
export type AccrualWish = z.output<typeof accrualWish>

/** An account, by its number, that stands for money in another currency: at the end of a period it is worth the rate of the day. */
export const currencyWish = z.strictObject({ key: text(20), currency: z.string().regex(/^[A-Z]{3}$/) })
export type CurrencyWish = z.output<typeof currencyWish>

const keys = z.array(z.strictObject({ key: text(200) })).max(1000)

/**
 * The generic envelope: spread into the payload of any event. The ledger acts on it in the transaction of the event, in
 * this order: spreading stopped, reversals, entries, costs spread, settlements withdrawn, items withdrawn, items, changes, settlements. What the ledger
 * refuses (a locked period, an unknown account) refuses the whole act in the ledger's words.
 * Where the office keeps its books elsewhere, entries are not posted; open items are kept all the same.
 */
export const ledgerEnvelope = {
  book: z.array(bookWish).max(1000).optional(),
  bookReversed: z.array(bookReversal).max(1000).optional(),
  items: z.array(itemWish).max(1000).optional(),
  itemsChanged: z.array(itemChange).max(1000).optional(),
  itemsWithdrawn: keys.optional(),
  settled: z.array(settleWish).max(1000).optional(),
  settlementsWithdrawn: keys.optional(),
  accrued: z.array(accrualWish).max(200).optional(),
  accrualsStopped: keys.optional(),
  keptIn: z.array(currencyWish).max(20).optional(),
}
