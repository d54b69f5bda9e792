import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/team',
    load: () => import('./team/Team.tsx'),
    keys: 'g e',
    rail: {
      order: 250,
      icon: 'users-group',
      message: 'page.team',
      count: 'supervision.count-reviews',
      permission: 'supervision.live-day',
    },
  },
  {
    path: '/reviews',
    load: () => import('./reviews/Reviews.tsx'),
    named: { icon: 'eye', message: 'page.reviews', permission: 'supervision.live-day' },
  },
  { path: '/reviews/$id', load: () => import('./reviews/Review.tsx') },
]
