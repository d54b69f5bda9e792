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
  { path: '/documents/backlog', load: () => import('./backlog/Backlogs.tsx') },
  { path: '/documents/backlog/$id', load: () => import('./backlog/Backlog.tsx') },
  { path: '/documents/searches/$id', load: () => import('./searches/Search.tsx') },
  { path: '/documents/lessons', load: () => import('./lessons/Lessons.tsx') },
  { path: '/documents/folders', load: () => import('./folders/Folders.tsx') },
  { path: '/documents/mailboxes', load: () => import('./mailboxes/Mailboxes.tsx') },
  { path: '/documents/plan', load: () => import('./plan/Plan.tsx') },
  { path: '/documents/due', load: () => import('./keeping/Due.tsx') },
  { path: '/documents/places', load: () => import('./places/Places.tsx') },
  { path: '/documents/papers', load: () => import('./places/Papers.tsx') },
  { path: '/documents/register', load: () => import('./register/Register.tsx') },
  { path: '/documents/register/$id', load: () => import('./register/Registration.tsx') },
  { path: '/documents/holds', load: () => import('./keeping/Holds.tsx') },
  { path: '/documents/holds/$id', load: () => import('./keeping/Hold.tsx') },
  { path: '/documents/certificates', load: () => import('./keeping/Certificates.tsx') },
  { path: '/documents/certificates/$id', load: () => import('./keeping/Certificate.tsx') },
  { path: '/documents/shares', load: () => import('./outside/Shares.tsx') },
  { path: '/documents/shares/$id', load: () => import('./outside/Share.tsx') },
  { path: '/shared', load: () => import('./outside/Shared.tsx'), outside: true },
  { path: '/documents/$id', load: () => import('./record/Document.tsx') },
  { path: '/search', load: () => import('./search/Search.tsx') },
]

export const takeFiles: ModulePages['takeFiles'] = () => import('./in/takeFiles.ts')
