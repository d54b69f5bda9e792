import type { ModulePages, PageDefinition } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/',
    load: () => import('./desk/Desk.tsx'),
    rail: {
      order: 10,
      icon: 'list-check',
      message: 'page.desk',
      count: 'work.counts',
      also: ['/tasks', '/promises', '/goals'],
    },
    keys: 'g d',
  },
  {
    path: '/tasks',
    load: () => import('./tasks/Tasks.tsx'),
    keys: 'g t',
    named: { icon: 'list-check', message: 'page.tasks', permission: 'work.list-tasks' },
  },
  {
    path: '/promises',
    load: () => import('./promises/Promises.tsx'),
    keys: 'g w',
    named: { icon: 'flag', message: 'page.promises', permission: 'work.list-promises' },
  },
  {
    path: '/goals',
    load: () => import('./goals/Goals.tsx'),
    keys: 'g z',
    named: { icon: 'star', message: 'page.goals', permission: 'work.list-goals' },
  },
  { path: '/goals/$id', load: () => import('./goals/Goal.tsx') },
  { path: '/tasks/$id', load: () => import('./task/Task.tsx') },
] satisfies PageDefinition[]
