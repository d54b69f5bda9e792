import type { ModulePages, PageDefinition } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/matters',
    load: () => import('./list/Matters.tsx'),
    rail: {
      also: ['/matter-kinds', '/matter-covers'],
      order: 210,
      icon: 'briefcase',
      message: 'page.matters',
      permission: 'matters.list-matters',
    },
    keys: 'g 9',
  },
  { path: '/matters/$id', load: () => import('./matter/Matter.tsx') },
  { path: '/matter-covers/$id', load: () => import('./matter/Cover.tsx') },
  {
    path: '/matter-kinds',
    load: () => import('./kinds/Kinds.tsx'),
    named: { icon: 'tag', message: 'page.matters.kinds', permission: 'matters.list-matters' },
  },
  { path: '/matter-kinds/$id', load: () => import('./kinds/Kind.tsx') },
] satisfies PageDefinition[]
