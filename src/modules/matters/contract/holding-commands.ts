import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import { itemChanged, partyAdded, partyRemoved, recordBoundEvent, recordUnbound } from './events.ts'
import {
  belowMatter,
  itemsFull,
  itemUnknown,
  matterClosed,
  partyKnown,
  partyUnknown,
  recordBound,
  recordNotBindable,
  recordNotBound,
} from './refusals.ts'
import { changed, exampleMatter, exampleOther, partyRoles } from './shapes.ts'

const matter = { id: id('matter'), expectedVersion: expectedVersion() }
const here = { id: id('matter', { hidden: true }), expectedVersion: expectedVersion() }
const aboutMatter = { kinds: ['matter'], subject: 'id', undoable: true } as const

export const bindRecord = command({
  name: 'matters.bind-record',
  summary: 'Binds any record to a matter; it is at least as confidential as the matter from then on.',
  input: z.strictObject({ ...matter, recordId: id() }),
  output: changed,
  emits: [recordBoundEvent],
  refusals: [recordNotBindable, recordBound],
  ...aboutMatter,
  example: { id: exampleMatter, recordId: exampleOther },
})

export const unbindRecord = command({
  name: 'matters.unbind-record',
  summary: 'Takes a record out of a matter; the record itself stays, as confidential as it is by itself.',
  input: z.strictObject({ ...here, recordId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [recordUnbound],
  refusals: [recordNotBound],
  ...aboutMatter,
  example: { id: exampleMatter, recordId: exampleOther },
})

export const addParty = command({
  name: 'matters.add-party',
  summary: 'Notes who has to do with a matter, and as what.',
  input: z.strictObject({
    ...here,
    partyId: id('organisation', { control: 'record' }),
    role: choice(partyRoles),
    note: text(300, { folded: true }).optional(),
  }),
  output: changed,
  emits: [partyAdded],
  refusals: [matterClosed, partyKnown, partyUnknown],
  ...aboutMatter,
  example: { id: exampleMatter, partyId: exampleOther, role: 'counterpart' },
})

export const removeParty = command({
  name: 'matters.remove-party',
  summary: 'Takes somebody out of the people of a matter.',
  input: z.strictObject({ ...here, partyId: id(undefined, { hidden: true }), role: choice(partyRoles) }),
  output: changed,
  emits: [partyRemoved],
  refusals: [matterClosed, partyUnknown],
  ...aboutMatter,
  example: { id: exampleMatter, partyId: exampleOther, role: 'counterpart' },
})

export const addItem = command({
  name: 'matters.add-item',
  summary: 'Adds a line to what a matter must have before it is closed.',
  input: z.strictObject({ ...here, text: text(300), ticked: z.boolean().optional().meta({ hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), itemId: z.uuid() }),
  emits: [itemChanged],
  refusals: [matterClosed, itemsFull],
  ...aboutMatter,
  example: { id: exampleMatter, text: 'Signed by both' },
})

const item = { ...here, itemId: id(undefined, { hidden: true }) }
const itemExample = { id: exampleMatter, itemId: exampleOther }
const ofItem = { output: changed, emits: [itemChanged], refusals: [matterClosed, itemUnknown], ...aboutMatter } as const

export const tickItem = command({
  name: 'matters.tick-item',
  summary: 'A line of what is missing is there now.',
  input: z.strictObject(item),
  ...ofItem,
  example: itemExample,
})

export const untickItem = command({
  name: 'matters.untick-item',
  summary: 'A line is missing after all.',
  input: z.strictObject(item),
  ...ofItem,
  example: itemExample,
})

export const removeItem = command({
  name: 'matters.remove-item',
  summary: 'Removes a line of what a matter must have.',
  input: z.strictObject(item),
  ...ofItem,
  example: itemExample,
})

export const keepClass = command({
  name: 'matters.keep-class',
  summary: 'Refuses that a bound record is set apart below its matter.',
  input: z.strictObject({ id: id('task') }),
  output: z.strictObject({}),
  refusals: [belowMatter],
  door: 'none',
  tool: false,
  example: { id: exampleOther },
})

export const holdingCommands = [
  bindRecord,
  unbindRecord,
  addParty,
  removeParty,
  addItem,
  tickItem,
  untickItem,
  removeItem,
  keepClass,
]
