/**
 * The queue's rule: in which group a task stands, in which order, and why. Stated once, here.
 *
 * Groups. **late**: its deadline has passed, or it holds others up, or reminders have come twice. **today**: due today,
 * or to be begun today so that its work fits before its deadline, or promised for the next working day, or urgent, or
 * pinned, or its chase has come.
 * **week**: so until Sunday. **later**: the rest.
 *
 * Order within a group. 1 pinned, the first pinned first · 2 not snoozed before snoozed (only what is overdue shows
 * while snoozed) · 3 urgent, high, normal, low · 4 the day on which it must be begun: deadline less the work left, in
 * working hours · 5 the goal it serves, the weightier first · 6 the moment of that day · 7 what happens if late: breaks a
 * rule, costs money, breaks a promise, holds others, nothing · 8 more reminders first · 9 somebody else's before one's
 * own · 10 the shorter, the older, the id.
 *
 * The deadline is the due date or the day it was promised for, whichever comes first. A goal never brings a task before
 * what must be begun on an earlier day: it decides between those of one day, and among those without a date.
 *
 * What waits for somebody else is not in the queue until the day to ask again, or until it is overdue. Nothing overdue
 * is ever hidden.
 */
import type { Consequence, QueueGroup, Sentence, Urgency } from './contract.ts'
import { lastStart, type OfficeHours } from './office-hours.ts'
import type { WorkingCalendar } from './working-days.ts'

export interface QueueTask {
  readonly id: string
  readonly dueOn: Temporal.PlainDate | null
  readonly dueAt: Temporal.Instant | null
  readonly effortMinutes: number | null
  readonly urgency: Urgency
  readonly ifLate: Consequence
  readonly reminders: number
  readonly pinnedAt: Temporal.Instant | null
  readonly snoozedUntil: Temporal.Instant | null
  readonly waitingFor: string | null
  readonly chaseOn: Temporal.PlainDate | null
  readonly ownerId: string | null
  readonly askedById: string | null
  readonly createdAt: Temporal.Instant
  readonly promise: { readonly to: string; readonly on: Temporal.PlainDate } | null
  /** The weightiest open goal it serves; `weight` 1 to 3. */
  readonly goal: { readonly name: string; readonly weight: number } | null
}

export interface QueueDay {
  readonly now: Temporal.ZonedDateTime
  readonly hours: OfficeHours
  readonly calendar: WorkingCalendar
}

export interface Placed {
  readonly group: QueueGroup
  readonly reason: Sentence
}

export type Ranked<T> = T & Placed

const urgencyRank: Readonly<Record<Urgency, number>> = { urgent: 0, high: 1, normal: 2, low: 3 }
const consequenceRank: Readonly<Record<Consequence, number>> = {
  'breaks-rule': 0,
  'costs-money': 1,
  'breaks-promise': 2,
  'holds-others': 3,
  nothing: 4,
}
const groupRank: Readonly<Record<QueueGroup, number>> = { late: 0, today: 1, week: 2, later: 3 }

interface Weighed<T> {
  readonly task: T
  readonly placed: Placed
  readonly start: string
  readonly snoozed: boolean
}

/** The tasks of the queue, in its order; those that are snoozed or wait are left out unless overdue or to be chased. */
export function rankQueue<T extends QueueTask>(tasks: readonly T[], day: QueueDay): Ranked<T>[] {
  const weighed: Weighed<T>[] = []
  for (const task of tasks) {
    const overdue = isOverdue(task, day)
    const snoozed = task.snoozedUntil !== null && Temporal.Instant.compare(task.snoozedUntil, day.now.toInstant()) > 0
    if (!overdue && (snoozed || isWaiting(task, day))) continue
    const deadline = deadlineOf(task, day)
    const start = deadline && lastStart(deadline, task.effortMinutes ?? 0, day.hours, day.calendar)
    const placed = place(task, day, start, snoozed)
    weighed.push({ task, placed, snoozed, start: start?.toString({ smallestUnit: 'minute' }) ?? '9999' })
  }
  return weighed.sort(compare).map(({ task, placed }) => ({ ...task, ...placed }))
}

function compare(a: Weighed<QueueTask>, b: Weighed<QueueTask>): number {
  return (
    groupRank[a.placed.group] - groupRank[b.placed.group] ||
    comparePinned(a.task, b.task) ||
    Number(a.snoozed) - Number(b.snoozed) ||
    urgencyRank[a.task.urgency] - urgencyRank[b.task.urgency] ||
    compareText(a.start.slice(0, 10), b.start.slice(0, 10)) ||
    (b.task.goal?.weight ?? 0) - (a.task.goal?.weight ?? 0) ||
    compareText(a.start, b.start) ||
    rankIfLate(a.task) - rankIfLate(b.task) ||
    b.task.reminders - a.task.reminders ||
    Number(isOwn(a.task)) - Number(isOwn(b.task)) ||
    (a.task.effortMinutes ?? 100_001) - (b.task.effortMinutes ?? 100_001) ||
    Temporal.Instant.compare(a.task.createdAt, b.task.createdAt) ||
    compareText(a.task.id, b.task.id)
  )
}

/** What was promised breaks a promise at least. */
const rankIfLate = ({ ifLate, promise }: QueueTask) =>
  Math.min(consequenceRank[ifLate], promise ? consequenceRank['breaks-promise'] : consequenceRank.nothing)
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const isOwn = (task: QueueTask) => task.askedById === null || task.askedById === task.ownerId

