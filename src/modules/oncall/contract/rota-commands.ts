import { command, job } from '../../../kernel/declare.ts'
import { count, expectedVersion, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

export const writeCalendarsJob = job('oncall.write-calendars', z.strictObject({ rotaId: z.uuid() }), 'system')
export const keepTurnsJob = job('oncall.keep-ahead', z.strictObject({}), 'system')

const one = { id: id('rota', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['rota'], subject: 'id' } as const
const step = { ...on, undoable: true } as const

const facts = {
  title: text(120),
  zone: text(64).meta({ folded: true }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ control: 'country', folded: true }),
  purpose: longText(2_000),
  alarmKinds: z.array(text(80)).max(20).meta({ folded: true }),
  raiseBy: z.array(id()).max(100).meta({ folded: true }),
  always: flag(),
  mostNights: z.int().min(1).max(60).nullable().meta({ folded: true }),
}
const optional = {
  zone: facts.zone.optional(),
  country: facts.country.optional(),
  purpose: facts.purpose.optional(),
  alarmKinds: facts.alarmKinds.optional(),
  raiseBy: facts.raiseBy.optional(),
  always: facts.always.optional(),
  mostNights: facts.mostNights.optional(),
}

export const createRota = command({
  name: 'oncall.create-rota',
  summary: 'Makes a rota: who is on call, for what, by which clock; it goes live when it is published.',
  input: z.strictObject({ title: facts.title, ...optional }),
  output: s.changed,
  emits: [e.rotaCreated],
  refusals: [r.oncallZoneUnknown],
  kinds: ['rota'],
  example: { title: 'Emergencies', zone: 'Europe/Stockholm', purpose: 'Water, power, doors', always: true },
})

export const changeRota = command({
  name: 'oncall.change-rota',
  summary:
    'Changes what a rota is called and for, its clock, who may raise, and how many nights in a row are too many.',
  input: z.strictObject({ ...one, title: facts.title.optional(), ...optional }),
  output: s.changed,
  emits: [e.rotaChanged],
  refusals: [r.oncallZoneUnknown],
  jobs: [writeCalendarsJob],
  ...step,
  example: { id: s.example, purpose: 'Water, power, doors, lifts' },
})

export const setLayers = command({
  name: 'oncall.set-layers',
  summary:
    'Says who takes turns: layers of people in order; the first that covers a moment has it. Counts once published.',
  input: z.strictObject({ ...one, layers: z.array(s.layerGiven).max(8) }),
  output: s.changed,
  emits: [e.layersSet],
  refusals: [r.oncallPersonUnknown],
  ...step,
  example: {
    id: s.example,
    layers: [
      {
        name: 'First',
        people: [s.exampleOther],
        unit: 'week',
        every: 1,
        startsOn: '2126-11-25',
        handOver: '09:00',
        days: [1, 2, 3, 4, 5, 6, 7],
        from: '00:00',
        until: '00:00',
      },
    ],
  },
})

export const setSteps = command({
  name: 'oncall.set-steps',
  summary:
    'Says how an alarm goes on: whom it tells, by which ways, after how many minutes the next, how often all of it.',
  input: z.strictObject({
    ...one,
    rounds: z.int().min(1).max(10),
    steps: z.array(s.stepGiven).max(20),
  }),
  output: s.changed,
  emits: [e.stepsSet],
  refusals: [r.oncallPersonUnknown, r.layerUnknown],
  ...step,
  example: { id: s.example, rounds: 3, steps: [{ minutes: 5, whom: 'on-call', ways: ['push', 'mail'] }] },
})

export const publishRota = command({
  name: 'oncall.publish-rota',
  summary:
    'Lets a rota go live as it is now: its turns stand in calendars. What cannot be is refused, what is doubtful told.',
  input: z.strictObject(one),
  output: s.changed.extend({ warnings: count() }),
  emits: [e.rotaPublished],
  refusals: [r.rotaNotReady],
  jobs: [writeCalendarsJob],
  ...on,
  example: { id: s.example },
})

export const pauseRota = command({
  name: 'oncall.pause-rota',
  summary: 'Takes a rota off line: from now on nobody is on call by it.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.rotaPaused],
  refusals: [r.rotaNotLive],
  jobs: [writeCalendarsJob],
  ...step,
  example: { id: s.example },
})

const span = { start: instant(), end: instant() }

export const giveTurn = command({
  name: 'oncall.give-turn',
  summary: 'Gives a stretch of a rota to somebody, whatever its layers say.',
  input: z.strictObject({ ...one, personId: s.person(), ...span, reason: text(300, { folded: true }).optional() }),
  output: s.changed.extend({ overrideId: z.uuid() }),
  emits: [e.turnGiven],
  refusals: [r.oncallPersonUnknown, r.spanWrong],
  jobs: [writeCalendarsJob],
  ...step,
  example: {
    id: s.example,
    personId: s.exampleOther,
    start: '2126-11-25T17:00:00Z',
    end: '2126-11-26T07:00:00Z',
    reason: 'Dentist',
  },
})

export const takeBackTurn = command({
  name: 'oncall.take-back-turn',
  summary: 'Takes back a stretch that was given to somebody: the layers count again from now on.',
  input: z.strictObject({ ...one, overrideId: id(undefined, { hidden: true }) }),
  output: s.changed,
  emits: [e.turnTakenBack],
  refusals: [r.overrideUnknown],
  jobs: [writeCalendarsJob],
  ...step,
  example: { id: s.example, overrideId: s.exampleOther },
})

const swapRules = [r.rotaNotLive, r.spanWrong, r.notTheirTurn, r.swapAway, r.tooManyNights] as const

export const askSwap = command({
  name: 'oncall.ask-swap',
  summary: 'Asks a colleague to take a stretch of one’s own, for one of theirs in return or for nothing.',
  input: z.strictObject({
    ...one,
    withId: s.person(),
    ...span,
    returnStart: instant().optional(),
    returnEnd: instant().optional(),
    note: text(500, { folded: true }).optional(),
  }),
  output: s.changed.extend({ swapId: z.uuid() }),
  emits: [e.swapAsked],
  refusals: [...swapRules, r.oncallPersonUnknown],
  ...step,
  example: {
    id: s.example,
    withId: s.exampleOther,
    start: '2126-11-25T17:00:00Z',
    end: '2126-11-26T07:00:00Z',
  },
})

const oneSwap = { ...one, swapId: id(undefined, { hidden: true }) }

export const answerSwap = command({
  name: 'oncall.answer-swap',
  summary: 'Takes the stretch that a colleague asked one to take, or declines.',
  input: z.strictObject({ ...oneSwap, accept: flag() }),
  output: s.changed,
  emits: [e.swapAccepted, e.swapDeclined],
  refusals: [...swapRules, r.swapUnknown, r.swapSettled, r.swapNotYours],
  jobs: [writeCalendarsJob],
  ...on,
  example: { id: s.example, swapId: s.exampleOther, accept: true },
})

export const withdrawSwap = command({
  name: 'oncall.withdraw-swap',
  summary: 'Withdraws what one asked a colleague to take, before it is answered.',
  input: z.strictObject(oneSwap),
  output: s.changed,
  emits: [e.swapWithdrawn],
  refusals: [r.swapUnknown, r.swapSettled, r.swapNotYours],
  ...on,
  example: { id: s.example, swapId: s.exampleOther },
})

export const setPhone = command({
  name: 'oncall.set-phone',
  summary: 'Says on which number somebody is called when on call (oneself, where nobody is named); none forgets it.',
  input: z.strictObject({ principalId: s.person().optional(), number: text(30).nullable() }),
  output: z.strictObject({}),
  emits: [e.phoneSet],
  refusals: [r.phoneWrong, r.oncallPersonUnknown],
  kinds: ['rota'],
  undoable: true,
  example: { number: '+46701740605' },
})

const inner = { door: 'none', tool: false } as const

/** What the job does each night, and after each change. */
export const keepTurns = command({
  name: 'oncall.keep-turns',
  summary: 'Lays the turns of live rotas out to their horizon.',
  input: z.strictObject({}),
  output: z.strictObject({ rotas: count() }),
  emits: [e.turnsKept],
  jobs: [writeCalendarsJob],
  ...inner,
  example: {},
})

export const writeCalendars = command({
  name: 'oncall.write-turns',
  summary: 'Writes some turns of a rota into the calendars of those whose they are, and takes out what is no more.',
  input: z.strictObject({ id: id('rota') }),
  output: z.strictObject({ written: count() }),
  emits: [e.calendarsWritten],
  subject: 'id',
  ...inner,
  example: { id: s.example },
})

export const rotaCommands = [
  createRota,
  changeRota,
  setLayers,
  setSteps,
  publishRota,
  pauseRota,
  giveTurn,
  takeBackTurn,
  askSwap,
  answerSwap,
  withdrawSwap,
  setPhone,
  keepTurns,
  writeCalendars,
]
