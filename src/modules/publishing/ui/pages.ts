import type { PageDefinition } from '../../../web/page.ts'

const section = 'in'
const permission = 'publishing.list-publications'

export const pages: readonly PageDefinition[] = [
  {
    path: '/publishing',
    load: () => import('./plan/Plan.tsx'),
    named: { icon: 'send', message: 'page.publishing', permission, section, order: 80 },
  },
  {
    path: '/publishing/list',
    load: () => import('./plan/List.tsx'),
    named: { icon: 'list-check', message: 'page.publishing.list', permission },
  },
  {
    path: '/publishing/pages',
    load: () => import('./web/Pages.tsx'),
    named: { icon: 'edit', message: 'page.publishing.pages', permission },
  },
  { path: '/publishing/pages/$id', load: () => import('./web/PageChange.tsx') },
  {
    path: '/publishing/outlets',
    load: () => import('./setup/Outlets.tsx'),
    named: { icon: 'settings', message: 'page.publishing.outlets', permission: 'publishing.add-outlet' },
  },
  {
    path: '/publishing/report',
    load: () => import('./setup/Report.tsx'),
    named: { icon: 'chart-bar', message: 'page.publishing.report', permission },
  },
  { path: '/publishing/$id', load: () => import('./post/Post.tsx') },
]
