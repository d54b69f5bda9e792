import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/expenses',
    load: () => import('./Reports.tsx'),
    keys: 'g x',
    named: {
      icon: 'receipt',
      message: 'page.expenses',
      permission: 'expenses.list-reports',
      section: 'money',
      order: 60,
    },
  },
  {
    path: '/expenses/photo',
    load: () => import('./Photo.tsx'),
    named: { icon: 'camera', message: 'page.expenses.photo', permission: 'expenses.take-receipt' },
  },
  {
    path: '/expenses/rules',
    load: () => import('./RulesPage.tsx'),
    named: { icon: 'list-check', message: 'page.expenses.rules', permission: 'expenses.list-reports' },
  },
  { path: '/expenses/$id', load: () => import('./Report.tsx') },
]
