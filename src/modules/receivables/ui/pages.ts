import type { ModulePages, PageDefinition } from '../../../web/page.ts'

const section = 'money'
const permission = 'receivables.list-invoices'
const newInvoice = () => import('./editor/NewInvoice.tsx')
const newRecurring = () => import('./editor/NewRecurring.tsx')
const newQuote = () => import('./editor/NewQuote.tsx')

export const pages: readonly PageDefinition[] = [
  {
    path: '/invoices',
    load: () => import('./list/Invoices.tsx'),
    keys: 'g 5',
    named: { icon: 'cash', message: 'page.invoices', permission, section, order: 50 },
  },
  {
    path: '/invoices/new',
    load: newInvoice,
    named: { icon: 'plus', message: 'page.invoice.new', permission: 'receivables.create-invoice' },
  },
  {
    path: '/invoices/reminders',
    load: () => import('./reminders/Reminders.tsx'),
    named: { icon: 'bell', message: 'page.reminders', permission: 'receivables.send-reminders' },
  },
  {
    path: '/invoices/owing',
    load: () => import('./reminders/Owing.tsx'),
    named: { icon: 'hourglass', message: 'page.owing', permission },
  },
  {
    path: '/invoices/settings',
    load: () => import('./settings/Invoicing.tsx'),
    named: { icon: 'edit', message: 'page.invoices.settings', permission: 'receivables.set-invoicing' },
  },
  { path: '/invoices/$id', load: () => import('./record/Invoice.tsx') },
  { path: '/invoices/$id/edit', load: newInvoice },
  {
    path: '/recurring-invoices',
    load: () => import('./recurring/List.tsx'),
    named: { icon: 'repeat', message: 'page.recurring', permission, section, order: 52 },
  },
  {
    path: '/recurring-invoices/new',
    load: newRecurring,
    named: { icon: 'plus', message: 'page.recurring.new', permission: 'receivables.create-recurring' },
  },
  { path: '/recurring-invoices/$id', load: () => import('./recurring/Recurring.tsx') },
  { path: '/recurring-invoices/$id/edit', load: newRecurring },
  { path: '/invoices/customers/$id', load: () => import('./customer/Customer.tsx') },
  {
    path: '/quotes',
    load: () => import('./list/Quotes.tsx'),
    named: { icon: 'file-text', message: 'page.quotes', permission: 'receivables.list-quotes', section, order: 55 },
  },
  {
    path: '/quotes/new',
    load: newQuote,
    named: { icon: 'plus', message: 'page.quote.new', permission: 'receivables.create-quote' },
  },
  { path: '/quotes/$id', load: () => import('./record/Quote.tsx') },
  { path: '/quotes/$id/edit', load: newQuote },
]

export const forms: ModulePages['forms'] = {
  'receivables.create-invoice': '/invoices/new',
  'receivables.create-quote': '/quotes/new',
  'receivables.create-recurring': '/recurring-invoices/new',
}
