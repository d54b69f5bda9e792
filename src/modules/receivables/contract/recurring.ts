/** Invoices that come again: rhythm, what their prices follow, and each turn, made or skipped. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, money, slice, text, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { one } from './settings-commands.ts'
import {
  can,
  changed,
  contentFacts,
  customer,
  example,
  exampleOther,
  figure,
  head,
  list,
  named,
  paper,
  recurringWays,
  rhythms,
  turnPeriods,
} from './shapes.ts'

export const recurringStates = ['running', 'paused', 'ended'] as const
export type RecurringState = (typeof recurringStates)[number]

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const told = (name: `receivables.${string}`) => event(name, about.extend(workEnvelope))
export const recurringCreated = told('receivables.recurring-created')
export const recurringChanged = told('receivables.recurring-changed')
export const recurringPaused = told('receivables.recurring-paused')
export const recurringResumed = told('receivables.recurring-resumed')
export const recurringEnded = told('receivables.recurring-ended')
export const raiseSet = event('receivables.raise-set', about.extend({ on: day(), percent: z.string() }))
export const raiseRemoved = event('receivables.raise-removed', about.extend({ on: day() }))
const turn = about.extend({ on: day() }).extend(workEnvelope)
export const turnMade = event('receivables.turn-made', turn)
export const turnSkipped = event('receivables.turn-skipped', turn)
export const turnBroughtBack = event('receivables.turn-brought-back', turn)
export const turnStuck = event('receivables.turn-stuck', turn)

export const recurringEvents = [
  recurringCreated,
  recurringChanged,
  recurringPaused,
  recurringResumed,
  recurringEnded,
  raiseSet,
  raiseRemoved,
  turnMade,
  turnSkipped,
  turnBroughtBack,
  turnStuck,
]

/** Each hour of the day: makes the invoices whose turn has come. */
export const turnsJob = job('receivables.turns', z.strictObject({}), 'system')

const it = { kinds: ['recurring-invoice'], subject: 'id' } as const
const kind = 'recurring-invoice'

const facts = {
  untilOn: day().nullable().optional(),
  /** Which months an invoice is for: told on it. */
  period: choice(turnPeriods).optional(),
  /** What is done by itself, in the name of whoever set it last and within their limits. */
  way: choice(recurringWays).optional(),
  ownerId: id('principal', { control: 'person', folded: true }).nullable().optional(),
  ...contentFacts,
}

export const createRecurring = command({
  name: 'receivables.create-recurring',
  summary: 'Sets up an invoice that comes again: rhythm, first day, content, and whether it is sent by itself.',
  input: z.strictObject({ customerId: customer(), rhythm: choice(rhythms), firstOn: day(), ...facts }),
  output: changed,
  emits: [recurringCreated],
  refusals: [r.vatCodeUnknown, r.figureWrong, r.turnPast, r.recurringDaysReversed, r.recurringPersonUnknown],
  kinds: [kind, 'organisation', 'person'],
  undoable: true,
  example: {
    customerId: exampleOther,
    rhythm: 'month',
    firstOn: '2126-12-01',
    period: 'current',
    subject: 'Rent of the shop',
    lines: [{ text: 'Rent', quantity: '1', unit: 'month', price: '12500' }],
  },
})

export const changeRecurring = command({
  name: 'receivables.change-recurring',
  summary: 'Changes an invoice that comes again; invoices made before stay as they are.',
  input: z.strictObject({
    ...one(kind),
    customerId: customer().optional(),
    rhythm: choice(rhythms).optional(),
    nextOn: day().optional(),
    ...facts,
  }),
  output: changed,
  emits: [recurringChanged],
  refusals: [r.vatCodeUnknown, r.figureWrong, r.turnPast, r.recurringDaysReversed, r.recurringPersonUnknown],
  ...it,
  undoable: true,
  example: { id: example, way: 'draft' },
})

const step = (name: `receivables.${string}`, summary: string, emits: typeof recurringPaused) =>
  command({
    name,
    summary,
    input: z.strictObject(one(kind)),
    output: changed,
    emits: [emits],
    refusals: [r.recurringStateWrong, r.recurringDaysReversed],
    ...it,
    undoable: true,
    example: { id: example },
  })

export const pauseRecurring = step(
  'receivables.pause-recurring',
  'Lets an invoice that comes again rest: turns that fall meanwhile are not made.',
  recurringPaused,
)
export const resumeRecurring = step(
  'receivables.resume-recurring',
  'Lets an invoice that rested or ended come again, from its next turn on.',
  recurringResumed,
)
export const endRecurring = step('receivables.end-recurring', 'Ends an invoice that comes again.', recurringEnded)

export const skipTurn = command({
  name: 'receivables.skip-turn',
  summary: 'Leaves the next turn out: nothing is invoiced for it.',
  input: z.strictObject(one(kind)),
  output: changed,
  emits: [turnSkipped],
  refusals: [r.recurringStateWrong],
  ...it,
  undoable: true,
  example: { id: example },
})

