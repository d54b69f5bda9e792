import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import {
  accountAdded,
  importUndone,
  partiesImported,
  partiesMerged,
  partiesUnmerged,
  partyChanged,
  partyCreated,
  partyRestored,
  partyRetiredEvent,
  senderKnown,
} from './events.ts'
import {
  accountKnown,
  accountWrong,
  addressEmpty,
  columnsWithoutName,
  emailKnown,
  factsOfOtherKind,
  cardsUnreadable,
  ibanWrong,
  importUnknown,
  numberKnown,
  partyNotMerged,
  partyNotRetired,
  partyRetired,
  partySame,
  tableEmpty,
  tableTooLong,
} from './refusals.ts'
import { findAlike } from './jobs.ts'
import { commonFacts, companyNumbers, partyKinds, personNames, reachFacts } from './shapes.ts'
import { columnMapping, importKinds } from './table.ts'

export const exampleParty = '019aa000-0000-7000-8000-000000000001'
const exampleOther = '019aa000-0000-7000-8000-000000000002'
export const changed = z.strictObject({ id: z.uuid(), version: z.int() })
const kinds = ['person', 'organisation']
/** The party acted on; its kind is part of its address, as records are locked by kind and id. */
export const thisParty = {
  id: id(undefined, { hidden: true }),
  kind: choice(partyKinds, { hidden: true }),
  expectedVersion: expectedVersion(),
}

export const createPerson = command({
  name: 'directory.create-person',
  summary: 'Adds a person, with numbers and addresses, and where they work.',
  input: z.strictObject({
    ...personNames,
    ...reachFacts,
    memberOfId: id('organisation').optional(),
    role: text(100).optional(),
    ...commonFacts,
  }),
  output: changed,
  emits: [partyCreated],
  refusals: [ibanWrong, accountWrong, accountKnown, emailKnown, numberKnown, addressEmpty],
  jobs: [findAlike],
  kinds: ['person'],
  undoable: true,
  example: {
    name: 'Karin Öberg',
    emails: [{ email: 'karin.oberg@example.se' }],
    phones: [{ number: '031-390 06 41' }],
  },
})

export const createOrganisation = command({
  name: 'directory.create-organisation',
  summary: 'Adds an organisation with its numbers, addresses and accounts.',
  input: z.strictObject({ name: text(200), ...companyNumbers, ...reachFacts, ...commonFacts }),
  output: changed,
  emits: [partyCreated],
  refusals: [ibanWrong, accountWrong, accountKnown, emailKnown, numberKnown, addressEmpty],
  jobs: [findAlike],
  kinds: ['organisation'],
  undoable: true,
  example: {
    name: 'Hisings Ventilation AB',
    companyNumber: '556016-0680',
    phones: [{ number: '+46 31 390 06 41', label: 'switchboard' }],
  },
})

export const changeParty = command({
  name: 'directory.change-party',
  summary: 'Changes what is given of a person or organisation and leaves the rest.',
  input: z.strictObject({
    ...thisParty,
    name: text(200).optional(),
    givenName: personNames.givenName,
    familyName: personNames.familyName,
    role: text(100, { folded: true }).nullable().optional(),
    ...companyNumbers,
    ...commonFacts,
  }),
  output: changed,
  emits: [partyChanged],
  refusals: [partyRetired, factsOfOtherKind],
  kinds,
  subject: 'id',
  undoable: true,
  example: { id: exampleParty, kind: 'organisation', manner: 'Wants a call, not a mail.' },
})

export const mergeParties = command({
  name: 'directory.merge-parties',
  summary: 'Says that two are one: everything of the second is shown with the first from now on.',
  input: z.strictObject({ ...thisParty, mergedId: id() }),
  output: changed,
  emits: [partiesMerged],
  refusals: [partySame, partyRetired],
  kinds,
  subject: 'id',
  undoable: true,
  example: { id: exampleParty, kind: 'organisation', mergedId: exampleOther },
})

