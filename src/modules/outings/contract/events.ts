import { event } from '../../../kernel/declare.ts'
import { instant, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const named = about.extend({ name: z.string() })

export const outingCreated = event('outings.outing-created', about.extend({ at: instant(), ...workEnvelope }))
export const outingChanged = event('outings.outing-changed', about)
export const outingCancelled = event('outings.outing-cancelled', about.extend({ ...workEnvelope, ...notifyEnvelope }))
export const outingRestored = event('outings.outing-restored', about)
export const registrationSet = event('outings.registration-set', about.extend({ open: z.boolean() }))
export const programmeSet = event('outings.programme-set', about)
export const budgetSet = event('outings.budget-set', about)
export const guestsInvited = event('outings.guests-invited', about.extend({ count: z.int(), ...notifyEnvelope }))
export const answerGiven = event('outings.answer-given', named.extend({ answer: z.string() }))
/** Somebody gave a seat back, or there are more of them. */
export const movedUp = event('outings.moved-up', named.extend(notifyEnvelope))
export const dietsStated = event('outings.diets-stated', about)
export const checkedIn = event('outings.checked-in', named)
export const foodOrdered = event(
  'outings.food-ordered',
  z.strictObject({ id: z.uuid(), title: z.string(), ...workEnvelope }),
)
export const foodCancelled = event(
  'outings.food-cancelled',
  z.strictObject({ id: z.uuid(), title: z.string(), ...workEnvelope }),
)
export const feedbackGiven = event('outings.feedback-given', about)
export const feedbackAsked = event('outings.feedback-asked', about.extend(notifyEnvelope))
export const lettersSent = event('outings.letters-sent', about.extend({ sent: z.int(), failed: z.int() }))
export const dietsErased = event('outings.diets-erased', about)

export const outingEvents = [
  outingCreated,
  outingChanged,
  outingCancelled,
  outingRestored,
  registrationSet,
  programmeSet,
  budgetSet,
  guestsInvited,
  answerGiven,
  movedUp,
  dietsStated,
  checkedIn,
  foodOrdered,
  foodCancelled,
  feedbackGiven,
  feedbackAsked,
  lettersSent,
  dietsErased,
]
