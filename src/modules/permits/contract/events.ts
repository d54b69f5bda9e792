import { event } from '../../../kernel/declare.ts'
import { day, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const withWork = about.extend(workEnvelope)
const step = (name: `permits.${string}`) => event(name, withWork)

export const permitCreated = event('permits.permit-created', about)
export const permitAdoptedEvent = event('permits.permit-adopted', about)
export const permitChanged = event('permits.permit-changed', about)
export const requirementAdded = event('permits.requirement-added', about.extend({ requirement: z.string() }))
export const requirementRemoved = event('permits.requirement-removed', about.extend({ requirement: z.string() }))
export const requirementSet = event('permits.requirement-set', about.extend({ requirement: z.string() }))
export const conditionAdded = event('permits.condition-added', about.extend({ condition: z.string() }))
export const conditionRemoved = event('permits.condition-removed', withWork.extend({ condition: z.string() }))
export const conditionChecked = event('permits.condition-checked', withWork.extend({ condition: z.string() }))
export const applicationSent = step('permits.application-sent')
export const completionAsked = event('permits.completion-asked', withWork.extend({ on: day() }))
export const completionSent = step('permits.completion-sent')
export const decisionNoted = step('permits.decision-noted')
export const permitWithdrawn = step('permits.permit-withdrawn')
export const permitEnded = step('permits.permit-ended')
export const stepTakenBack = step('permits.step-taken-back')
export const renewalBegun = event('permits.renewal-begun', withWork)
export const renewalRaised = event('permits.renewal-raised', withWork.extend({ on: day() }))
export const checkRaised = event('permits.check-raised', withWork.extend({ condition: z.string() }))
export const deskSet = event('permits.desk-set', z.strictObject({ on: z.boolean() }))
const numbered = about.extend({ number: z.string() })
const numberedWork = numbered.extend(workEnvelope)
export const applicationRegistered = event('permits.application-registered', numberedWork)
export const applicationChanged = event('permits.application-changed', numbered)
export const completionRequested = event('permits.completion-requested', numberedWork.extend({ on: day() }))
export const applicationComplete = event('permits.application-complete', numberedWork.extend({ on: day() }))
export const partyHeard = event('permits.party-heard', numberedWork.extend({ party: z.string() }))
export const hearingRemoved = event('permits.hearing-removed', numberedWork.extend({ party: z.string() }))
export const hearingAnswered = event('permits.hearing-answered', numberedWork.extend({ party: z.string() }))
export const applicationDecided = event('permits.application-decided', numberedWork)
export const partiesNotified = event('permits.parties-notified', numberedWork.extend({ on: day() }))
export const decisionAppealed = event('permits.decision-appealed', numberedWork)
export const decisionFinal = event('permits.decision-final', numbered)
export const applicationWithdrawn = event('permits.application-withdrawn', numberedWork)
export const applicationStepTakenBack = event('permits.application-step-taken-back', numberedWork)
export const deadlineNear = event('permits.deadline-near', numberedWork.extend({ on: day() }))

export const permitEvents = [
  permitCreated,
  permitAdoptedEvent,
  permitChanged,
  requirementAdded,
  requirementRemoved,
  requirementSet,
  conditionAdded,
  conditionRemoved,
  conditionChecked,
  applicationSent,
  completionAsked,
  completionSent,
  decisionNoted,
  permitWithdrawn,
  permitEnded,
  stepTakenBack,
  renewalBegun,
  renewalRaised,
  checkRaised,
  deskSet,
  applicationRegistered,
  applicationChanged,
  completionRequested,
  applicationComplete,
  partyHeard,
  hearingRemoved,
  hearingAnswered,
  applicationDecided,
  partiesNotified,
  decisionAppealed,
  decisionFinal,
  applicationWithdrawn,
  applicationStepTakenBack,
  deadlineNear,
]
