import { command } from '../../../kernel/declare.ts'
import { expectedVersion, id, instant, money, text, z } from '../../../kernel/schema.ts'
import {
  assistantCreated,
  deputySet,
  invitationRenewed,
  limitSet,
  passwordResetOffered,
  personInvited,
  principalDisabled,
  principalEnabled,
  roleAssigned,
  roleUnassigned,
} from './events.ts'
import { refusals } from './refusals.ts'
import { standardRoles } from './roles.ts'
import { email, language, permissionName } from './shapes.ts'

export const examplePrincipal = '019aa000-0000-7000-8000-000000000001'
const exampleOther = '019aa000-0000-7000-8000-000000000002'

const principal = { id: id('principal', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['principal'], subject: 'id' }
export const changed = z.strictObject({ id: z.uuid(), version: z.int() })
const role = () => id('role')

export const invitePerson = command({
  name: 'authority.invite-person',
  summary: 'Makes a colleague with roles and an invitation; `authority.show-link` shows the link for its id.',
  input: z.strictObject({
    name: text(200),
    email: email(),
    roleIds: z.array(role()).min(1).max(20).default([standardRoles.colleague.id]),
    language: language().optional(),
  }),
  output: z.strictObject({ principalId: z.uuid(), invitationId: z.uuid() }),
  emits: [personInvited],
  refusals: [refusals.emailTaken, refusals.authorityNotHeld],
  kinds: ['principal'],
  tool: false,
  undoable: true,
  example: { name: 'Karin Lindqvist', email: 'karin@example.org', roleIds: [standardRoles.colleague.id] },
})

export const renewInvitation = command({
  name: 'authority.renew-invitation',
  summary: 'Makes a new invitation for a colleague who has not come in yet; the earlier link ends.',
  input: z.strictObject({ id: principal.id }),
  output: z.strictObject({ invitationId: z.uuid() }),
  emits: [invitationRenewed],
  refusals: [
    refusals.principalNotPerson,
    refusals.principalJoined,
    refusals.principalDisabled,
    refusals.authorityNotHeld,
  ],
  ...about,
  tool: false,
  example: { id: examplePrincipal },
})

export const resetPassword = command({
  name: 'authority.reset-password',
  summary: 'Makes a link by which a colleague sets a new password; `authority.show-link` shows it for its id.',
  input: z.strictObject({ id: principal.id }),
  output: z.strictObject({ resetId: z.uuid() }),
  emits: [passwordResetOffered],
  refusals: [refusals.accountMissing, refusals.accountShared, refusals.principalDisabled, refusals.authorityNotHeld],
  ...about,
  tool: false,
  example: { id: examplePrincipal },
})

export const createAssistant = command({
  name: 'authority.create-assistant',
  summary: 'Makes a software assistant; it acts with an API token, under a mandate that somebody grants it.',
  input: z.strictObject({ name: text(200) }),
  output: z.strictObject({ principalId: z.uuid() }),
  emits: [assistantCreated],
  refusals: [refusals.authorityNotHeld],
  kinds: ['principal'],
  tool: false,
  undoable: true,
  example: { name: 'Post assistant' },
})

export const disablePrincipal = command({
  name: 'authority.disable-principal',
  summary: 'Shuts somebody out at once: sessions, tokens and links end; what they did stays on record.',
  input: z.strictObject(principal),
  output: changed,
  emits: [principalDisabled],
  refusals: [refusals.principalDisabled, refusals.ownerLast, refusals.authorityNotHeld],
  ...about,
  tool: false,
  undoable: true,
  example: { id: examplePrincipal },
})

export const enablePrincipal = command({
  name: 'authority.enable-principal',
  summary: 'Lets somebody in again who was shut out.',
  input: z.strictObject(principal),
  output: changed,
  emits: [principalEnabled],
  refusals: [refusals.principalEnabled, refusals.authorityNotHeld],
  ...about,
  tool: false,
  undoable: true,
  example: { id: examplePrincipal },
})

export const assignRole = command({
  name: 'authority.assign-role',
  summary: 'Gives somebody a role, for good or until a moment; nobody gives what they do not hold.',
  input: z.strictObject({ ...principal, roleId: role(), until: instant({ folded: true }).optional() }),
  output: changed,
  emits: [roleAssigned],
  refusals: [refusals.roleHeld, refusals.authorityNotHeld, refusals.mandatePast],
  ...about,
  tool: false,
  undoable: true,
  example: { id: examplePrincipal, roleId: standardRoles.clerk.id },
})

export const unassignRole = command({
  name: 'authority.unassign-role',
  summary: 'Takes a role from somebody; the last owner keeps it.',
  input: z.strictObject({ ...principal, roleId: role() }),
  output: changed,
  emits: [roleUnassigned],
  refusals: [refusals.roleNotHeld, refusals.ownerLast, refusals.authorityNotHeld],
  ...about,
  tool: false,
  undoable: true,
  example: { id: examplePrincipal, roleId: standardRoles.clerk.id },
})

export const setLimit = command({
  name: 'authority.set-limit',
  summary: 'Sets up to which amount somebody may use a permission without asking; with null it is without limit.',
  input: z.strictObject({
    ...principal,
    permission: permissionName(),
    limit: money().nullable(),
    /** True takes the person's own limit away, so that the roles decide again. */
    asRoles: z.boolean().optional().meta({ hidden: true }),
  }),
  output: changed,
  emits: [limitSet],
  refusals: [refusals.permissionNotGranted, refusals.limitCurrency, refusals.authorityNotHeld],
  ...about,
  tool: false,
  undoable: true,
  example: { id: examplePrincipal, permission: 'documents.*', limit: { amount: '10000.00', currency: 'SEK' } },
})

export const setDeputy = command({
  name: 'authority.set-deputy',
  summary: "Names who stands in for somebody; with null nobody. One's own, or anybody's for who administers people.",
  input: z.strictObject({ ...principal, deputyId: id('principal', { control: 'person' }).nullable() }),
  output: changed,
  emits: [deputySet],
  refusals: [refusals.deputyNotPossible, refusals.authorityNotHeld],
  ...about,
  undoable: true,
  example: { id: examplePrincipal, deputyId: exampleOther },
})

export const peopleCommands = [
  invitePerson,
  renewInvitation,
  resetPassword,
  createAssistant,
  disablePrincipal,
  enablePrincipal,
  assignRole,
  unassignRole,
  setLimit,
  setDeputy,
]
