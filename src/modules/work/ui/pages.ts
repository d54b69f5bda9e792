import type { ModulePages, PageDefinition } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  { path: '/', load: () => import('./desk/Desk.tsx'), rail: { order: 10, icon: 'list-check', message: 'page.desk', count: 'work.counts' }, keys: 'g d' },
] satisfies PageDefinition[]
