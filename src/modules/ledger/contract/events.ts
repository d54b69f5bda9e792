import { event } from '../../../kernel/declare.ts'
import { choice, count, day, id, money, z } from '../../../kernel/schema.ts'
import { charts, itemStates, modes } from './shapes.ts'
import { accountRoles, books, itemSides } from './wish.ts'

const entry = { id: id('ledger-entry'), title: z.string() }

export const booksSetUpEvent = event(
  'ledger.books-set-up',
  z.strictObject({ mode: choice(modes), chart: choice(charts) }),
)
export const settingsChanged = event('ledger.settings-changed', z.strictObject({ changed: z.array(z.string()) }))
export const entryPosted = event(
  'ledger.entry-posted',
  z.strictObject({ ...entry, book: choice(books), on: day(), sourceId: z.uuid().nullable() }),
)
export const entryReversedEvent = event(
  'ledger.entry-reversed',
  z.strictObject({ ...entry, reversalId: z.uuid(), on: day() }),
)
export const accountAdded = event('ledger.account-added', z.strictObject({ number: z.string(), name: z.string() }))
export const accountChanged = event('ledger.account-changed', z.strictObject({ number: z.string(), name: z.string() }))
export const roleAssigned = event(
  'ledger.account-role-assigned',
  z.strictObject({ role: choice(accountRoles), account: z.string() }),
)
export const vatCodeSet = event('ledger.vat-code-set', z.strictObject({ code: z.string(), name: z.string() }))
export const dimensionAdded = event('ledger.dimension-added', z.strictObject({ code: z.string(), name: z.string() }))
export const dimensionValueSet = event(
  'ledger.dimension-value-set',
  z.strictObject({ dimension: z.string(), code: z.string(), name: z.string() }),
)
export const periodsLocked = event('ledger.periods-locked', z.strictObject({ until: day(), count: count() }))
export const periodsUnlocked = event(
  'ledger.periods-unlocked',
  z.strictObject({ from: day(), count: count(), reason: z.string() }),
)
export const yearOpened = event('ledger.year-opened', z.strictObject({ id: z.uuid(), startsOn: day(), endsOn: day() }))
export const yearClosedEvent = event(
  'ledger.year-closed',
  z.strictObject({ id: z.uuid(), startsOn: day(), endsOn: day() }),
)
export const yearReopened = event(
  'ledger.year-reopened',
  z.strictObject({ id: z.uuid(), startsOn: day(), endsOn: day(), reason: z.string() }),
)
export const itemsRevalued = event('ledger.items-revalued', z.strictObject({ on: day(), count: count() }))
export const revaluationTakenBack = event('ledger.revaluation-taken-back', z.strictObject({ on: day() }))
export const ratesSet = event('ledger.rates-set', z.strictObject({ count: count(), on: day() }))
export const openingEntered = event('ledger.opening-entered', z.strictObject({ ...entry, on: day(), items: count() }))
export const costAccrued = event(
  'ledger.cost-accrued',
  z.strictObject({ ...entry, accrualId: z.uuid(), months: count() }),
)
export const accrualStoppedEvent = event('ledger.accrual-stopped', z.strictObject({ ...entry, accrualId: z.uuid() }))

/** What became of open items: their papers follow it. */
export const itemMove = z.strictObject({
  itemId: z.uuid(),
  key: z.string(),
  recordId: z.uuid(),
  side: choice(itemSides),
  amount: money(),
  remaining: money(),
  state: choice(itemStates),
  on: day(),
})
export const itemsMoved = event('ledger.items-moved', z.strictObject({ items: z.array(itemMove).max(1000) }))

export const ledgerEvents = [
  booksSetUpEvent,
  settingsChanged,
  entryPosted,
  entryReversedEvent,
  accountAdded,
  accountChanged,
  roleAssigned,
  vatCodeSet,
  dimensionAdded,
  dimensionValueSet,
  periodsLocked,
  periodsUnlocked,
  yearOpened,
  yearClosedEvent,
  yearReopened,
  itemsRevalued,
  revaluationTakenBack,
  ratesSet,
  openingEntered,
  costAccrued,
  accrualStoppedEvent,
  itemsMoved,
]
