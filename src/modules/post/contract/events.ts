import { event } from '../../../kernel/declare.ts'
import { day, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string(), number: z.string() })
const plain = z.strictObject({ id: z.uuid(), title: z.string() })

export const itemAdded = event('post.item-added', about.extend({ ...workEnvelope, ...notifyEnvelope }))
export const scannedAdded = event('post.scanned-added', z.strictObject({ count: z.int() }))
export const itemChanged = event('post.item-changed', about.extend({ ...workEnvelope, ...notifyEnvelope }))
export const itemRemoved = event('post.item-removed', about.extend(workEnvelope))
export const itemRestored = event('post.item-restored', about.extend(workEnvelope))
export const itemHanded = event('post.item-handed', about.extend({ to: z.string(), ...notifyEnvelope }))
export const itemTaken = event('post.item-taken', about.extend({ from: z.string() }))
export const roundBegun = event('post.round-begun', z.strictObject({ count: z.int() }))
export const itemDelivered = event(
  'post.item-delivered',
  about.extend({ to: z.string(), ...workEnvelope, ...notifyEnvelope }),
)
export const itemMissed = event('post.item-missed', about.extend({ reason: z.string() }))
export const itemReturned = event('post.item-returned', about.extend(workEnvelope))
export const stopAdded = event('post.stop-added', plain)
export const stopChanged = event('post.stop-changed', plain)
export const outgoingAdded = event('post.outgoing-added', about)
export const outgoingChanged = event('post.outgoing-changed', about)
export const outgoingCancelled = event('post.outgoing-cancelled', about)
export const outgoingRestored = event('post.outgoing-restored', about)
export const collected = event(
  'post.collected',
  z.strictObject({ count: z.int(), carrier: z.string(), ...workEnvelope }),
)
export const outgoingDelivered = event('post.outgoing-delivered', about.extend({ on: day(), ...workEnvelope }))
export const outgoingReturned = event(
  'post.outgoing-returned',
  about.extend({ on: day(), ...workEnvelope, ...notifyEnvelope }),
)
export const rateAdded = event('post.rate-added', plain)
export const rateEnded = event('post.rate-ended', plain.extend({ on: day() }))
export const boxAdded = event('post.box-added', plain)
export const boxChanged = event('post.box-changed', plain.extend(workEnvelope))
export const boxLooked = event('post.box-looked', plain.extend({ count: z.int(), ...workEnvelope }))
export const boxDue = event('post.box-due', plain.extend(workEnvelope))

export const postEvents = [
  itemAdded,
  scannedAdded,
  itemChanged,
  itemRemoved,
  itemRestored,
  itemHanded,
  itemTaken,
  roundBegun,
  itemDelivered,
  itemMissed,
  itemReturned,
  stopAdded,
  stopChanged,
  outgoingAdded,
  outgoingChanged,
  outgoingCancelled,
  outgoingRestored,
  collected,
  outgoingDelivered,
  outgoingReturned,
  rateAdded,
  rateEnded,
  boxAdded,
  boxChanged,
  boxLooked,
  boxDue,
]
