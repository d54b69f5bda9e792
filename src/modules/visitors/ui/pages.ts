import type { PageDefinition } from '../../../web/page.ts'

const section = 'in'
const permission = 'visitors.list-visitors'

export const pages: readonly PageDefinition[] = [
  {
    path: '/visitors',
    load: () => import('./today/Today.tsx'),
    keys: 'g 1',
    named: { icon: 'user-check', message: 'page.visitors', permission, section, order: 60 },
  },
  {
    path: '/visitors/all',
    load: () => import('./list/AllVisits.tsx'),
    named: { icon: 'user-check', message: 'page.visitors.all', permission },
  },
  {
    path: '/visitors/building',
    load: () => import('./building/BuildingPage.tsx'),
    named: { icon: 'list-check', message: 'page.building', permission: 'visitors.building' },
  },
  {
    path: '/visitors/counter',
    load: () => import('./counter/Counter.tsx'),
    named: { icon: 'key', message: 'page.counter', permission: 'visitors.list-keys' },
  },
  { path: '/visitors/keys', load: () => import('./counter/AllKeys.tsx') },
  { path: '/visitors/keys/$id', load: () => import('./counter/KeyPage.tsx') },
  { path: '/visitors/parcels', load: () => import('./counter/AllParcels.tsx') },
  { path: '/visitors/parcels/$id', load: () => import('./counter/ParcelPage.tsx') },
  {
    path: '/visitors/settings',
    load: () => import('./settings/SettingsPage.tsx'),
    named: { icon: 'settings', message: 'page.visitor-settings', permission: 'visitors.change-settings' },
  },
  { path: '/visitors/$id', load: () => import('./record/VisitorPage.tsx') },
]

/** Who stands at the door, and nobody has come. */
export const tray = { query: 'visitors.list-waiting', message: 'page.visitors.at-door', permission }
