import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, day, expectedVersion, id, money, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example, outgoingFacts, sorts, zones } from './shapes.ts'

const one = { id: id('post-outgoing', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['post-outgoing'], subject: 'id' } as const

export const addOutgoing = command({
  name: 'post.add-outgoing',
  summary: 'Enters something that goes out; the postage is that of the price list where nothing is given.',
  input: z.strictObject({
    ...outgoingFacts,
    postage: money({ folded: true }).nullable().optional(),
    /** The letter, document or other record that is sent. */
    aboutId: id(undefined, { hidden: true }).optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed.extend({ number: z.string() }),
  emits: [e.outgoingAdded],
  refusals: [r.recipientMissing],
  kinds: ['post-outgoing'],
  undoable: true,
  example: { sort: 'registered', recipient: 'Göteborgs Stad', grams: 40, zone: 'domestic' },
})

export const changeOutgoing = command({
  name: 'post.change-outgoing',
  summary: 'Changes what is given of something that goes out.',
  input: z.strictObject({ ...one, ...outgoingFacts, postage: money({ folded: true }).nullable().optional() }),
  output: changed,
  emits: [e.outgoingChanged],
  refusals: [r.recipientMissing, r.outgoingStateWrong],
  ...about,
  undoable: true,
  example: { id: example, tracking: 'RR123456785SE' },
})

export const cancelOutgoing = command({
  name: 'post.cancel-outgoing',
  summary: 'It does not go out after all.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.outgoingCancelled],
  refusals: [r.outgoingStateWrong],
  ...about,
  undoable: true,
  example: { id: example },
})

export const restoreOutgoing = command({
  name: 'post.restore-outgoing',
  summary: 'It goes out after all.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.outgoingRestored],
  refusals: [r.outgoingStateWrong],
  ...about,
  undoable: true,
  example: { id: example },
})

export const handToCarrier = command({
  name: 'post.hand-to-carrier',
  summary:
    'Notes that a carrier has collected what was ready, and who it was; receipts of registered post are waited for.',
  input: z.strictObject({
    ids: z.array(id('post-outgoing')).min(1).max(500).meta({ hidden: true }),
    carrier: text(120),
    on: day({ folded: true }).optional(),
  }),
  output: z.strictObject({ count: z.int() }),
  emits: [e.collected],
  refusals: [r.outgoingStateWrong, r.outgoingDayReversed],
  kinds: ['post-outgoing'],
  example: { ids: [example], carrier: 'PostNord' },
})

export const noteDelivered = command({
  name: 'post.note-delivered',
  summary: 'Notes that it has arrived, with the receipt where one came back.',
  input: z.strictObject({ ...one, on: day().optional(), receiptId: id('document').nullable().optional() }),
  output: changed,
  emits: [e.outgoingDelivered],
  refusals: [r.outgoingStateWrong, r.outgoingDayReversed],
  ...about,
  example: { id: example },
})

export const noteReturned = command({
  name: 'post.note-returned',
  summary: 'Notes that it came back undelivered, and why.',
  input: z.strictObject({ ...one, on: day().optional(), reason: text(300) }),
  output: changed,
  emits: [e.outgoingReturned],
  refusals: [r.outgoingStateWrong, r.outgoingDayReversed],
  ...about,
  example: { id: example, reason: 'Moved' },
})

export const addRate = command({
  name: 'post.add-rate',
  summary: 'Adds a price to the price list of postage: up to a weight, to a zone, from a day on.',
  input: z.strictObject({
    sort: choice(sorts),
    zone: choice(zones),
    maxGrams: z.int().min(1).max(100_000),
    price: money(),
    validFrom: day().optional(),
  }),
  output: changed,
  emits: [e.rateAdded],
  refusals: [r.rateTwice],
  kinds: ['postage-rate'],
  example: { sort: 'letter', zone: 'domestic', maxGrams: 50, price: { amount: '22.00', currency: 'SEK' } },
})

export const endRate = command({
  name: 'post.end-rate',
  summary: 'Ends a price on a day, the last on which it holds.',
  input: z.strictObject({
    id: id('postage-rate', { hidden: true }),
    expectedVersion: expectedVersion(),
    validUntil: day(),
  }),
  output: changed,
  emits: [e.rateEnded],
  refusals: [r.rateReversed],
  kinds: ['postage-rate'],
  subject: 'id',
  example: { id: example, validUntil: '2126-12-31' },
})

export const outgoingCommands = [
  addOutgoing,
  changeOutgoing,
  cancelOutgoing,
  restoreOutgoing,
  handToCarrier,
  noteDelivered,
  noteReturned,
  addRate,
  endRate,
]
