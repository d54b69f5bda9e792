import { query } from '../../../kernel/declare.ts'
import { choice, count, flag, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import {
  answers,
  can,
  diets,
  dietTotal,
  example,
  head,
  letterSorts,
  list,
  named,
  outingStates,
  programmeLine,
  project,
  registrationLine,
} from './shapes.ts'

export const outingLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(outingStates),
  startsAt: instant(),
  endsAt: instant(),
  place: z.string().nullable(),
  owner: named.nullable(),
  capacity: count().nullable(),
  taken: count(),
  waiting: count(),
  /** What whoever asks has answered. */
  mine: choice(answers).nullable(),
})

export const listOutings = query({
  name: 'outings.list-outings',
  summary: 'Events and outings: those that come first, then those that were.',
  input: z.strictObject({
    text: text(200).optional(),
    box: z.enum(['coming', 'past', 'all']).default('all'),
    ...slice,
  }),
  output: list(outingLine),
  kinds: ['outing'],
  example: {},
})

export const foodLine = z.strictObject({
  id: z.uuid(),
  what: z.string(),
  body: z.string(),
  heads: count(),
  deliverAt: instant(),
  supplier: named.nullable(),
  how: z.enum(['task', 'sending', 'sent', 'failed', 'cancelled']),
})

export const getOuting = query({
  name: 'outings.get-outing',
  summary: 'One event: who comes, programme, budget against cost, food, and how it was.',
  permission: 'outings.list-outings',
  input: z.strictObject({ id: id('outing') }),
  output: z.strictObject({
    record: head(outingStates),
    ...outingLine.omit({ id: true, version: true, title: true, state: true }).shape,
    description: z.string(),
    plusOnes: count(),
    registerUntil: instant().nullable(),
    keepDays: count(),
    dietsErased: flag(),
    registrations: z.array(registrationLine),
    myGuests: count(),
    myDiets: z.array(choice(diets)),
    myDietNote: z.string(),
    /** How many, never who; notes stand alone, in no order. */
    dietTotals: z.array(dietTotal),
    dietNotes: z.array(z.string()),
    programme: z.array(programmeLine),
    budget: z.array(
      z.strictObject({
        what: z.string(),
        planned: money(),
        actual: money().nullable(),
        document: named.nullable(),
      }),
    ),
    /** What bills are coded to that count as its cost, and those bills, as far as whoever asks may see them. */
    project: project.extend({ name: z.string() }).nullable(),
    bills: z.array(z.strictObject({ bill: named, cost: money() })),
    /** Of the calendar, where it lies in those of who come. */
    eventId: z.uuid().nullable(),
    planned: money().nullable(),
    actual: money().nullable(),
    perHead: money().nullable(),
    food: z.array(foodLine),
    feedback: z.strictObject({ count: count(), average: z.number().nullable(), texts: z.array(z.string()) }),
    over: flag(),
    can,
  }),
  kinds: ['outing'],
  example: { id: example },
})

export const listFood = query({
  name: 'outings.list-food',
  summary: 'Food ordered for one event or meeting.',
  permission: 'outings.list-outings',
  input: z.strictObject({ forId: id() }),
  output: z.strictObject({ rows: z.array(foodLine) }),
  kinds: ['outing', 'meeting'],
  example: { forId: example },
})

export const getLetters = query({
  name: 'outings.get-letters',
  summary: 'Whom letters of an event go to that have not gone out yet.',
  permission: 'outings.invite-guests',
  input: z.strictObject({ id: id('outing'), what: choice(letterSorts) }),
  output: z.strictObject({
    title: z.string(),
    description: z.string(),
    version: z.int(),
    at: instant(),
    office: z.string(),
    zone: z.string(),
    startsAt: instant(),
    endsAt: instant(),
    place: z.string().nullable(),
    state: choice(outingStates),
    letters: z.array(
      z.strictObject({
        registrationId: z.uuid(),
        name: z.string(),
        email: z.string(),
        language: z.string(),
        answer: choice(answers),
      }),
    ),
  }),
  tool: false,
  kinds: ['outing'],
  example: { id: example, what: 'invitation' },
})

export const getOrder = query({
  name: 'outings.get-order',
  summary: 'One order of food, as it is mailed.',
  permission: 'outings.order-food',
  input: z.strictObject({ id: id(), orderId: id() }),
  output: z.strictObject({
    office: z.string(),
    subject: z.string(),
    body: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    state: z.enum(['task', 'sending', 'sent', 'failed', 'cancelled']),
  }),
  tool: false,
  kinds: ['outing', 'meeting'],
  example: { id: example, orderId: example },
})

export const dueNow = query({
  name: 'outings.due-now',
  summary: 'Events after which what people eat is to be forgotten.',
  permission: 'outings.list-outings',
  input: z.strictObject({}),
  output: z.strictObject({ diets: z.array(z.uuid()) }),
  tool: false,
  kinds: ['outing'],
  example: {},
})

export const outingQueries = [listOutings, getOuting, listFood, getLetters, getOrder, dueNow]
