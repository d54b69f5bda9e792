import type { ModulePages, PageDefinition } from '../../../web/page.ts'

const permission = 'letters.list-letters'

export const pages: readonly PageDefinition[] = [
  {
    path: '/letters',
    load: () => import('./list/Letters.tsx'),
    keys: 'g 3',
    named: { icon: 'edit', message: 'page.letters', permission, section: 'in', order: 70 },
  },
  {
    path: '/letters/new',
    load: () => import('./new/NewLetter.tsx'),
    about: ['person', 'organisation'],
    named: { icon: 'edit', message: 'page.letter.new', permission: 'letters.create-letter' },
  },
  { path: '/letters/$id', load: () => import('./letter/Letter.tsx') },
  { path: '/letter-templates', load: () => import('./templates/Templates.tsx') },
  { path: '/letter-templates/$id', load: () => import('./templates/Template.tsx') },
  {
    path: '/letter-merges',
    load: () => import('./merge/Merges.tsx'),
    named: { icon: 'mail', message: 'page.merges', permission },
  },
  { path: '/letter-merges/new', load: () => import('./merge/NewMerge.tsx') },
  { path: '/letter-merges/$id', load: () => import('./merge/Merge.tsx') },
  { path: '/letterhead', load: () => import('./head/Letterhead.tsx') },
]

export const forms: ModulePages['forms'] = {
  'letters.create-letter': '/letters/new',
  'letters.create-merge': '/letter-merges/new',
}
