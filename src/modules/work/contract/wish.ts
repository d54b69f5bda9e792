import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, day, flag, id, instant, longText, minutes, text, z } from '../../../kernel/schema.ts'
import { consequences, urgencies } from './shapes.ts'

/**
 * A task that an event of any module asks for. `key` is what makes it exactly once in an organisation: the same key
 * never makes a second task, however often the event is replayed.
 */
export const taskWish = z.strictObject({
  key: text(200),
  title: text(300),
  note: longText().optional(),
  ownerId: id('principal').optional(),
  /** Whoever holds this role may take it, when no owner is named. */
  role: text(60).optional(),
  forId: id().optional(),
  askedById: id().optional(),
  dueOn: day().optional(),
  dueAt: instant().optional(),
  effortMinutes: minutes().optional(),
  checklist: z.array(text(300)).max(100).optional(),
  urgency: choice(urgencies).optional(),
  ifLate: choice(consequences).optional(),
  /** How many reminders have come: 3 makes the reason "third reminder". */
  reminders: z.int().min(0).max(99).optional(),
  review: flag().optional(),
  /** What it came from; its class and audience are the least that the task gets. */
  sourceId: id().optional(),
  /** One sentence for the desk, in the organisation's language. */
  reason: text(300).optional(),
  /** Somebody else has the ball from the beginning: for whom or what it waits, and how they are asked again (see `work.plan-chase`). */
  waiting: z
    .strictObject({
      for: text(200),
      forId: id().optional(),
      chaseOn: day().optional(),
      chase: z
        .strictObject({
          name: text(200),
          email: z.email().max(254).optional(),
          language: choice(languages),
          firstOn: day(),
          every: z.int().min(1).max(60),
          most: z.int().min(1).max(20),
          /** `{link}` stands for the link of what the task came from, where that has one for people outside. */
          text: longText(4_000).optional(),
        })
        .optional(),
    })
    .optional(),
})
export type TaskWish = z.output<typeof taskWish>

const keys = z.array(z.strictObject({ key: text(200) })).max(1000)

/**
 * The generic envelope: spread into the payload schema of any event. `work` raises tasks, `workDone` completes those of
 * these keys, `workWithdrawn` takes back those that nobody has touched yet, `workMoved` makes them due on another day.
 */
export const workEnvelope = {
  work: z.array(taskWish).max(1000).optional(),
  workDone: keys.optional(),
  workWithdrawn: keys.optional(),
  workMoved: z
    .array(z.strictObject({ key: text(200), dueOn: day() }))
    .max(1000)
    .optional(),
}
