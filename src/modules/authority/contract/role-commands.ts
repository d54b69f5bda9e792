import { command, job } from '../../../kernel/declare.ts'
import { confidentiality, count, expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import { roleChanged, roleCreated } from './events.ts'
import { changed } from './people-commands.ts'
import { refusals } from './refusals.ts'
import { standardRoles } from './roles.ts'
import { grantShape } from './shapes.ts'

export const createRole = command({
  name: 'authority.create-role',
  summary: "Makes a role of the office's own with its permissions and limits; nobody gives what they do not hold.",
  input: z.strictObject({
    name: text(100),
    clearance: confidentiality().default(1),
    grants: z.array(grantShape()).min(1).max(500),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [roleCreated],
  refusals: [refusals.authorityNotHeld, refusals.limitCurrency],
  kinds: ['role'],
  tool: false,
  example: {
    name: 'Buyer',
    clearance: 1,
    grants: [{ permission: 'documents.*', limit: { amount: '5000.00', currency: 'SEK' } }],
  },
})

export const changeRole = command({
  name: 'authority.change-role',
  summary: "Changes a role's name, clearance, or all of its permissions and limits; the owner's role stays as it is.",
  input: z.strictObject({
    id: id('role', { hidden: true }),
    expectedVersion: expectedVersion(),
    name: text(100).optional(),
    clearance: confidentiality().optional(),
    grants: z.array(grantShape()).max(500).optional(),
  }),
  output: changed,
  emits: [roleChanged],
  refusals: [refusals.authorityNotHeld, refusals.limitCurrency, refusals.roleOwnerFixed],
  kinds: ['role'],
  subject: 'id',
  tool: false,
  undoable: true,
  example: { id: standardRoles.clerk.id, grants: [{ permission: 'work.*' }] },
})

export const offerStandardRights = command({
  name: 'authority.offer-standard-rights',
  summary:
    'Gives the standard roles what came to them with an update, once; what the office took from a role stays taken.',
  permission: 'authority.change-role',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  emits: [roleChanged],
  door: 'none',
  tool: false,
  example: {},
})

/** When Kontor starts, and every morning. */
export const offerRightsJob = job('authority.offer-rights', z.strictObject({}))

export const roleCommands = [createRole, changeRole, offerStandardRights]
