import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/permits',
    load: () => import('./list/Permits.tsx'),
    keys: 'g v',
    rail: {
      also: ['/permit-desk', '/permit-decisions', '/permit-diary'],
      order: 250,
      icon: 'certificate',
      message: 'page.permits',
      permission: 'permits.list-permits',
    },
  },
  { path: '/permits/$id', load: () => import('./record/Permit.tsx') },
  {
    path: '/permit-desk',
    load: () => import('./desk/Applications.tsx'),
    named: { icon: 'scale', message: 'page.permits.desk', permission: 'permits.list-applications' },
  },
  { path: '/permit-desk/$id', load: () => import('./desk/Application.tsx') },
  { path: '/permit-decisions/$id', load: () => import('./desk/Decision.tsx') },
  {
    path: '/permit-diary',
    load: () => import('./desk/Diary.tsx'),
    named: { icon: 'book', message: 'page.permits.diary', permission: 'permits.list-diary' },
  },
]
