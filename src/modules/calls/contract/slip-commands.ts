import { command, job } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

/** Waits until an urgent slip that nobody has read goes on; whoever runs it again finds the step taken. */
export const escalateSlipJob = job('calls.go-on', z.strictObject({ id: z.uuid(), step: z.int() }), 'system')
/** Finds slips whose timer was lost. */
export const watchSlipsJob = job('calls.watch', z.strictObject({}), 'system')

const one = { id: id('slip', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['slip'], subject: 'id' } as const

const words = {
  about: text(200).optional(),
  body: longText(5_000).optional(),
  number: text(80).optional(),
  callBackAt: instant({ folded: true }).nullable().optional(),
  urgent: flag().optional(),
}

export const takeSlip = command({
  name: 'calls.take-slip',
  summary: 'Takes a message for somebody: who called, about what, and what they wish; told at once to whom it is for.',
  input: z.strictObject({
    forId: s.person().nullable().optional(),
    callerName: text(200).optional(),
    partyId: s.party().nullable().optional(),
    ...words,
    wish: choice(s.wishes).default('message'),
    alsoIds: z.array(s.person()).max(10).optional().meta({ folded: true }),
    private: flag({ folded: true }).optional(),
    callId: id('call', { hidden: true }).nullable().optional(),
  }),
  output: s.changed,
  emits: [e.slipTaken],
  refusals: [r.callsPersonUnknown, r.callerMissing],
  jobs: [escalateSlipJob],
  kinds: ['slip', 'call'],
  undoable: true,
  example: { forId: s.exampleOther, callerName: 'Gunilla Westman', number: '031-390 06 55', about: 'Building permit' },
})

export const changeSlip = command({
  name: 'calls.change-slip',
  summary: 'Corrects what a message says.',
  input: z.strictObject({
    ...one,
    callerName: text(200).optional(),
    ...words,
    wish: choice(s.wishes).optional(),
  }),
  output: s.changed,
  emits: [e.slipChanged],
  refusals: [r.slipOver],
  jobs: [escalateSlipJob],
  ...on,
  example: { id: s.example, about: 'Building permit, drawing A-40.1-02' },
})

export const readSlip = command({
  name: 'calls.read-slip',
  summary: 'Whoever it is for has read the message: nobody else is told of it any more.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.slipReadEvent],
  refusals: [r.slipOver, r.slipNotYours],
  ...on,
  example: { id: s.example },
})

export const handOverSlip = command({
  name: 'calls.hand-over-slip',
  summary: 'Gives a message to another colleague, with a word to it.',
  input: z.strictObject({ ...one, toId: s.person(), note: longText(1_000).optional() }),
  output: s.changed,
  emits: [e.slipHandedOver],
  refusals: [r.slipOver, r.callsPersonUnknown],
  jobs: [escalateSlipJob],
  ...on,
  undoable: true,
  example: { id: s.example, toId: s.exampleOther },
})

export const finishSlip = command({
  name: 'calls.finish-slip',
  summary: 'The message is dealt with: called back, answered, or nothing more to do.',
  input: z.strictObject({ ...one, outcome: longText(1_000).optional() }),
  output: s.changed,
  emits: [e.slipDone],
  refusals: [r.slipOver],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const reopenSlip = command({
  name: 'calls.reopen-slip',
  summary: 'The message is not dealt with yet, or should not have been withdrawn.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.slipReopened],
  refusals: [r.slipOpen],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const withdrawSlip = command({
  name: 'calls.withdraw-slip',
  summary: 'Takes a message back that nobody has read yet.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.slipWithdrawn],
  refusals: [r.slipOver, r.slipRead],
  ...on,
  undoable: true,
  example: { id: s.example },
})

/** Gives to the job the words with which whoever is on call is to be paged, if they are. */
export const escalateSlip = command({
  name: 'calls.escalate-slip',
  summary: 'Nobody has read an urgent message: the deputy is told, then whoever is on call.',
  input: z.strictObject({ id: id('slip'), step: z.int().min(1).max(2) }),
  output: z.strictObject({ done: flag(), page: z.string().nullable(), private: flag() }),
  emits: [e.slipEscalated],
  jobs: [escalateSlipJob],
  kinds: ['slip'],
  subject: 'id',
  door: 'none',
  tool: false,
  example: { id: s.example, step: 1 },
})

export const calledBack = command({
  name: 'calls.called-back',
  summary: 'The task to call back is done: so is the message.',
  input: z.strictObject({ keys: z.array(z.string().max(200)).max(1000) }),
  output: z.strictObject({ done: z.int() }),
  emits: [e.slipDone],
  door: 'none',
  tool: false,
  example: { keys: [`calls.slip:${s.example}:0`] },
})

export const slipCommands = [
  takeSlip,
  changeSlip,
  readSlip,
  handOverSlip,
  finishSlip,
  reopenSlip,
  withdrawSlip,
  escalateSlip,
  calledBack,
]
