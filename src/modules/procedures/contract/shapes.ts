import { choice, day, flag, id, longText, minutes, text, z } from '../../../kernel/schema.ts'

export { can, changed, head, type Named, named } from '../../../kernel/shapes.ts'

export const procedureStates = ['draft', 'in-force', 'retired'] as const
export type ProcedureState = (typeof procedureStates)[number]
export const runStates = ['running', 'done', 'cancelled'] as const
export type RunState = (typeof runStates)[number]
/** `left-out`: its condition was not met when the run began. */
export const stepStates = ['waiting', 'open', 'done', 'skipped', 'otherwise', 'left-out'] as const
export type StepState = (typeof stepStates)[number]
export const obligationStates = ['in-force', 'ended'] as const
export type ObligationState = (typeof obligationStates)[number]
export const questionKinds = ['yes-no', 'choice', 'text', 'date'] as const
export const stepWho = ['person', 'role', 'starter', 'procedure-owner'] as const
export const stepWaits = ['nothing', 'step', 'all-before'] as const
export const dueFrom = ['start', 'anchor'] as const
export const dueUnits = ['day', 'workday'] as const
export const shifts = ['none', 'before', 'after'] as const
export type Shift = (typeof shifts)[number]
export const startedBy = ['hand', 'rule', 'event'] as const
export const basisKinds = ['law', 'contract', 'decision', 'custom'] as const

/** Stays the same from version to version, so that figures and moved runs know a step again. */
const key = () => z.string().regex(/^[a-z0-9-]{1,40}$/)

export const question = z.strictObject({
  key: key(),
  text: text(200),
  kind: choice(questionKinds),
  options: z.array(text(100)).min(1).max(20).optional(),
})
export type Question = z.output<typeof question>

/** When a step is due: so many days or working days from the start or from the anchor date, moved off days when nobody works. */
export const stepDue = z.strictObject({
  from: choice(dueFrom),
  days: z.int().min(-366).max(366),
  unit: choice(dueUnits).default('day'),
  shift: choice(shifts).default('none'),
})
export type StepDue = z.output<typeof stepDue>

export const procedureStep = z.strictObject({
  key: key().optional(),
  title: text(300),
  howTo: longText(4_000).optional(),
  who: choice(stepWho).default('procedure-owner'),
  personId: id('principal', { control: 'person' }).optional(),
  role: text(60).optional(),
  due: stepDue.optional(),
  /** Its task is made at the earliest this many days before it is due; at once where nothing is said. */
  beginDays: z.int().min(0).max(366).optional(),
  effortMinutes: minutes().optional(),
  /** Only if this question was answered so. */
  when: z.strictObject({ question: key(), is: text(100) }).optional(),
  waits: choice(stepWaits).default('nothing'),
  /** The number of the step it waits for, counted from 1. */
  afterStep: z.int().min(1).max(100).optional(),
  checklist: z.array(text(300)).max(50).optional(),
  /** A document must lie with it before it can be completed. */
  evidence: flag().optional(),
})
export type ProcedureStep = z.output<typeof procedureStep>

export const content = z.strictObject({
  questions: z.array(question).max(20).default([]),
  steps: z.array(procedureStep).max(100),
})
export type Content = z.output<typeof content>

/**
 * On which days: RRULE lines (RFC 5545; several lines together), counted from a first day. `BYWORKDAY=n` is Kontor's own part:
 * the nth working day of the month, -1 the last.
 */
export const recurrence = z.strictObject({
  rrule: longText(500).min(1),
  fromOn: day(),
  shift: choice(shifts).default('none'),
})
export type Recurrence = z.output<typeof recurrence>

/** How a procedure starts by itself on days. */
export const startRule = z.strictObject({
  ...recurrence.shape,
  /** The run begins this many days before the day of the rule. */
  leadDays: z.int().min(0).max(366).default(0),
  /** IANA zone in which the day begins; the office's where nothing is said. */
  zone: text(60).optional(),
})
export type StartRule = z.output<typeof startRule>

/** How a procedure starts when something happens: the event's name, and what one of its values must be. */
export const startEvent = z.strictObject({
  event: z
    .string()
    .max(100)
    .regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/),
  field: z
    .string()
    .max(60)
    .regex(/^[a-zA-Z]+$/)
    .optional(),
  is: text(200).optional(),
})
export type StartEvent = z.output<typeof startEvent>

export const answers = z.record(key(), z.string().max(500))
export type Answers = z.output<typeof answers>

export const example = '019aa000-0000-7000-8000-000000000031'
export const examplePerson = '019aa000-0000-7000-8000-000000000002'
