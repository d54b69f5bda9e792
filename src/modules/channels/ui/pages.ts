import type { PageDefinition, TraySource } from '../../../web/page.ts'

const section = 'in'
const permission = 'channels.read-conversations'

export const pages: readonly PageDefinition[] = [
  {
    path: '/channels',
    load: () => import('./desk/Channels.tsx'),
    named: { icon: 'messages', message: 'page.channels', permission, section, order: 25 },
  },
  {
    path: '/channels/forms',
    load: () => import('./forms/Forms.tsx'),
    named: { icon: 'forms', message: 'page.forms', permission },
  },
  { path: '/channels/forms/$id', load: () => import('./forms/Form.tsx') },
  {
    path: '/channels/settings',
    load: () => import('./settings/Settings.tsx'),
    named: { icon: 'settings', message: 'page.channels.settings', permission: 'channels.manage-channels' },
  },
  { path: '/channels/$id', load: () => import('./desk/Channels.tsx') },
]

export const tray: TraySource = { query: 'channels.list-waiting', message: 'page.channels.tray', permission }
