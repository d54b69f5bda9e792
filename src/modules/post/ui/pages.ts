import type { ModulePages, PageDefinition } from '../../../web/page.ts'

const seesItems = 'post.list-items'
const seesOutgoing = 'post.list-outgoing'

export const pages: readonly PageDefinition[] = [
  {
    path: '/post',
    load: () => import('./items/Items.tsx'),
    keys: 'g 6',
    named: { icon: 'mailbox', message: 'page.post', permission: seesItems, section: 'in', order: 50 },
  },
  { path: '/post/$id', load: () => import('./items/Item.tsx') },
  {
    path: '/post/round',
    load: () => import('./round/Round.tsx'),
    named: { icon: 'map-pin', message: 'page.post.round', permission: 'post.begin-round' },
  },
  {
    path: '/post/photo',
    load: () => import('./items/Photo.tsx'),
    named: { icon: 'camera', message: 'page.post.photo', permission: 'post.add-item' },
  },
  {
    path: '/post/scanned',
    load: () => import('./items/Scanned.tsx'),
    named: { icon: 'scan', message: 'page.post.scanned', permission: 'post.add-scanned' },
  },
  {
    path: '/post/out',
    load: () => import('./out/Outgoing.tsx'),
    named: { icon: 'send', message: 'page.post.out', permission: seesOutgoing },
  },
  { path: '/post/out/$id', load: () => import('./out/OutgoingItem.tsx') },
  {
    path: '/post/send',
    load: () => import('./out/SendAbout.tsx'),
    named: { icon: 'send', message: 'post.add-outgoing', permission: 'post.add-outgoing' },
    about: ['document', 'letter', 'person', 'organisation'],
  },
  {
    path: '/post/costs',
    load: () => import('./out/Costs.tsx'),
    named: { icon: 'chart-bar', message: 'page.post.costs', permission: seesOutgoing },
  },
  {
    path: '/post/rates',
    load: () => import('./out/Rates.tsx'),
    named: { icon: 'tag', message: 'page.post.rates', permission: 'post.add-rate' },
  },
  {
    path: '/post/stops',
    load: () => import('./round/Stops.tsx'),
    named: { icon: 'map-pin', message: 'page.post.stops', permission: 'post.list-stops' },
  },
  {
    path: '/post/boxes',
    load: () => import('./boxes/Boxes.tsx'),
    named: { icon: 'inbox', message: 'page.post.boxes', permission: 'post.list-boxes' },
  },
  { path: '/post/boxes/$id', load: () => import('./boxes/Box.tsx') },
]

export const tray: NonNullable<ModulePages['tray']> = { query: 'post.list-waiting', message: 'page.post' }
