/** Rules of a register: read, checked, and moved when a field is replaced. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { ruleFacts, type Rule, ruleInvalid, valuesInvalid } from './contract.ts'
import { readValue } from './field-values.ts'
import type { Field, Reader } from './fields.ts'
import { keysIn } from './titles.ts'
import { z } from '../../kernel/schema.ts'
import { readRows } from './row-values.ts'

export interface KeptRule {
  readonly id: string
  readonly rule: Rule
  readonly authorId: string
  readonly enabled: boolean
  readonly version: number
  readonly triggerFieldId: string | null
  readonly triggerDays: number | null
}

const kept = z.strictObject(ruleFacts)

export async function rulesOf(reader: Reader, registerId: string): Promise<KeptRule[]> {
  const { rows } = await sql<{
    id: string
    name: string
    author_id: string
    condition: { when: unknown; conditions: unknown }
    action: unknown
    enabled: boolean
    version: number
    trigger_field_id: string | null
    trigger_days: number | null
  }>`select id, name, author_id, condition, action, enabled, version, trigger_field_id, trigger_days from registers.rule
     where organisation_id = ${reader.office.id} and register_id = ${registerId} order by id`.execute(reader.db())
  return rows.map(row => ({
    id: row.id,
    rule: kept.parse({ name: row.name, ...row.condition, actions: row.action }),
    authorId: row.author_id,
    enabled: row.enabled,
    version: row.version,
    triggerFieldId: row.trigger_field_id,
    triggerDays: row.trigger_days,
  }))
}

/** The columns of a rule. */
export function ruleColumns({ name, when, conditions, actions }: Rule, fields: readonly Field[]) {
  return {
    name,
    condition: JSON.stringify({ when, conditions }),
    action: JSON.stringify(actions),
    trigger_on: when.on,
    trigger_field_id: when.on === 'added' ? null : fields.find(field => field.key === when.field)!.id,
    trigger_days: when.on === 'date' ? when.days : null,
  }
}

/** Refuses a rule that names what is not there, or compares and sets what its fields do not take. */
export async function requireRule(act: Reader, rule: Rule, fields: readonly Field[]): Promise<void> {
  const not = (because: string, field: string): never => act.refuse(ruleInvalid, { because, field })
  const known = (key: string): Field => fields.find(field => field.key === key) ?? not('field', key)
  const stored = (key: string): Field => {
    const field = known(key)
    return field.type === 'computed' ? not('computed', key) : field
  }
  const { when } = rule
  if (when.on === 'changed') stored(when.field)
  if (when.on === 'date' && known(when.field).type !== 'date') not('date', when.field)
  const compared = [
    ...rule.conditions.filter(({ is }) => is !== 'empty' && is !== 'filled'),
    ...(when.on === 'changed' && when.to !== undefined
      ? [{ field: when.field, is: 'equals' as const, value: when.to }]
      : []),
  ]
  for (const { field: key, is } of rule.conditions) {
    const field = stored(key)
    if ((is === 'above' || is === 'below') && !['number', 'money', 'date'].includes(field.type)) not('compare', key)
  }
  const values = [
    ...compared.map(({ field, value }) => ({ [field]: value ?? null })),
    ...rule.actions.flatMap(action => (action.do === 'set' ? [{ [stored(action.field).key]: action.value }] : [])),
  ]
  for (const action of rule.actions) if (action.do === 'task') for (const key of keysIn(action.title)) known(key)
  const problems = (
    await readRows(
      act,
      fields.map(field => ({ ...field, required: false })),
      values,
      false,
    )
  ).flatMap(read => read.problems)
  if (problems.length > 0)
    act.refuse(valuesInvalid, { fields: problems, names: problems.map(problem => problem.name).join(', ') })
  for (const { field, value } of compared)
    if ((value ?? null) === null || 'because' in readValue(known(field), value!, act.office)) not('value', field)
}

/** Rules that waited for a field wait for the one that takes its place. */
export async function moveTriggers(act: Act, registerId: string, from: string, to: string): Promise<void> {
  await sql`update registers.rule set trigger_field_id = ${to}
    where organisation_id = ${act.office.id} and register_id = ${registerId} and trigger_field_id = ${from}`.execute(
    act.db(),
  )
}
