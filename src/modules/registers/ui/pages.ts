import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/registers',
    load: () => import('./list/Registers.tsx'),
    rail: {
      also: ['/register-rows'],
      order: 230,
      icon: 'columns',
      message: 'page.registers',
      permission: 'registers.list-registers',
    },
    keys: 'g l',
  },
  { path: '/registers/$id', load: () => import('./list/Entries.tsx') },
  { path: '/registers/$id/fields', load: () => import('./design/Design.tsx') },
  { path: '/registers/$id/rules', load: () => import('./rules/Rules.tsx') },
  { path: '/registers/$id/import', load: () => import('./import/Import.tsx') },
  { path: '/register-rows/$id', load: () => import('./row/Entry.tsx') },
]
