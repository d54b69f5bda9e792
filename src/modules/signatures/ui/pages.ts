import type { PageDefinition } from '../../../web/page.ts'

const section = 'in'
const permission = 'signatures.list-signings'

export const pages: readonly PageDefinition[] = [
  {
    path: '/signatures',
    load: () => import('./list/Folder.tsx'),
    named: { icon: 'signature', message: 'page.signatures', permission, section, order: 75 },
  },
  {
    path: '/signatures/new',
    load: () => import('./new/NewSigning.tsx'),
    named: { icon: 'signature', message: 'page.signatures.new', permission: 'signatures.put-in-folder' },
    about: ['document', 'letter'],
  },
  {
    path: '/signatures/service',
    load: () => import('./settings/Service.tsx'),
    named: { icon: 'settings', message: 'page.service', permission: 'signatures.connect-service' },
  },
  { path: '/signatures/$id', load: () => import('./entry/Entry.tsx') },
  { path: '/sign', load: () => import('./outside/Sign.tsx'), outside: true },
]
