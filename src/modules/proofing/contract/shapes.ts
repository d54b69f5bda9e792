import { choice, confidentiality, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import { proofLanguages, proofPurposes, proofRules } from '../../../formats/proof/model.ts'

export { can, changed, head, type Named, named } from '../../../kernel/shapes.ts'

export const purposes = proofPurposes
export const rules = proofRules
export const severities = ['loud', 'quiet'] as const
export const spellingLanguages = proofLanguages

export const recipient = z.strictObject({
  name: longText(300).nullable().optional(),
  email: longText(320).nullable().optional(),
  role: choice(['to', 'cc', 'bcc']).default('to'),
  /** Of the directory or the office, where the writer chose from there; else it is found by the address. */
  partyId: id().nullable().optional(),
  inside: flag().optional(),
})

export const attachment = z.strictObject({
  name: longText(400),
  type: longText(200).optional(),
  size: z.int().min(0).optional(),
  documentId: id('document').nullable().optional(),
})

/** A sentence of the catalogue; `on` and `…On` are days. */
export const sentence = z.strictObject({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const place = z.strictObject({
  field: choice(['subject', 'text']),
  start: z.int().min(0),
  end: z.int().min(0),
})

/** One thing that is doubtful, with its reason and its place in what was asked. */
export const finding = z.strictObject({
  /** The same while the same words are doubtful for the same reason, wherever they stand. */
  key: z.string(),
  rule: choice(rules),
  severity: choice(severities),
  at: place.nullable(),
  words: z.string(),
  reason: sentence,
  suggestion: z.string().nullable(),
})

/** What is kept of a finding that somebody sent over. */
export const keptFinding = z.strictObject({
  rule: choice(rules),
  severity: choice(severities),
  words: longText(400),
  reason: z.strictObject({
    key: text(120),
    params: z.record(z.string().max(60), z.union([z.string().max(400), z.number()])),
  }),
})

/** A word that no dictionary knows. */
export const misspelling = z.strictObject({
  word: z.string(),
  at: place,
  suggestions: z.array(z.string()),
})

export const classOf = confidentiality
export const exampleCheck = '019aa000-0000-7000-8000-000000000481'
export const exampleOther = '019aa000-0000-7000-8000-000000000482'

export const checkStates = ['sent', 'held', 'asked', 'corrected', 'released', 'withdrawn'] as const
export type CheckState = (typeof checkStates)[number]
export const wishes = ['print', 'distribute'] as const
export type KeptFinding = z.output<typeof keptFinding>
