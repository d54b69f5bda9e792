import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, longText, minutes, slice, text, z } from '../../../kernel/schema.ts'
import { chaseDetail } from './chase.ts'
import { promiseDetail } from './promises.ts'
import { consequences, named, repeatRule, sentence, taskLine, taskStates, urgencies } from './shapes.ts'
import { exampleTask } from './task-commands.ts'
import { can, head, list } from '../../../kernel/shapes.ts'

export const queueGroups = ['late', 'today', 'week', 'later'] as const
export type QueueGroup = (typeof queueGroups)[number]

const queueLine = z.strictObject({ ...taskLine.shape, group: choice(queueGroups), reason: sentence })

export const desk = query({
  name: 'work.desk',
  summary:
    "My queue in the order of its rule with a reason a line, the sum of today's work against free time, what waits for others, what nobody has taken.",
  input: z.strictObject({
    ownerId: id('principal', { hidden: true }).optional(),
    limit: z.int().min(1).max(1000).default(200).meta({ hidden: true }),
  }),
  output: z.strictObject({
    today: day(),
    /** The office's clock zone: hours below are in it. */
    zone: z.string(),
    sum: z.strictObject({
      /** Estimated work of what is late or due today. */
      workMinutes: minutes(),
      /** What is left of the working day. */
      freeMinutes: minutes(),
      fits: flag(),
      /** Free minus work; below zero it does not fit. */
      spareMinutes: z.int(),
      /** Tasks in the sum that nobody has estimated. */
      unestimated: count(),
    }),
    groups: z.array(z.strictObject({ group: choice(queueGroups), total: count(), rows: z.array(queueLine) })),
    waiting: z.array(taskLine),
    untaken: z.array(z.strictObject({ ...taskLine.shape, since: instant(), mine: flag() })),
    untakenTotal: count(),
    snoozed: count(),
  }),
  kinds: ['task'],
  example: {},
})

export const listTasks = query({
  name: 'work.list-tasks',
  summary: 'Tasks by owner, for whom, state, due date and words.',
  input: z.strictObject({
    text: longText(200).optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    untaken: flag().optional(),
    forId: id().optional(),
    askedById: id('person').optional(),
    sourceId: id(undefined, { hidden: true }).optional(),
    waitingForId: id(undefined, { hidden: true }).optional(),
    states: z.array(choice(taskStates)).min(1).optional(),
    dueFrom: day().optional(),
    dueTo: day().optional(),
    review: flag().optional(),
    repeats: flag().optional(),
    sort: choice(['due', '-due', 'title', '-changed', '-created']).default('due'),
    ...slice,
  }),
  output: list(taskLine),
  kinds: ['task'],
  example: { states: ['open'], sort: 'due', limit: 50 },
})

export const getTask = query({
  name: 'work.get-task',
  summary: 'One task with its checklist, comments, attachments, links, and what may be done with it now.',
  input: z.strictObject({ id: id('task') }),
  output: z.strictObject({
    record: head(taskStates),
    task: taskLine,
    note: longText(),
    ifLate: choice(consequences),
    reminders: count(),
    repeat: repeatRule.nullable(),
    /** Where the rule would come next, if it were completed today. */
    nextOn: day().nullable(),
    createdAt: instant(),
    endedAt: instant().nullable(),
    endedBy: named.nullable(),
    waitingForRecord: named.nullable(),
    repeats: named.nullable(),
    next: named.nullable(),
    checklist: z.array(
      z.strictObject({
        itemId: z.uuid(),
        position: z.int(),
        text: z.string(),
        tickedAt: instant().nullable(),
        tickedBy: named.nullable(),
      }),
    ),
    comments: z.array(
      z.strictObject({ commentId: z.uuid(), text: z.string(), at: instant(), by: named.nullable(), mine: flag() }),
    ),
    promised: promiseDetail.nullable(),
    chase: chaseDetail.nullable(),
    /** Open goals that it serves by itself. */
    goals: z.array(named),
    attachments: z.array(named),
    links: z.array(z.strictObject({ relation: z.string(), record: named })),
    can: can,
  }),
  kinds: ['task'],
  example: { id: exampleTask },
})

export const listComments = query({
  name: 'work.list-comments',
  summary: 'Comments on a record, oldest first.',
  input: z.strictObject({ recordId: id() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ commentId: z.uuid(), text: z.string(), at: instant(), by: named.nullable(), mine: flag() }),
    ),
  }),
  kinds: ['task'],
  example: { recordId: exampleTask },
})

export const counts = query({
  name: 'work.counts',
  summary: 'Figures for the rail: what is late or due today of mine, what waits, what nobody has taken.',
  permission: 'work.desk',
  input: z.strictObject({}),
  /** `total`: late or due today. */
  output: z.strictObject({ total: count(), late: count(), today: count(), waiting: count(), untaken: count() }),
  kinds: ['task'],
  example: {},
})

/** What a stretch of a quick entry was understood as. */
export const entryMeanings = ['date', 'time', 'repeat', 'effort', 'person', 'urgency', 'record'] as const

export const previewQuickEntry = query({
  name: 'work.preview-quick-entry',
  summary: 'What one line is understood as, with the places in it, before it is made a task.',
  permission: 'work.quick-add',
  input: z.strictObject({ text: longText(500) }),
  output: z.strictObject({
    title: text(300).nullable(),
    dueOn: day().nullable(),
    /** `HH:MM` on the office's clock. */
    dueTime: z.string().nullable(),
    effortMinutes: minutes().nullable(),
    urgency: choice(urgencies),
    person: z.string().nullable(),
    /** Whom `@name` means; empty where nobody, several where it is not clear. */
    people: z.array(named),
    /** The matter that `#number` means, in which the task will be made. */
    within: named.nullable(),
    repeat: repeatRule.nullable(),
    spans: z.array(z.strictObject({ from: count(), to: count(), meaning: choice(entryMeanings) })),
  }),
  example: { text: 'ring hyresvärden tis 14' },
})

export const workQueries = [desk, listTasks, getTask, listComments, counts, previewQuickEntry]
