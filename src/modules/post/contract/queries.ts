import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { waitingRow } from '../../../kernel/shapes.ts'
import { listOutgoing, getOutgoing, listRates, listCosts, listBoxes, getBox, countDue } from './outgoing-queries.ts'
import * as s from './shapes.ts'
import { can, example, head, list, named } from './shapes.ts'

export * from './outgoing-queries.ts'

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
