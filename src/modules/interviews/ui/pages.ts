import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/interviews',
    load: () => import('./Interviews.tsx'),
    named: {
      icon: 'users',
      message: 'page.interviews',
      permission: 'interviews.list-interviews',
      section: 'calendar',
      order: 45,
    },
  },
  { path: '/interviews/$id', load: () => import('./Interview.tsx') },
]
