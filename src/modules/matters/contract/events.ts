import { event } from '../../../kernel/declare.ts'
import { day, id, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { outcomes, partyRoles } from './shapes.ts'

const matter = { id: id('matter'), title: z.string() }

export const matterCreated = event(
  'matters.matter-created',
  z.strictObject({ ...matter, number: z.string(), ownerId: z.uuid() }),
)
export const matterChanged = event(
  'matters.matter-changed',
  z.strictObject({ ...matter, changed: z.array(z.string()) }),
)
export const matterHandedOver = event(
  'matters.matter-handed-over',
  z.strictObject({ ...matter, ownerId: z.uuid(), note: z.string(), ...workEnvelope }),
)
export const matterWaiting = event(
  'matters.matter-waiting',
  z.strictObject({ ...matter, waitingFor: z.string(), on: day().nullable() }),
)
export const matterResumed = event('matters.matter-resumed', z.strictObject(matter))
export const matterClosedEvent = event(
  'matters.matter-closed',
  z.strictObject({ ...matter, outcome: z.enum(outcomes), result: z.string().nullable() }),
)
export const matterReopened = event(
  'matters.matter-reopened',
  z.strictObject({ ...matter, because: z.string().nullable() }),
)
export const recordBoundEvent = event('matters.record-bound', z.strictObject({ ...matter, recordId: z.uuid() }))
export const recordUnbound = event('matters.record-unbound', z.strictObject({ ...matter, recordId: z.uuid() }))
const party = { ...matter, partyId: z.uuid(), role: z.enum(partyRoles) }
export const partyAdded = event('matters.party-added', z.strictObject(party))
export const partyRemoved = event('matters.party-removed', z.strictObject(party))
export const itemChanged = event(
  'matters.item-changed',
  z.strictObject({
    ...matter,
    itemId: z.uuid(),
    text: z.string(),
    how: z.enum(['added', 'ticked', 'unticked', 'removed']),
  }),
)
const two = { ...matter, mergedId: z.uuid(), mergedTitle: z.string() }
export const mattersMerged = event('matters.matters-merged', z.strictObject(two))
export const mattersUnmerged = event('matters.matters-unmerged', z.strictObject(two))
const kind = { id: id('matter-kind'), title: z.string() }
export const kindCreated = event('matters.kind-created', z.strictObject(kind))
export const kindChanged = event('matters.kind-changed', z.strictObject(kind))
export const kindRetiredEvent = event('matters.kind-retired', z.strictObject(kind))
export const kindRestored = event('matters.kind-restored', z.strictObject(kind))

export const mattersEvents = [
  matterCreated,
  matterChanged,
  matterHandedOver,
  matterWaiting,
  matterResumed,
  matterClosedEvent,
  matterReopened,
  recordBoundEvent,
  recordUnbound,
  partyAdded,
  partyRemoved,
  itemChanged,
  mattersMerged,
  mattersUnmerged,
  kindCreated,
  kindChanged,
  kindRetiredEvent,
  kindRestored,
]
