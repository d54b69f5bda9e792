import type { ModulePages, PageDefinition } from '../../../web/page.ts'

const section = 'calendar'

export const pages: readonly PageDefinition[] = [
  {
    path: '/calendar',
    load: () => import('./calendar/CalendarPage.tsx'),
    keys: 'g c',
    rail: {
      order: 30,
      icon: 'calendar',
      message: 'page.calendar',
      permission: 'calendar.agenda',
      section,
    },
  },
  {
    path: '/calendar/people',
    load: () => import('./people/PeoplePage.tsx'),
    named: { icon: 'users', message: 'page.calendar-people', permission: 'calendar.agenda', section, order: 35 },
  },
  {
    path: '/rooms',
    load: () => import('./rooms/RoomsPage.tsx'),
    keys: 'g h',
    named: { icon: 'door', message: 'page.rooms', permission: 'calendar.list-places', section, order: 30 },
  },
  {
    path: '/rooms/use',
    load: () => import('./rooms/UsePage.tsx'),
    named: { icon: 'chart-bar', message: 'page.rooms.use.title', permission: 'calendar.place-use' },
  },
  { path: '/rooms/$id', load: () => import('./rooms/RoomPage.tsx') },
  { path: '/rooms/$id/door', load: () => import('./rooms/DoorPage.tsx') },
  {
    path: '/calendar/settings',
    load: () => import('./settings/CalendarSettings.tsx'),
    named: { icon: 'settings', message: 'page.calendar.settings', permission: 'calendar.list-calendars' },
  },
  { path: '/calendar/print/$span', load: () => import('./print/PrintPage.tsx') },
  { path: '/calendar/$id', load: () => import('./event/EventPage.tsx') },
]

export const forms: ModulePages['forms'] = {
  'calendar.create-event': '/calendar?make=1',
}
