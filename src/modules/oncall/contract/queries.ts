import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import * as s from './shapes.ts'

const reading = 'oncall.list-rotas'
const now = z.strictObject({ person: s.named, until: instant() }).nullable()

const rotaLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.rotaStates),
  zone: z.string(),
  purpose: z.string(),
  now,
  next: z.strictObject({ person: s.named, from: instant() }).nullable(),
  openAlarms: count(),
})

export const listRotas = query({
  name: 'oncall.list-rotas',
  summary: 'Rotas with who is on call now and who is next.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.rotaStates)).max(3).optional(),
    ...slice,
  }),
  output: s.list(rotaLine),
  kinds: ['rota', 'oncall-alarm'],
  example: {},
})

const swap = z.strictObject({
  id: z.uuid(),
  state: choice(s.swapStates),
  askedBy: s.named.nullable(),
  with: s.named.nullable(),
  start: instant(),
  end: instant(),
  returnStart: instant().nullable(),
  returnEnd: instant().nullable(),
  note: z.string(),
  askedAt: instant(),
})

export const getRota = query({
  name: 'oncall.get-rota',
  summary: 'A rota: its layers as they are worked at, its steps, what was given to whom, and swaps that are asked.',
  permission: reading,
  input: z.strictObject({ id: id('rota') }),
  output: z.strictObject({
    record: s.head(s.rotaStates),
    zone: z.string(),
    country: z.string(),
    purpose: z.string(),
    alarmKinds: z.array(z.string()),
    raiseBy: z.array(s.named),
    always: flag(),
    mostNights: z.int().nullable(),
    rounds: z.int(),
    layers: z.array(s.layerTold),
    steps: z.array(s.stepTold),
    publishedAt: instant().nullable(),
    /** What is worked at differs from what was published. */
    changed: flag(),
    now,
    overrides: z.array(
      z.strictObject({
        id: z.uuid(),
        person: s.named.nullable(),
        start: instant(),
        end: instant(),
        reason: z.string(),
        bySwap: flag(),
      }),
    ),
    swaps: z.array(swap),
    openAlarms: count(),
    /** Ways that this machine can send by. */
    ways: z.array(choice(s.ways)),
    mayChange: flag(),
    can: s.can,
  }),
  kinds: ['rota', 'oncall-alarm', 'principal'],
  example: { id: s.example },
})

export const getSchedule = query({
  name: 'oncall.get-schedule',
  summary: 'A stretch of a rota: each layer, the final row, what is wrong with it, and how much each has.',
  permission: reading,
  input: z.strictObject({
    id: id('rota'),
    from: day(),
    /** The first day after it. */
    until: day(),
    /** As it is worked at, instead of as it was published. */
    draft: flag().optional(),
  }),
  output: z.strictObject({
    zone: z.string(),
    /** Where the days of the stretch begin, and the last ends. */
    days: z.array(instant()),
    people: z.array(s.named),
    layers: z.array(z.strictObject({ id: z.uuid(), name: z.string(), row: z.array(s.stretch) })),
    final: z.array(s.stretch),
    holidays: z.array(z.string()),
    problems: z.array(s.problem),
    loads: z.array(z.strictObject({ personId: z.uuid(), minutes: count(), nights: count(), freeMinutes: count() })),
  }),
  kinds: ['rota', 'principal', 'absence', 'event'],
  example: { id: s.example, from: '2126-12-01', until: '2127-01-01' },
})

export const who = query({
  name: 'oncall.who',
  summary: 'Who is on call, now or at a moment: of one rota or of all that are live.',
  permission: reading,
  input: z.strictObject({ rotaId: id('rota').optional(), at: instant().optional() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        rota: s.named,
        person: s.named.nullable(),
        until: instant().nullable(),
        phone: z.string().nullable(),
      }),
    ),
  }),
  kinds: ['rota'],
  example: {},
})

