import type { ModulePages, PageDefinition } from '../../../web/page.ts'

const permission = 'mail.read-mail'

export const pages: readonly PageDefinition[] = [
  {
    path: '/mail',
    load: () => import('./desk/Mail.tsx'),
    keys: 'g m',
    named: { icon: 'mail', message: 'page.mail', permission, section: 'in', order: 20 },
  },
  {
    path: '/mail/answers',
    load: () => import('./answers/Answers.tsx'),
    named: { icon: 'message', message: 'page.mail.answers', permission },
  },
  { path: '/mail/answers/$id', load: () => import('./answers/Answer.tsx') },
  {
    path: '/mail/rules',
    load: () => import('./rules/Rules.tsx'),
    named: { icon: 'filter', message: 'page.mail.rules', permission },
  },
  {
    path: '/mail/mailboxes',
    load: () => import('./mailboxes/Mailboxes.tsx'),
    named: { icon: 'mailbox', message: 'kind.mail-mailbox.plural', permission: 'mail.manage-mailboxes' },
  },
  { path: '/mail/mailboxes/back', load: () => import('./mailboxes/Back.tsx') },
  { path: '/mail/$id', load: () => import('./desk/Mail.tsx') },
]

export const tray: ModulePages['tray'] = { query: 'mail.list-waiting', permission, message: 'page.mail' }

export const forms: ModulePages['forms'] = {
  'mail.connect-mailbox': '/mail/mailboxes?make=1',
}
