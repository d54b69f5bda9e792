import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/presence',
    load: () => import('./Presence.tsx'),
    keys: 'g 4',
    named: { icon: 'user-check', message: 'page.presence', permission: 'presence.now', section: 'people', order: 10 },
  },
  { path: '/presence/board', load: () => import('./Board.tsx') },
]

/** When somebody can be reached, in one glance: beside the queue, and on their card. */
export const beside = {
  desk: { load: () => import('./OnDesk.tsx'), permission: 'presence.now' },
  person: { load: () => import('./OnPerson.tsx'), permission: 'presence.now' },
}
