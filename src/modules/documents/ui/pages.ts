import type { ModulePages } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/in',
    load: () => import('./in/In.tsx'),
    rail: { order: 20, icon: 'inbox', message: 'page.in', count: 'documents.counts' },
    keys: 'g i',
  },
  { path: '/confirm', load: () => import('./confirm/Confirm.tsx') },
  { path: '/confirm/$id', load: () => import('./confirm/Confirm.tsx') },
]

export const takeFiles: ModulePages['takeFiles'] = () => import('./in/takeFiles.ts')
