import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/printing',
    load: () => import('./Jobs.tsx'),
    named: { icon: 'printer', message: 'page.printing', permission: 'printing.list-jobs', section: 'in', order: 90 },
  },
  { path: '/printing/$id', load: () => import('./Job.tsx') },
  {
    path: '/printing/print',
    load: () => import('./PrintAbout.tsx'),
    named: { icon: 'printer', message: 'printing.print-document', permission: 'printing.print-document' },
    about: ['document', 'letter'],
  },
  {
    path: '/printing/printers',
    load: () => import('./Printers.tsx'),
    named: { icon: 'printer', message: 'page.printing.printers', permission: 'printing.list-printers' },
  },
  {
    path: '/printing/stocks',
    load: () => import('./Stocks.tsx'),
    named: { icon: 'tag', message: 'page.printing.stocks', permission: 'printing.list-printers' },
  },
  { path: '/printing/printers/$id', load: () => import('./Printer.tsx') },
]
