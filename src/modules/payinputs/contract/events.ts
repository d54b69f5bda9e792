import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'

const payee = z.strictObject({ id: z.uuid(), name: z.string() })
const period = z.strictObject({ id: z.uuid(), month: z.string() })
const withWork = period.extend(workEnvelope)
const counted = period.extend({ count: z.int() })

export const payeeAdded = event('payinputs.payee-added', payee)
export const payeeChanged = event('payinputs.payee-changed', payee)
export const recurringSet = event('payinputs.recurring-set', payee)
export const recurringEnded = event('payinputs.recurring-ended', payee)
export const periodOpened = event('payinputs.period-opened', withWork)
export const periodGathered = event('payinputs.period-gathered', counted)
export const inputsAdded = event('payinputs.inputs-added', counted)
export const inputChanged = event('payinputs.input-changed', period)
export const inputsRemoved = event('payinputs.inputs-removed', counted)
export const inputsPutBack = event('payinputs.inputs-put-back', counted)
export const inputCorrected = event('payinputs.input-corrected', period)
export const sheetHandedInEvent = event('payinputs.sheet-handed-in', period)
export const sheetTakenBack = event('payinputs.sheet-taken-back', period)
export const periodChecked = event('payinputs.period-checked', period)
export const periodReopened = event('payinputs.period-reopened', period)
export const periodLocked = event('payinputs.period-locked', period)
export const periodUnlocked = event('payinputs.period-unlocked', period)
export const periodHandedOn = event('payinputs.period-handed-on', withWork)
export const layoutSet = event('payinputs.layout-set', z.strictObject({ format: z.string() }))

export const payinputsEvents = [
  payeeAdded,
  payeeChanged,
  recurringSet,
  recurringEnded,
  periodOpened,
  periodGathered,
  inputsAdded,
  inputChanged,
  inputsRemoved,
  inputsPutBack,
  inputCorrected,
  sheetHandedInEvent,
  sheetTakenBack,
  periodChecked,
  periodReopened,
  periodLocked,
  periodUnlocked,
  periodHandedOn,
  layoutSet,
]
