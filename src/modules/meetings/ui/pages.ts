import type { PageDefinition } from '../../../web/page.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/meetings',
    load: () => import('./list/Meetings.tsx'),
    keys: 'g 8',
    named: {
      icon: 'users-group',
      message: 'page.meetings',
      permission: 'meetings.list-meetings',
      section: 'calendar',
      also: ['/meeting-minutes', '/meeting-actions', '/decisions'],
      order: 40,
    },
  },
  { path: '/meetings/$id', load: () => import('./record/Meeting.tsx') },
  { path: '/meeting-minutes/$id', load: () => import('./minutes/Minutes.tsx') },
  {
    path: '/decisions',
    load: () => import('./list/Decisions.tsx'),
    named: { icon: 'scale', message: 'page.meetings.decisions', permission: 'meetings.list-decisions' },
  },
  {
    path: '/meeting-actions',
    load: () => import('./list/Actions.tsx'),
    named: { icon: 'checklist', message: 'page.meetings.actions', permission: 'meetings.list-meetings' },
  },
]
