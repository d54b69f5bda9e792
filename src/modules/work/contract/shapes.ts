import {
  choice,
  confidentiality,
  count,
  day,
  flag,
  id,
  instant,
  longText,
  minutes,
  text,
  z,
} from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { type Named, named } from '../../../kernel/shapes.ts'

export const taskStates = ['open', 'waiting', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

export const urgencies = ['low', 'normal', 'high', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

/** What happens when it is late, from the least to the worst; the queue's rule weighs it. */
export const consequences = ['nothing', 'holds-others', 'breaks-promise', 'costs-money', 'breaks-rule'] as const
export type Consequence = (typeof consequences)[number]

export const repeatUnits = ['day', 'workday', 'week', 'month', 'year'] as const

/**
 * A plain repeating rule. Of `weekdays`, `dayOfMonth`, `nth` and `workday` at most one says which day within the unit;
 * without any the day of the last due date is kept.
 */
export const repeatRule = z
  .strictObject({
    every: choice(repeatUnits),
    interval: z.int().min(1).max(99).default(1),
    /** ISO weekdays, 1 is Monday; only with `week`. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
    /** 1 to 31, the last day where the month is shorter; only with `month` and `year`. */
    dayOfMonth: z.int().min(1).max(31).optional(),
    /** The nth weekday of the month, -1 is the last. */
    nth: z.strictObject({ n: z.int().min(-1).max(5), weekday: z.int().min(1).max(7) }).optional(),
    /** The nth working day of the month, -1 is the last. */
    workday: z.int().min(-1).max(23).optional(),
    /** Counted from the due date, or from the day it was completed. */
    from: choice(['due', 'done']).default('due'),
    /** Where to go from a weekend or public holiday. */
    shift: choice(['none', 'before', 'after']).default('none'),
    until: day().optional(),
  })
  .refine(
    rule => [rule.weekdays, rule.dayOfMonth, rule.nth, rule.workday].filter(part => part !== undefined).length <= 1,
    'one way to say which day',
  )
  .refine(rule => rule.weekdays === undefined || rule.every === 'week', 'weekdays go with week')
  .refine(
    rule =>
      (rule.dayOfMonth ?? rule.nth ?? rule.workday) === undefined || rule.every === 'month' || rule.every === 'year',
    'a day of the month goes with month or year',
  )
  .refine(rule => rule.nth?.n !== 0 && rule.workday !== 0, 'counted from 1, or -1 for the last')
export type RepeatRule = z.output<typeof repeatRule>

/** A sentence of the catalogue; parameters called `on` are dates, `at` moments, `minutes` durations, all on the wire. */
export const sentence = z.strictObject({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Sentence = z.output<typeof sentence>

/** A task as a list or the desk shows it. */
export const taskLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  class: confidentiality(),
  version: z.int(),
  state: choice(taskStates),
  dueOn: day().nullable(),
  dueAt: instant().nullable(),
  effortMinutes: minutes().nullable(),
  urgency: choice(urgencies),
  owner: named.nullable(),
  ownerRole: z.string().nullable(),
  /** Whose task it is, while its owner does it in their place. */
  standsInFor: named.nullable(),
  for: named.nullable(),
  askedBy: named.nullable(),
  source: named.nullable(),
  /** Why it was raised, in the words of whoever raised it. */
  why: z.string().nullable(),
  pinned: flag(),
  review: flag(),
  repeats: flag(),
  snoozedUntil: instant().nullable(),
  waitingFor: z.string().nullable(),
  waitingSince: instant().nullable(),
  chaseOn: day().nullable(),
  /** To whom it is promised, and for which day. */
  promise: z.strictObject({ to: z.string(), forOn: day() }).nullable(),
  /** The goal that weighs most of those it serves. */
  goal: named.nullable(),
  checklist: z.strictObject({ ticked: count(), total: count() }),
  comments: count(),
})
export type TaskLine = z.output<typeof taskLine>

/** What a person may say of a task when making or changing it. */
export const taskFacts = {
  title: text(300),
  note: longText().optional(),
  dueOn: day().nullable().optional(),
  dueAt: instant({ folded: true }).nullable().optional(),
  effortMinutes: minutes().nullable().optional(),
  forId: id(undefined, { control: 'record' }).nullable().optional(),
  askedById: id('person', { folded: true }).nullable().optional(),
  ownerId: id('principal', { control: 'person' }).nullable().optional(),
  ownerRole: text(60, { folded: true }).nullable().optional(),
  urgency: choice(urgencies, { folded: true }).optional(),
  ifLate: choice(consequences, { folded: true }).optional(),
  why: text(300, { folded: true }).nullable().optional(),
  review: flag({ folded: true }).optional(),
  repeat: repeatRule.nullable().optional().meta({ folded: true }),
}
