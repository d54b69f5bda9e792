import { event } from '../../../kernel/declare.ts'
import { count, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = { id: z.uuid(), title: z.string() }
const rota = z.strictObject(about)
export const rotaCreated = event('oncall.rota-created', rota)
export const rotaChanged = event('oncall.rota-changed', rota)
export const layersSet = event('oncall.layers-set', rota)
export const stepsSet = event('oncall.steps-set', rota)
export const rotaPublished = event('oncall.rota-published', z.strictObject({ ...about, count: count() }))
export const rotaPaused = event('oncall.rota-paused', rota)
export const turnsKept = event('oncall.turns-kept', z.strictObject({ ...about, count: count() }))
export const calendarsWritten = event('oncall.calendars-written', z.strictObject({ ...about, count: count() }))

const toldOne = z.strictObject({ ...about, name: z.string(), ...notifyEnvelope })
export const turnGiven = event('oncall.turn-given', toldOne)
export const turnTakenBack = event('oncall.turn-taken-back', toldOne)
export const swapAsked = event('oncall.swap-asked', toldOne)
export const swapAccepted = event('oncall.swap-accepted', toldOne)
export const swapDeclined = event('oncall.swap-declined', toldOne)
export const swapWithdrawn = event('oncall.swap-withdrawn', toldOne)

const alarm = z.strictObject({ ...about, ...notifyEnvelope, ...workEnvelope })
export const alarmRaised = event('oncall.alarm-raised', z.strictObject({ ...about, rota: z.string() }))
export const alarmStepped = event(
  'oncall.alarm-stepped',
  z.strictObject({ ...about, name: z.string(), count: count() }),
)
export const alarmUnanswered = event('oncall.alarm-unanswered', alarm)
export const alarmAcknowledged = event('oncall.alarm-acknowledged', alarm.extend({ name: z.string() }))
export const alarmResolved = event('oncall.alarm-resolved', alarm)
export const attemptFailed = event(
  'oncall.attempt-failed',
  z.strictObject({ ...about, name: z.string(), error: z.string() }),
)
export const phoneSet = event('oncall.phone-set', z.strictObject({ id: z.uuid(), name: z.string() }))

export const oncallEvents = [
  rotaCreated,
  rotaChanged,
  layersSet,
  stepsSet,
  rotaPublished,
  rotaPaused,
  turnsKept,
  calendarsWritten,
  turnGiven,
  turnTakenBack,
  swapAsked,
  swapAccepted,
  swapDeclined,
  swapWithdrawn,
  alarmRaised,
  alarmStepped,
  alarmUnanswered,
  alarmAcknowledged,
  alarmResolved,
  attemptFailed,
  phoneSet,
]