export const myTurns = query({
  name: 'oncall.my-turns',
  summary: 'When one is on call oneself, swaps that wait for one’s answer, and the number one is called on.',
  permission: reading,
  input: z.strictObject({ limit: slice.limit.optional() }),
  output: z.strictObject({
    turns: z.array(z.strictObject({ id: z.uuid(), rota: s.named, start: instant(), end: instant() })),
    swaps: z.array(swap.extend({ rota: s.named })),
    /** Alarms that nobody has taken, or that one has taken oneself. */
    alarms: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        state: choice(s.alarmStates),
        rota: s.named,
        raisedAt: instant(),
      }),
    ),
    phone: z.string().nullable(),
    browsers: count(),
    email: z.string().nullable(),
  }),
  kinds: ['rota', 'oncall-alarm'],
  example: {},
})

const alarmLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.alarmStates),
  rota: s.named.nullable(),
  kind: z.string().nullable(),
  raisedBy: s.named.nullable(),
  raisedAt: instant(),
  acknowledgedBy: s.named.nullable(),
  acknowledgedAt: instant().nullable(),
  resolvedAt: instant().nullable(),
})

export const listAlarms = query({
  name: 'oncall.list-alarms',
  summary: 'Alarms: those that are open first, then the newest.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.alarmStates)).max(3).optional(),
    rotaId: id('rota').optional(),
    ...slice,
  }),
  output: s.list(alarmLine),
  kinds: ['oncall-alarm'],
  example: {},
})

export const getAlarm = query({
  name: 'oncall.get-alarm',
  summary: 'An alarm with every attempt to tell somebody, and what became of it.',
  permission: 'oncall.list-alarms',
  input: z.strictObject({ id: id('oncall-alarm') }),
  output: z.strictObject({
    record: s.head(s.alarmStates),
    ...alarmLine.omit({ id: true, version: true, title: true, state: true }).shape,
    details: z.string(),
    about: s.named.nullable(),
    nextAt: instant().nullable(),
    step: count(),
    steps: count(),
    rounds: count(),
    resolvedBy: s.named.nullable(),
    outcome: z.string(),
    workedMinutes: z.int().nullable(),
    attempts: z.array(
      z.strictObject({
        id: z.uuid(),
        taken: z.int(),
        person: s.named.nullable(),
        way: choice(s.ways).nullable(),
        at: instant(),
        state: choice(s.attemptStates),
        settledAt: instant().nullable(),
        error: z.string().nullable(),
      }),
    ),
    can: s.can,
  }),
  kinds: ['oncall-alarm'],
  example: { id: s.example },
})

export const getHours = query({
  name: 'oncall.get-hours',
  summary: 'Hours on call and called out, by person, from a day to a day: what pay is told.',
  input: z.strictObject({
    fromOn: day(),
    untilOn: day(),
    rotaId: id('rota').optional(),
    text: text(200).optional(),
    ...slice,
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        person: s.named,
        minutes: count(),
        nights: count(),
        freeMinutes: count(),
        calledOutMinutes: count(),
        alarms: count(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['rota', 'oncall-alarm'],
  example: { fromOn: '2126-11-01', untilOn: '2126-11-30' },
})

export const attemptToSend = query({
  name: 'oncall.attempt-to-send',
  summary: 'What somebody is told of an alarm, and where.',
  permission: 'oncall.list-alarms',
  input: z.strictObject({ id: id('oncall-alarm'), attemptId: id() }),
  output: z.strictObject({
    wanted: flag(),
    way: choice(s.ways),
    name: z.string(),
    language: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    browsers: z.array(z.strictObject({ endpoint: z.string(), p256dh: z.string(), auth: z.string() })),
    title: z.string(),
    body: z.string(),
    short: z.string(),
    spoken: z.string(),
  }),
  kinds: ['oncall-alarm'],
  tool: false,
  example: { id: s.example, attemptId: s.exampleOther },
})

export const dueAlarms = query({
  name: 'oncall.due-alarms',
  summary: 'Alarms whose next step should have been taken a minute ago: their timer is lost.',
  permission: 'oncall.list-alarms',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(z.strictObject({ id: z.uuid(), taken: z.int() })) }),
  kinds: ['oncall-alarm'],
  tool: false,
  example: {},
})

export const oncallQueries = [
  listRotas,
  getRota,
  getSchedule,
  who,
  myTurns,
  listAlarms,
  getAlarm,
  getHours,
  attemptToSend,
  dueAlarms,
]
