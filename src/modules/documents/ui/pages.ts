import type { ModulePages } from '../../../web/page.ts'

export const pages: ModulePages['pages'] = [
  {
    path: '/in',
    load: () => import('./in/In.tsx'),
    rail: {
      order: 20,
      icon: 'inbox',
      message: 'page.in',
      count: 'documents.counts',
      permission: 'documents.list-documents',
    },
    keys: 'g i',
  },
  { path: '/confirm', load: () => import('./confirm/Confirm.tsx') },
  { path: '/confirm/$id', load: () => import('./confirm/Confirm.tsx') },
  {
    path: '/documents',
    load: () => import('./list/Documents.tsx'),
    rail: { order: 50, icon: 'file-text', message: 'page.documents', permission: 'documents.list-documents' },
    keys: 'g o',
  },
  {
    path: '/documents/backlog',
    load: () => import('./backlog/Backlogs.tsx'),
    named: { icon: 'history', message: 'page.backlog', permission: 'documents.change-plan' },
  },
  { path: '/documents/backlog/$id', load: () => import('./backlog/Backlog.tsx') },
  { path: '/documents/searches/$id', load: () => import('./searches/Search.tsx') },
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
  { path: '/documents/papers', load: () => import('./places/Papers.tsx') },
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
  { path: '/documents/register/public', load: () => import('./register/PublicList.tsx') },
  { path: '/documents/register/$id', load: () => import('./register/Registration.tsx') },
  {
    path: '/documents/holds',
    load: () => import('./keeping/Holds.tsx'),
    named: { icon: 'shield-check', message: 'kind.hold.plural', permission: 'documents.list-holds' },
  },
  { path: '/documents/holds/$id', load: () => import('./keeping/Hold.tsx') },
  {
    path: '/documents/certificates',
    load: () => import('./keeping/Certificates.tsx'),
    named: {
      icon: 'certificate',
      message: 'kind.destruction-certificate.plural',
      permission: 'documents.list-certificates',
    },
  },
  { path: '/documents/certificates/$id', load: () => import('./keeping/Certificate.tsx') },
  {
    path: '/documents/shares',
    load: () => import('./outside/Shares.tsx'),
    named: { icon: 'user-share', message: 'page.shares', permission: 'documents.list-shares' },
  },
  { path: '/documents/shares/$id', load: () => import('./outside/Share.tsx') },
  {
    path: '/documents/requests',
    load: () => import('./outside/Requests.tsx'),
    named: { icon: 'send', message: 'page.requests', permission: 'documents.list-file-requests' },
  },
  { path: '/documents/requests/$id', load: () => import('./outside/Request.tsx') },
  { path: '/send', load: () => import('./outside/Send.tsx'), outside: true },
  { path: '/shared', load: () => import('./outside/Shared.tsx'), outside: true },
  { path: '/documents/$id/pages', load: () => import('./arrange/Arrange.tsx') },
  { path: '/documents/$id', load: () => import('./record/Document.tsx') },
  { path: '/search', load: () => import('./search/Search.tsx') },
]

export const takeFiles: ModulePages['takeFiles'] = () => import('./in/takeFiles.ts')
