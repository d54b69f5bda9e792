import type { ModulePages, PageDefinition } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/notices',
    load: () => import('./Notices.tsx'),
    keys: 'g n',
    named: { icon: 'bell', message: 'page.notices', permission: 'notifications.list-notices' },
  },
  {
    path: '/notices/settings',
    load: () => import('./Settings.tsx'),
    named: { icon: 'settings', message: 'page.notices.settings', permission: 'notifications.list-notices' },
  },
] satisfies PageDefinition[]
