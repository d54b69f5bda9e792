import { query } from '../../../kernel/declare.ts'
import { canSchema } from '../../../kernel/can.ts'
import { choice, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import { officeSettings } from './office-commands.ts'
import { examplePrincipal } from './people-commands.ts'
import { standardRoles } from './roles.ts'
import { approvalRow, journalLine, mandateRow, named, principalState, recordHead, roleKey } from './shapes.ts'

const list = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), total: z.int(), next: z.string().nullable() })
const grants = z.array(z.strictObject({ permission: z.string(), limit: money().nullable() }))
const can = z.array(canSchema)

const principalRow = z.strictObject({
  id: id('principal'),
  name: z.string(),
  kind: choice(['person', 'assistant']),
  email: z.string().nullable(),
  state: principalState(),
  roles: z.array(named()),
  deputy: named().nullable(),
  version: z.int(),
})

export const listPrincipals = query({
  name: 'authority.list-principals',
  summary: 'Colleagues and software assistants, by name.',
  input: z.strictObject({
    text: z.string().max(200).optional(),
    kind: choice(['person', 'assistant']).optional(),
    state: principalState().optional(),
    roleId: id('role').optional(),
    ...slice,
  }),
  output: list(principalRow),
  kinds: ['principal', 'role'],
  example: { text: 'karin' },
})

export const getPrincipal = query({
  name: 'authority.get-principal',
  summary: 'One colleague: roles, limits, deputy, mandates, and what may be done.',
  input: z.strictObject({ id: id('principal') }),
  output: z.strictObject({
    record: recordHead(),
    kind: choice(['person', 'assistant']),
    email: z.string().nullable(),
    language: z.string(),
    clearance: z.int(),
    roles: z.array(
      z.strictObject({ id: id('role'), name: z.string(), fromAt: instant(), untilAt: instant().nullable() }),
    ),
    limits: grants,
    deputy: named().nullable(),
    deputyFor: z.array(named()),
    mandates: z.array(mandateRow()),
    can,
  }),
  kinds: ['principal', 'role', 'mandate'],
  example: { id: examplePrincipal },
})

const roleRow = z.strictObject({
  id: id('role'),
  key: roleKey().nullable(),
  name: z.string(),
  clearance: z.int(),
  holders: z.int(),
  grants,
  version: z.int(),
})

export const listRoles = query({
  name: 'authority.list-roles',
  summary: 'The roles of this office with their permissions and how many hold them.',
  input: z.strictObject({ text: z.string().max(200).optional(), ...slice }),
  output: list(roleRow),
  kinds: ['role', 'principal'],
  example: {},
})

export const getRole = query({
  name: 'authority.get-role',
  summary: 'One role: permissions, limits, who holds it.',
  input: z.strictObject({ id: id('role') }),
  output: z.strictObject({
    record: recordHead(),
    key: roleKey().nullable(),
    clearance: z.int(),
    grants,
    holders: z.array(named()),
    can,
  }),
  kinds: ['role', 'principal'],
  example: { id: standardRoles.clerk.id },
})

export const permissionMatrix = query({
  name: 'authority.permission-matrix',
  summary: 'Every permission that can be given against every role: not held, held, or held up to an amount.',
  input: z.strictObject({}),
  output: z.strictObject({
    roles: z.array(named()),
    rows: z.array(
      z.strictObject({
        permission: z.string(),
        label: z.string(),
        cells: z.array(z.strictObject({ roleId: id('role'), held: z.boolean(), limit: money().nullable() })),
      }),
    ),
  }),
  kinds: ['role'],
  tool: false,
  example: {},
})

export const listMandates = query({
  name: 'authority.list-mandates',
  summary: "Mandates given and received; everybody's for who administers people.",
  input: z.strictObject({
    box: choice(['given', 'received', 'all']).default('all'),
    holding: z.boolean().optional(),
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
  input: z.strictObject({ box: choice(['to-decide', 'asked', 'decided']).default('to-decide'), ...slice }),
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

export const recordTimeline = query({
  name: 'authority.record-timeline',
  summary: 'Everything that happened to one record, newest first.',
  input: z.strictObject({ id: id(), ...slice }),
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

/** For pickers of people: names by a few letters. */
export const suggestPrincipal = query({
  name: 'authority.suggest-principal',
  summary: 'Colleagues whose name or e-mail begins like the text, for pickers.',
  permission: 'authority.list-principals',
  input: z.strictObject({
    text: text(200).optional(),
    limit: z.int().min(1).max(50).default(10).meta({ hidden: true }),
  }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ id: id('principal'), title: z.string(), subtitle: z.string() })),
  }),
  kinds: ['principal'],
  tool: false,
  example: { text: 'ka' },
})

export const authorityQueries = [
  listPrincipals,
  suggestPrincipal,
  getPrincipal,
  listRoles,
  getRole,
  permissionMatrix,
  listMandates,
  getMandate,
  listApprovals,
  countApprovals,
  getApproval,
  readJournal,
  recordTimeline,
  listApiTokens,
  showLink,
  showApiToken,
  getOrganisation,
]
