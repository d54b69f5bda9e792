/**
 * What confirming a paper does: its task, where it is filed, how long it is kept. Pure, and the one place where it is
 * decided: the preview shows what it gives, confirming does what it gives.
 */
import { decimalOfMoney, type Money } from '../../kernel/money.ts'
import type { Consequence, Urgency } from '../work/contract.ts'
import type { DocumentKind } from './contract/words.ts'
import { keepUntil } from './retention.ts'
import type { ClassCodeTable, IntakeRuleTable } from './tables.ts'

export type Rule = Pick<
  IntakeRuleTable,
  | 'makes_task'
  | 'title'
  | 'owner_id'
  | 'role'
  | 'days_before_due'
  | 'days_after_arrival'
  | 'urgency'
  | 'if_late'
  | 'effort_minutes'
  | 'class'
  | 'proposes_discard'
>
export type FileClass = Pick<ClassCodeTable, 'id' | 'code' | 'name' | 'retention_years' | 'retention_from' | 'class'>

export interface Paper {
  readonly kind: DocumentKind
  /** Of the file: what a task is called where the paper says nothing. */
  readonly name: string
  readonly senderName: string | null
  readonly number: string | null
  readonly subject: string | null
  readonly issuedOn: Temporal.PlainDate | null
  readonly dueOn: Temporal.PlainDate | null
  readonly validUntil: Temporal.PlainDate | null
  readonly total: Money | null
  readonly receivedOn: Temporal.PlainDate
  /** Class of its record now. */
  readonly class: number
}

export interface PlannedTask {
  readonly title: string
  readonly ownerId: string | null
  readonly role: string | null
  readonly dueOn: Temporal.PlainDate | null
  readonly effortMinutes: number | null
  readonly urgency: Urgency
  readonly ifLate: Consequence
}

/** A person's say before confirming; what is left out follows the rule. */
export interface TaskEdit {
  readonly title: string
  readonly ownerId?: string | null | undefined
  readonly role?: string | null | undefined
  readonly dueOn?: Temporal.PlainDate | null | undefined
  readonly effortMinutes?: number | null | undefined
  readonly urgency?: Urgency | undefined
  readonly ifLate?: Consequence | undefined
}

export interface Consequences {
  readonly task: PlannedTask | null
  readonly keepUntil: Temporal.PlainDate | null
  readonly keptForGood: boolean
  readonly confidentiality: number
  readonly discardProposed: boolean
}

export interface Circumstances {
  readonly rule: Rule | null
  readonly classCode: FileClass | null
  /** Standard wording of the task in the office's language, with placeholders. */
  readonly wording: string
  readonly today: Temporal.PlainDate
  /** How the office writes numbers and days, e.g. `sv-SE`. */
  readonly locale: string
  readonly task?: TaskEdit | null | undefined
  readonly confidentiality?: number | undefined
}

export function consequencesOf(paper: Paper, circumstances: Circumstances): Consequences {
  const { rule, classCode } = circumstances
  return {
    task: plannedTask(paper, circumstances),
    keepUntil: classCode ? keepUntil(classCode.retention_years, classCode.retention_from, paper) : null,
    keptForGood: classCode !== null && classCode.retention_years === null,
    confidentiality: circumstances.confidentiality ?? Math.max(paper.class, rule?.class ?? 0, classCode?.class ?? 0),
    discardProposed: rule?.proposes_discard ?? false,
  }
}

function plannedTask(paper: Paper, { rule, wording, today, locale, task: edit }: Circumstances): PlannedTask | null {
  if (edit === null) return null
  const ruled = rule?.makes_task ? ruledTask(paper, rule, wording, today, locale) : null
  if (!edit) return ruled
  const owned = edit.ownerId !== undefined || edit.role !== undefined
  return {
    title: edit.title,
    ownerId: owned ? (edit.ownerId ?? null) : (ruled?.ownerId ?? null),
    role: owned ? (edit.ownerId ? null : (edit.role ?? null)) : (ruled?.role ?? null),
    dueOn: edit.dueOn === undefined ? (ruled?.dueOn ?? null) : edit.dueOn,
    effortMinutes: edit.effortMinutes === undefined ? (ruled?.effortMinutes ?? null) : edit.effortMinutes,
    urgency: edit.urgency ?? ruled?.urgency ?? 'normal',
    ifLate: edit.ifLate ?? ruled?.ifLate ?? 'nothing',
  }
}

function ruledTask(
  paper: Paper,
  rule: Rule,
  wording: string,
  today: Temporal.PlainDate,
  locale: string,
): PlannedTask | null {
  const deadline = deadlineOf(paper)
  const dueOn = taskDay(rule, deadline, paper.receivedOn, today)
  // A rule that only counts back from a deadline makes no task where the paper names none.
  if (dueOn === null && rule.days_before_due !== null) return null
  return {
    title: taskTitle(rule.title ?? wording, paper, deadline, locale),
    ownerId: rule.owner_id,
    role: rule.role,
    dueOn,
    effortMinutes: rule.effort_minutes,
    urgency: rule.urgency,
    ifLate: rule.if_late,
  }
}

/** The day that counts: until when it holds for contracts, permits and the like, else when it is due. */
function deadlineOf(paper: Paper): Temporal.PlainDate | null {
  return paper.dueOn ?? paper.validUntil
}

/** Working day on which the task is due: before the deadline or after arrival, never before today. */
function taskDay(
  rule: Rule,
  deadline: Temporal.PlainDate | null,
  receivedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  let day: Temporal.PlainDate
  if (deadline && rule.days_before_due !== null) day = beforeWeekend(deadline.subtract({ days: rule.days_before_due }))
  else if (rule.days_after_arrival !== null) day = beforeWeekend(receivedOn.add({ days: rule.days_after_arrival }))
  else return null
  return Temporal.PlainDate.compare(day, today) < 0 ? today : day
}

function beforeWeekend(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > 5 ? day.subtract({ days: day.dayOfWeek - 5 }) : day
}

/** Fills the wording in; what the paper does not say is left out together with the punctuation before it. */
function taskTitle(wording: string, paper: Paper, deadline: Temporal.PlainDate | null, locale: string): string {
  const values: Readonly<Record<string, string | null>> = {
    sender: paper.senderName ?? paper.name,
    number: paper.number,
    subject: paper.subject,
    total: paper.total && moneyText(paper.total, locale),
    due: deadline && deadline.toLocaleString(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  }
  const filled = wording
    .replace(/([\s,:;–(-]*)\{(\w+)\}(\)?)/g, (_whole, before: string, name: string, after: string) =>
      values[name] ? before + values[name] + after : '',
    )
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
  return filled || paper.name
}

/** As it is written on paper in the office's country; the sum is formatted from its decimal string, never a float. */
export function moneyText(money: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, currencyDisplay: 'code' })
  return format.format(decimalOfMoney(money) as `${number}`)
}
