/** What corrections taught, by sender: told, listed, forgotten. */
import { command, event, query } from '../../../kernel/declare.ts'
import { count, flag, id, slice, text, z } from '../../../kernel/schema.ts'
import { documentKind, fieldName, partyRef } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const otherId = '019aa000-0000-7000-8000-000000000002'

/**
 * What a lesson is about: where a field stands, what it always is, what a paper is, and of papers of a kind the class, whose the
 * task is and how it is worded.
 */
export const lessonAbouts = ['place', 'value', 'kind', 'class', 'owner', 'wording'] as const
export type LessonAbout = (typeof lessonAbouts)[number]

/** Where a field or a proposal came from. */
export const learntFrom = () =>
  z.strictObject({
    lessonId: id('lesson'),
    taughtAt: z.string(),
    /** By whoever asks. */
    mine: flag(),
    held: count(),
  })

export const lessonsLearnt = event(
  'documents.lessons-learnt',
  z.strictObject({ count: count(), senderId: id(), sender: z.string(), ids: z.array(id('lesson')) }),
)
export const lessonsForgotten = event(
  'documents.lessons-forgotten',
  z.strictObject({ count: count(), ids: z.array(id('lesson')) }),
)
export const lessonsRecalled = event(
  'documents.lessons-recalled',
  z.strictObject({ count: count(), ids: z.array(id('lesson')) }),
)

const ids = () => z.array(id('lesson')).min(1).max(200).meta({ hidden: true })

export const forgetLessons = command({
  name: 'documents.forget-lessons',
  summary: 'Forgets what was learnt from corrections: the papers of that sender are read and filed as before.',
  permission: 'documents.correct-field',
  input: z.strictObject({ ids: ids() }),
  output: z.strictObject({ count: count() }),
  emits: [lessonsForgotten],
  kinds: ['lesson'],
  undoable: true,
  example: { ids: [exampleId] },
})

export const recallLessons = command({
  name: 'documents.recall-lessons',
  summary: 'Takes the forgetting of lessons back; each stands in the place of what was learnt since.',
  permission: 'documents.correct-field',
  input: z.strictObject({ ids: ids() }),
  output: z.strictObject({ count: count() }),
  emits: [lessonsRecalled],
  kinds: ['lesson'],
  undoable: true,
  example: { ids: [exampleId] },
})

export const listLessons = query({
  name: 'documents.list-lessons',
  summary: 'What corrections taught, of one sender, from one paper, or of all.',
  input: z.strictObject({
    text: text(200).optional(),
    senderId: id('organisation').optional(),
    /** Learnt from this paper. */
    documentId: id('document').optional(),
    forgotten: flag().optional(),
    ...slice,
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id('lesson'),
        title: z.string(),
        version: z.int(),
        sender: partyRef(),
        about: z.enum(lessonAbouts),
        field: fieldName().nullable(),
        /** Of papers of which kind; of a lesson about the kind: what it had been read as. */
        kind: documentKind().nullable(),
        side: z.enum(['beside', 'below', 'spot']).nullable(),
        /** The words it stands by, the value, the kind, the class, whose, the wording. */
        words: z.string().nullable(),
        held: count(),
        /** It has held so often that what it gives is sure. */
        sure: flag(),
        taughtAt: z.string(),
        taughtBy: z.string(),
        documentId: id('document').nullable(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['lesson', 'document'],
  example: {},
})

/** What a reading job asks: how the papers of a sender are to be read. */
export const lessonsToRead = query({
  name: 'documents.lessons-to-read',
  summary: 'What was learnt of how the papers of a sender are read.',
  permission: 'documents.take-in',
  input: z.strictObject({ senderId: id() }),
  output: z.strictObject({
    lessons: z.array(
      z.strictObject({
        id: id('lesson'),
        about: z.enum(['place', 'value', 'kind']),
        topic: z.string(),
        says: z.record(z.string(), z.unknown()),
        held: count(),
      }),
    ),
  }),
  kinds: [],
  tool: false,
  example: { senderId: otherId },
})

export const learningCommands = [forgetLessons, recallLessons]
export const learningQueries = [listLessons, lessonsToRead]
export const learningEvents = [lessonsLearnt, lessonsForgotten, lessonsRecalled]
