import type { ModulePages, PageDefinition } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  { path: '/notices', load: () => import('./Notices.tsx'), keys: 'g n' },
  { path: '/notices/settings', load: () => import('./Settings.tsx') },
] satisfies PageDefinition[]
