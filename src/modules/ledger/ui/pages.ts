import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/books',
    load: () => import('./entries/Entries.tsx'),
    keys: 'g q',
    named: { icon: 'book', message: 'page.books', permission: 'ledger.list-entries', section: 'money', order: 80 },
  },
  {
    path: '/books/new',
    load: () => import('./entries/NewEntry.tsx'),
    named: { icon: 'plus', message: 'page.books.new', permission: 'ledger.post-entry' },
  },
  { path: '/books/entries/$id', load: () => import('./entries/Entry.tsx') },
  {
    path: '/books/reports',
    load: () => import('./reports/Reports.tsx'),
    named: {
      icon: 'chart-bar',
      message: 'page.reports',
      permission: 'ledger.read-reports',
      section: 'money',
      order: 85,
    },
  },
  {
    path: '/books/vat',
    load: () => import('./vat/Vat.tsx'),
    named: {
      icon: 'scale',
      message: 'page.reports.vat',
      permission: 'ledger.read-reports',
      section: 'money',
      order: 87,
    },
  },
  {
    path: '/books/exchange',
    load: () => import('./exchange/Exchange.tsx'),
    named: { icon: 'download', message: 'page.exchange', permission: 'ledger.read-reports' },
  },
  {
    path: '/books/accounts',
    load: () => import('./accounts/Accounts.tsx'),
    named: {
      icon: 'list-numbers',
      message: 'page.books.accounts',
      permission: 'ledger.list-accounts',
      section: 'money',
      order: 90,
    },
  },
  { path: '/books/accounts/$number', load: () => import('./accounts/Account.tsx') },
  {
    path: '/books/settings',
    load: () => import('./settings/Settings.tsx'),
    named: { icon: 'settings', message: 'page.books.settings', permission: 'ledger.list-accounts' },
  },
]
