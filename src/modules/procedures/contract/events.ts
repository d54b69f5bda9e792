import { event } from '../../../kernel/declare.ts'
import { day, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = { id: z.uuid(), title: z.string() }
const step = { ...about, stepId: z.uuid(), step: z.string() }

export const procedureCreated = event('procedures.procedure-created', z.strictObject(about))
export const procedureChanged = event('procedures.procedure-changed', z.strictObject(about))
export const procedurePutInForce = event(
  'procedures.procedure-put-in-force',
  z.strictObject({ ...about, number: z.int() }),
)
export const procedureRetiredEvent = event('procedures.procedure-retired', z.strictObject(about))
export const procedureRestored = event('procedures.procedure-restored', z.strictObject(about))
export const startSet = event('procedures.start-set', z.strictObject(about))
export const runStarted = event('procedures.run-started', z.strictObject({ ...about, ...workEnvelope }))
export const runMoved = event('procedures.run-moved', z.strictObject({ ...about, number: z.int(), ...workEnvelope }))
export const runDaysMoved = event(
  'procedures.run-days-moved',
  z.strictObject({ ...about, anchorOn: day(), ...workEnvelope }),
)
export const runCancelled = event(
  'procedures.run-cancelled',
  z.strictObject({ ...about, because: z.string(), ...workEnvelope }),
)
export const runCompleted = event('procedures.run-completed', z.strictObject(about))
export const stepsBegun = event('procedures.steps-begun', z.strictObject({ ...about, count: z.int(), ...workEnvelope }))
export const stepEnded = event(
  'procedures.step-ended',
  z.strictObject({
    ...step,
    how: z.enum(['done', 'skipped', 'otherwise']),
    because: z.string().nullable(),
    ...workEnvelope,
  }),
)
export const stepReopened = event('procedures.step-reopened', z.strictObject({ ...step, ...workEnvelope }))
export const stepAdded = event('procedures.step-added', z.strictObject({ ...step, ...workEnvelope }))
export const latenessExplained = event(
  'procedures.lateness-explained',
  z.strictObject({ ...step, because: z.string() }),
)
export const obligationCreated = event('procedures.obligation-created', z.strictObject({ ...about, ...workEnvelope }))
export const obligationChanged = event('procedures.obligation-changed', z.strictObject({ ...about, ...workEnvelope }))
export const obligationEndedEvent = event('procedures.obligation-ended', z.strictObject({ ...about, ...workEnvelope }))
export const obligationResumed = event('procedures.obligation-resumed', z.strictObject({ ...about, ...workEnvelope }))
const fulfilment = { ...about, on: day() }
export const obligationRaised = event(
  'procedures.obligation-raised',
  z.strictObject({ ...fulfilment, ...workEnvelope }),
)
export const obligationFulfilled = event(
  'procedures.obligation-fulfilled',
  z.strictObject({ ...fulfilment, ...workEnvelope }),
)
export const fulfilmentTakenBack = event(
  'procedures.fulfilment-taken-back',
  z.strictObject({ ...fulfilment, ...workEnvelope }),
)

const told = z.strictObject({ personId: z.uuid(), title: z.string() })
export const habitAdopted = event('procedures.habit-adopted', told.extend({ id: z.uuid() }))
export const habitRefused = event('procedures.habit-refused', told)
export const habitTakenUp = event('procedures.habit-taken-up', told)

export const procedureEvents = [
  habitAdopted,
  habitRefused,
  habitTakenUp,
  procedureCreated,
  procedureChanged,
  procedurePutInForce,
  procedureRetiredEvent,
  procedureRestored,
  startSet,
  runStarted,
  runMoved,
  runDaysMoved,
  runCancelled,
  runCompleted,
  stepsBegun,
  stepEnded,
  stepReopened,
  stepAdded,
  latenessExplained,
  obligationCreated,
  obligationChanged,
  obligationEndedEvent,
  obligationResumed,
  obligationRaised,
  obligationFulfilled,
  fulfilmentTakenBack,
]
