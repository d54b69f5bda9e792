import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = { id: z.uuid(), title: z.string() }
const slip = z.strictObject({ ...about, partyId: z.uuid().nullable(), ...notifyEnvelope, ...workEnvelope })
export const slipTaken = event('calls.slip-taken', slip.extend({ for: z.string() }))
export const slipChanged = event('calls.slip-changed', slip)
export const slipReadEvent = event('calls.slip-read', slip)
export const slipHandedOver = event('calls.slip-handed-over', slip.extend({ to: z.string() }))
export const slipDone = event('calls.slip-done', slip)
export const slipReopened = event('calls.slip-reopened', slip)
export const slipWithdrawn = event('calls.slip-withdrawn', slip)
export const slipEscalated = event('calls.slip-escalated', slip.extend({ name: z.string() }))

const call = z.strictObject({ ...about, partyId: z.uuid().nullable(), ...notifyEnvelope })
export const callRang = event('calls.call-rang', call)
export const callAnswered = event('calls.call-answered', call.extend({ name: z.string() }))
export const callEnded = event('calls.call-ended', call)
export const callMissed = event('calls.call-missed', call)
export const callLogged = event('calls.call-logged', call)
export const callNoted = event('calls.call-noted', call)
export const callHandedOver = event('calls.call-handed-over', call.extend({ to: z.string() }))
export const callSettled = event('calls.call-settled', call)
export const callRemoved = event('calls.call-removed', call)
export const callNotPlaced = event('calls.call-not-placed', call)

const setup = z.strictObject(about)
export const lineAdded = event('calls.line-added', setup)
export const lineChanged = event('calls.line-changed', setup)
export const lineRemoved = event('calls.line-removed', setup)
export const wireAdded = event('calls.wire-added', setup)
export const wireChanged = event('calls.wire-changed', setup)
export const wireRemoved = event('calls.wire-removed', setup)
export const wireConnected = event('calls.wire-connected', setup)
export const wireLost = event('calls.wire-lost', setup)
export const extensionSet = event('calls.extension-set', setup.extend({ name: z.string() }))
export const settingsChanged = event('calls.settings-changed', z.strictObject({}))

export const callsEvents = [
  slipTaken,
  slipChanged,
  slipReadEvent,
  slipHandedOver,
  slipDone,
  slipReopened,
  slipWithdrawn,
  slipEscalated,
  callRang,
  callAnswered,
  callEnded,
  callMissed,
  callLogged,
  callNoted,
  callHandedOver,
  callSettled,
  callRemoved,
  callNotPlaced,
  lineAdded,
  lineChanged,
  lineRemoved,
  wireAdded,
  wireChanged,
  wireRemoved,
  wireConnected,
  wireLost,
  extensionSet,
  settingsChanged,
]
