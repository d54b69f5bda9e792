import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, count, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { announcementKinds, answerValue, changed, contentFields, example, examplePerson, wording } from './shapes.ts'

const one = { id: id('announcement', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['announcement'], subject: 'id' } as const
const writing = [r.readerUnknown, r.languageTwice, r.checkerIsAuthor]

export const createAnnouncement = command({
  name: 'announcements.create-announcement',
  summary: 'Writes an announcement, a request for answers or a decision; it is a draft until it is published.',
  input: z.strictObject({
    kind: choice(announcementKinds),
    title: text(200),
    ...contentFields,
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.announcementCreated],
  refusals: writing,
  kinds: ['announcement'],
  undoable: true,
  example: {
    kind: 'request',
    title: 'Summer weeks',
    body: 'Which weeks do you want to be away?',
    toEverybody: true,
    answerBy: '2126-03-31',
    questions: [{ question: 'First week', answerKind: 'number' }],
  },
})

export const changeAnnouncement = command({
  name: 'announcements.change-announcement',
  summary: 'Changes what is given of a draft; questions and translations that are given replace those before.',
  input: z.strictObject({
    ...one,
    title: text(200).optional(),
    ...contentFields,
    body: contentFields.body.optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.announcementChanged],
  refusals: [...writing, r.announcementNotOpen, r.announcementNotYours],
  ...about,
  undoable: true,
  example: { id: example, title: 'Summer weeks 2126' },
})

export const discardAnnouncement = command({
  name: 'announcements.discard-announcement',
  summary: 'Throws a draft away; it can be brought back.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.announcementDiscarded],
  refusals: [r.announcementNotOpen, r.announcementNotYours],
  ...about,
  undoable: true,
  example: { id: example },
})

export const restoreAnnouncement = command({
  name: 'announcements.restore-announcement',
  summary: 'Brings a draft back that was thrown away.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.announcementRestored],
  refusals: [r.announcementNotDiscarded, r.announcementNotYours],
  ...about,
  undoable: true,
  example: { id: example },
})

export const askCheck = command({
  name: 'announcements.ask-check',
  summary: 'Asks a second person to read a draft before it is published: it is held until then.',
  input: z.strictObject({ ...one, checkerId: id('principal', { control: 'person' }).optional() }),
  output: changed,
  emits: [e.checkAsked],
  refusals: [
    r.announcementNotOpen,
    r.announcementNotYours,
    r.checkerIsAuthor,
    r.checkerMissing,
    r.readerMissing,
    r.readerUnknown,
    r.requestWithoutQuestions,
  ],
  ...about,
  undoable: true,
  example: { id: example, checkerId: examplePerson },
})

export const takeBackCheck = command({
  name: 'announcements.take-back-check',
  summary: 'Takes a draft back from whoever was to read it.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.checkTakenBack],
  refusals: [r.announcementNotChecking, r.announcementNotYours],
  ...about,
  example: { id: example },
})

export const returnAnnouncement = command({
  name: 'announcements.return-announcement',
  summary: 'Sends what one was asked to read back to its author, with a question or what is to be corrected.',
  input: z.strictObject({ ...one, checkNote: longText(2000).min(1) }),
  output: changed,
  emits: [e.announcementReturned],
  refusals: [r.announcementNotChecking, r.announcementNotYours],
  ...about,
  example: { id: example, checkNote: 'Does this hold for Gothenburg too?' },
})

export const publishAnnouncement = command({
  name: 'announcements.publish-announcement',
  summary: 'Sends it to everybody it is for; where a second person is to read it first, only that person can.',
  input: z.strictObject(one),
  output: changed.extend({ readers: count() }),
  emits: [e.announcementPublished],
  refusals: [
    r.announcementNotOpen,
    r.announcementNotYours,
    r.announcementNotChecked,
    r.readerMissing,
    r.requestWithoutQuestions,
    r.orderNotLed,
  ],
  ...about,
  example: { id: example },
})

export const correctAnnouncement = command({
  name: 'announcements.correct-announcement',
  summary: 'Publishes a new version of the text; readers are told what has changed.',
  input: z.strictObject({
    ...one,
    changed: longText(1000).min(1),
    title: text(200).optional(),
    body: contentFields.body.optional(),
    translations: z.array(wording).max(5).optional().meta({ folded: true }),
  }),
  output: changed,
  emits: [e.announcementCorrected],
  refusals: [r.announcementNotPublished, r.announcementNotYours, r.languageTwice],
  ...about,
  example: { id: example, changed: 'The day was wrong.', body: 'On Friday, not on Thursday.' },
})

export const closeAnnouncement = command({
  name: 'announcements.close-announcement',
  summary: 'Closes it: nothing more is answered, tasks of those who have not are taken back.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.announcementClosed],
  refusals: [r.announcementNotPublished, r.announcementNotYours],
  ...about,
  undoable: true,
  example: { id: example },
})

export const reopenAnnouncement = command({
  name: 'announcements.reopen-announcement',
  summary: 'Opens a closed one again: whoever has not answered may.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.announcementReopened],
  refusals: [r.announcementNotClosed, r.announcementNotYours],
  ...about,
  undoable: true,
  example: { id: example },
})

export const remindReaders = command({
  name: 'announcements.remind-readers',
  summary: 'Reminds everybody who has not answered, or has not said that they read it, by a task.',
  input: z.strictObject(one),
  output: changed.extend({ reminded: count() }),
  emits: [e.readersReminded],
  refusals: [r.announcementNotPublished, r.announcementNotYours, r.nobodyToRemind],
  ...about,
  example: { id: example },
})

export const openAnnouncement = command({
  name: 'announcements.open-announcement',
  summary: 'Notes that one has opened it; its page does so by itself.',
  input: z.strictObject({ id: one.id }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.announcementOpened],
  refusals: [r.announcementNotPublished],
  ...about,
  tool: false,
  example: { id: example },
})

export const confirmRead = command({
  name: 'announcements.confirm-read',
  summary: 'Says that one has read it.',
  input: z.strictObject({ id: one.id }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.announcementRead],
  refusals: [r.announcementNotPublished],
  ...about,
  example: { id: example },
})

export const answerRequest = command({
  name: 'announcements.answer-request',
  summary: 'Answers the questions of a request; until it is closed one may answer again.',
  input: z.strictObject({ id: one.id, answers: z.array(answerValue).max(30).meta({ hidden: true }) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.requestAnswered],
  refusals: [
    r.announcementNotPublished,
    r.requestWithoutQuestions,
    r.answerUnreadable,
    r.answerNotAsked,
    r.questionMissing,
  ],
  ...about,
  example: { id: example, answers: [{ position: 1, value: '28' }] },
})

export const reportDone = command({
  name: 'announcements.report-done',
  summary: 'Reports that an order has been carried out; its author hears of it.',
  input: z.strictObject({ id: one.id, report: longText(2000).optional() }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.orderDone],
  refusals: [r.announcementNotPublished, r.notAnOrder],
  ...about,
  example: { id: example, report: 'The binders stand in the archive.' },
})

export const followOrder = command({
  name: 'announcements.follow-order',
  summary: "Notes that somebody's tasks of carrying out orders were done, or taken up again.",
  permission: 'announcements.list-announcements',
  input: z.strictObject({ keys: z.array(text(200)).max(1000), isDone: flag() }),
  output: z.strictObject({ count: count() }),
  emits: [e.orderDone, e.orderUndone],
  door: 'none',
  tool: false,
  example: { keys: ['announcements.answer:1:2:0'], isDone: true },
})

export const announcementCommands = [
  reportDone,
  followOrder,
  createAnnouncement,
  changeAnnouncement,
  discardAnnouncement,
  restoreAnnouncement,
  askCheck,
  takeBackCheck,
  returnAnnouncement,
  publishAnnouncement,
  correctAnnouncement,
  closeAnnouncement,
  reopenAnnouncement,
  remindReaders,
  openAnnouncement,
  confirmRead,
  answerRequest,
]
