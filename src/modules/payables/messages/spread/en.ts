/** Words for costs of months to come, for e-invoices against their rules, and for what the bank holds. */
import type { Messages } from '../../../../kernel/language/catalogue.ts'

export const en = {
  'payables.spread-bill': 'Spread over months',
  'payables.stop-spreading': 'Stop spreading',
  'refusal.bill-nothing-to-spread': 'Nothing of “{title}” can be spread over months.',
  'refusal.bill-nothing-to-spread.todo':
    'Say which time its lines are for: two months or more, on an account of costs.',
  'refusal.bill-not-spread': 'Nothing of “{title}” is being spread.',
  'refusal.bill-not-spread.todo': 'It was stopped already, or its entry was reversed.',
  'event.payables.bill-spread': '{who} spread “{title}” over {months} months',
  'event.payables.spreading-stopped': '{who} stopped spreading “{title}”',
  'alarm.einvoice-wrong': 'The e-invoice breaks the rules that it is sent under: {rules}',
  'alarm.einvoice-wrong.todo': 'See below what is wrong. Ask the supplier for a right one, or accept it with a reason.',
  'page.bill.spread': 'Spread over months',
  'page.bill.spread.offer': '{text}: {amount} is for {from} – {until}, {months} months',
  'page.bill.spread.left': '{amount} in {months} months; {left} left, next {on}',
  'page.bill.spread.done': '{amount} in {months} months, all taken',
  'page.bill.spread.stopped': '{amount}: stopped',
  'page.bill.line.period': 'Period',
  'page.bill.line.from': '{line}, from',
  'page.bill.line.until': '{line}, until',
  'page.money.ahead.balance': 'In the bank on {on}: {amount}',
  'page.money.ahead.short': 'On {on} more goes out than there is.',
  'page.money.ahead.left': 'Left',
  'page.money.ahead.no-balance': 'No statement of the bank has told a balance yet.',
} as const satisfies Messages

export type Keys = keyof typeof en
