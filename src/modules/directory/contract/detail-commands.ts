import { command } from '../../../kernel/declare.ts'
import { id, text, z } from '../../../kernel/schema.ts'
import { accountAdded, detailAdded, detailRemoved } from './events.ts'
import {
  accountKnown,
  accountWrong,
  addressEmpty,
  detailUnknown,
  emailKnown,
  ibanWrong,
  numberKnown,
  partyRetired,
} from './refusals.ts'
import { accountFacts, addressFacts, emailFacts, phoneFacts } from './shapes.ts'
import { changed, exampleParty, thisParty } from './party-commands.ts'

const exampleDetail = '019aa000-0000-7000-8000-000000000005'
const thisPerson = { id: thisParty.id, expectedVersion: thisParty.expectedVersion }
const added = z.strictObject({ id: z.uuid(), version: z.int(), detailId: z.uuid() })
const about = { kinds: ['person', 'organisation'], subject: 'id', undoable: true } as const
const removal = z.strictObject({ ...thisParty, detailId: id(undefined, { hidden: true }) })
const removed = {
  input: removal,
  output: changed,
  emits: [detailRemoved],
  refusals: [detailUnknown, partyRetired],
  ...about,
  example: { id: exampleParty, kind: 'organisation' as const, detailId: exampleDetail },
}

export const addNumber = command({
  name: 'directory.add-number',
  summary: 'Adds a telephone number, kept as written and in its international form.',
  input: z.strictObject({ ...thisParty, ...phoneFacts }),
  output: added,
  emits: [detailAdded],
  refusals: [partyRetired, numberKnown],
  ...about,
  example: { id: exampleParty, kind: 'organisation', number: '031-390 06 41' },
})

export const addEmail = command({
  name: 'directory.add-email',
  summary: 'Adds a mail address.',
  input: z.strictObject({ ...thisParty, ...emailFacts }),
  output: added,
  emits: [detailAdded],
  refusals: [partyRetired, emailKnown],
  ...about,
  example: { id: exampleParty, kind: 'organisation', email: 'info@example.se' },
})

export const addAddress = command({
  name: 'directory.add-address',
  summary: 'Adds a postal address.',
  input: z.strictObject({ ...thisParty, ...addressFacts }),
  output: added,
  emits: [detailAdded],
  refusals: [partyRetired, addressEmpty],
  ...about,
  example: {
    id: exampleParty,
    kind: 'organisation',
    street: 'Hisingsgatan 30',
    postcode: '417 03',
    city: 'Göteborg',
    country: 'SE',
  },
})

export const addAccount = command({
  name: 'directory.add-account',
  summary: 'Adds a bank account, its check digits tested; from now on money to this party may go there.',
  input: z.strictObject({ ...thisParty, ...accountFacts }),
  output: added,
  emits: [accountAdded],
  refusals: [partyRetired, ibanWrong, accountWrong, accountKnown],
  ...about,
  example: { id: exampleParty, kind: 'organisation', number: 'SE45 5000 0000 0583 9825 7466' },
})

export const addMembership = command({
  name: 'directory.add-membership',
  summary: 'Says that a person works for, or belongs to, an organisation.',
  input: z.strictObject({ ...thisPerson, memberOfId: id('organisation'), role: text(100).optional() }),
  output: changed,
  emits: [detailAdded],
  refusals: [partyRetired],
  kinds: ['person'],
  subject: 'id',
  undoable: true,
  example: { id: exampleParty, memberOfId: exampleDetail, role: 'Caretaker' },
})

export const removeNumber = command({
  name: 'directory.remove-number',
  summary: 'Removes a telephone number.',
  ...removed,
})
export const removeEmail = command({ name: 'directory.remove-email', summary: 'Removes a mail address.', ...removed })
export const removeAddress = command({
  name: 'directory.remove-address',
  summary: 'Removes a postal address.',
  ...removed,
})
export const removeAccount = command({
  name: 'directory.remove-account',
  summary: 'Removes a bank account.',
  ...removed,
})

export const removeMembership = command({
  name: 'directory.remove-membership',
  summary: 'Says that a person no longer belongs to an organisation.',
  input: z.strictObject({ ...thisPerson, memberOfId: id('organisation', { hidden: true }) }),
  output: changed,
  emits: [detailRemoved],
  refusals: [detailUnknown, partyRetired],
  kinds: ['person'],
  subject: 'id',
  undoable: true,
  example: { id: exampleParty, memberOfId: exampleDetail },
})

export const detailCommands = [
  addNumber,
  addEmail,
  addAddress,
  addAccount,
  addMembership,
  removeNumber,
  removeEmail,
  removeAddress,
  removeAccount,
  removeMembership,
]