function comparePinned(a: QueueTask, b: QueueTask): number {
  if (a.pinnedAt && b.pinnedAt) return Temporal.Instant.compare(a.pinnedAt, b.pinnedAt)
  return Number(b.pinnedAt !== null) - Number(a.pinnedAt !== null)
}

function deadlineOf(task: QueueTask, day: QueueDay): Temporal.ZonedDateTime | null {
  const endOf = (date: Temporal.PlainDate | undefined) =>
    date?.toZonedDateTime({ timeZone: day.now.timeZoneId, plainTime: day.hours.until }) ?? null
  const due = task.dueAt ? task.dueAt.toZonedDateTimeISO(day.now.timeZoneId) : endOf(task.dueOn ?? undefined)
  const promised = endOf(task.promise?.on)
  if (!due || !promised) return due ?? promised
  return Temporal.ZonedDateTime.compare(promised, due) < 0 ? promised : due
}

/** A day is overdue when it has ended, a moment when it has passed. */
export function isOverdue(task: Pick<QueueTask, 'dueOn' | 'dueAt' | 'promise'>, day: Pick<QueueDay, 'now'>): boolean {
  if (isPromiseBroken(task, day)) return true
  if (task.dueAt) return Temporal.Instant.compare(task.dueAt, day.now.toInstant()) < 0
  return task.dueOn !== null && Temporal.PlainDate.compare(task.dueOn, day.now.toPlainDate()) < 0
}

function isPromiseBroken({ promise }: Pick<QueueTask, 'promise'>, day: Pick<QueueDay, 'now'>): boolean {
  return promise !== null && Temporal.PlainDate.compare(promise.on, day.now.toPlainDate()) < 0
}

function isWaiting(task: QueueTask, day: QueueDay): boolean {
  return task.waitingFor !== null && !isChase(task, day)
}

function isChase(task: QueueTask, day: QueueDay): boolean {
  return (
    task.waitingFor !== null &&
    task.chaseOn !== null &&
    Temporal.PlainDate.compare(task.chaseOn, day.now.toPlainDate()) <= 0
  )
}

const sentence = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `reason.${key}`, params })

function place(task: QueueTask, day: QueueDay, start: Temporal.PlainDateTime | null, snoozed: boolean): Placed {
  const today = day.now.toPlainDate()
  if (isPromiseBroken(task, day)) return { group: 'late', reason: promised('promise-broken', task) }
  if (isOverdue(task, day)) return { group: 'late', reason: snoozed ? sentence('snoozed-late') : whyLate(task, today) }
  if (task.reminders >= 2) return { group: 'late', reason: sentence('reminders', { count: task.reminders }) }
  if (task.ifLate === 'holds-others') return { group: 'late', reason: sentence('holds-others') }
  const startOn = start?.toPlainDate() ?? null
  const isBy = (date: Temporal.PlainDate | null, limit: Temporal.PlainDate) =>
    date !== null && Temporal.PlainDate.compare(date, limit) <= 0
  const { promise } = task
  if (isBy(promise?.on ?? null, today)) return { group: 'today', reason: promised('promised-to-today', task) }
  if (isBy(task.dueOn, today)) return { group: 'today', reason: whyToday(task) }
  if (promise && isBy(promise.on, day.calendar.onOrAfter(today.add({ days: 1 }))))
    return { group: 'today', reason: promised('promised-to', task) }
  if (isChase(task, day)) return { group: 'today', reason: sentence('chase', { name: task.waitingFor! }) }
  if (isBy(startOn, today))
    return {
      group: 'today',
      reason: sentence('must-start', {
        on: String(deadlineOf(task, day)!.toPlainDate()),
        minutes: task.effortMinutes ?? 0,
      }),
    }
  if (task.pinnedAt) return { group: 'today', reason: sentence('pinned') }
  if (task.urgency === 'urgent') return { group: 'today', reason: sentence('urgent') }
  const sunday = today.add({ days: 7 - today.dayOfWeek })
  return { group: isBy(startOn, sunday) ? 'week' : 'later', reason: whyAhead(task) }
}

function whyLate(task: QueueTask, today: Temporal.PlainDate): Sentence {
  const days = today.since(task.dueOn ?? today).days
  if (days === 0) return sentence('late-since', { at: String(task.dueAt) })
  if (task.reminders > 0) return sentence('late-reminded', { count: days, reminders: task.reminders })
  return sentence('late-days', { count: days })
}

function whyToday(task: QueueTask): Sentence {
  const left = task.effortMinutes ? { minutes: task.effortMinutes } : {}
  if (task.dueAt) return sentence(task.effortMinutes ? 'due-at-left' : 'due-at', { at: String(task.dueAt), ...left })
  if (task.ifLate === 'breaks-promise') return sentence('promised-today')
  return sentence(task.effortMinutes ? 'due-today-left' : 'due-today', left)
}

const promised = (key: string, { promise }: QueueTask): Sentence =>
  sentence(key, { name: promise!.to, on: String(promise!.on) })

function whyAhead(task: QueueTask): Sentence {
  if (task.promise) return promised('promised-to', task)
  const serves = task.goal && { name: task.goal.name }
  if (!task.dueOn) return serves ? sentence('serves-goal', serves) : sentence('no-date')
  const params = { on: String(task.dueOn) }
  if (task.ifLate !== 'nothing') return sentence(`${task.ifLate}-on`, params)
  if (task.reminders > 0) return sentence('reminders', { count: task.reminders })
  if (serves) return sentence('serves-goal-on', { ...params, ...serves })
  return task.effortMinutes
    ? sentence('due-on-left', { ...params, minutes: task.effortMinutes })
    : sentence('due-on', params)
}
