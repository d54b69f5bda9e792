import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const told = about.extend({ ...workEnvelope, ...notifyEnvelope })
const item = told.extend({ what: z.string() })

export const tripCreated = event('travel.trip-created', told)
export const tripChanged = event('travel.trip-changed', told)
export const tripApproved = event('travel.trip-approved', told)
export const tripUnapproved = event('travel.trip-unapproved', told)
export const tripBooked = event('travel.trip-booked', told)
export const tripUnbooked = event('travel.trip-unbooked', about)
export const tripCancelled = event('travel.trip-cancelled', told)
export const tripRestored = event('travel.trip-restored', told)
export const itemAdded = event('travel.item-added', item)
/** A leg or a stay is another than it was; those whom it concerns hear what was and what is. */
export const itemChanged = event('travel.item-changed', item.extend({ was: z.string(), now: z.string() }))
export const itemRemoved = event('travel.item-removed', item)
export const visitAdded = event('travel.visit-added', about.extend({ what: z.string() }))
export const visitRemoved = event('travel.visit-removed', about.extend({ what: z.string() }))
export const thingsSet = event('travel.things-set', about)
export const contactsSet = event('travel.contacts-set', about)
export const paperAttached = event('travel.paper-attached', about)
export const paperDetached = event('travel.paper-detached', about)
export const costsSet = event('travel.costs-set', about)
export const expensesClaimed = event('travel.expenses-claimed', about.extend({ name: z.string() }))
export const policySet = event('travel.policy-set', z.strictObject({ approval: z.string() }))
export const changesTold = event('travel.changes-told', about.extend({ sent: z.int(), failed: z.int() }))
export const tripDoubtful = event('travel.trip-doubtful', told)
export const identityAdded = event('travel.document-added', about)
export const identityChanged = event('travel.document-changed', about.extend(workEnvelope))
export const identityRemoved = event('travel.document-removed', about.extend(workEnvelope))
export const identityRestored = event('travel.document-restored', about)
export const identityExpires = event('travel.document-expires', about.extend({ on: z.string(), ...workEnvelope }))

export const travelEvents = [
  tripCreated,
  tripChanged,
  tripApproved,
  tripUnapproved,
  tripBooked,
  tripUnbooked,
  tripCancelled,
  tripRestored,
  itemAdded,
  itemChanged,
  itemRemoved,
  visitAdded,
  visitRemoved,
  thingsSet,
  contactsSet,
  paperAttached,
  paperDetached,
  costsSet,
  expensesClaimed,
  policySet,
  changesTold,
  tripDoubtful,
  identityAdded,
  identityChanged,
  identityRemoved,
  identityRestored,
  identityExpires,
]
