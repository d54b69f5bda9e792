import { event } from '../../../kernel/declare.ts'
import { count, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'

const about = { id: z.uuid(), title: z.string() }
const plain = z.strictObject(about)
const telling = z.strictObject({ ...about, ...notifyEnvelope })

export const visitorExpected = event('visitors.visitor-expected', plain)
export const visitorsExpected = event('visitors.visitors-expected', z.strictObject({ count: count() }))
export const visitorChanged = event('visitors.visitor-changed', plain)
export const visitorCancelled = event('visitors.visitor-cancelled', telling)
export const visitorArrived = event('visitors.visitor-arrived', telling)
export const arrivalTakenBack = event('visitors.arrival-taken-back', plain)
export const hostToldAgain = event(
  'visitors.host-told-again',
  z.strictObject({ ...about, count: count(), ...notifyEnvelope }),
)
export const visitorMet = event('visitors.visitor-met', plain)
export const visitorLeft = event('visitors.visitor-left', plain)
export const visitorBack = event('visitors.visitor-back', plain)
export const visitorCalled = event('visitors.visitor-called', z.strictObject({ ...about, ticket: z.int() }))
export const visitorWelcomed = event('visitors.visitor-welcomed', plain)
export const paperFiled = event('visitors.paper-filed', plain)
/** Of whom nothing is known any more: no name stands here. */
export const visitorErased = event('visitors.visitor-erased', z.strictObject({ count: count() }))
export const daysClosed = event('visitors.days-closed', z.strictObject({ count: count() }))
export const eventFollowed = event('visitors.event-followed', z.strictObject({ eventId: z.uuid(), count: count() }))
export const settingsChanged = event('visitors.settings-changed', z.strictObject({}))
export const kioskCreated = event('visitors.kiosk-created', plain)
export const kioskRevoked = event('visitors.kiosk-revoked', plain)
export const rollBegun = event('visitors.roll-begun', z.strictObject({ id: z.uuid() }))
export const personTicked = event('visitors.person-ticked', z.strictObject({ ...about }))
export const personUnticked = event('visitors.person-unticked', z.strictObject({ ...about }))
export const rollEnded = event('visitors.roll-ended', z.strictObject({ id: z.uuid(), count: count() }))
export const keyCreated = event('visitors.key-created', plain)
export const keyLent = event('visitors.key-lent', z.strictObject({ ...about, name: z.string() }))
export const keyReturned = event('visitors.key-returned', z.strictObject({ ...about, name: z.string() }))
export const keyLost = event('visitors.key-lost', telling)
export const parcelTaken = event('visitors.parcel-taken', telling)
export const parcelHandedOver = event('visitors.parcel-handed-over', z.strictObject({ ...about, name: z.string() }))
export const parcelReturned = event('visitors.parcel-returned', plain)
export const counterReminded = event('visitors.counter-reminded', z.strictObject({ count: count(), ...notifyEnvelope }))
export const vouchersImported = event('visitors.vouchers-imported', z.strictObject({ count: count() }))
export const slipIssued = event('visitors.slip-issued', z.strictObject({ ...about, number: z.int() }))

export const visitorEvents = [
  visitorExpected,
  visitorsExpected,
  visitorChanged,
  visitorCancelled,
  visitorArrived,
  arrivalTakenBack,
  hostToldAgain,
  visitorMet,
  visitorLeft,
  visitorBack,
  visitorCalled,
  visitorWelcomed,
  paperFiled,
  visitorErased,
  daysClosed,
  eventFollowed,
  settingsChanged,
  kioskCreated,
  kioskRevoked,
  rollBegun,
  personTicked,
  personUnticked,
  rollEnded,
  keyCreated,
  keyLent,
  keyReturned,
  keyLost,
  parcelTaken,
  parcelHandedOver,
  parcelReturned,
  counterReminded,
  vouchersImported,
  slipIssued,
]
