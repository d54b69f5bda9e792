/** What other modules, surfaces and pages may know of quotes, invoices and reminders. */
import { contract } from '../../kernel/declare.ts'
import { receivablesEvents } from './contract/events.ts'
import { drawPaper, invoiceCommands, sendMail } from './contract/invoice-commands.ts'
import { getInvoice, getQuote, listInvoices, listQuotes, receivablesQueries } from './contract/queries.ts'
import { networkCommands, networkEvents, networkQueries } from './contract/network.ts'
import { quoteCommands } from './contract/quote-commands.ts'
import {
  getRecurring,
  listRecurring,
  recurringCommands,
  recurringEvents,
  recurringQueries,
  turnsJob,
} from './contract/recurring.ts'
import { reminderCommands, remindersJob, sendReminderJob } from './contract/reminder-commands.ts'
import { settingsCommands } from './contract/settings-commands.ts'

export * from './contract/events.ts'
export * from './contract/invoice-commands.ts'
export * from './contract/network.ts'
export * from './contract/queries.ts'
export * from './contract/quote-commands.ts'
export * from './contract/recurring.ts'
export * from './contract/refusals.ts'
export * from './contract/reminder-commands.ts'
export * from './contract/settings-commands.ts'
export * from './contract/shapes.ts'

export const receivablesContract = contract({
  name: 'receivables',
  depends: ['ledger', 'work', 'directory', 'documents', 'authority'],
  commands: [
    ...settingsCommands,
    ...quoteCommands,
    ...invoiceCommands,
    ...recurringCommands,
    ...networkCommands,
    ...reminderCommands,
  ],
  queries: [...receivablesQueries, ...recurringQueries, ...networkQueries],
  events: [...receivablesEvents, ...recurringEvents, ...networkEvents],
  jobs: [drawPaper, sendMail, turnsJob, remindersJob, sendReminderJob],
  kinds: [
    { kind: 'invoice', icon: 'cash', detail: getInvoice, list: listInvoices, path: '/invoices/:id' },
    { kind: 'quote', icon: 'file-text', detail: getQuote, list: listQuotes, path: '/quotes/:id' },
    {
      kind: 'recurring-invoice',
      icon: 'repeat',
      detail: getRecurring,
      list: listRecurring,
      path: '/recurring-invoices/:id',
    },
  ],
})
