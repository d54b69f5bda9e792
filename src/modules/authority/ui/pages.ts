import type { ModulePages } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/approvals',
    load: () => import('./approvals/Approvals.tsx'),
    rail: {
      order: 60,
      icon: 'checklist',
      message: 'page.approvals',
      count: 'authority.list-approvals',
      permission: 'authority.approve',
    },
    keys: 'g a',
  },
  { path: '/approvals/$id', load: () => import('./approvals/Approval.tsx') },
  {
    path: '/machine/people',
    load: () => import('./people/People.tsx'),
    rail: {
      order: 910,
      icon: 'users',
      message: 'page.colleagues',
      door: 'machine',
      permission: 'authority.invite-person',
    },
  },
  { path: '/machine/people/$id', load: () => import('./people/Person.tsx') },
  {
    path: '/machine/roles',
    load: () => import('./roles/Roles.tsx'),
    rail: {
      order: 920,
      icon: 'shield-check',
      message: 'page.roles',
      door: 'machine',
      permission: 'authority.permission-matrix',
    },
  },
  { path: '/machine/roles/$id', load: () => import('./roles/Role.tsx') },
  {
    path: '/machine/mandates',
    load: () => import('./mandates/Mandates.tsx'),
    rail: {
      order: 930,
      icon: 'user-share',
      message: 'page.mandates',
      door: 'machine',
      permission: 'authority.list-mandates',
    },
  },
  { path: '/machine/mandates/$id', load: () => import('./mandates/Mandate.tsx') },
  {
    path: '/machine/journal',
    load: () => import('./journal/Journal.tsx'),
    rail: { order: 940, icon: 'book', message: 'page.journal', door: 'machine', permission: 'authority.read-journal' },
  },
  {
    path: '/machine/jobs',
    load: () => import('./jobs/Jobs.tsx'),
    rail: { order: 950, icon: 'server', message: 'page.jobs', door: 'machine', permission: 'kernel.list-jobs' },
  },
  {
    path: '/machine/settings',
    load: () => import('./settings/Settings.tsx'),
    rail: {
      order: 960,
      icon: 'settings',
      message: 'page.settings',
      door: 'machine',
      permission: 'authority.get-organisation',
    },
  },
]

export const forms: ModulePages['forms'] = {
  'authority.invite-person': '/machine/people?make=1',
  'authority.create-api-token': '/machine/settings',
}
