/** What the clock brings: cases whose owner is warned, whose promise has broken, that close by themselves; answers to be looked at. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'

type Reader = Pick<View | Act, 'db' | 'office' | 'at' | 'today'>

/** So long after its answer a case closes by itself, where nobody objects. */
export const closesAfterDays = 14

const cases = (at: Reader, where: RawBuilder<unknown>) => sql`
  select c.id from cases.case_file c join cases.kind k on k.organisation_id = c.organisation_id and k.id = c.kind_id
  where c.organisation_id = ${at.office.id} and ${where}`

const running = sql`c.state in ('new', 'owned', 'waiting')`
/** Not both at once: what has broken is told as broken. */
export const toWarn = (at: Reader) =>
  cases(at, sql`${running} and c.warned_at is null and c.warn_at <= ${at.at} and c.due_at > ${at.at}`)
export const toEscalate = (at: Reader) => cases(at, sql`${running} and c.escalated_at is null and c.due_at <= ${at.at}`)
export const toClose = (at: Reader) =>
  cases(
    at,
    sql`c.state = 'answered' and c.answered_at < ${at.at.subtract({ hours: 24 * closesAfterDays })}
      and (k.sort <> 'complaint' or c.cause_id is not null)
      and not exists (select from cases.entry e where e.organisation_id = c.organisation_id and e.case_id = c.id
        and e.what = 'said' and e.at > c.answered_at and (c.verdict_at is null or e.at <> c.verdict_at))`,
  )
export const reviewOn = sql`(a.reviewed_on + make_interval(months => a.review_months))::date`
export const isOld = (at: Pick<Reader, 'today'>) =>
  sql`(${reviewOn} <= ${at.today} or coalesce(a.valid_until < ${at.today}, false))`
export const toReview = (at: Reader) => sql`
  select a.id from cases.answer a where a.organisation_id = ${at.office.id} and a.retired_at is null
    and a.review_raised_at is null and ${isOld(at)}`

export async function idsOf(at: Reader, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${query} order by 1 limit 500`.execute(at.db())
  return rows.map(row => row.id)
}

export async function dueCount(at: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from (${toWarn(at)}) w) + (select count(*) from (${toEscalate(at)}) e)
      + (select count(*) from (${toClose(at)}) c) + (select count(*) from (${toReview(at)}) r) as count`.execute(
    at.db(),
  )
  return Number(rows[0]!.count)
}
