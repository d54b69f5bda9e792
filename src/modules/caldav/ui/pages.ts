import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/calendar/programs',
    load: () => import('./Programs.tsx'),
    named: { icon: 'phone', message: 'page.programs', permission: 'caldav.use-programs' },
  },
]
