import { query } from '../../../kernel/declare.ts'
import { choice, confidentiality, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'
import { takePart } from './commands.ts'
import { can, dayLine, example, markLine, mistakeKinds, moments, reviewLine, reviewStates } from './shapes.ts'

export const liveDay = query({
  name: 'supervision.live-day',
  summary: 'The day as it stands of the people one leads: what each is on, what is done, due, late and stuck.',
  permission: takePart,
  input: z.strictObject({
    /** `all` is everybody: for who says who leads whom. */
    scope: choice(['led', 'all']).default('led'),
  }),
  output: z.strictObject({ today: day(), mayAll: flag(), people: z.array(dayLine) }),
  kinds: ['task', 'absence', 'principal', 'review'],
  example: {},
})

export const whoSeesMe = query({
  name: 'supervision.who-sees-me',
  summary: "Who sees one's own day and why, and what is asked to be seen of one's own work and of others'.",
  permission: takePart,
  input: z.strictObject({}),
  output: z.strictObject({
    team: z.string().nullable(),
    seenBy: z.array(z.strictObject({ person: named, how: choice(['superior', 'above', 'role']) })),
    /** What is asked of one's own work. */
    marks: z.array(markLine),
    /** What one has asked to see. */
    asked: z.array(markLine),
  }),
  kinds: ['review-mark', 'principal'],
  example: {},
})

export const listReviews = query({
  name: 'supervision.list-reviews',
  summary: "Pieces of work to look at and looked at: of the people one leads, and one's own.",
  permission: takePart,
  input: z.strictObject({
    text: text(200).optional(),
    box: choice(['to-review', 'mine', 'given']).optional(),
    states: z.array(choice(reviewStates)).max(4).optional(),
    personId: id('principal', { control: 'person' }).optional(),
    ...slice,
  }),
  output: z.strictObject({ rows: z.array(reviewLine), total: count(), next: z.string().nullable() }),
  kinds: ['review'],
  example: {},
})

export const getReview = query({
  name: 'supervision.get-review',
  summary: 'One piece of work that was looked at: what was said, what was answered.',
  permission: takePart,
  input: z.strictObject({ id: id('review') }),
  output: z.strictObject({
    record: z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      title: z.string(),
      class: confidentiality(),
      version: z.int(),
      state: choice(reviewStates),
    }),
    task: named.nullable(),
    person: named.nullable(),
    superior: named.nullable(),
    moment: choice(moments),
    unshown: flag(),
    mistakeKind: choice(mistakeKinds).nullable(),
    note: z.string(),
    answer: z.string().nullable(),
    askedAt: instant(),
    reviewedAt: instant().nullable(),
    can,
  }),
  kinds: ['review', 'task'],
  example: { id: example },
})

export const reviewFigures = query({
  name: 'supervision.review-figures',
  summary:
    'What looking at the work of a person found month by month, by kind of mistake; without a person, one’s own.',
  permission: takePart,
  input: z.strictObject({ personId: id('principal', { control: 'person' }).optional() }),
  output: z.strictObject({
    person: named,
    toReview: count(),
    months: z.array(
      z.strictObject({
        /** Its first day. */
        month: day(),
        reviewed: count(),
        right: count(),
        kinds: z.array(z.strictObject({ mistakeKind: choice(mistakeKinds), count: count() })),
      }),
    ),
  }),
  kinds: ['review'],
  example: {},
})

export const countReviews = query({
  name: 'supervision.count-reviews',
  summary: 'How many pieces of work wait to be looked at by oneself.',
  permission: takePart,
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  kinds: ['review'],
  tool: false,
  example: {},
})

export const supervisionQueries = [liveDay, whoSeesMe, listReviews, getReview, reviewFigures, countReviews]
