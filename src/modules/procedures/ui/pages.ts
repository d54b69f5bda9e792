import type { ModulePages } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/procedures',
    load: () => import('./procedure/Procedures.tsx'),
    rail: {
      also: ['/runs', '/obligations', '/cover'],
      order: 220,
      icon: 'list-numbers',
      message: 'page.procedures',
      permission: 'procedures.list-procedures',
    },
    keys: 'g r',
  },
  { path: '/procedures/$id', load: () => import('./procedure/Procedure.tsx') },
  {
    path: '/runs',
    load: () => import('./run/Runs.tsx'),
    named: { icon: 'list-check', message: 'page.runs', permission: 'procedures.list-runs' },
  },
  { path: '/runs/$id', load: () => import('./run/Run.tsx') },
  {
    path: '/obligations',
    load: () => import('./obligation/Obligations.tsx'),
    keys: 'g b',
    named: { icon: 'calendar', message: 'page.obligations', permission: 'procedures.list-obligations' },
  },
  { path: '/obligations/$id', load: () => import('./obligation/Obligation.tsx') },
  {
    path: '/cover',
    load: () => import('./cover/Cover.tsx'),
    named: { icon: 'users', message: 'page.cover', permission: 'procedures.list-cover' },
  },
  { path: '/hand-over/$id', load: () => import('./cover/HandOver.tsx') },
]
