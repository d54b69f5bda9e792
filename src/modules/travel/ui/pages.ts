import type { PageDefinition } from '../../../web/page.ts'

const section = 'calendar'

export const pages: readonly PageDefinition[] = [
  {
    path: '/travel',
    load: () => import('./list/Trips.tsx'),
    keys: 'g 7',
    named: {
      icon: 'plane',
      message: 'page.travel',
      permission: 'travel.list-trips',
      section,
      order: 70,
      also: ['/travel-documents', '/travel-phone'],
    },
  },
  { path: '/travel/$id', load: () => import('./record/Trip.tsx') },
  { path: '/travel-phone/$id', load: () => import('./phone/Phone.tsx') },
  {
    path: '/travel-documents',
    load: () => import('./list/Documents.tsx'),
    named: { icon: 'id', message: 'page.travel-documents', permission: 'travel.add-document' },
  },
  { path: '/travel-documents/$id', load: () => import('./record/Document.tsx') },
]
