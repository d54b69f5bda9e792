import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const person = z.strictObject({ personId: z.uuid(), person: z.string(), ...notifyEnvelope })
const review = z.strictObject({ id: z.uuid(), title: z.string(), ...workEnvelope, ...notifyEnvelope })

export const superiorSet = event('supervision.superior-set', person.extend({ superior: z.string().nullable() }))
export const reviewAsked = event('supervision.review-asked', person.extend({ id: z.uuid() }))
export const reviewMarkEnded = event('supervision.review-mark-ended', person.extend({ id: z.uuid() }))
export const reviewMarkResumed = event('supervision.review-mark-resumed', person.extend({ id: z.uuid() }))
export const workSampled = event('supervision.work-sampled', review)
export const workShown = event('supervision.work-shown', review)
export const samplesWithdrawn = event(
  'supervision.samples-withdrawn',
  z.strictObject({ count: z.int(), ...workEnvelope }),
)
export const markedRight = event('supervision.marked-right', review)
export const markedMistake = event('supervision.marked-mistake', review.extend({ mistakeKind: z.string() }))
export const reviewReopened = event('supervision.review-reopened', review)
export const reviewAnswered = event('supervision.review-answered', review)

export const supervisionEvents = [
  superiorSet,
  reviewAsked,
  reviewMarkEnded,
  reviewMarkResumed,
  workSampled,
  workShown,
  samplesWithdrawn,
  markedRight,
  markedMistake,
  reviewReopened,
  reviewAnswered,
]
