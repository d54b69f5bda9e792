import { query } from '../../../kernel/declare.ts'
import { choice, count, flag, id, instant, longText, slice, text, z } from '../../../kernel/schema.ts'
import { list, waitingRow } from '../../../kernel/shapes.ts'
import {
  attachment,
  can,
  checkStates,
  exampleCheck,
  finding,
  head,
  keptFinding,
  misspelling,
  named,
  purposes,
  recipient,
  spellingLanguages,
  wishes,
} from './shapes.ts'

export const checkText = query({
  name: 'proofing.check',
  summary:
    'Looks through what is about to be sent: days, sums, account numbers, attachments, recipients, secrecy, names, languages; each doubt with its reason and place.',
  input: z.strictObject({
    purpose: choice(purposes),
    language: choice(spellingLanguages).nullable().optional(),
    subject: longText(1000).nullable().optional(),
    /** Plain, or HTML where `format` says so; places are those of `text` of the answer. */
    text: longText(200_000),
    format: choice(['plain', 'html']).default('plain'),
    recipients: z.array(recipient).max(500).default([]),
    replyingTo: z
      .strictObject({ from: longText(320).nullable() })
      .nullable()
      .optional(),
    attachments: z.array(attachment).max(200).default([]),
    /** The records it tells of, or hands over. */
    aboutIds: z.array(id()).max(100).default([]),
    /** Also words that no dictionary knows. */
    spelling: flag().default(false),
  }),
  output: z.strictObject({
    language: choice(spellingLanguages),
    /** What was looked at, without tags; null where it came as plain text. */
    text: z.string().nullable(),
    findings: z.array(finding),
    misspellings: z.array(misspelling),
  }),
  kinds: [],
  tool: true,
  example: {
    purpose: 'mail',
    language: 'en',
    subject: 'Meeting',
    text: 'Dear Anna,\n\nwe meet on Wednesday 24 November 2026.',
    recipients: [{ name: 'Anna Berg', email: 'anna@berg.example' }],
  },
})

export const checkLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(checkStates),
  purpose: choice(purposes),
  wish: choice(wishes).nullable(),
  author: named.nullable(),
  holder: named.nullable(),
  loud: count(),
  quiet: count(),
  changedAt: instant(),
})

export const listChecks = query({
  name: 'proofing.list-checks',
  summary:
    'Memos that are held before they are printed or handed out, and what was sent over a doubt; the newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(checkStates)).max(6).optional(),
    ...slice,
  }),
  output: list(checkLine),
  kinds: ['outgoing-check'],
  example: {},
})

export const getCheck = query({
  name: 'proofing.get-check',
  summary: 'One memo: its words, what is doubtful of them, the question to its author and the answer.',
  permission: 'proofing.list-checks',
  input: z.strictObject({ id: id('outgoing-check') }),
  output: z.strictObject({
    record: head(checkStates),
    ...checkLine.omit({ id: true, version: true, title: true, state: true }).shape,
    about: named.nullable(),
    document: named.nullable(),
    memo: z.string(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    decidedBy: named.nullable(),
    decidedAt: instant().nullable(),
    findings: z.array(keptFinding),
    can,
  }),
  kinds: ['outgoing-check'],
  example: { id: exampleCheck },
})

export const listWaitingChecks = query({
  name: 'proofing.list-waiting',
  summary: 'Memos that were handed over and are not out yet, for the tray of what came in.',
  permission: 'proofing.list-checks',
  input: z.strictObject({ ...slice }),
  output: list(waitingRow),
  kinds: ['outgoing-check'],
  tool: false,
  example: {},
})

export const listWords = query({
  name: 'proofing.list-words',
  summary: 'The office’s own words, which no dictionary has.',
  permission: 'proofing.check',
  input: z.strictObject({ text: text(60).optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      word: z.string(),
      spelledIn: choice(spellingLanguages).nullable(),
      addedBy: named.nullable(),
    }),
  ),
  kinds: [],
  tool: false,
  example: {},
})

export const proofingQueries = [checkText, listChecks, getCheck, listWaitingChecks, listWords]
