import type { Everywhere, ModulePages, PageDefinition, TraySource } from '../../../web/page.ts'

const section = 'in'

export const pages: readonly PageDefinition[] = [
  {
    path: '/calls',
    load: () => import('./list/Calls.tsx'),
    keys: 'g g',
    named: { icon: 'phone', message: 'page.calls', permission: 'calls.list-calls', section, order: 30 },
  },
  {
    path: '/slips',
    load: () => import('./list/Slips.tsx'),
    named: { icon: 'message', message: 'page.slips', permission: 'calls.list-slips', section, order: 35 },
  },
  {
    path: '/call',
    load: () => import('./card/CallPage.tsx'),
    named: { icon: 'phone', message: 'calls.take-slip', permission: 'calls.take-slip' },
  },
  {
    path: '/calls/setup',
    load: () => import('./setup/Setup.tsx'),
    named: { icon: 'settings', message: 'page.calls.setup', permission: 'calls.change-setup' },
  },
  {
    path: '/calls/phone',
    load: () => import('./softphone/OwnPhone.tsx'),
    named: { icon: 'phone', message: 'page.phone.own', permission: 'calls.use-phone' },
  },
  { path: '/calls/$id', load: () => import('./record/Call.tsx') },
  { path: '/slips/$id', load: () => import('./record/Slip.tsx') },
]

export const tray: TraySource = {
  query: 'calls.list-waiting',
  message: 'page.calls.tray',
  permission: 'calls.list-slips',
}

export const everywhere: Everywhere = { load: () => import('./Everywhere.tsx'), permission: 'calls.take-slip' }

export const forms: ModulePages['forms'] = {
  'calls.add-wire': '/calls/setup',
  'calls.connect-wire': '/calls/setup',
}
