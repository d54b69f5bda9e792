/** Queries on people and their roles. */
import { query } from '../../../kernel/declare.ts'
import { choice, id, instant, money, slice, text, z } from '../../../kernel/schema.ts'
import { examplePrincipal } from './people-commands.ts'
import { standardRoles } from './roles.ts'
import { can, grants, list, mandateRow, named, principalState, recordHead, roleKey } from './shapes.ts'

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

export const listOpenOffers = query({
  name: 'authority.list-open-offers',
  summary: 'Rights of this version that the standard roles of this office were never offered.',
  permission: 'authority.permission-matrix',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(z.strictObject({ roleId: id('role'), permission: z.string() })),
    total: z.int(),
  }),
  kinds: ['role'],
  tool: false,
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

export const peopleQueries = [
  listPrincipals,
  suggestPrincipal,
  getPrincipal,
  listRoles,
  getRole,
  permissionMatrix,
  listOpenOffers,
]
