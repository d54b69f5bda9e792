import type { ModulePages, PageDefinition } from '../../../web/page.ts'

const sees = 'fax.list-faxes'

export const pages: readonly PageDefinition[] = [
  {
    path: '/post/fax',
    load: () => import('./Faxes.tsx'),
    named: { icon: 'file-text', message: 'page.fax', permission: sees, section: 'in', order: 55 },
  },
  { path: '/post/fax/$id', load: () => import('./Fax.tsx') },
  {
    path: '/post/fax/send',
    load: () => import('./Send.tsx'),
    named: { icon: 'send', message: 'page.fax.send', permission: 'fax.send-fax' },
    about: ['document', 'letter'],
  },
  {
    path: '/post/fax/lines',
    load: () => import('./Lines.tsx'),
    named: { icon: 'phone', message: 'page.fax.lines', permission: 'fax.list-lines' },
  },
]

export const tray: NonNullable<ModulePages['tray']> = { query: 'fax.list-waiting', message: 'page.fax' }
