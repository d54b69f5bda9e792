import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import * as s from './shapes.ts'
import { can, example, head, list, named } from './shapes.ts'

const outgoingLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  number: z.string(),
  title: z.string(),
  state: choice(s.outgoingStates),
  sort: choice(s.sorts),
  zone: choice(s.zones),
  recipient: z.string(),
  recipientRecord: named.nullable(),
  stop: named.nullable(),
  grams: z.int().nullable(),
  pieces: z.int(),
  postage: money().nullable(),
  tracking: z.string().nullable(),
  readyOn: day(),
  carrier: z.string().nullable(),
  goneOn: day().nullable(),
  endedOn: day().nullable(),
})

export const listOutgoing = query({
  name: 'post.list-outgoing',
  summary: 'What goes and went out by post, newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.outgoingStates)).max(5).optional(),
    sort: choice(s.sorts).optional(),
    from: day().optional(),
    until: day().optional(),
    ...slice,
  }),
  output: list(outgoingLine),
  kinds: ['post-outgoing'],
  example: {},
})

export const getOutgoing = query({
  name: 'post.get-outgoing',
  summary: 'One thing that goes or went out: to whom, what it cost, whether it arrived.',
  permission: 'post.list-outgoing',
  input: z.strictObject({ id: id('post-outgoing') }),
  output: z.strictObject({
    record: head(s.outgoingStates),
    ...outgoingLine.omit({ id: true, version: true, title: true, state: true }).shape,
    address: z.string(),
    note: z.string(),
    postageListed: flag(),
    sender: named.nullable(),
    about: named.nullable(),
    receipt: named.nullable(),
    returnedWhy: z.string().nullable(),
    can,
  }),
  kinds: ['post-outgoing'],
  example: { id: example },
})

export const listRates = query({
  name: 'post.list-rates',
  summary: 'The price list of postage.',
  permission: 'post.list-outgoing',
  input: z.strictObject({ ended: flag().optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      sort: choice(s.sorts),
      zone: choice(s.zones),
      maxGrams: z.int(),
      price: money(),
      validFrom: day(),
      validUntil: day().nullable(),
    }),
  ),
  kinds: ['postage-rate'],
  example: {},
})

export const listCosts = query({
  name: 'post.list-costs',
  summary: 'What postage cost by month, place of the office and sort; only what one may see is counted.',
  permission: 'post.list-outgoing',
  input: z.strictObject({ from: day().optional(), until: day().optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.string(),
      month: z.string(),
      stop: z.string().nullable(),
      sort: choice(s.sorts),
      pieces: count(),
      postage: money(),
    }),
  ),
  kinds: ['post-outgoing'],
  example: {},
})

const boxLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  provider: choice(s.providers),
  address: z.string().nullable(),
  rhythm: choice(s.rhythms),
  keeper: named.nullable(),
  nextOn: day(),
  late: flag(),
  retired: flag(),
  lookedAt: instant().nullable(),
  lookedBy: named.nullable(),
})

export const listBoxes = query({
  name: 'post.list-boxes',
  summary: 'Digital letter boxes and portals: who looks through them how often, and who looked last.',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(boxLine),
  kinds: ['letter-box'],
  example: {},
})

export const getBox = query({
  name: 'post.get-box',
  summary: 'One box with the log of its rounds: who looked when, and what was taken in.',
  permission: 'post.list-boxes',
  input: z.strictObject({ id: id('letter-box') }),
  output: z.strictObject({
    record: head(['open', 'retired']),
    ...boxLine.omit({ id: true, version: true, title: true }).shape,
    note: z.string(),
    looks: z.array(
      z.strictObject({
        id: z.uuid(),
        at: instant(),
        by: named.nullable(),
        found: count(),
        note: z.string(),
        documents: z.array(named),
      }),
    ),
    can,
  }),
  kinds: ['letter-box'],
  example: { id: example },
})

export const countDue = query({
  name: 'post.count-due',
  summary: 'How many boxes are to be looked through, of which nobody was told yet.',
  permission: 'post.list-boxes',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})
