import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, day, expectedVersion, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { taskNotWaiting } from './refusals.ts'
import { changed, exampleTask } from './task-commands.ts'
import { workEnvelope } from './wish.ts'

export const chaseStopped = refusal('chase-stopped')
export const chaseLineUnknown = refusal('chase-line-unknown', 404)

const told = { id: id('task'), title: z.string(), name: z.string() }
export const chasePlanned = event('work.chase-planned', z.strictObject({ ...told, on: day() }))
export const chaseStoppedEvent = event('work.chase-stopped', z.strictObject({ id: told.id, title: told.title }))
export const chaseAsked = event(
  'work.chase-asked',
  z.strictObject({ ...told, count: z.int(), work: workEnvelope.work }),
)
export const chaseSent = event('work.chase-sent', z.strictObject({ ...told, count: z.int() }))
export const chaseFailed = event('work.chase-failed', z.strictObject({ ...told, count: z.int(), error: z.string() }))

const task = { id: id('task', { hidden: true }), expectedVersion: expectedVersion() }
const aboutTask = { kinds: ['task'], subject: 'id' } as const
const days = z.int().min(1).max(60)

export const planChase = command({
  name: 'work.plan-chase',
  summary:
    'Lays down how somebody who is waited for is asked again: first after so many working days, then every so many, at most so often. By mail where the office sends mail, else as a task with the text ready.',
  input: z.strictObject({
    ...task,
    name: text(200),
    email: z.email().max(254).optional(),
    language: choice(languages, { control: 'language' }).optional(),
    firstAfter: days.default(3),
    every: days.default(5).meta({ folded: true }),
    most: z.int().min(1).max(20).default(3).meta({ folded: true }),
    text: longText(4_000, { folded: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), nextOn: day() }),
  emits: [chasePlanned],
  refusals: [taskNotWaiting],
  ...aboutTask,
  undoable: true,
  example: { id: exampleTask, name: 'Johan Almgren', email: 'johan@example.org', language: 'sv', firstAfter: 2 },
})

export const stopChase = command({
  name: 'work.stop-chase',
  summary: 'Asks no more; what is waited for is waited for without reminders.',
  input: z.strictObject(task),
  output: changed,
  emits: [chaseStoppedEvent],
  refusals: [chaseStopped],
  ...aboutTask,
  example: { id: exampleTask },
})

const mail = z.strictObject({
  taskId: z.uuid(),
  n: z.int(),
  email: z.string(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  /** Whose link stands for `{link}` in the body; the link itself is written where it is sent. */
  linkId: z.uuid().nullable(),
})

export const askAgain = command({
  name: 'work.ask-again',
  summary: 'Takes the reminders that are due today: those to be mailed are handed out, the others become tasks.',
  input: z.strictObject({ byMail: z.boolean() }),
  output: z.strictObject({ mails: z.array(mail), ready: count() }),
  emits: [chaseAsked],
  door: 'none',
  tool: false,
  example: { byMail: false },
})

export const recordChase = command({
  name: 'work.record-chase',
  summary: 'Notes on the task that a reminder was sent, or why it was not.',
  input: z.strictObject({ taskId: id('task'), n: z.int().min(1), error: z.string().max(500).nullable() }),
  output: z.strictObject({}),
  emits: [chaseSent, chaseFailed],
  refusals: [chaseLineUnknown],
  door: 'none',
  tool: false,
  example: { taskId: exampleTask, n: 1, error: null },
})

export const countChases = query({
  name: 'work.count-chases',
  summary: 'How many reminders are due to be sent today.',
  permission: 'work.list-tasks',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})

/** A plan as the page of its task tells it. */
export const chaseDetail = z.strictObject({
  name: z.string(),
  email: z.string().nullable(),
  language: choice(languages),
  firstAfter: z.int(),
  every: z.int(),
  most: z.int(),
  asked: count(),
  nextOn: day().nullable(),
  stopped: flag(),
  lines: z.array(
    z.strictObject({
      n: z.int(),
      at: instant(),
      state: choice(['sending', 'sent', 'failed', 'ready']),
      subject: z.string(),
      body: z.string(),
      error: z.string().nullable(),
    }),
  ),
})

export const chaseJob = job('work.chase', z.strictObject({}), 'system')
export const chaseEvents = [chasePlanned, chaseStoppedEvent, chaseAsked, chaseSent, chaseFailed]
export const chaseCommands = [planChase, stopChase, askAgain, recordChase]
export const chaseQueries = [countChases]
