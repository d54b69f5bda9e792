import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const line = z.strictObject({ id: z.uuid(), title: z.string() })
const about = z.strictObject({ id: z.uuid(), title: z.string(), number: z.string() })

export const lineAdded = event('fax.line-added', line)
export const lineChanged = event('fax.line-changed', line)
export const faxReceived = event('fax.fax-received', about)
export const faxGiven = event('fax.fax-given', about.extend({ to: z.string(), ...notifyEnvelope }))
export const faxSettled = event('fax.fax-settled', about)
export const faxReopened = event('fax.fax-reopened', about)
export const partySet = event('fax.party-set', about)
export const sendAsked = event('fax.send-asked', about.extend(workEnvelope))
export const faxCancelled = event('fax.fax-cancelled', about.extend(workEnvelope))
export const faxHandedOver = event('fax.handed-over', about)
export const faxDelivered = event('fax.fax-delivered', about.extend(workEnvelope))
export const faxFailed = event('fax.fax-failed', about.extend({ ...workEnvelope, ...notifyEnvelope }))
export const faxDoubtful = event('fax.fax-doubtful', about.extend({ ...workEnvelope, ...notifyEnvelope }))

export const faxEvents = [
  lineAdded,
  lineChanged,
  faxReceived,
  faxGiven,
  faxSettled,
  faxReopened,
  partySet,
  sendAsked,
  faxCancelled,
  faxHandedOver,
  faxDelivered,
  faxFailed,
  faxDoubtful,
]
