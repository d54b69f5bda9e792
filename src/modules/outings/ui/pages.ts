import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/outings',
    load: () => import('./list/Outings.tsx'),
    named: {
      icon: 'flag',
      message: 'page.outings',
      permission: 'outings.list-outings',
      section: 'calendar',
      also: ['/outing-door'],
      order: 50,
    },
  },
  { path: '/outings/$id', load: () => import('./record/Outing.tsx') },
  { path: '/outing-door/$id', load: () => import('./door/Door.tsx') },
  { path: '/event', load: () => import('./outside/Event.tsx'), outside: true },
]
