import type { PageDefinition } from '../../../web/page.ts'

const section = 'in'

export const pages: readonly PageDefinition[] = [
  {
    path: '/held',
    load: () => import('./list/HeldMemos.tsx'),
    named: {
      icon: 'shield-check',
      message: 'page.held',
      permission: 'proofing.list-checks',
      section,
      order: 100,
      also: ['/dictionary'],
    },
  },
  { path: '/held/$id', load: () => import('./record/HeldMemo.tsx') },
  {
    path: '/dictionary',
    load: () => import('./dictionary/OwnWords.tsx'),
    named: { icon: 'language', message: 'page.held.dictionary', permission: 'proofing.check' },
  },
]

/** What the tray In shows of it. */
export const tray = { query: 'proofing.list-waiting', message: 'page.held' }
