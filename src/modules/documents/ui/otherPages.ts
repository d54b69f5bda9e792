import type { PageDefinition } from '../../../web/page.ts'

/** What else is done with papers than find, take in and confirm: the list of documents leads there. */
export const otherPages: readonly PageDefinition[] = [
  {
    path: '/documents/backlog',
    load: () => import('./backlog/Backlogs.tsx'),
    named: { icon: 'history', message: 'page.backlog', permission: 'documents.change-plan' },
  },
  {
    path: '/documents/lessons',
    load: () => import('./lessons/Lessons.tsx'),
    named: { icon: 'school', message: 'page.lessons', permission: 'documents.list-lessons' },
  },
  {
    path: '/documents/folders',
    load: () => import('./folders/Folders.tsx'),
    named: { icon: 'folder', message: 'page.folders', permission: 'documents.use-folders' },
  },
  {
    path: '/documents/mailboxes',
    load: () => import('./mailboxes/Mailboxes.tsx'),
    named: { icon: 'mailbox', message: 'page.mailboxes', permission: 'documents.change-mailboxes' },
  },
  {
    path: '/documents/plan',
    load: () => import('./plan/Plan.tsx'),
    named: { icon: 'folder', message: 'page.plan', permission: 'documents.list-documents' },
  },
  {
    path: '/documents/due',
    load: () => import('./keeping/Due.tsx'),
    named: { icon: 'trash', message: 'page.keeping.due', permission: 'documents.list-due' },
  },
  {
    path: '/documents/places',
    load: () => import('./places/Places.tsx'),
    named: { icon: 'map-pin', message: 'page.places', permission: 'documents.list-documents' },
  },
  {
    path: '/documents/sheets',
    load: () => import('./arrange/PrintedSheets.tsx'),
    named: { icon: 'printer', message: 'page.sheets', permission: 'documents.list-documents' },
  },
  {
    path: '/documents/register',
    load: () => import('./register/Register.tsx'),
    named: { icon: 'book', message: 'page.register', permission: 'documents.list-register' },
  },
  {
    path: '/documents/holds',
    load: () => import('./keeping/Holds.tsx'),
    named: { icon: 'shield-check', message: 'kind.hold.plural', permission: 'documents.list-holds' },
  },
  {
    path: '/documents/certificates',
    load: () => import('./keeping/Certificates.tsx'),
    named: {
      icon: 'certificate',
      message: 'kind.destruction-certificate.plural',
      permission: 'documents.list-certificates',
    },
  },
  {
    path: '/documents/shares',
    load: () => import('./outside/Shares.tsx'),
    named: { icon: 'user-share', message: 'page.shares', permission: 'documents.list-shares' },
  },
  {
    path: '/documents/requests',
    load: () => import('./outside/Requests.tsx'),
    named: { icon: 'send', message: 'page.requests', permission: 'documents.list-file-requests' },
  },
]
