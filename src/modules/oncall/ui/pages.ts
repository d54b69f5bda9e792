import type { PageDefinition } from '../../../web/page.ts'

const section = 'calendar'

export const pages: readonly PageDefinition[] = [
  {
    path: '/oncall',
    load: () => import('./list/Rotas.tsx'),
    keys: 'g 0',
    named: { icon: 'repeat', message: 'page.oncall', permission: 'oncall.list-rotas', section, order: 80 },
  },
  {
    path: '/oncall/mine',
    load: () => import('./mine/MyTurns.tsx'),
    named: { icon: 'clock', message: 'page.my-turns', permission: 'oncall.list-rotas' },
  },
  {
    path: '/oncall/hours',
    load: () => import('./list/Hours.tsx'),
    named: { icon: 'clock', message: 'page.oncall-hours', permission: 'oncall.get-hours' },
  },
  { path: '/oncall/$id', load: () => import('./rota/Rota.tsx') },
  {
    path: '/alarms',
    load: () => import('./alarms/Alarms.tsx'),
    named: { icon: 'alert-triangle', message: 'page.alarms', permission: 'oncall.list-alarms', section, order: 85 },
  },
  { path: '/alarms/$id', load: () => import('./alarms/Alarm.tsx') },
  { path: '/alarm', load: () => import('./outside/AlarmLink.tsx'), outside: true },
]
