import type { ModulePages, PageDefinition } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/people',
    load: () => import('./people/People.tsx'),
    rail: {
      order: 40,
      icon: 'users',
      message: 'page.people.rail',
      permission: 'directory.list-parties',
      section: 'people',
    },
    keys: 'g p',
  },
  {
    path: '/people/import',
    load: () => import('./import/Import.tsx'),
    named: { icon: 'file-import', message: 'page.import', permission: 'directory.import-parties' },
  },
  {
    path: '/people/duplicates',
    load: () => import('./merge/Duplicates.tsx'),
    named: { icon: 'git-merge', message: 'page.duplicates', permission: 'directory.merge-parties' },
  },
  { path: '/people/$id', load: () => import('./party/Party.tsx') },
  { path: '/organisations/$id', load: () => import('./party/Party.tsx') },
] satisfies PageDefinition[]
