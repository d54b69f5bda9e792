import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/payments',
    load: () => import('./runs/Runs.tsx'),
    named: { icon: 'cash', message: 'page.payments', permission: 'banking.list-runs', section: 'money', order: 30 },
  },
  { path: '/payments/propose', load: () => import('./runs/Propose.tsx') },
  { path: '/payments/$id', load: () => import('./runs/Run.tsx') },
  {
    path: '/bank',
    load: () => import('./bank/Bank.tsx'),
    keys: 'g j',
    named: {
      icon: 'building-bank',
      message: 'page.bank',
      permission: 'banking.list-accounts',
      section: 'money',
      order: 40,
    },
  },
  { path: '/bank/$id', load: () => import('./bank/Account.tsx') },
  { path: '/bank/$id/lines', load: () => import('./bank/Lines.tsx') },
  {
    path: '/cash',
    load: () => import('./cash/Boxes.tsx'),
    named: { icon: 'wallet', message: 'page.cash', permission: 'banking.list-cash-boxes', section: 'money', order: 45 },
  },
  { path: '/cash/$id', load: () => import('./cash/Box.tsx') },
  { path: '/cash/$id/sheet', load: () => import('./cash/Sheet.tsx') },
  {
    path: '/bank/files',
    load: () => import('./statements/Statements.tsx'),
    named: { icon: 'file-text', message: 'page.statements', permission: 'banking.list-statements' },
  },
  { path: '/bank/files/$id', load: () => import('./statements/Statement.tsx') },
]
