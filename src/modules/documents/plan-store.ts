/** The file plan and the intake rules as they stand in the organisation. */
import type { DocumentKind } from './contract.ts'
import type { FileClass, Rule } from './consequences.ts'
import type { Reader } from './document-store.ts'
import { standardRules } from './standard-plan.ts'
import type { DocumentsTables } from './tables.ts'

export type RuleInForce = Rule & { readonly classCode: FileClass | null }

const classColumns = ['c.id', 'c.code', 'c.name', 'c.retention_years', 'c.retention_from', 'c.class'] as const

/** A class of the plan that papers may be filed under now. */
export async function classOf(reader: Reader, id: string): Promise<FileClass | null> {
  const row = await reader
    .db<DocumentsTables>()
    .selectFrom('documents.class_code as c')
    .select(classColumns)
    .where('c.organisation_id', '=', reader.office.id)
    .where('c.id', '=', id)
    .where('c.retired', '=', false)
    .executeTakeFirst()
  return row ?? null
}

/** All rules, one a kind; where the organisation has none the standard one holds, without a class to file under. */
export async function rulesInForce(reader: Reader): Promise<(kind: DocumentKind) => RuleInForce> {
  const db = reader.db<DocumentsTables>()
  const rules = await db
    .selectFrom('documents.intake_rule')
    .selectAll()
    .where('organisation_id', '=', reader.office.id)
    .execute()
  const byId = await classesInUse(reader)
  const own = new Map(
    rules.map(rule => [rule.kind, { ...rule, classCode: byId.get(rule.class_code_id ?? '') ?? null }]),
  )
  return kind => own.get(kind) ?? { ...standardRule(kind), classCode: null }
}

/** Every class of the plan that papers may be filed under now. */
export async function classesInUse(reader: Reader): Promise<ReadonlyMap<string, FileClass>> {
  const rows = await reader
    .db<DocumentsTables>()
    .selectFrom('documents.class_code as c')
    .select(classColumns)
    .where('c.organisation_id', '=', reader.office.id)
    .where('c.retired', '=', false)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function ruleOf(reader: Reader, kind: DocumentKind): Promise<RuleInForce> {
  return (await rulesInForce(reader))(kind)
}

/** The rule an organisation starts with, as its row would be. */
export function standardRule(kind: DocumentKind): Rule {
  const { task, ...rule } = standardRules.find(standard => standard.kind === kind) ?? { kind, classCode: '' }
  return {
    makes_task: task !== undefined,
    title: null,
    owner_id: null,
    role: task?.role ?? null,
    days_before_due: task?.daysBeforeDue ?? null,
    days_after_arrival: task?.daysAfterArrival ?? null,
    urgency: task?.urgency ?? 'normal',
    if_late: task?.ifLate ?? 'nothing',
    effort_minutes: task?.effortMinutes ?? 5,
    class: rule.class ?? null,
    proposes_discard: rule.discard ?? false,
  }
}
