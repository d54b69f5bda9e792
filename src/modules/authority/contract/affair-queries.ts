/** Queries on mandates, approvals, the journal, tokens and the office itself. */
import { query } from '../../../kernel/declare.ts'
import { choice, id, instant, slice, z } from '../../../kernel/schema.ts'
import { officeSettings } from './office-commands.ts'
import { examplePrincipal } from './people-commands.ts'
import { approvalRow, can, journalLine, list, mandateRow, named, recordHead } from './shapes.ts'

export const listMandates = query({
  name: 'authority.list-mandates',
  summary: "Mandates given and received; everybody's for who administers people.",
  input: z.strictObject({
    box: choice(['given', 'received', 'all']).default('all'),
    holding: z.boolean().optional(),
    text: z.string().max(200).optional(),
    ...slice,
  }),
  output: list(mandateRow()),
  kinds: ['mandate'],
  example: { box: 'received', holding: true },
})

export const getMandate = query({
  name: 'authority.get-mandate',
  summary: 'One mandate.',
  input: z.strictObject({ id: id('mandate') }),
  output: z.strictObject({ record: recordHead(), mandate: mandateRow(), can }),
  kinds: ['mandate'],
  example: { id: '019aa000-0000-7000-8000-000000000003' },
})

export const listApprovals = query({
  name: 'authority.list-approvals',
  summary: "What waits for one's decision, what one has asked for, and what has been decided.",
  input: z.strictObject({
    box: choice(['to-decide', 'asked', 'decided']).default('to-decide'),
    text: z.string().max(200).optional(),
    ...slice,
  }),
  output: list(approvalRow()),
  kinds: ['approval'],
  example: { box: 'to-decide' },
})

export const countApprovals = query({
  name: 'authority.count-approvals',
  summary: "How much waits for one's decision, and how much one waits for.",
  input: z.strictObject({}),
  output: z.strictObject({ toDecide: z.int(), asked: z.int() }),
  kinds: ['approval'],
  example: {},
})

export const getApproval = query({
  name: 'authority.get-approval',
  summary: 'One approval: what was asked, why it had to be, what is shown to the approver, and what may be done.',
  input: z.strictObject({ id: id('approval') }),
  output: z.strictObject({
    record: recordHead(),
    approval: approvalRow(),
    /** The act's name in the reader's language. */
    label: z.string(),
    shown: z.unknown(),
    closedBy: z.strictObject({ name: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
    about: z.array(z.strictObject({ id: id(), kind: z.string(), title: z.string() })),
    /** Who could decide it now, by name; while it is open. */
    askedOf: z.array(named()),
    can,
  }),
  kinds: ['approval'],
  example: { id: '019aa000-0000-7000-8000-000000000004' },
})

export const readJournal = query({
  name: 'authority.read-journal',
  summary: 'The journal, newest first, in sentences: who did what, when, to which records one may see.',
  input: z.strictObject({
    who: id('principal', { control: 'person' }).optional(),
    command: z.string().max(100).optional(),
    recordId: id().optional(),
    from: instant().optional(),
    until: instant().optional(),
    ...slice,
  }),
  output: list(journalLine()),
  kinds: ['*'],
  tool: false,
  example: { command: 'authority.approve' },
})

export const getJournalLine = query({
  name: 'authority.get-journal-line',
  summary: 'One line of the journal: what it says, what followed from it, and its link in the chain of hashes.',
  permission: 'authority.read-journal',
  input: z.strictObject({ seq: z.int().min(1) }),
  output: z.strictObject({
    line: journalLine(),
    /** What was done as its consequence, in order. */
    consequences: z.array(journalLine()),
    /** SHA-256, hexadecimal: of this line, and of the one before it that it continues. */
    hash: z.string(),
    previousHash: z.string(),
    mandateId: id('mandate').nullable(),
  }),
  kinds: ['*'],
  tool: false,
  example: { seq: 1 },
})

export const recordTimeline = query({
  name: 'authority.record-timeline',
  summary: 'Everything that happened to one record, or to it and others beside it, newest first.',
  input: z.strictObject({
    id: id(),
    /** Others in the same timeline, as far as the reader may see them. */
    alsoIds: z.array(id()).max(2000).optional().meta({ hidden: true }),
    ...slice,
  }),
  output: list(journalLine()),
  kinds: ['*'],
  example: { id: examplePrincipal },
})

export const listApiTokens = query({
  name: 'authority.list-api-tokens',
  summary: 'The API tokens of this office: whose, until when, when last used. Never the tokens themselves.',
  input: z.strictObject({ ...slice }),
  output: list(
    z.strictObject({
      id: id(),
      name: z.string(),
      principal: named(),
      mandateId: id('mandate').nullable(),
      createdAt: instant(),
      createdBy: named(),
      expiresAt: instant().nullable(),
      usedAt: instant().nullable(),
      revokedAt: instant().nullable(),
    }),
  ),
  kinds: ['principal'],
  tool: false,
  example: {},
})

export const showLink = query({
  name: 'authority.show-link',
  summary: 'The path of an invitation or password link, for who may make one for that person; while it holds.',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({ path: z.string(), purpose: choice(['invitation', 'password-reset']), expiresAt: instant() }),
  tool: false,
  example: { id: '019aa000-0000-7000-8000-000000000007' },
})

export const showApiToken = query({
  name: 'authority.show-api-token',
  summary: 'An API token in clear, to who made it, within ten minutes.',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({ token: z.string() }),
  tool: false,
  example: { id: '019aa000-0000-7000-8000-000000000006' },
})

export const getOrganisation = query({
  name: 'authority.get-organisation',
  summary: 'The office: name, country, currency, zone, language, settings.',
  input: z.strictObject({}),
  output: z.strictObject({
    id: id(),
    name: z.string(),
    country: z.string(),
    currency: z.string(),
    zone: z.string(),
    language: z.string(),
    settings: officeSettings(),
    version: z.int(),
    openedAt: instant(),
    can,
  }),
  example: {},
})

export const affairQueries = [
  listMandates,
  getMandate,
  listApprovals,
  countApprovals,
  getApproval,
  readJournal,
  getJournalLine,
  recordTimeline,
  listApiTokens,
  showLink,
  showApiToken,
  getOrganisation,
]
