import { event } from '../../../kernel/declare.ts'
import { instant, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const withWork = about.extend(workEnvelope)

export const meetingCreated = event('meetings.meeting-created', about.extend({ at: instant() }))
export const meetingChanged = event('meetings.meeting-changed', withWork)
export const meetingCancelled = event('meetings.meeting-cancelled', withWork)
export const meetingRestored = event('meetings.meeting-restored', about)
export const attendeesChanged = event('meetings.attendees-changed', about.extend({ name: z.string() }))
export const agendaChanged = event('meetings.agenda-changed', about.extend({ item: z.string() }))
export const pointsAsked = event('meetings.points-asked', withWork)
export const agendaSent = event('meetings.agenda-sent', withWork)
export const papersSent = event('meetings.papers-sent', about.extend({ sent: z.int(), failed: z.int() }))
export const minutesWritten = event('meetings.minutes-written', about.extend({ count: z.int() }))
export const minutesFinished = event('meetings.minutes-finished', withWork.extend({ actions: z.int() }))
export const minutesApproved = event('meetings.minutes-approved', withWork)
export const minutesLocked = event('meetings.minutes-locked', about.extend({ decisions: z.int() }))
export const minutesSent = event('meetings.minutes-sent', about)
export const filingAsked = event('meetings.filing-asked', about)
export const minutesSentBack = event('meetings.minutes-sent-back', withWork.extend({ because: z.string() }))
export const correctionAdded = event('meetings.correction-added', about)
export const minutesKept = event('meetings.minutes-kept', about)
export const minutesFiled = event('meetings.minutes-filed', about)
export const minutesAwaited = event('meetings.minutes-awaited', withWork)

export const meetingEvents = [
  meetingCreated,
  meetingChanged,
  meetingCancelled,
  meetingRestored,
  attendeesChanged,
  agendaChanged,
  pointsAsked,
  agendaSent,
  papersSent,
  minutesWritten,
  minutesFinished,
  minutesApproved,
  minutesLocked,
  minutesSent,
  filingAsked,
  minutesSentBack,
  correctionAdded,
  minutesKept,
  minutesFiled,
  minutesAwaited,
]
