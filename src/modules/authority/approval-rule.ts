/** Who may decide an approval: the one wording that the command refuses by, and the page draws its buttons from. */
import { sql } from 'kysely'
import { limitOf, type Principal } from '../../kernel/authority.ts'
import type { View } from '../../kernel/implement.ts'
import type { RefusalDeclaration } from '../../kernel/refusal.ts'
import { refusals } from './contract.ts'
import { type Reach, reachOf } from './port/reach.ts'
import type { AuthorityTables } from './tables.ts'
import { approveOwn } from './words.ts'

export type Question = Pick<
  AuthorityTables['authority.approval'],
  'asked_by' | 'asked_for' | 'permission' | 'because' | 'amount_minor' | 'amount_currency'
>

type Standing = Pick<View, 'office' | 'principal' | 'at' | 'db'>

/** Whether this principal asked it, or for whom it acts did: then these are not other eyes. */
export const askedBy = (principal: Pick<Principal, 'id' | 'onBehalfOf'>, approval: Question): boolean =>
  [principal.id, principal.onBehalfOf?.id].includes(approval.asked_by)

/** Whether it is this principal's own affair: asked by it, or by somebody under its mandate. */
export const isOwnAffair = (principal: Pick<Principal, 'id' | 'onBehalfOf'>, approval: Question): boolean =>
  askedBy(principal, approval) ||
  (approval.asked_for !== null && [principal.id, principal.onBehalfOf?.id].includes(approval.asked_for))

/** How far a reach goes in deciding: not at all, not up to this amount, or all the way. */
export function reachesDecision(
  reach: Reach,
  permission: string,
  asked: Pick<Question, 'amount_minor' | 'amount_currency'> | null,
): 'no' | 'above-limit' | 'yes' {
  const limit = reachOf(reach, permission)
  if (limit === undefined) return 'no'
  if (limit === null || asked === null || asked.amount_minor === null) return 'yes'
  if (limit.currency !== asked.amount_currency) return 'above-limit'
  const size = asked.amount_minor < 0n ? -asked.amount_minor : asked.amount_minor
  return size <= limit.minor ? 'yes' : 'above-limit'
}

/** How far a principal's own authority goes in deciding. */
export const mayDecide = (principal: Principal, approval: Question) =>
  reachesDecision(principal.permissions, approval.permission, approval)

/**
 * Why one may not approve it, or null: without the permission, above one's own limit, or as its asker — unless one holds
 * `authority.approve-own`, and even then not where more than one pair of eyes was asked for and another pair is there.
 */
export async function whyNotDecide(standing: Standing, approval: Question): Promise<RefusalDeclaration | null> {
  // A person decides; and whoever lent a mandate to a piece of software is not a second pair of eyes on what it asks.
  if (standing.principal.kind === 'assistant') return refusals.approvalNotYours
  const reach = mayDecide(standing.principal, approval)
  if (reach === 'no') return refusals.approvalNotYours
  if (reach === 'above-limit') return refusals.approvalAboveLimit
  const ownEyes = approval.because === 'four-eyes' && isOwnAffair(standing.principal, approval)
  if (ownEyes && (await askedBySoftware(standing, approval))) return refusals.approvalOwn
  if (!askedBy(standing.principal, approval)) return null
  const holds = limitOf(standing.principal, approveOwn) !== undefined
  return !holds || (approval.because === 'four-eyes' && (await somebodyElse(standing, approval)))
    ? refusals.approvalOwn
    : null
}

async function askedBySoftware({ office, db }: Standing, approval: Question): Promise<boolean> {
  const { rows } = await sql<{ kind: string }>`
    select kind from authority.principal where organisation_id = ${office.id} and id = ${approval.asked_by}`.execute(
    db(),
  )
  return rows[0]?.kind === 'assistant'
}

/** Whether anybody else who can sign in could decide it, now, within their roles. */
async function somebodyElse({ office, principal, at, db }: Standing, approval: Question): Promise<boolean> {
  const module = `${approval.permission.slice(0, approval.permission.indexOf('.'))}.*`
  const { rows } = await sql<{ other: boolean }>`
    select exists (
      select from authority.assignment a
      join authority.principal p on p.organisation_id = a.organisation_id and p.id = a.principal_id
      join authority.role_permission g on g.organisation_id = a.organisation_id and g.role_id = a.role_id
      where a.organisation_id = ${office.id} and p.kind = 'person' and p.disabled_at is null
        and p.id <> all (${[approval.asked_by, principal.id]}::uuid[]) and p.id in (select platform.members())
        and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})
        and g.permission = any (${[approval.permission, module, '*']}::text[])
        and (g.limit_minor is null or g.limit_minor >= abs(coalesce(${approval.amount_minor}::bigint, 0)))) as other`.execute(
    db(),
  )
  return rows[0]!.other
}
