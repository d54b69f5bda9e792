/** Answers that are given elsewhere (a case) and go out in the thread that their question came by. */
import { command } from '../../../kernel/declare.ts'
import { choice, flag, longText, z } from '../../../kernel/schema.ts'
import { mailQueued } from './events.ts'
import { sendJob } from './outgoing.ts'
import { exampleOutgoing, examplePerson, exampleThread, mailLanguage, recipient } from './shapes.ts'

export const sendAnswerFor = command({
  name: 'mail.send-answer-for',
  summary:
    'Sends the answer to what was made of a mail by the mailbox it came to, in its thread; not where nothing can be sent from there. What becomes of it is told with `mail.mail-sent`, `mail.mail-not-sent` and `mail.mail-bounced`.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    threadId: z.uuid(),
    /** Who answers. */
    authorId: z.uuid(),
    /** The record that is answered, and its own name for the answer: each goes out once. */
    forId: z.uuid(),
    forRef: z.uuid(),
    to: recipient,
    text: longText(100_000),
    language: mailLanguage(),
    /** What the mark in the text stands for, where there is one. */
    link: choice(['verdict']).nullable(),
  }),
  output: z.strictObject({ queued: flag() }),
  emits: [mailQueued],
  jobs: [sendJob],
  door: 'none',
  tool: false,
  example: {
    threadId: exampleThread,
    authorId: examplePerson,
    forId: exampleOutgoing,
    forRef: exampleOutgoing,
    to: { name: 'Karin Öberg', address: 'karin@example.org' },
    text: 'We are sorry.',
    language: 'en',
    link: null,
  },
})

export const answerForCommands = [sendAnswerFor]
