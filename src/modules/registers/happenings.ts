/** What rules are to hear of: noted in the act, told by a job after it. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { applyRulesJob, lookForDatesJob } from './contract.ts'
import type { RegistersTables } from './tables.ts'

/** Notes what happened to rows where a rule that is on wants to hear of it, and lets dates be looked at. */
export async function noteHappenings(
  act: Act,
  registerId: string,
  rowIds: readonly string[],
  what: 'added' | 'changed',
  fieldIds: readonly string[],
  chain: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ listens: boolean; dates: boolean }>`
    select exists (select from registers.rule where organisation_id = ${act.office.id} and register_id = ${registerId} and enabled
        and trigger_on = ${what} and (trigger_field_id is null or trigger_field_id = any(${[...fieldIds]}::uuid[]))) as listens,
      exists (select from registers.field where organisation_id = ${act.office.id} and register_id = ${registerId} and dropped_at is null
        and remind_days is not null and (${what === 'added'} or id = any(${[...fieldIds]}::uuid[])))
      or exists (select from registers.rule where organisation_id = ${act.office.id} and register_id = ${registerId} and enabled
        and trigger_on = 'date' and (${what === 'added'} or trigger_field_id = any(${[...fieldIds]}::uuid[]))) as dates`.execute(
    act.db(),
  )
  if (rows[0]!.listens) {
    for (let at = 0; at < rowIds.length; at += 1000)
      await act
        .db<RegistersTables>()
        .insertInto('registers.happening')
        .values(
          rowIds.slice(at, at + 1000).map(rowId => ({
            organisation_id: act.office.id,
            id: act.newId(),
            register_id: registerId,
            row_id: rowId,
            what,
            field_ids: [...fieldIds],
            rule_id: null,
            chain: [...chain],
            at: act.at,
          })),
        )
        .execute()
    act.enqueue(applyRulesJob, { registerId })
  }
  if (rows[0]!.dates) act.enqueue(lookForDatesJob, {})
}
