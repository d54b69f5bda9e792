/** Passports, visas and what else one shows at a border: for the person, who keeps them for the office, and whom the person names. */
import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, id, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example, identityFacts, identitySorts } from './shapes.ts'

const one = { id: id('travel-document', { hidden: true }), expectedVersion: expectedVersion() }
const step = { kinds: ['travel-document'], subject: 'id', undoable: true } as const

export const addDocument = command({
  name: 'travel.add-document',
  summary: 'Keeps a passport, an identity card or a visa: until when it is valid; a task reminds of it in time.',
  input: z.strictObject({
    sort: choice(identitySorts),
    personId: id('principal', { control: 'person' }).optional(),
    ...identityFacts,
  }),
  output: changed,
  emits: [e.identityAdded],
  refusals: [r.tripPersonUnknown, r.identityNotTheirs, r.identityReversed],
  kinds: ['travel-document'],
  undoable: true,
  example: { sort: 'passport', country: 'SE', expiresOn: '2129-03-14' },
})

export const changeDocument = command({
  name: 'travel.change-document',
  summary: 'Changes what is kept of a passport or visa, as when it was renewed.',
  permission: 'travel.add-document',
  input: z.strictObject({ ...one, ...identityFacts }),
  output: changed,
  emits: [e.identityChanged],
  refusals: [r.identityState, r.identityNotTheirs, r.identityReversed, r.tripPersonUnknown],
  ...step,
  example: { id: example, expiresOn: '2136-03-14' },
})

export const removeDocument = command({
  name: 'travel.remove-document',
  summary: 'Says that a passport or visa is no longer used; it is asked for no more.',
  permission: 'travel.add-document',
  input: z.strictObject(one),
  output: changed,
  emits: [e.identityRemoved],
  refusals: [r.identityState, r.identityNotTheirs],
  ...step,
  example: { id: example },
})

export const restoreDocument = command({
  name: 'travel.restore-document',
  summary: 'Takes a passport or visa into use again.',
  permission: 'travel.add-document',
  input: z.strictObject(one),
  output: changed,
  emits: [e.identityRestored],
  refusals: [r.identityState, r.identityNotTheirs],
  ...step,
  example: { id: example },
})

export const identityCommands = [addDocument, changeDocument, removeDocument, restoreDocument]
