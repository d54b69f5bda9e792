import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/pay',
    load: () => import('./Periods.tsx'),
    keys: 'g y',
    named: { icon: 'calendar', message: 'page.pay', permission: 'payinputs.list-periods', section: 'money', order: 70 },
  },
  {
    path: '/pay/own',
    load: () => import('./Own.tsx'),
    named: { icon: 'clock', message: 'page.pay.own', permission: 'payinputs.enter-own', section: 'money', order: 72 },
  },
  {
    path: '/pay/people',
    load: () => import('./Payees.tsx'),
    named: { icon: 'users', message: 'page.pay.people', permission: 'payinputs.list-payees' },
  },
  { path: '/pay/people/$id', load: () => import('./Payee.tsx') },
  { path: '/pay/$id', load: () => import('./Period.tsx') },
]
