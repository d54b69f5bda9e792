/** Answers that are kept to be sent again, and how a mailbox signs. */
import { command, event, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, expectedVersion, flag, id, longText, slice, text, z } from '../../../kernel/schema.ts'
import { can, changed, head, list, named } from '../../../kernel/shapes.ts'

const exampleAnswer = '019aa000-0000-7000-8000-000000000621'
const exampleMailbox = '019aa000-0000-7000-8000-0000000000c1'

export const answerStates = ['kept', 'retired'] as const
export const answerRetired = refusal('saved-answer-retired', 409)
export const answerKept = refusal('saved-answer-kept', 409)
export const answerTextTwice = refusal('saved-answer-language-twice', 422)
export const shortcutTaken = refusal('saved-answer-shortcut-taken', 409)

const told = z.strictObject({ id: z.uuid(), title: z.string() })
export const answerSaved = event('mail.answer-saved', told)
export const answerChanged = event('mail.answer-changed', told)
export const answerRetiredEvent = event('mail.answer-retired', told)
export const answerRestored = event('mail.answer-restored', told)
export const signatureSet = event('mail.signature-set', told.extend({ language: z.string() }))

const language = () => choice(languages, { control: 'language' })
const answerText = z.strictObject({
  language: language(),
  subject: text(200).optional(),
  body: longText(20_000).min(1),
})
const one = { id: id('saved-answer', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['saved-answer'], subject: 'id', undoable: true } as const

export const saveAnswer = command({
  name: 'mail.save-answer',
  summary:
    'Keeps an answer to be sent again, in one or several languages, with fields such as {name} in any of the six languages.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    title: text(120),
    /** What it is found by at once, after a semicolon. */
    shortcut: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[\p{L}\p{N}-]{1,30}$/u)
      .optional(),
    mailboxId: id('mail-mailbox', { folded: true }).nullable().optional(),
    texts: z.array(answerText).min(1).max(6),
  }),
  output: changed,
  emits: [answerSaved],
  refusals: [answerTextTwice, shortcutTaken],
  kinds: ['saved-answer'],
  undoable: true,
  example: {
    title: 'Opening hours',
    shortcut: 'hours',
    texts: [{ language: 'en', body: 'Dear {name},\n\nWe are open on weekdays from 8 to 17.' }],
  },
})

export const changeAnswer = command({
  name: 'mail.change-answer',
  summary: 'Changes what is given of a saved answer; texts replace all that were there.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    ...one,
    title: text(120).optional(),
    shortcut: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[\p{L}\p{N}-]{1,30}$/u)
      .nullable()
      .optional(),
    mailboxId: id('mail-mailbox', { folded: true }).nullable().optional(),
    texts: z.array(answerText).min(1).max(6).optional(),
  }),
  output: changed,
  emits: [answerChanged],
  refusals: [answerRetired, answerTextTwice, shortcutTaken],
  ...about,
  example: { id: exampleAnswer, title: 'Opening hours in summer' },
})

export const retireAnswer = command({
  name: 'mail.retire-answer',
  summary: 'Takes a saved answer out of use; it is offered no longer.',
  permission: 'mail.answer-mail',
  input: z.strictObject(one),
  output: changed,
  emits: [answerRetiredEvent],
  refusals: [answerRetired],
  ...about,
  example: { id: exampleAnswer },
})

export const restoreAnswer = command({
  name: 'mail.restore-answer',
  summary: 'Takes a saved answer into use again.',
  permission: 'mail.answer-mail',
  input: z.strictObject(one),
  output: changed,
  emits: [answerRestored],
  refusals: [answerKept, shortcutTaken],
  ...about,
  example: { id: exampleAnswer },
})

export const setSignature = command({
  name: 'mail.set-signature',
  summary: 'Says how mails of a mailbox are signed in a language; an empty text takes the signature away.',
  permission: 'mail.set-rules',
  input: z.strictObject({
    id: id('mail-mailbox', { hidden: true }),
    language: language(),
    text: longText(4_000),
  }),
  output: changed,
  emits: [signatureSet],
  kinds: ['mail-mailbox'],
  subject: 'id',
  undoable: true,
  example: { id: exampleMailbox, language: 'en', text: 'Kind regards\n{my-name}\n{office}' },
})

export const answerLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(answerStates),
  shortcut: z.string().nullable(),
  mailbox: named.nullable(),
  languages: z.array(choice(languages)),
  snippet: z.string(),
})

export const listAnswers = query({
  name: 'mail.list-answers',
  summary: 'Saved answers, found by their shortcut, title and words; those of one mailbox and of all.',
  permission: 'mail.read-mail',
  input: z.strictObject({
    text: text(200).optional(),
    mailboxId: id('mail-mailbox').optional(),
    state: choice(answerStates).optional(),
    ...slice,
  }),
  output: list(answerLine),
  kinds: ['saved-answer', 'mail-mailbox'],
  example: {},
})

export const getAnswer = query({
  name: 'mail.get-answer',
  summary: 'One saved answer with its texts; its fields as the reader calls them.',
  permission: 'mail.read-mail',
  input: z.strictObject({ id: id('saved-answer') }),
  output: z.strictObject({
    record: head(answerStates),
    shortcut: z.string().nullable(),
    mailbox: named.nullable(),
    texts: z.array(z.strictObject({ language: choice(languages), subject: z.string().nullable(), body: z.string() })),
    /** The fields that may stand in it, as the reader calls them. */
    fields: z.array(z.string()),
    can,
  }),
  kinds: ['saved-answer', 'mail-mailbox'],
  example: { id: exampleAnswer },
})

export const fillAnswer = query({
  name: 'mail.fill-answer',
  summary:
    'A saved answer filled in for whoever is answered, in their language where it is kept in it; what nobody knows is told.',
  permission: 'mail.read-mail',
  input: z.strictObject({
    id: id('saved-answer'),
    threadId: id('mail-thread').optional(),
    /** To whom, where no thread says it. */
    to: z.string().trim().max(254).optional(),
    /** What they are called, where the directory does not know them. */
    toName: z.string().trim().max(200).optional(),
    language: language().optional(),
  }),
  output: z.strictObject({
    language: choice(languages),
    subject: z.string().nullable(),
    text: z.string(),
    missing: z.array(z.string()),
    /** False: it is kept in another language than theirs. */
    theirs: flag(),
  }),
  kinds: ['saved-answer', 'mail-thread'],
  example: { id: exampleAnswer },
})

export const getSignatures = query({
  name: 'mail.get-signatures',
  summary: 'How a mailbox signs, by language.',
  permission: 'mail.read-mail',
  input: z.strictObject({ id: id('mail-mailbox') }),
  output: z.strictObject({
    signatures: z.array(z.strictObject({ language: choice(languages), text: z.string() })),
    fields: z.array(z.string()),
  }),
  kinds: ['mail-mailbox'],
  example: { id: exampleMailbox },
})

export const answerEvents = [answerSaved, answerChanged, answerRetiredEvent, answerRestored, signatureSet]
export const answerCommands = [saveAnswer, changeAnswer, retireAnswer, restoreAnswer, setSignature]
export const answerQueries = [listAnswers, getAnswer, fillAnswer, getSignatures]
