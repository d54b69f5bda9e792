import type { ModulePages, PageDefinition } from '../../../web/page.ts'

const section = 'calendar'

export const pages: readonly PageDefinition[] = [
  {
    path: '/calendar/find',
    load: () => import('./find/FindTime.tsx'),
    keys: 'g 2',
    about: ['task', 'matter', 'person', 'organisation', 'document', 'meeting', 'obligation', 'mail-thread'],
    named: { icon: 'search', message: 'page.find-time', permission: 'scheduling.find-times', section, order: 20 },
  },
  {
    path: '/calendar/offers',
    load: () => import('./offers/Offers.tsx'),
    named: { icon: 'hourglass', message: 'page.offers', permission: 'scheduling.list-proposals', section, order: 25 },
  },
  { path: '/calendar/offers/$id', load: () => import('./offers/Offer.tsx') },
  {
    path: '/calendar/hours',
    load: () => import('./hours/Hours.tsx'),
    named: { icon: 'clock', message: 'page.hours', permission: 'scheduling.get-hours' },
  },
  {
    path: '/calendar/booking-pages',
    load: () => import('./booking/Pages.tsx'),
    named: {
      icon: 'user-check',
      message: 'page.booking-pages',
      permission: 'scheduling.list-booking-pages',
      section,
      order: 27,
    },
  },
  { path: '/calendar/booking-pages/$id', load: () => import('./booking/BookingPage.tsx') },
  { path: '/calendar/booking-page', load: () => import('./booking/Editor.tsx') },
  { path: '/book', load: () => import('./outside/Book.tsx'), outside: true },
  { path: '/booked', load: () => import('./outside/Booked.tsx'), outside: true },
  { path: '/times', load: () => import('./outside/Times.tsx'), outside: true },
]

export const forms: ModulePages['forms'] = {
  'scheduling.book-slot': '/calendar/find',
  'scheduling.create-booking-page': '/calendar/booking-page',
}
