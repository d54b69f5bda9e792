import type { ModulePages } from '../../../web/page.ts'
import { otherPages } from './otherPages.ts'

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
      section: 'in',
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
  ...otherPages,
  { path: '/documents/backlog/$id', load: () => import('./backlog/Backlog.tsx') },
  { path: '/documents/searches/$id', load: () => import('./searches/Search.tsx') },
  { path: '/documents/papers', load: () => import('./places/Papers.tsx') },
  { path: '/documents/register/public', load: () => import('./register/PublicList.tsx') },
  { path: '/documents/register/$id', load: () => import('./register/Registration.tsx') },
  { path: '/documents/holds/$id', load: () => import('./keeping/Hold.tsx') },
  { path: '/documents/certificates/$id', load: () => import('./keeping/Certificate.tsx') },
  { path: '/documents/shares/$id', load: () => import('./outside/Share.tsx') },
  { path: '/documents/requests/$id', load: () => import('./outside/Request.tsx') },
  { path: '/send', load: () => import('./outside/Send.tsx'), outside: true },
  { path: '/shared', load: () => import('./outside/Shared.tsx'), outside: true },
  { path: '/documents/$id/pages', load: () => import('./arrange/Arrange.tsx') },
  { path: '/documents/$id', load: () => import('./record/Document.tsx') },
  { path: '/search', load: () => import('./search/Search.tsx') },
]

export const takeFiles: ModulePages['takeFiles'] = () => import('./in/takeFiles.ts')

export const forms: ModulePages['forms'] = {
  'documents.connect-mailbox': '/documents/mailboxes?make=1',
  'documents.create-app-password': '/documents/folders',
}
