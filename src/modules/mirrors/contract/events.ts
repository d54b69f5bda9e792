import { event } from '../../../kernel/declare.ts'
import { count, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'
import { consentKinds, directions, linkTypes, mirrorProblems, providerKinds } from './shapes.ts'

const account = { id: z.uuid(), name: z.string(), provider: z.enum(providerKinds) }
const mirror = { calendarId: z.uuid(), title: z.string() }

export const accountConnected = event(
  'mirrors.account-connected',
  z.strictObject({ ...account, workDone: workEnvelope.workDone }),
)
export const accountDisconnected = event(
  'mirrors.account-disconnected',
  z.strictObject({ ...account, workDone: workEnvelope.workDone }),
)
export const accountFailed = event(
  'mirrors.account-failed',
  z.strictObject({ ...account, problem: z.enum(mirrorProblems), work: workEnvelope.work }),
)
export const accountReached = event(
  'mirrors.account-reached',
  z.strictObject({ ...account, workDone: workEnvelope.workDone }),
)
export const accountRenewed = event('mirrors.account-renewed', z.strictObject(account))
export const calendarMirrored = event(
  'mirrors.calendar-mirrored',
  z.strictObject({ ...mirror, direction: z.enum(directions) }),
)
export const mirrorChanged = event(
  'mirrors.mirror-changed',
  z.strictObject({ ...mirror, direction: z.enum(directions) }),
)
export const mirrorEnded = event('mirrors.mirror-ended', z.strictObject({ ...mirror, workDone: workEnvelope.workDone }))
export const mirrorAsked = event('mirrors.mirror-asked', z.strictObject(mirror))
export const mirrorAdvanced = event(
  'mirrors.mirror-advanced',
  z.strictObject({ ...mirror, count: count(), ...workEnvelope, ...notifyEnvelope }),
)
/** Both sides had changed it: the newer holds, and what gave way is kept. */
export const gaveWay = event('mirrors.gave-way', z.strictObject({ ...mirror, event: z.string() }))
export const findingDismissed = event(
  'mirrors.finding-dismissed',
  z.strictObject({ ...mirror, workDone: workEnvelope.workDone }),
)
export const clientSet = event('mirrors.client-set', z.strictObject({ provider: z.enum(consentKinds) }))
export const clientForgotten = event('mirrors.client-forgotten', z.strictObject({ provider: z.enum(consentKinds) }))
const way = z.strictObject({ name: z.string(), type: z.enum(linkTypes) })
export const linkWayAdded = event('mirrors.link-way-added', way)
export const linkWayRemoved = event('mirrors.link-way-removed', way)
export const linkMade = event('mirrors.link-made', way)

export const mirrorEvents = [
  accountConnected,
  accountDisconnected,
  accountFailed,
  accountReached,
  accountRenewed,
  calendarMirrored,
  mirrorChanged,
  mirrorEnded,
  mirrorAsked,
  mirrorAdvanced,
  gaveWay,
  findingDismissed,
  clientSet,
  clientForgotten,
  linkWayAdded,
  linkWayRemoved,
  linkMade,
]
