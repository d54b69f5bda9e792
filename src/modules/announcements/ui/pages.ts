import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/announcements',
    load: () => import('./list/Announcements.tsx'),
    keys: 'g u',
    rail: {
      order: 240,
      icon: 'message',
      message: 'page.announcements',
      count: 'announcements.count-unread',
      permission: 'announcements.list-announcements',
    },
  },
  { path: '/announcements/new', load: () => import('./write/Write.tsx') },
  { path: '/announcements/$id', load: () => import('./read/Announcement.tsx') },
  { path: '/announcements/$id/write', load: () => import('./write/WriteOn.tsx') },
  { path: '/announcements/$id/answers', load: () => import('./answers/Answers.tsx') },
]
