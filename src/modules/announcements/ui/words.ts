import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getAnnouncement, listAnnouncements } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type AnnouncementKeys = keyof typeof en
export type AnnouncementDetail = OutputOf<typeof getAnnouncement>
export type AnnouncementLine = OutputOf<typeof listAnnouncements>['rows'][number]

export const readingGlyphs: Readonly<Record<AnnouncementLine['reading'], Glyph>> = {
  answer: 'waits',
  acknowledge: 'waits',
  'carry-out': 'half',
  unread: 'open',
  corrected: 'half',
  read: 'settled',
  own: 'draft',
}

export const stateGlyphs: Readonly<Record<AnnouncementLine['state'], Glyph>> = {
  draft: 'draft',
  checking: 'waits',
  returned: 'blocked',
  published: 'settled',
  closed: 'ended',
  discarded: 'ended',
}
