import { event } from '../../../kernel/declare.ts'
import { id, instant, money, z } from '../../../kernel/schema.ts'

const name = z.string()
const principal = { id: id('principal'), name }

/** Other modules react to it by making what an office begins with (a file plan, rules). */
export const organisationOpened = event(
  'authority.organisation-opened',
  z.strictObject({ name, country: z.string(), language: z.string(), ownerId: id('principal') }),
)
export const organisationChanged = event(
  'authority.organisation-changed',
  z.strictObject({ name, changed: z.array(z.string()) }),
)
export const personInvited = event(
  'authority.person-invited',
  z.strictObject({ ...principal, roles: z.array(z.string()) }),
)
export const invitationRenewed = event('authority.invitation-renewed', z.strictObject(principal))
export const assistantCreated = event('authority.assistant-created', z.strictObject(principal))
export const passwordResetOffered = event('authority.password-reset-offered', z.strictObject(principal))
export const principalDisabled = event('authority.principal-disabled', z.strictObject(principal))
export const principalEnabled = event('authority.principal-enabled', z.strictObject(principal))
export const deputySet = event('authority.deputy-set', z.strictObject({ ...principal, deputy: name.nullable() }))
export const roleAssigned = event(
  'authority.role-assigned',
  z.strictObject({ ...principal, role: name, until: instant().nullable() }),
)
export const roleUnassigned = event('authority.role-unassigned', z.strictObject({ ...principal, role: name }))
export const roleCreated = event('authority.role-created', z.strictObject({ id: id('role'), name }))
export const roleChanged = event('authority.role-changed', z.strictObject({ id: id('role'), name }))
export const limitSet = event(
  'authority.limit-set',
  z.strictObject({ id: id(), name, permission: z.string(), limit: money().nullable() }),
)
export const mandateGranted = event(
  'authority.mandate-granted',
  z.strictObject({ id: id('mandate'), from: name, to: name, until: instant() }),
)
export const mandateRevoked = event(
  'authority.mandate-revoked',
  z.strictObject({ id: id('mandate'), from: name, to: name }),
)

/** Somebody's consent is asked for; `deciderIds` are people who could give it. */
export const approvalAsked = event(
  'authority.approval-asked',
  z.strictObject({ id: id('approval'), title: name, deciderIds: z.array(id('principal')) }),
)
const decided = { id: id('approval'), title: name, askedById: id('principal') }
export const approvalGranted = event('authority.approval-granted', z.strictObject(decided))
export const approvalRefused = event('authority.approval-refused', z.strictObject({ ...decided, reason: z.string() }))
export const approvalWithdrawn = event('authority.approval-withdrawn', z.strictObject(decided))
/** Approved, but the act was refused when it was dispatched anew. */
export const approvalClosed = event('authority.approval-closed', z.strictObject({ ...decided, refusal: z.string() }))
/** Nobody decided it in time. */
export const approvalLapsed = event('authority.approval-lapsed', z.strictObject(decided))

export const recordClassSet = event(
  'authority.record-class-set',
  z.strictObject({ id: id(), title: name, class: z.int(), audience: z.array(id()).nullable() }),
)
export const journalLineErased = event(
  'authority.journal-line-erased',
  z.strictObject({ seq: z.int(), reason: z.string() }),
)
export const apiTokenCreated = event('authority.api-token-created', z.strictObject({ id: id(), name, principal: name }))
export const apiTokenRevoked = event('authority.api-token-revoked', z.strictObject({ id: id(), name }))
