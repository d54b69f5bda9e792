import { command, job } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, longText, minutes, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

/** Waits until the step is due; whoever runs it again finds the step taken. */
export const escalateJob = job('oncall.escalate', z.strictObject({ id: z.uuid(), taken: z.int() }), 'system')
export const tellJob = job('oncall.tell', z.strictObject({ id: z.uuid(), attemptId: z.uuid() }), 'system')
export const watchJob = job('oncall.watch', z.strictObject({}), 'system')

const one = { id: id('oncall-alarm', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['oncall-alarm'], subject: 'id' } as const
const goingOn = [escalateJob, tellJob] as const

export const raiseAlarm = command({
  name: 'oncall.raise-alarm',
  summary: 'Calls whoever is on call: at once, and on by the rota’s steps until somebody takes it.',
  input: z.strictObject({
    rotaId: id('rota'),
    title: text(200),
    kind: text(80).optional(),
    details: longText(5_000).optional(),
    aboutId: id(undefined, { folded: true }).nullable().optional(),
  }),
  output: s.changed,
  emits: [e.alarmRaised, e.alarmStepped],
  refusals: [r.rotaNotLive, r.mayNotRaise, r.alarmKindUnknown],
  jobs: goingOn,
  kinds: ['rota', 'oncall-alarm'],
  subject: 'rotaId',
  example: { rotaId: s.example, title: 'Water in the cellar', details: 'Kungsgatan 4, the door is open' },
})

export const acknowledgeAlarm = command({
  name: 'oncall.acknowledge-alarm',
  summary: 'Takes an alarm: nobody else is called any more.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.alarmAcknowledged],
  refusals: [r.alarmOver, r.alarmTaken],
  ...on,
  example: { id: s.example },
})

export const escalateAlarm = command({
  name: 'oncall.escalate-alarm',
  summary: 'Calls the next at once, without waiting for the minutes of the step.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.alarmStepped],
  refusals: [r.alarmOver, r.alarmTaken, r.noFurtherStep],
  jobs: goingOn,
  ...on,
  example: { id: s.example },
})

export const resolveAlarm = command({
  name: 'oncall.resolve-alarm',
  summary: 'Says what came of an alarm, and how long whoever took it worked.',
  input: z.strictObject({
    ...one,
    outcome: longText(2_000).min(1),
    workedMinutes: minutes().max(10_080).optional(),
  }),
  output: s.changed,
  emits: [e.alarmResolved],
  refusals: [r.alarmOver, r.workedUnknown],
  ...on,
  example: { id: s.example, outcome: 'A valve leaked; closed it, the plumber comes in the morning' },
})

const inner = { ...on, door: 'none', tool: false } as const

/** What the timer does. */
export const stepAlarm = command({
  name: 'oncall.step-alarm',
  summary: 'Takes the step of an alarm that is due, if nobody has taken the alarm or the step.',
  input: z.strictObject({ id: one.id, taken: z.int().min(1) }),
  output: z.strictObject({ done: flag() }),
  emits: [e.alarmStepped, e.alarmUnanswered],
  jobs: goingOn,
  ...inner,
  example: { id: s.example, taken: 2 },
})

export const recordAttempt = command({
  name: 'oncall.record-attempt',
  summary: 'Notes what became of an attempt to tell somebody.',
  input: z.strictObject({
    id: one.id,
    attemptId: z.uuid(),
    state: choice(s.attemptStates),
    error: text(300).nullable(),
  }),
  output: z.strictObject({}),
  emits: [e.attemptFailed],
  ...inner,
  example: { id: s.example, attemptId: s.exampleOther, state: 'sent', error: null },
})

/** What the link in a message does. */
export const takeAlarm = command({
  name: 'oncall.take-alarm',
  summary: 'Whoever was told takes the alarm by the link, without signing in.',
  input: z.strictObject({ id: one.id, attemptId: z.uuid() }),
  output: z.strictObject({}),
  emits: [e.alarmAcknowledged],
  refusals: [r.alarmLinkClosed, r.alarmOver, r.alarmTaken],
  ...inner,
  example: { id: s.example, attemptId: s.exampleOther },
})

export const alarmCommands = [
  raiseAlarm,
  acknowledgeAlarm,
  escalateAlarm,
  resolveAlarm,
  stepAlarm,
  recordAttempt,
  takeAlarm,
]
