import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/calendar/elsewhere',
    load: () => import('./Elsewhere.tsx'),
    named: { icon: 'refresh', message: 'page.elsewhere', permission: 'mirrors.keep-calendars' },
  },
  { path: '/calendar/elsewhere/back', load: () => import('./Back.tsx') },
]
