/** Reading and writing a procedure and its versions. */
import type { Selectable, Updateable } from 'kysely'
import type { Act, Standing } from '../../kernel/implement.ts'
import type { z } from '../../kernel/schema.ts'
import { workingCalendar } from '../work/contract.ts'
import {
  type Content,
  content,
  procedureEmpty,
  type Recurrence,
  ruleUnreadable,
  ruleWithoutDays,
  type StartRule,
  stepKeyTwice,
  stepOrderWrong,
  stepQuestionUnknown,
  stepWithoutWho,
  zoneUnknown,
} from './contract.ts'
import { requirePerson } from './people.ts'
import { nextDay, UnreadableRule } from './rule-dates.ts'
import type { EditionTable, ProceduresTables, ProcedureTable } from './tables.ts'

export type ProcedureRow = Selectable<ProcedureTable>
export type EditionRow = Selectable<EditionTable>

export async function procedureOf(act: Act, id: string): Promise<ProcedureRow> {
  return act
    .db<ProceduresTables>()
    .selectFrom('procedures.procedure')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function updateProcedure(act: Act, id: string, change: Updateable<ProcedureTable>): Promise<void> {
  await act
    .db<ProceduresTables>()
    .updateTable('procedures.procedure')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** The versions of a procedure, newest first. */
export async function editionsOf(act: Pick<Act, 'db' | 'office'>, id: string): Promise<EditionRow[]> {
  return act
    .db<ProceduresTables>()
    .selectFrom('procedures.edition')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('procedure_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
}

export const readContent = (edition: Pick<EditionRow, 'content'>): Content => content.decode(edition.content as never)
export const writeContent = (given: Content): string => JSON.stringify(content.encode(given))

/** Gives every step a key and refuses what does not hang together; people named must be here. */
export async function soundContent(act: Act, given: z.output<typeof content>): Promise<Content> {
  const questions = new Set(given.questions.map(({ key }) => key))
  if (questions.size < given.questions.length) act.refuse(stepKeyTwice)
  const keys = new Set<string>()
  const steps = given.steps.map((step, index) => {
    const number = index + 1
    const at = { number, title: step.title }
    if (step.waits === 'step' && !(step.afterStep && step.afterStep < number)) act.refuse(stepOrderWrong, at)
    if (step.when && !questions.has(step.when.question)) act.refuse(stepQuestionUnknown, at)
    if ((step.who === 'person' && !step.personId) || (step.who === 'role' && !step.role)) act.refuse(stepWithoutWho, at)
    const key = step.key ?? act.newId().slice(-12)
    if (keys.has(key)) act.refuse(stepKeyTwice)
    keys.add(key)
    return { ...step, key }
  })
  for (const id of new Set(steps.flatMap(step => (step.who === 'person' && step.personId ? [step.personId] : []))))
    await requirePerson(act, id)
  return { ...given, steps }
}

/** Writes the content as the version that waits to be put in force: over the one that waits already, or as the next. */
export async function writeDraft(act: Act, id: string, given: Content): Promise<number> {
  const [newest] = await editionsOf(act, id)
  const db = act.db<ProceduresTables>()
  const made = { content: writeContent(given), made_at: act.at, made_by_id: act.principal.id }
  if (newest && newest.in_force_at === null) {
    await db
      .updateTable('procedures.edition')
      .set(made)
      .where('organisation_id', '=', act.office.id)
      .where('procedure_id', '=', id)
      .where('number', '=', newest.number)
      .execute()
    return newest.number
  }
  const number = (newest?.number ?? 0) + 1
  await db
    .insertInto('procedures.edition')
    .values({ organisation_id: act.office.id, procedure_id: id, number, in_force_at: null, ...made })
    .execute()
  return number
}

/** Puts a version that waits in force. */
export async function enforce(act: Act, id: string, edition: Pick<EditionRow, 'number' | 'content'>): Promise<void> {
  if (readContent(edition).steps.length === 0) act.refuse(procedureEmpty, {})
  await act
    .db<ProceduresTables>()
    .updateTable('procedures.edition')
    .set({ in_force_at: act.at })
    .where('organisation_id', '=', act.office.id)
    .where('procedure_id', '=', id)
    .where('number', '=', edition.number)
    .execute()
  await updateProcedure(act, id, { state: 'in-force', number: edition.number })
}

/** The rule of a procedure's row. */
export function ruleOf(row: ProcedureRow): StartRule | null {
  if (row.rrule === null) return null
  return {
    rrule: row.rrule,
    fromOn: row.rule_from_on!,
    shift: row.rule_shift!,
    leadDays: row.rule_lead_days!,
    ...(row.rule_zone ? { zone: row.rule_zone } : {}),
  }
}

/** The first day of a rule on or after `from`; refuses a rule that cannot be read. */
export function firstDay(act: Standing, rule: Recurrence, from: Temporal.PlainDate): Temporal.PlainDate | null {
  try {
    return nextDay(rule, from, workingCalendar(act.office.country))
  } catch (error) {
    if (error instanceof UnreadableRule) return act.refuse(ruleUnreadable, { rule: error.message })
    throw error
  }
}

/** The day in the zone where the rule is at home. */
export function todayIn(act: Pick<Standing, 'at' | 'office'>, zone: string | null | undefined): Temporal.PlainDate {
  return act.at.toZonedDateTimeISO(zone ?? act.office.zone).toPlainDate()
}

/** The columns of a rule, with its next day; a rule that never comes is refused. */
export function ruleColumns(act: Act, rule: StartRule | null): Updateable<ProcedureTable> {
  if (!rule)
    return {
      rrule: null,
      rule_from_on: null,
      rule_shift: null,
      rule_lead_days: null,
      rule_zone: null,
      next_on: null,
      next_start_on: null,
    }
  let today: Temporal.PlainDate
  try {
    today = todayIn(act, rule.zone)
  } catch {
    return act.refuse(zoneUnknown, { zone: rule.zone ?? '' })
  }
  const next = firstDay(act, rule, today)
  if (!next) return act.refuse(ruleWithoutDays, { rule: rule.rrule })
  return {
    rrule: rule.rrule,
    rule_from_on: rule.fromOn,
    rule_shift: rule.shift,
    rule_lead_days: rule.leadDays,
    rule_zone: rule.zone ?? null,
    next_on: next,
    next_start_on: next.subtract({ days: rule.leadDays }),
  }
}
