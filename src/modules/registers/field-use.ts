/** What hangs on a field: computed ones, the pattern of titles, rules. */
import type { Act } from '../../kernel/implement.ts'
import { fieldLacking, fieldUsed } from './contract.ts'
import { sql } from 'kysely'
import type { Field } from './fields.ts'
import type { Register } from './register-row.ts'
import { rulesOf } from './rules.ts'
import { keysIn } from './titles.ts'

export async function usesOf(act: Act, register: Register, fields: readonly Field[], field: Field): Promise<string[]> {
  const computed = fields.filter(other => other.ofId === field.id && !other.dropped).map(({ name }) => name)
  const titled = keysIn(register.title_pattern).includes(field.key) ? [register.title_pattern] : []
  const rules = (await rulesOf(act, register.id)).filter(({ rule, triggerFieldId }) => {
    const { conditions, actions } = rule
    return (
      triggerFieldId === field.id ||
      conditions.some(condition => condition.field === field.key) ||
      actions.some(action =>
        action.do === 'set' ? action.field === field.key : keysIn(action.title).includes(field.key),
      )
    )
  })
  return [...computed, ...titled, ...rules.map(({ rule }) => rule.name)]
}

export async function requireUnused(
  act: Act,
  register: Register,
  fields: readonly Field[],
  field: Field,
): Promise<void> {
  const uses = await usesOf(act, register, fields, field)
  if (uses.length > 0) act.refuse(fieldUsed, { name: field.name, uses: uses.join(', ') })
}

/** Refuses to require a field that rows do not have. */
export async function requireFilled(act: Act, registerId: string, field: Pick<Field, 'id' | 'name'>): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from registers.row w
    where w.organisation_id = ${act.office.id} and w.register_id = ${registerId} and w.discarded_at is null and not exists (
      select from registers.value v where v.organisation_id = w.organisation_id and v.row_id = w.id and v.field_id = ${field.id})`.execute(
    act.db(),
  )
  if (rows[0]!.count > 0) act.refuse(fieldLacking, { name: field.name, count: rows[0]!.count })
}
