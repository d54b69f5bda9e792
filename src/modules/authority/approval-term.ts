/** How long an act waits for somebody's word: what was asked in another month is asked again. */
import { sql, type Transaction } from 'kysely'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { refusals } from './contract/refusals.ts'

/** Days from asking until an open approval lapses. */
export const approvalTerm_days = 30

/** What was asked at this moment or before has lapsed. */
export const lapsedBefore = (at: Temporal.Instant): Temporal.Instant => at.subtract({ hours: 24 * approvalTerm_days })

/** Whether an approval asked then may no longer be decided. */
export const hasLapsed = (askedAt: Temporal.Instant, at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(askedAt, lapsedBefore(at)) <= 0

/** Closes what nobody decided in time, in the order in which records are locked; one act's only, or all. */
export async function closeLapsed(
  db: Transaction<never>,
  at: Temporal.Instant,
  only: { readonly command: string; readonly inputDigest: Buffer } | null,
): Promise<{ id: string; title: string; asked_by: string }[]> {
  const { rows } = await sql<{ id: string; title: string; asked_by: string }>`
    with lapsed as (
      select r.id from kernel.record r join authority.approval a on a.organisation_id = r.organisation_id and a.id = r.id
      where r.organisation_id = kernel.organisation_id() and r.kind = 'approval' and a.state = 'open'
        and a.asked_at <= ${lapsedBefore(at)}::timestamptz
        and (${only === null} or (a.command = ${only?.command ?? ''} and a.input_digest = ${only?.inputDigest ?? null}::bytea))
      order by r.id limit 1000 for no key update of r),
    told as (
      update kernel.record r set version = r.version + 1, changed_at = ${at} from lapsed
      where r.organisation_id = kernel.organisation_id() and r.id = lapsed.id returning r.id, r.title)
    update authority.approval a set state = 'closed', decided_at = ${at}, decided_by = ${systemPrincipalId},
      closed_by = ${JSON.stringify({ name: refusals.approvalExpired.name, data: {} })}::jsonb
    from told where a.organisation_id = kernel.organisation_id() and a.id = told.id and a.state = 'open'
    returning a.id, told.title, a.asked_by`.execute(db)
  return rows
}
