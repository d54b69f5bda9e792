import type { ModulePages } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/procedures',
    load: () => import('./procedure/Procedures.tsx'),
    rail: { order: 220, icon: 'list-numbers', message: 'page.procedures', permission: 'procedures.list-procedures' },
    keys: 'g r',
  },
  { path: '/procedures/$id', load: () => import('./procedure/Procedure.tsx') },
  { path: '/runs', load: () => import('./run/Runs.tsx') },
  { path: '/runs/$id', load: () => import('./run/Run.tsx') },
  { path: '/obligations', load: () => import('./obligation/Obligations.tsx'), keys: 'g b' },
  { path: '/obligations/$id', load: () => import('./obligation/Obligation.tsx') },
  { path: '/cover', load: () => import('./cover/Cover.tsx') },
  { path: '/hand-over/$id', load: () => import('./cover/HandOver.tsx') },
]
