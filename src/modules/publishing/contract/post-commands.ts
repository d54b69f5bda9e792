import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  changed,
  example,
  exampleOutlet,
  person,
  pictureGiven,
  placementStates,
  publicationFacts,
  settlements,
  webAddress,
} from './shapes.ts'

const one = { id: id('publication', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['publication'], subject: 'id' } as const
const planning = { ...about, permission: 'publishing.plan-publication' } as const
const publishing = { ...about, permission: 'publishing.publish-now' } as const
const factRefusals = [r.publisherUnknown, r.outletRetired, r.pictureWrong]
const outletId = () => id('outlet', { hidden: true })

export const planPublication = command({
  name: 'publishing.plan-publication',
  summary: 'Plans a post: what is said, where and when; nothing is published before it is approved.',
  input: z.strictObject({
    title: text(200),
    ...publicationFacts,
    pictures: z.array(pictureGiven).max(20).optional().meta({ hidden: true }),
    aboutId: id(undefined, { hidden: true }).optional(),
  }),
  output: changed,
  emits: [e.planned],
  refusals: factRefusals,
  kinds: ['publication'],
  undoable: true,
  example: { title: 'Lunch menu', text: 'Pea soup and pancakes on Thursday.', outletIds: [exampleOutlet] },
})

export const changePublication = command({
  name: 'publishing.change-publication',
  summary: 'Changes a planned post; what was approved has to be approved again.',
  input: z.strictObject({
    ...one,
    title: text(200).optional(),
    ...publicationFacts,
    pictures: z.array(pictureGiven).max(20).optional().meta({ hidden: true }),
    /** Words of their own for an outlet; null: what all say. */
    own: z
      .array(z.strictObject({ outletId: z.uuid(), text: longText(20_000).nullable() }))
      .max(20)
      .optional()
      .meta({ hidden: true }),
  }),
  output: changed,
  emits: [e.changedEvent, e.approvalFell],
  refusals: [...factRefusals, r.publicationStateWrong],
  ...planning,
  example: { id: example, text: 'Pea soup and pancakes on Thursday, soup of the day on Friday.' },
})

export const askApproval = command({
  name: 'publishing.ask-approval',
  summary: 'Gives a planned post to whoever is to approve it, as a task.',
  input: z.strictObject({ ...one, approverId: person().optional() }),
  output: changed,
  emits: [e.approvalAsked],
  refusals: [
    r.publicationStateWrong,
    r.publisherUnknown,
    r.outletMissing,
    r.timeMissing,
    r.timePassed,
    r.altMissing,
    r.pictureWrong,
    r.publicationConfidential,
    r.outletRetired,
    ...r.unfitRefusals,
  ],
  ...planning,
  example: { id: example },
})

export const approvePublication = command({
  name: 'publishing.approve-publication',
  summary: 'Lets a planned post be published at its time; whoever wrote it asks somebody else to.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.approved],
  refusals: [
    r.publicationStateWrong,
    r.outletMissing,
    r.timeMissing,
    r.timePassed,
    r.altMissing,
    r.pictureWrong,
    r.publicationConfidential,
    r.outletRetired,
    ...r.unfitRefusals,
  ],
  ...about,
  example: { id: example },
})

export const sendBackPublication = command({
  name: 'publishing.send-back-publication',
  summary: 'Gives a planned post back to whoever wrote it, with the reason; an approval falls.',
  input: z.strictObject({ ...one, reason: longText(2000).min(1) }),
  output: changed,
  emits: [e.sentBack],
  refusals: [r.publicationStateWrong],
  ...about,
  permission: 'publishing.approve-publication',
  example: { id: example, reason: 'The price is wrong' },
})

export const publishNow = command({
  name: 'publishing.publish-now',
  summary: 'Publishes an approved post at once, before its time.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.hastened],
  refusals: [r.publicationStateWrong, r.allHeld],
  ...publishing,
  example: { id: example },
})

export const dropPublication = command({
  name: 'publishing.drop-publication',
  summary: 'Takes a post out of the plan that is not to be published after all.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.dropped],
  refusals: [r.publicationStateWrong],
  ...planning,
  undoable: true,
  example: { id: example },
})

export const restorePublication = command({
  name: 'publishing.restore-publication',
  summary: 'Puts a dropped post back into the plan, as a draft.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.restored],
  refusals: [r.publicationStateWrong],
  ...planning,
  undoable: true,
  example: { id: example },
})

export const settlePlacement = command({
  name: 'publishing.settle-placement',
  summary:
    'Says what became of a post at an outlet: published there by hand, to be tried again, or not published there after all.',
  input: z.strictObject({
    ...one,
    outletId: outletId(),
    outcome: choice(settlements, { hidden: true }),
    address: webAddress().optional(),
  }),
  output: changed,
  emits: [e.settled, e.planned],
  refusals: [r.placementStateWrong, r.allHeld],
  ...publishing,
  example: { id: example, outletId: exampleOutlet, outcome: 'published', address: 'https://social.example/@office/1' },
})

const figure = () => z.int().min(0).max(1_000_000_000).nullable().optional()

export const noteFigures = command({
  name: 'publishing.note-figures',
  summary: 'Notes how a published post did: liked, shared, answered, seen.',
  input: z.strictObject({
    ...one,
    outletId: outletId(),
    likes: figure(),
    shares: figure(),
    replies: figure(),
    views: figure(),
  }),
  output: changed,
  emits: [e.figuresNoted],
  refusals: [r.placementStateWrong],
  ...publishing,
  example: { id: example, outletId: exampleOutlet, likes: 12, shares: 3 },
})

const inner = { ...publishing, door: 'none', tool: false } as const
const placed = { id: id('publication'), outletId: id('outlet') }

export const handOver = command({
  name: 'publishing.hand-over',
  summary: 'Makes a task of a post whose time has come, with the text ready, for whoever publishes there by hand.',
  input: z.strictObject(placed),
  output: z.strictObject({ taken: flag() }),
  emits: [e.handedOver, e.moved],
  ...inner,
  example: { id: example, outletId: exampleOutlet },
})

export const beginPlacement = command({
  name: 'publishing.begin-placement',
  summary: 'Takes a post whose time has come: whoever has taken it publishes it, and nobody else.',
  input: z.strictObject({ ...placed, again: flag().optional() }),
  output: z.strictObject({ taken: flag() }),
  emits: [e.moved],
  ...inner,
  example: { id: example, outletId: exampleOutlet },
})

export const recordPlacement = command({
  name: 'publishing.record-placement',
  summary: 'Keeps what became of a post at an outlet.',
  input: z.strictObject({
    ...placed,
    state: choice(placementStates),
    address: z.string().max(1000).nullable().optional(),
    foreignId: z.string().max(300).nullable().optional(),
    said: z.string().max(500).nullable().optional(),
  }),
  output: z.strictObject({ kept: flag() }),
  emits: [e.moved, e.planned],
  ...inner,
  example: { id: example, outletId: exampleOutlet, state: 'failed', said: 'refused' },
})

export const postCommands = [
  planPublication,
  changePublication,
  askApproval,
  approvePublication,
  sendBackPublication,
  publishNow,
  dropPublication,
  restorePublication,
  settlePlacement,
  noteFigures,
  handOver,
  beginPlacement,
  recordPlacement,
]
