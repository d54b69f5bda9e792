/** What the check before sending is asked and what it answers. */

export const proofLanguages = ['en', 'sv', 'nb', 'nl', 'ro', 'pt'] as const
export type ProofLanguage = (typeof proofLanguages)[number]

export const proofPurposes = ['mail', 'letter', 'announcement', 'invitation', 'advice', 'memo'] as const
export type ProofPurpose = (typeof proofPurposes)[number]

/** What can be doubtful, in the order of how much it matters. */
export const proofRules = [
  'secret',
  'inside-words',
  'reply-all',
  'many-visible',
  'similar-domain',
  'greeting',
  'address-name',
  'namesake',
  'sum',
  'product',
  'vat',
  'iban',
  'account',
  'reference',
  'number',
  'attachment',
  'placeholder',
  'no-such-day',
  'weekday',
  'week',
  'relative-day',
  'past',
  'year',
  'reversed',
  'time',
  'duration',
  'count',
  'holiday',
  'name',
  'telephone',
  'subject',
  'language',
  'recipient-language',
  'double',
] as const
export type ProofRule = (typeof proofRules)[number]

export interface ProofRecipient {
  readonly name: string | null
  readonly email: string | null
  readonly role: 'to' | 'cc' | 'bcc'
  readonly inside: boolean
  /** The highest class this one may see; what is outside may see what is internal at most. */
  readonly mayStand: number
  /** As the directory has it, where it is known there. */
  readonly knownName: string | null
  readonly language: string | null
  /** Others of the directory who are easily taken for this one. */
  readonly namesakes: readonly { readonly name: string; readonly detail: string | null }[]
}

export interface ProofAttachment {
  readonly name: string
  readonly class: number
}

export interface ProofQuestion {
  readonly purpose: ProofPurpose
  /** As the writer says; else it is found out. */
  readonly language: ProofLanguage | null
  readonly officeLanguage: ProofLanguage
  /** ISO 3166, for telephone numbers and for days that are written in figures. */
  readonly country: string
  readonly subject: string | null
  /** Plain text, lines by `\n`. */
  readonly text: string
  readonly sender: { readonly name: string; readonly email: string | null } | null
  readonly recipients: readonly ProofRecipient[]
  readonly replyingTo: { readonly from: string | null; readonly fromInside: boolean } | null
  readonly attachments: readonly ProofAttachment[]
  /** The records it tells of, by their class. */
  readonly about: readonly { readonly title: string; readonly class: number }[]
  /** Names of people and firms as they are spelled. */
  readonly names: readonly string[]
  readonly domains: readonly string[]
  readonly today: Temporal.PlainDate
  /** What that day is called where nobody works on it, else null. */
  readonly holiday: (day: Temporal.PlainDate) => string | null
}

export type ProofField = 'subject' | 'text'

export interface ProofPlace {
  readonly field: ProofField
  readonly start: number
  readonly end: number
}

export interface ProofFinding {
  readonly rule: ProofRule
  /** Which of the rule's reasons; its words are the catalogue's. */
  readonly reason: string
  readonly severity: 'loud' | 'quiet'
  readonly at: ProofPlace | null
  /** What stands there. */
  readonly words: string
  readonly data: Readonly<Record<string, string | number>>
  readonly suggestion: string | null
}

/** A stretch of text in one language, at its place in its field; what is quoted, and what a machine wrote, is blank. */
export interface Passage {
  readonly field: ProofField
  readonly offset: number
  readonly text: string
  readonly language: ProofLanguage
}

export interface Prepared {
  readonly question: ProofQuestion
  readonly language: ProofLanguage
  /** Whether the language was found with certainty. */
  readonly sure: boolean
  readonly passages: readonly Passage[]
  /** The whole text, quotations blanked. */
  readonly own: string
}

export type Rule = (prepared: Prepared) => readonly ProofFinding[]

/** A finding at a place of a passage. */
export function found(
  passage: Passage,
  start: number,
  end: number,
  what: Pick<ProofFinding, 'rule' | 'severity'> & Partial<Pick<ProofFinding, 'reason' | 'data' | 'suggestion'>>,
): ProofFinding {
  return {
    reason: what.rule,
    data: {},
    suggestion: null,
    ...what,
    at: { field: passage.field, start: passage.offset + start, end: passage.offset + end },
    words: passage.text.slice(start, end),
  }
}

/** A finding about the whole. */
export const foundOfAll = (
  what: Pick<ProofFinding, 'rule' | 'severity'> & Partial<Pick<ProofFinding, 'reason' | 'data' | 'words'>>,
): ProofFinding => ({ reason: what.rule, data: {}, words: '', ...what, at: null, suggestion: null })
