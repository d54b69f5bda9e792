import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const withWork = about.extend(workEnvelope)
const step = (name: `proofing.${string}`) => event(name, withWork)

export const decisionNoted = event('proofing.decision-noted', about.extend({ count: z.int() }))
export const memoHeld = step('proofing.memo-held')
export const authorAsked = event('proofing.author-asked', withWork.extend({ question: z.string() }))
export const memoCorrected = step('proofing.memo-corrected')
export const memoReleased = step('proofing.memo-released')
export const memoWithdrawn = step('proofing.memo-withdrawn')
export const memoStepTakenBack = step('proofing.memo-step-taken-back')
const word = z.strictObject({ word: z.string() })
export const wordAdded = event('proofing.word-added', word)
export const wordRemoved = event('proofing.word-removed', word)

export const proofingEvents = [
  decisionNoted,
  memoHeld,
  authorAsked,
  memoCorrected,
  memoReleased,
  memoWithdrawn,
  memoStepTakenBack,
  wordAdded,
  wordRemoved,
]
