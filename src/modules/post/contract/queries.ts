import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import { waitingRow } from '../../../kernel/shapes.ts'
import * as s from './shapes.ts'
import { can, example, head, list, named } from './shapes.ts'

export const itemLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  number: z.string(),
  title: z.string(),
  state: choice(s.itemStates),
  sort: choice(s.sorts),
  sender: z.string(),
  senderRecord: named.nullable(),
  for: named.nullable(),
  stop: named.nullable(),
  place: z.string(),
  /** Who is given it now: whom it is for, or their deputy while they are away. */
  deliverTo: named.nullable(),
  /** Whom it is for is away until then. */
  awayUntil: day().nullable(),
  personal: flag(),
  holder: named.nullable(),
  mine: flag(),
  tracking: z.string().nullable(),
  arrivedOn: day(),
  answerBy: day().nullable(),
  late: flag(),
  attempts: count(),
  missed: choice(s.missedWhys).nullable(),
})

const itemBoxes = ['open', 'unsorted', 'mine', 'delivered', 'all'] as const

export const listItems = query({
  name: 'post.list-items',
  summary: 'The post book: what came, newest first, and in whose hands it is.',
  input: z.strictObject({
    text: text(200).optional(),
    box: choice(itemBoxes).optional(),
    sort: choice(s.sorts).optional(),
    forId: id('principal', { control: 'person' }).optional(),
    from: day().optional(),
    until: day().optional(),
    ...slice,
  }),
  output: list(itemLine),
  kinds: ['post-item'],
  example: {},
})

export const listRound = query({
  name: 'post.list-round',
  summary: 'What one has in hand to deliver, in the order of the round: on the way, or ready to be taken along.',
  permission: 'post.list-items',
  input: z.strictObject({ stage: choice(['out', 'ready']).optional(), ...slice }),
  output: list(itemLine),
  kinds: ['post-item', 'post-stop', 'absence'],
  example: {},
})

export const getItem = query({
  name: 'post.get-item',
  summary: 'One thing that came: whose it is, when it counts as received, through whose hands it went.',
  permission: 'post.list-items',
  input: z.strictObject({ id: id('post-item') }),
  output: z.strictObject({
    record: head(s.itemStates),
    ...itemLine.omit({ id: true, version: true, title: true, state: true }).shape,
    note: z.string(),
    postmarkOn: day().nullable(),
    receiptRule: choice(s.receiptRules),
    receiptOn: day().nullable(),
    answerDays: z.int().nullable(),
    deliveredAt: instant().nullable(),
    custody: z.array(
      z.strictObject({
        n: z.int(),
        way: choice(s.custodyWays),
        from: named.nullable(),
        to: named.nullable(),
        toName: z.string().nullable(),
        at: instant(),
        note: z.string(),
        signature: z.string().nullable(),
      }),
    ),
    documents: z.array(named),
    can,
  }),
  kinds: ['post-item'],
  example: { id: example },
})

export const listScanned = query({
  name: 'post.list-scanned',
  summary: 'Papers that were scanned in the last two weeks and stand in no line of the book.',
  permission: 'post.add-scanned',
  input: z.strictObject({ ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      sender: z.string().nullable(),
      receivedAt: instant(),
      pages: count(),
    }),
  ),
  kinds: ['document', 'post-item'],
  example: {},
})

export const listWaiting = query({
  name: 'post.list-waiting',
  summary: 'What came by post or fax and is nobody’s yet, and boxes that nobody has looked through.',
  input: z.strictObject({ ...slice }),
  output: list(waitingRow),
  kinds: ['post-item', 'letter-box', 'fax'],
  example: {},
})

export const listStops = query({
  name: 'post.list-stops',
  summary: 'The places of the delivery round in their order, and whose post goes there.',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      place: z.string(),
      position: z.int(),
      retired: flag(),
      people: z.array(named),
    }),
  ),
  kinds: ['post-stop'],
  example: {},
})

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

export const postQueries = [
  listItems,
  listRound,
  getItem,
  listScanned,
  listWaiting,
  listStops,
  listOutgoing,
  getOutgoing,
  listRates,
  listCosts,
  listBoxes,
  getBox,
  countDue,
]
