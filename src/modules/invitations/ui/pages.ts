import type { PageDefinition } from '../../../web/page.ts'

const section = 'calendar'
const permission = 'invitations.list-meetings'

export const pages: readonly PageDefinition[] = [
  {
    path: '/invitations',
    load: () => import('./list/Invitations.tsx'),
    named: { icon: 'mail', message: 'page.invitations', permission, section, order: 60 },
  },
  {
    path: '/invitations/day',
    load: () => import('./day/Day.tsx'),
    named: { icon: 'calendar-event', message: 'page.clear-day', permission: 'invitations.clear-day' },
  },
  {
    path: '/invitations/feeds',
    load: () => import('./feeds/Feeds.tsx'),
    named: { icon: 'download', message: 'page.feeds', permission: 'invitations.subscribe-feed' },
  },
  {
    path: '/invitations/answers',
    load: () => import('./list/Answers.tsx'),
    named: { icon: 'mail', message: 'page.invitations.settings', permission },
  },
  { path: '/invitations/$id', load: () => import('./record/Ledger.tsx') },
  { path: '/invited', load: () => import('./outside/Invitation.tsx'), outside: true },
]
