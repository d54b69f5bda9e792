import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, exampleCheck, exampleOther, keptFinding, purposes, spellingLanguages, wishes } from './shapes.ts'

const one = { id: id('outgoing-check', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['outgoing-check'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

export const noteDecision = command({
  name: 'proofing.note-decision',
  summary: 'Keeps what somebody sent over although it was doubtful, with the record that left.',
  input: z.strictObject({
    purpose: choice(purposes, { hidden: true }),
    title: text(200),
    aboutId: id(undefined, { hidden: true }).optional(),
    findings: z.array(keptFinding).min(1).max(50).meta({ hidden: true }),
  }),
  output: changed,
  emits: [e.decisionNoted],
  kinds: ['outgoing-check'],
  tool: false,
  example: {
    purpose: 'mail',
    title: 'Meeting on Tuesday',
    findings: [
      {
        rule: 'weekday',
        severity: 'loud',
        words: 'Wednesday 24 November',
        reason: { key: 'page.proof.weekday', params: { on: '2126-11-24' } },
      },
    ],
  },
})

export const holdMemo = command({
  name: 'proofing.hold-memo',
  summary: 'Takes in a memo of somebody else that is to be printed or handed out, and looks through it first.',
  input: z.strictObject({
    title: text(200),
    authorId: id('principal', { control: 'person' }),
    memo: longText(200_000, { proof: 'memo' }).optional(),
    documentId: id('document').optional(),
    wish: choice(wishes).default('print'),
  }),
  output: changed.extend({ doubtful: z.int() }),
  emits: [e.memoHeld],
  refusals: [r.memoAuthorUnknown, r.memoEmpty],
  kinds: ['outgoing-check'],
  undoable: true,
  example: {
    title: 'Notice about the lift',
    authorId: exampleOther,
    memo: 'The lift stands still on Wednesday 24 November 2126.',
  },
})

export const askAuthor = command({
  name: 'proofing.ask-author',
  summary: 'Sends a held memo back to its author with a question; nothing is printed meanwhile.',
  input: z.strictObject({ ...one, question: longText(4000).min(1) }),
  output: changed,
  emits: [e.authorAsked],
  refusals: [r.checkStateWrong],
  ...step,
  example: { id: exampleCheck, question: 'Is it Tuesday or Wednesday?' },
})

export const correctMemo = command({
  name: 'proofing.correct-memo',
  summary: 'Gives a memo back corrected, or with the answer that it is right as it stands.',
  input: z.strictObject({
    ...one,
    memo: longText(200_000, { proof: 'memo' }).optional(),
    documentId: id('document', { folded: true }).optional(),
    answer: longText(4000).optional(),
  }),
  output: changed.extend({ doubtful: z.int() }),
  emits: [e.memoCorrected],
  refusals: [r.checkStateWrong, r.memoEmpty],
  ...step,
  example: { id: exampleCheck, memo: 'The lift stands still on Tuesday 24 November 2126.' },
})

export const releaseMemo = command({
  name: 'proofing.release-memo',
  summary: 'Lets a memo out to be printed or handed out; one that is still doubtful only knowingly.',
  input: z.strictObject({ ...one, anyway: flag({ folded: true }).optional() }),
  output: changed,
  emits: [e.memoReleased],
  refusals: [r.checkStateWrong, r.memoDoubtful],
  ...step,
  example: { id: exampleCheck, anyway: true },
})

export const withdrawMemo = command({
  name: 'proofing.withdraw-memo',
  summary: 'Takes a memo out that is not to be printed or handed out after all.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.memoWithdrawn],
  refusals: [r.checkStateWrong],
  ...step,
  example: { id: exampleCheck },
})

export const takeBackMemoStep = command({
  name: 'proofing.take-back-memo-step',
  summary: 'Takes the last step of a memo back, with the task that it made.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.memoStepTakenBack],
  refusals: [r.memoStepNotLast],
  ...about,
  example: { id: exampleCheck },
})

export const addWord = command({
  name: 'proofing.add-word',
  summary: 'Adds a word that the office spells so to its own dictionary.',
  input: z.strictObject({
    word: text(60).refine(word => /^[\p{L}\p{N}][\p{L}\p{N}'’.-]*$/u.test(word) && word.length > 1, 'one word'),
    spelledIn: choice(spellingLanguages).nullable().optional(),
  }),
  output: z.strictObject({ wordId: z.uuid() }),
  emits: [e.wordAdded],
  refusals: [r.wordKnown],
  undoable: true,
  example: { word: 'Kontor' },
})

export const removeWord = command({
  name: 'proofing.remove-word',
  summary: 'Takes a word out of the office’s own dictionary.',
  input: z.strictObject({ wordId: id(undefined, { hidden: true }) }),
  output: z.strictObject({}),
  emits: [e.wordRemoved],
  refusals: [r.wordUnknown],
  undoable: true,
  example: { wordId: exampleOther },
})

export const proofingCommands = [
  noteDecision,
  holdMemo,
  askAuthor,
  correctMemo,
  releaseMemo,
  withdrawMemo,
  takeBackMemoStep,
  addWord,
  removeWord,
]
