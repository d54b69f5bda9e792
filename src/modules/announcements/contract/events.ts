import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const withWork = about.extend(workEnvelope)
/** Who has read and answered what is not told to everybody who reads the journal: these bear no title and no record. */
const silent = z.strictObject({ announcementId: z.uuid() })

export const announcementCreated = event('announcements.announcement-created', about)
export const announcementChanged = event('announcements.announcement-changed', about)
export const announcementDiscarded = event('announcements.announcement-discarded', about)
export const announcementRestored = event('announcements.announcement-restored', about)
export const checkAsked = event('announcements.check-asked', withWork)
export const checkTakenBack = event('announcements.check-taken-back', withWork)
export const announcementReturned = event('announcements.announcement-returned', withWork)
export const announcementPublished = event(
  'announcements.announcement-published',
  withWork.extend({ count: z.int(), ...notifyEnvelope }),
)
export const announcementCorrected = event(
  'announcements.announcement-corrected',
  about.extend({ number: z.int(), changed: z.string() }),
)
export const announcementClosed = event('announcements.announcement-closed', withWork)
export const announcementReopened = event('announcements.announcement-reopened', withWork)
export const readersReminded = event('announcements.readers-reminded', withWork.extend({ count: z.int() }))
export const announcementOpened = event('announcements.announcement-opened', silent)
export const announcementRead = event(
  'announcements.announcement-read',
  silent.extend({ workDone: workEnvelope.workDone }),
)
export const requestAnswered = event(
  'announcements.request-answered',
  silent.extend({ workDone: workEnvelope.workDone }),
)

export const orderDone = event(
  'announcements.order-done',
  silent.extend({ workDone: workEnvelope.workDone, ...notifyEnvelope }),
)
export const orderUndone = event('announcements.order-undone', silent)

export const announcementEvents = [
  orderDone,
  orderUndone,
  announcementCreated,
  announcementChanged,
  announcementDiscarded,
  announcementRestored,
  checkAsked,
  checkTakenBack,
  announcementReturned,
  announcementPublished,
  announcementCorrected,
  announcementClosed,
  announcementReopened,
  readersReminded,
  announcementOpened,
  announcementRead,
  requestAnswered,
]
