import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, instant, longText, minutes, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const one = { id: id('call', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['call'], subject: 'id' } as const

export const logCall = command({
  name: 'calls.log-call',
  summary: 'Notes a call that no telephone system told of, as one taken on a mobile.',
  input: z.strictObject({
    direction: choice(s.directions).default('in'),
    callerName: text(200).optional(),
    number: text(80).optional(),
    partyId: s.party().nullable().optional(),
    note: longText(5_000).optional(),
    outcome: choice(s.outcomes).optional(),
    at: instant({ folded: true }).optional(),
    minutes: minutes({ folded: true }).optional(),
  }),
  output: s.changed,
  emits: [e.callLogged],
  refusals: [r.callerMissing, r.callTimeWrong],
  kinds: ['call'],
  undoable: true,
  example: { number: '031-390 06 55', note: 'Asked when we close for Christmas', outcome: 'helped' },
})

export const noteCall = command({
  name: 'calls.note-call',
  summary: 'Notes who it was, what was said and what came of it.',
  input: z.strictObject({
    ...one,
    note: longText(5_000).optional(),
    outcome: choice(s.outcomes).nullable().optional(),
    callerName: text(200, { folded: true }).optional(),
    partyId: s.party().nullable().optional(),
  }),
  output: s.changed,
  emits: [e.callNoted],
  ...on,
  undoable: true,
  example: { id: s.example, note: 'Asked when we close for Christmas' },
})

export const handOverCall = command({
  name: 'calls.hand-over-call',
  summary: 'Gives a call to a colleague with a note of what was said; they see it at once.',
  input: z.strictObject({ ...one, toId: s.person(), note: longText(1_000).optional() }),
  output: s.changed,
  emits: [e.callHandedOver],
  refusals: [r.callsPersonUnknown],
  ...on,
  example: { id: s.example, toId: s.exampleOther, note: 'Needs the revised drawing before Thursday' },
})

export const settleCall = command({
  name: 'calls.settle-call',
  summary: 'A missed call waits no longer: called back, or not worth it; or it waits again.',
  input: z.strictObject({ ...one, settled: flag({ hidden: true }).default(true) }),
  output: s.changed,
  emits: [e.callSettled],
  refusals: [r.callGoingOn],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const removeCall = command({
  name: 'calls.remove-call',
  summary: 'Takes a call out of the log that was noted by mistake.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.callRemoved],
  refusals: [r.callTold],
  ...on,
  example: { id: s.example },
})

/** What a telephone system tells, in the words of whichever wire. */
export const heard = {
  wireId: id('phone-wire'),
  what: choice(['rings', 'answered', 'ended']),
  externalId: text(200),
  direction: choice(s.directions).optional(),
  from: text(80).nullable().optional(),
  to: text(80).nullable().optional(),
  queue: text(80).optional(),
  /** Users or extensions at which it rings, or that answered. */
  users: z.array(text(80)).max(50).optional(),
  cause: text(60).optional(),
  /** What the telephone system calls the line to whoever is outside. */
  channel: text(200).optional(),
}

export const hearCall = command({
  name: 'calls.hear-call',
  summary: 'A telephone system says that a call rings, was answered, or has ended.',
  input: z.strictObject(heard),
  output: z.strictObject({
    id: z.uuid().nullable(),
    /** Where a provider shall ring on at: the telephones of those whom the call concerns, or who is called by Kontor’s wish. */
    ringOn: z.array(z.string()),
  }),
  emits: [e.callRang, e.callAnswered, e.callEnded, e.callMissed],
  refusals: [r.wireRetired],
  kinds: ['phone-wire'],
  subject: 'wireId',
  door: 'none',
  tool: false,
  example: {
    wireId: s.example,
    what: 'rings',
    externalId: '123',
    direction: 'in',
    from: '46313900655',
    to: '46313900600',
  },
})

const line = {
  title: text(100),
  /** A number, extension, queue or user, as the telephone system calls it. */
  toldAs: text(80),
  memberIds: z.array(s.person()).min(1).max(50),
}

export const addLine = command({
  name: 'calls.add-line',
  summary: 'Says whom calls to a number, extension, queue or user concern.',
  permission: 'calls.change-setup',
  input: z.strictObject(line),
  output: s.changed,
  emits: [e.lineAdded],
  refusals: [r.lineKnown, r.callsPersonUnknown],
  kinds: ['phone-line'],
  undoable: true,
  example: { title: 'Reception', toldAs: '031-390 06 00', memberIds: [s.exampleOther] },
})

export const changeLine = command({
  name: 'calls.change-line',
  summary: 'Changes a line and whom its calls concern.',
  permission: 'calls.change-setup',
  input: z.strictObject({
    id: id('phone-line', { hidden: true }),
    expectedVersion: expectedVersion(),
    title: line.title.optional(),
    toldAs: line.toldAs.optional(),
    memberIds: line.memberIds.optional(),
  }),
  output: s.changed,
  emits: [e.lineChanged],
  refusals: [r.lineKnown, r.callsPersonUnknown],
  kinds: ['phone-line'],
  subject: 'id',
  example: { id: s.example, memberIds: [s.exampleOther] },
})

export const removeLine = command({
  name: 'calls.remove-line',
  summary: 'The line is no longer the office’s; what was called by it stays.',
  permission: 'calls.change-setup',
  input: z.strictObject({ id: id('phone-line', { hidden: true }), expectedVersion: expectedVersion() }),
  output: s.changed,
  emits: [e.lineRemoved],
  kinds: ['phone-line'],
  subject: 'id',
  undoable: true,
  example: { id: s.example },
})

export const addWire = command({
  name: 'calls.add-wire',
  summary: 'Makes a secret address to which a telephone system sends its calls.',
  permission: 'calls.change-setup',
  input: z.strictObject({ title: text(100), memberIds: z.array(s.person()).max(50).optional() }),
  output: s.changed,
  emits: [e.wireAdded],
  refusals: [r.callsPersonUnknown],
  kinds: ['phone-wire'],
  undoable: true,
  example: { title: 'Switchboard' },
})

export const changeWire = command({
  name: 'calls.change-wire',
  summary: 'Changes a telephone system’s name, and whom calls concern that no line says.',
  permission: 'calls.change-setup',
  input: z.strictObject({
    id: id('phone-wire', { hidden: true }),
    expectedVersion: expectedVersion(),
    title: text(100).optional(),
    memberIds: z.array(s.person()).max(50).optional(),
  }),
  output: s.changed,
  emits: [e.wireChanged],
  refusals: [r.callsPersonUnknown],
  kinds: ['phone-wire'],
  subject: 'id',
  example: { id: s.example, memberIds: [s.exampleOther] },
})

export const removeWire = command({
  name: 'calls.remove-wire',
  summary: 'The telephone system’s address opens nothing any more.',
  permission: 'calls.change-setup',
  input: z.strictObject({ id: id('phone-wire', { hidden: true }), expectedVersion: expectedVersion() }),
  output: s.changed,
  emits: [e.wireRemoved],
  kinds: ['phone-wire'],
  subject: 'id',
  example: { id: s.example },
})

export const changeSettings = command({
  name: 'calls.change-settings',
  summary:
    'After how many minutes an urgent message that nobody reads goes to the deputy, and then to whoever is on call.',
  permission: 'calls.change-setup',
  input: z.strictObject({ deputyMinutes: z.int().min(1).max(1440), onCallMinutes: z.int().min(1).max(1440) }),
  output: z.strictObject({}),
  emits: [e.settingsChanged],
  undoable: true,
  example: { deputyMinutes: 10, onCallMinutes: 15 },
})

export const callCommands = [
  logCall,
  noteCall,
  handOverCall,
  settleCall,
  removeCall,
  hearCall,
  addLine,
  changeLine,
  removeLine,
  addWire,
  changeWire,
  removeWire,
  changeSettings,
]
