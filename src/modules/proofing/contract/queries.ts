import { query } from '../../../kernel/declare.ts'
import { choice, flag, id, longText, z } from '../../../kernel/schema.ts'
import { attachment, finding, misspelling, purposes, recipient, spellingLanguages } from './shapes.ts'

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
