import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { announcementKinds, announcementStates, answerKinds, can, example, head, languageOf, named } from './shapes.ts'
import { list } from '../../../kernel/shapes.ts'

/** What one has to do with it still. */
export const readings = ['answer', 'acknowledge', 'carry-out', 'unread', 'corrected', 'read', 'own'] as const

export const announcementLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  kind: choice(announcementKinds),
  state: choice(announcementStates),
  title: z.string(),
  snippet: z.string(),
  author: named.nullable(),
  publishedAt: instant().nullable(),
  answerBy: day().nullable(),
  pinned: flag(),
  reading: choice(readings),
})

export const listAnnouncements = query({
  name: 'announcements.list-announcements',
  summary:
    'What was said, asked and decided here for oneself, what one wrote and what one is to check; what waits for one first.',
  input: z.strictObject({
    text: text(200).optional(),
    kinds: z.array(choice(announcementKinds)).max(3).optional(),
    box: choice(['received', 'written', 'to-check']).optional(),
    unread: z.literal('true').optional(),
    ...slice,
  }),
  output: list(announcementLine),
  kinds: ['announcement'],
  example: {},
})

export const countUnread = query({
  name: 'announcements.count-unread',
  summary: 'How many announcements one has not read or answered yet, and drafts one is asked to read.',
  permission: 'announcements.list-announcements',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  kinds: ['announcement'],
  tool: false,
  example: {},
})

const shownQuestion = z.strictObject({
  position: z.int(),
  question: z.string(),
  answerKind: choice(answerKinds),
  options: z.array(z.string()),
  optional: flag(),
  answer: z.string().nullable(),
})

export const getAnnouncement = query({
  name: 'announcements.get-announcement',
  summary: 'One announcement in the language of whoever reads it, with its questions and what can be done.',
  permission: 'announcements.list-announcements',
  input: z.strictObject({ id: id('announcement'), language: languageOf().optional() }),
  output: z.strictObject({
    record: head(announcementStates),
    kind: choice(announcementKinds),
    language: languageOf(),
    languages: z.array(languageOf()),
    title: z.string(),
    body: z.string(),
    author: named.nullable(),
    checker: named.nullable(),
    checkNote: z.string().nullable(),
    toEverybody: flag(),
    to: z.array(named),
    pinnedUntil: day().nullable(),
    answerBy: day().nullable(),
    decidedBy: z.string().nullable(),
    appliesFrom: day().nullable(),
    replaces: named.nullable(),
    replacedBy: z.array(named),
    publishedAt: instant().nullable(),
    closedAt: instant().nullable(),
    edition: z.int(),
    /** What has changed since the reader opened it last, newest first. */
    corrections: z.array(z.strictObject({ number: z.int(), changed: z.string(), at: instant(), unseen: flag() })),
    questions: z.array(shownQuestion),
    documents: z.array(named),
    /** The reader's own: null where it is not for them. */
    mine: z
      .strictObject({
        openedEdition: z.int().nullable(),
        readAt: instant().nullable(),
        answeredAt: instant().nullable(),
        report: z.string().nullable(),
      })
      .nullable(),
    isAuthor: flag(),
    /** For its author: everything as it was written, to go on writing. */
    written: z.record(z.string(), z.unknown()).nullable(),
    /** For its author: how many it is for, have opened, read and answered it. */
    receipts: z.strictObject({ readers: count(), opened: count(), read: count(), answered: count() }).nullable(),
    can,
  }),
  kinds: ['announcement'],
  example: { id: example },
})

export const listAnswers = query({
  name: 'announcements.list-answers',
  summary: 'Who has opened, read and answered, with the answers and their sums: for whoever wrote or checked it.',
  input: z.strictObject({
    id: id('announcement', { hidden: true }),
    text: text(200).optional(),
    missing: z.literal('true').optional(),
    ...slice,
  }),
  output: z.strictObject({
    title: z.string(),
    kind: choice(announcementKinds),
    questions: z.array(
      z.strictObject({
        position: z.int(),
        question: z.string(),
        answerKind: choice(answerKinds),
        answered: count(),
        /** How often each answer was given: yes, no and options. */
        counts: z.array(z.strictObject({ value: z.string(), count: count() })),
        /** Of numbers; a decimal string. */
        sum: z.string().nullable(),
      }),
    ),
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        person: z.string(),
        openedAt: instant().nullable(),
        readAt: instant().nullable(),
        answeredAt: instant().nullable(),
        report: z.string().nullable(),
        values: z.array(z.strictObject({ position: z.int(), value: z.string() })),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['announcement'],
  example: { id: example },
})

export const announcementQueries = [listAnnouncements, countUnread, getAnnouncement, listAnswers]