export const bringTurnBack = command({
  name: 'receivables.bring-turn-back',
  summary: 'Brings the turn back that was left out last.',
  input: z.strictObject(one(kind)),
  output: changed,
  emits: [turnBroughtBack],
  refusals: [r.turnNotNext],
  ...it,
  undoable: true,
  example: { id: example },
})

export const raiseRecurring = command({
  name: 'receivables.raise-recurring',
  summary: 'Raises the prices of an invoice that comes again from a day on: by a percentage, or as an index has moved.',
  input: z.strictObject({
    ...one(kind),
    fromOn: day(),
    percent: figure(4).optional(),
    indexWas: figure(4).optional(),
    indexNow: figure(4).optional(),
    reason: text(200, { folded: true }).optional(),
  }),
  output: changed.extend({ percent: z.string() }),
  emits: [raiseSet],
  refusals: [r.recurringStateWrong, r.raiseUnclear, r.raiseApplied],
  ...it,
  undoable: true,
  example: { id: example, fromOn: '2127-01-01', percent: '2.5' },
})

export const removeRaise = command({
  name: 'receivables.remove-raise',
  summary: 'Takes a raise of prices back that has not come yet.',
  input: z.strictObject({ ...one(kind), fromOn: day() }),
  output: changed,
  emits: [raiseRemoved],
  refusals: [r.raiseApplied],
  ...it,
  undoable: true,
  example: { id: example, fromOn: '2127-01-01' },
})

export const makeTurn = command({
  name: 'receivables.make-turn',
  summary: 'Makes the invoice of the next turn, issued and sent as it is set up; `on` names the turn.',
  input: z.strictObject({ ...one(kind), on: day({ hidden: true }) }),
  output: changed.extend({ invoiceId: z.uuid(), reached: choice(['draft', 'issued', 'sent']) }),
  emits: [turnMade, e.invoiceCreated],
  refusals: [r.recurringStateWrong, r.turnNotNext, r.vatCodeUnknown, r.figureWrong],
  ...it,
  example: { id: example, on: '2126-12-01' },
})

export const tellTurn = command({
  name: 'receivables.tell-turn',
  summary: 'Tells somebody of a turn that could not be made, and why.',
  permission: 'receivables.make-turn',
  door: 'none',
  input: z.strictObject({ id: id(kind), on: day(), refusal: text(100) }),
  output: z.strictObject({}),
  emits: [turnStuck],
  subject: 'id',
  tool: false,
  example: { id: example, on: '2126-12-01', refusal: 'vat-code-not-for-sales' },
})

export const recurringCommands = [
  createRecurring,
  changeRecurring,
  pauseRecurring,
  resumeRecurring,
  endRecurring,
  skipTurn,
  bringTurnBack,
  raiseRecurring,
  removeRaise,
  makeTurn,
  tellTurn,
]

export const recurringLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  subject: z.string().nullable(),
  customer: named.nullable(),
  state: choice(recurringStates),
  rhythm: choice(rhythms),
  way: choice(recurringWays),
  nextOn: day(),
  untilOn: day().nullable(),
  /** Its next turn could not be made. */
  stuck: flag(),
  /** The next turn, without tax; null while it cannot be summed up. */
  net: money().nullable(),
})

export const listRecurring = query({
  name: 'receivables.list-recurring',
  summary: 'Invoices that come again, the next turn first.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(recurringStates)).max(3).optional(),
    customerId: customer().optional(),
    ...slice,
  }),
  output: list(recurringLine),
  kinds: [kind],
  example: {},
})

export const getRecurring = query({
  name: 'receivables.get-recurring',
  summary: 'An invoice that comes again: its next turn as it will be, raises of its prices, and the turns behind.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({ id: id(kind) }),
  output: z.strictObject({
    record: head(recurringStates),
    customer: named.nullable(),
    content: z.strictObject(contentFacts),
    rhythm: choice(rhythms),
    nextOn: day(),
    untilOn: day().nullable(),
    period: choice(turnPeriods),
    way: choice(recurringWays),
    author: named.nullable(),
    owner: named.nullable(),
    stuck: flag(),
    /** The next turn; null while it cannot be made. */
    paper: paper.nullable(),
    raises: z.array(
      z.strictObject({
        fromOn: day(),
        percent: z.string(),
        indexWas: z.string().nullable(),
        indexNow: z.string().nullable(),
        reason: z.string().nullable(),
        appliedOn: day().nullable(),
      }),
    ),
    /** The newest first, a hundred at most. */
    turns: z.array(
      z.strictObject({ on: day(), skipped: flag(), invoice: named.nullable(), total: money().nullable() }),
    ),
    turnCount: count(),
    can,
  }),
  kinds: [kind, 'invoice'],
  example: { id: example },
})

export const listTurnsDue = query({
  name: 'receivables.list-turns-due',
  summary: 'The turns that have come and are not made.',
  permission: 'receivables.make-turn',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(z.strictObject({ id: z.uuid(), on: day() })) }),
  kinds: [kind],
  tool: false,
  example: {},
})

export const recurringQueries = [listRecurring, getRecurring, listTurnsDue]
