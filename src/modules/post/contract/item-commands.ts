import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, expectedVersion, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example, exampleDocument, exampleOther, itemFacts, missedWhys, sorts, strokes } from './shapes.ts'

const one = { id: id('post-item', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['post-item'], subject: 'id' } as const
const factRefusals = [r.senderMissing, r.postPersonUnknown, r.postmarkMissing]

export const addItem = command({
  name: 'post.add-item',
  summary: 'Enters something that came by post or courier; whoever enters it has it in hand.',
  input: z.strictObject({
    ...itemFacts,
    documentIds: z.array(id('document')).max(20).optional().meta({ hidden: true }),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed.extend({ number: z.string() }),
  emits: [e.itemAdded],
  refusals: factRefusals,
  kinds: ['post-item'],
  undoable: true,
  example: { sort: 'registered', sender: 'Skatteverket', tracking: 'RR123456785SE', title: 'Decision on VAT' },
})

export const addScanned = command({
  name: 'post.add-scanned',
  summary: 'Makes lines of the post book of scanned papers: sender and subject as they were read, the papers linked.',
  input: z.strictObject({ documentIds: z.array(id('document')).min(1).max(100), sort: choice(sorts).optional() }),
  output: z.strictObject({ ids: z.array(z.uuid()) }),
  emits: [e.scannedAdded, e.itemAdded],
  refusals: [r.scannedTwice],
  kinds: ['document'],
  example: { documentIds: [exampleDocument] },
})

export const changeItem = command({
  name: 'post.change-item',
  summary: 'Sorts a thing that came: whose it is, from whom, by when it must be answered.',
  input: z.strictObject({ ...one, ...itemFacts }),
  output: changed,
  emits: [e.itemChanged],
  refusals: [...factRefusals, r.itemStateWrong],
  ...about,
  undoable: true,
  example: { id: example, tracking: 'RR123456785SE' },
})

export const removeItem = command({
  name: 'post.remove-item',
  summary: 'Takes a line out of the book that was entered by mistake; only while nobody has handed it on.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.itemRemoved],
  refusals: [r.itemStateWrong, r.itemOnWay],
  ...about,
  undoable: true,
  example: { id: example },
})

export const restoreItem = command({
  name: 'post.restore-item',
  summary: 'Puts a removed line back into the book.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.itemRestored],
  refusals: [r.itemStateWrong],
  ...about,
  undoable: true,
  example: { id: example },
})

export const handOverItem = command({
  name: 'post.hand-over-item',
  summary: 'Gives a thing to a colleague, who has it from then on; only whoever has it can.',
  input: z.strictObject({
    ...one,
    toId: id('principal', { control: 'person' }),
    note: text(300, { folded: true }).optional(),
  }),
  output: changed,
  emits: [e.itemHanded],
  refusals: [r.itemStateWrong, r.notInHand, r.alreadyInHand, r.postPersonUnknown],
  ...about,
  example: { id: example, toId: exampleOther },
})

export const takeItem = command({
  name: 'post.take-item',
  summary: 'Says that one has it now: fetched from whoever had it.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.itemTaken],
  refusals: [r.itemStateWrong, r.alreadyInHand],
  ...about,
  example: { id: example },
})

export const beginRound = command({
  name: 'post.begin-round',
  summary: 'Takes along what one has in hand and is sorted: all of it, or what is named.',
  input: z.strictObject({
    ids: z.array(id('post-item')).min(1).max(500).optional().meta({ hidden: true }),
  }),
  output: z.strictObject({ count: z.int() }),
  emits: [e.roundBegun],
  refusals: [r.nothingToDeliver, r.notInHand, r.itemUnsorted, r.itemStateWrong],
  kinds: ['post-item'],
  example: {},
})

export const deliverItem = command({
  name: 'post.deliver-item',
  summary: 'Notes that it was given to whom it is for, or to who signed for it.',
  input: z.strictObject({
    ...one,
    toId: id('principal', { control: 'person' }).nullable().optional(),
    signerName: text(200).nullable().optional(),
    signature: strokes().nullable().optional(),
    note: text(300, { folded: true }).optional(),
  }),
  output: changed,
  emits: [e.itemDelivered],
  refusals: [r.itemStateWrong, r.notInHand, r.signatureMissing, r.postPersonUnknown, r.itemUnsorted],
  ...about,
  example: { id: example, signerName: 'Anna Holm' },
})

export const missItem = command({
  name: 'post.note-missed',
  summary: 'Notes that it could not be given: it is tried again.',
  input: z.strictObject({ ...one, reason: choice(missedWhys), note: text(300, { folded: true }).optional() }),
  output: changed,
  emits: [e.itemMissed],
  refusals: [r.itemStateWrong, r.notInHand],
  ...about,
  example: { id: example, reason: 'absent' },
})

export const returnItem = command({
  name: 'post.return-item',
  summary: 'Notes that it went back to its sender.',
  input: z.strictObject({ ...one, reason: longText(300).min(1) }),
  output: changed,
  emits: [e.itemReturned],
  refusals: [r.itemStateWrong, r.notInHand],
  ...about,
  example: { id: example, reason: 'Not for us' },
})

export const addStop = command({
  name: 'post.add-stop',
  summary: 'Adds a place of the delivery round: a department or a room, and whose post goes there.',
  input: z.strictObject({
    name: text(120),
    place: text(120).nullable().optional(),
    position: z.int().min(0).max(9999).optional(),
    personIds: z
      .array(id('principal', { control: 'person' }))
      .max(500)
      .optional(),
  }),
  output: changed,
  emits: [e.stopAdded],
  refusals: [r.postPersonUnknown, r.stopHasPerson],
  kinds: ['post-stop'],
  example: { name: 'Accounts', place: 'Floor 2, room 214', position: 20 },
})

export const changeStop = command({
  name: 'post.change-stop',
  summary: 'Changes a place of the round, or takes it out of use.',
  input: z.strictObject({
    id: id('post-stop', { hidden: true }),
    expectedVersion: expectedVersion(),
    name: text(120).optional(),
    place: text(120).nullable().optional(),
    position: z.int().min(0).max(9999).optional(),
    personIds: z
      .array(id('principal', { control: 'person' }))
      .max(500)
      .optional(),
    retired: z.boolean().optional().meta({ control: 'boolean', folded: true }),
  }),
  output: changed,
  emits: [e.stopChanged],
  refusals: [r.postPersonUnknown, r.stopHasPerson],
  kinds: ['post-stop'],
  subject: 'id',
  undoable: true,
  example: { id: example, place: 'Floor 3' },
})

export const itemCommands = [
  addItem,
  addScanned,
  changeItem,
  removeItem,
  restoreItem,
  handOverItem,
  takeItem,
  beginRound,
  deliverItem,
  missItem,
  returnItem,
  addStop,
  changeStop,
]
