import type { ModulePages, PageDefinition } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/',
    load: () => import('./desk/Desk.tsx'),
    rail: { order: 10, icon: 'list-check', message: 'page.desk', count: 'work.counts' },
    keys: 'g d',
  },
  { path: '/tasks', load: () => import('./tasks/Tasks.tsx'), keys: 'g t' },
  { path: '/promises', load: () => import('./promises/Promises.tsx'), keys: 'g w' },
  { path: '/goals', load: () => import('./goals/Goals.tsx'), keys: 'g z' },
  { path: '/goals/$id', load: () => import('./goals/Goal.tsx') },
  { path: '/tasks/$id', load: () => import('./task/Task.tsx') },
] satisfies PageDefinition[]
