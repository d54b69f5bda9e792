import { XmlElement, placeOf } from '../../xml/element.ts'
import { Fact } from '../fact.ts'
import type { Placed } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'

export type Severity = 'fatal' | 'warning'

/**
 * The sentences by which findings are told to people; the words stand in the catalogues of `payables`. `term` is a number of
 * the standard (BT-31, BG-5), which has a name there too.
 */
export type Words =
  | 'missing' // {term}
  | 'too-many' // {term} stands there more than once
  | 'sum-differs' // {term} {says} {computed}
  | 'decimals' // {term} has more than two decimals
  | 'code' // {term} {code} is not in its list
  | 'period' // ends before it begins
  | 'negative' // {term}
  | 'breakdown' // VAT of {category} is not summed up once
  | 'seller-vat' // {category} needs the seller's tax number
  | 'buyer-vat' // {category} needs the buyer's too
  | 'no-vat-numbers' // {category} must carry none
  | 'rate' // {category} cannot have that {rate}
  | 'exemption-needed' // {category}
  | 'exemption-unwanted' // {category}
  | 'mixed' // {category} with others
  | 'either' // of two terms only one
  | 'scheme' // {term} does not say what kind of number it is
  | 'number' // {term} {value} is not a valid number of its kind
  | 'date' // {value} is not a date
  | 'empty' // an element says nothing
  | 'currency' // {value} is in another currency than the invoice
  | 'profile' // the identifier of the process or specification
  | 'type' // the document type is not allowed here
  | 'payment' // the means of payment lack something or are not allowed
  | 'address' // an address lacks a line that the country asks for
  | 'too-long' // {term}
  | 'other'

export interface Finding {
  /** The official identifier: BR-CO-15, PEPPOL-EN16931-R010, NL-R-003. */
  readonly rule: string
  readonly severity: Severity
  /** `/Invoice/cac:InvoiceLine[2]/cbc:ID (line 57)`. */
  readonly location: string
  /** What must hold, in English, for operators and scripts; people are told by `words`. */
  readonly message: string
  readonly words: Words
  readonly params: Readonly<Record<string, string>>
}

export interface Rule<S> {
  readonly id: string
  /** A finding is fatal unless the rule says otherwise. */
  readonly severity?: 'warning'
  /** What must hold. */
  readonly says: string
  readonly holds: (subject: S, read: ReadInvoice) => boolean
  /** The sentence for people, and the term it is about. */
  readonly words?: Words | readonly [Words, string]
  /** Figures for the sentence; `says` and `computed` stand in the English message too. */
  readonly shows?: (subject: S, read: ReadInvoice) => Readonly<Record<string, string>>
}

/** A set of rules over everything they are about. */
export type RuleGroup = (read: ReadInvoice, found: Finding[]) => void

/** Each subject is held against each rule; what does not hold is a finding at the subject's place. */
export function rulesFor<S>(subjects: (read: ReadInvoice) => readonly S[], rules: readonly Rule<S>[]): RuleGroup {
  return (read, found) => {
    for (const subject of subjects(read))
      for (const rule of rules) if (!rule.holds(subject, read)) found.push(findingOf(rule, subject, read))
  }
}

function findingOf<S>(rule: Rule<S>, subject: S, read: ReadInvoice): Finding {
  const [words, term] = typeof rule.words === 'string' ? [rule.words, undefined] : (rule.words ?? ['other', undefined])
  const shown = rule.shows?.(subject, read) ?? {}
  const figures = 'computed' in shown ? ` (says ${shown['says'] ?? '-'}, computed ${shown['computed']})` : ''
  return {
    rule: rule.id,
    severity: rule.severity ?? 'fatal',
    location: placeOf(elementOf(subject) ?? read.root),
    message: `${rule.says}${figures}`,
    words: words as Words,
    params: { ...(term ? { term } : {}), ...shown },
  }
}

function elementOf(subject: unknown): XmlElement | null {
  if (subject instanceof XmlElement) return subject
  if (subject instanceof Fact) return subject.at
  return (subject as Placed | null)?.at ?? null
}
