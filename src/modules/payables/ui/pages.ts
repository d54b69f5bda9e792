import type { PageDefinition } from '../../../web/page.ts'

const section = 'money'
const permission = 'payables.list-bills'

export const pages: readonly PageDefinition[] = [
  {
    path: '/money',
    load: () => import('./money/Money.tsx'),
    keys: 'g k',
    rail: { order: 110, icon: 'wallet', message: 'page.money', count: 'payables.count-bills', permission, section },
    named: { icon: 'wallet', message: 'page.money.overview', permission, section, order: 10 },
  },
  {
    path: '/bills',
    load: () => import('./list/Bills.tsx'),
    keys: 'g f',
    named: { icon: 'receipt', message: 'page.bills', permission, section, order: 20 },
  },
  { path: '/bills/$id', load: () => import('./record/Bill.tsx') },
  {
    path: '/agreements',
    load: () => import('./agreements/Agreements.tsx'),
    named: {
      icon: 'repeat',
      message: 'page.agreements',
      permission: 'payables.list-agreements',
      section,
      order: 25,
    },
  },
  {
    path: '/parcels',
    load: () => import('./parcels/Parcels.tsx'),
    named: { icon: 'archive', message: 'page.parcels', permission, section, order: 28 },
  },
  { path: '/parcels/$id', load: () => import('./parcels/Parcel.tsx') },
  { path: '/bill-question', load: () => import('./outside/Question.tsx'), outside: true },
  { path: '/agreements/$id', load: () => import('./agreements/Agreement.tsx') },
  {
    path: '/bill-rules',
    load: () => import('./rules/Rules.tsx'),
    named: { icon: 'scale', message: 'page.bill-rules', permission },
  },
]