export const unmergeParties = command({
  name: 'directory.unmerge-parties',
  summary: 'Takes a merge back: the second stands by itself again, with all that was its own.',
  input: z.strictObject({ ...thisParty, mergedId: id() }),
  output: changed,
  emits: [partiesUnmerged],
  refusals: [partyNotMerged],
  kinds,
  undoable: true,
  example: { id: exampleParty, kind: 'organisation', mergedId: exampleOther },
})

export const retireParty = command({
  name: 'directory.retire-party',
  summary: 'Takes a person or organisation out of lists and pickers; what is known of them stays.',
  input: z.strictObject(thisParty),
  output: changed,
  emits: [partyRetiredEvent],
  refusals: [partyRetired],
  kinds,
  subject: 'id',
  undoable: true,
  example: { id: exampleParty, kind: 'organisation' },
})

export const restoreParty = command({
  name: 'directory.restore-party',
  summary: 'Brings a retired person or organisation back.',
  input: z.strictObject(thisParty),
  output: changed,
  emits: [partyRestored],
  refusals: [partyNotRetired],
  kinds,
  subject: 'id',
  undoable: true,
  example: { id: exampleParty, kind: 'organisation' },
})

/** As many rows as one act takes. */
export const mostRows = 20_000

export const pastedTable = () => z.string().min(1).max(8_000_000).meta({ control: 'longtext' })

export const importParties = command({
  name: 'directory.import-parties',
  summary:
    'Adds the people and organisations of a pasted table, or of vCards, in one act; those already known are left as they are.',
  input: z.strictObject({
    text: pastedTable(),
    columns: columnMapping.optional(),
    kind: importKinds().optional(),
    /** The document it came as: what is made from it is at least as confidential. */
    sourceId: id(undefined, { hidden: true }).optional(),
  }),
  output: z.strictObject({
    importId: z.uuid(),
    created: z.int(),
    people: z.int(),
    organisations: z.int(),
    known: z.int(),
    unusable: z.array(z.strictObject({ row: z.int(), why: z.string() })),
  }),
  emits: [partiesImported],
  refusals: [tableEmpty, tableTooLong, columnsWithoutName, cardsUnreadable],
  jobs: [findAlike],
  undoable: true,
  tool: false,
  example: { text: 'Namn;E-post;Telefon\nKarin Öberg;karin@example.se;031-390 06 41\n' },
})

export const undoImport = command({
  name: 'directory.undo-import',
  summary: 'Takes an import back: those of its parties that nobody has touched since are retired.',
  permission: 'directory.import-parties',
  input: z.strictObject({ importId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ count: z.int(), kept: z.int() }),
  emits: [importUndone],
  refusals: [importUnknown],
  tool: false,
  example: { importId: exampleParty },
})

export const senderWish = z.strictObject({
  /** The record it was read from. */
  sourceId: z.uuid(),
  name: text(200),
  vatNumber: text(40).nullable().optional(),
  organisationNumber: text(40).nullable().optional(),
  iban: text(40).nullable().optional(),
})

export const addSenders = command({
  name: 'directory.add-senders',
  summary: 'Finds or adds the senders that an event asks for, and says which party each is.',
  input: z.strictObject({ senders: z.array(senderWish).min(1).max(1000) }),
  output: z.strictObject({
    senders: z.array(z.strictObject({ sourceId: z.uuid(), partyId: z.uuid(), created: z.boolean() })),
  }),
  emits: [partyCreated, senderKnown, accountAdded],
  door: 'none',
  tool: false,
  example: { senders: [{ sourceId: exampleParty, name: 'Hisings Ventilation AB', iban: 'SE4550000000058398257466' }] },
})

export const partyCommands = [
  createPerson,
  createOrganisation,
  changeParty,
  mergeParties,
  unmergeParties,
  retireParty,
  restoreParty,
  importParties,
  undoImport,
  addSenders,
]
