import type { PageDefinition, TraySource } from '../../../web/page.ts'

const section = 'in'
const permission = 'cases.list-cases'

/** Cases that are nobody's, in the tray. */
export const tray: TraySource = { query: 'cases.list-waiting', message: 'page.cases.tray', permission }

export const pages: readonly PageDefinition[] = [
  {
    path: '/cases',
    load: () => import('./list/Cases.tsx'),
    keys: 'g s',
    named: { icon: 'message', message: 'page.cases', permission, section, order: 40 },
  },
  {
    path: '/cases/new',
    load: () => import('./list/NewCase.tsx'),
    named: { icon: 'plus', message: 'page.cases.new', permission: 'cases.open-case' },
    about: ['person', 'organisation', 'document', 'mail', 'mail-thread', 'call', 'post-item', 'visit'],
  },
  {
    path: '/cases/figures',
    load: () => import('./figures/Figures.tsx'),
    named: { icon: 'chart-bar', message: 'page.cases.figures', permission },
  },
  {
    path: '/cases/setup',
    load: () => import('./setup/Setup.tsx'),
    named: { icon: 'settings', message: 'page.cases.setup', permission: 'cases.set-kind' },
  },
  { path: '/cases/$id', load: () => import('./case/Case.tsx') },
  {
    path: '/answers',
    load: () => import('./answers/Answers.tsx'),
    named: { icon: 'book', message: 'page.answers', permission: 'cases.list-answers', section, order: 80 },
  },
  { path: '/answers/$id', load: () => import('./answers/Answer.tsx') },
  { path: '/verdict', load: () => import('./outside/Verdict.tsx'), outside: true },
]
