import { squash } from './fold.ts'
import type { Guess } from './found.ts'
import type { KnownSender } from './types.ts'

/** What a paper says about its sender, to be looked up. */
export interface SenderMarks {
  readonly vatNumbers: readonly string[]
  readonly organisationNumbers: readonly string[]
  readonly ibans: readonly string[]
  readonly accounts: readonly string[]
  readonly names: readonly string[]
}

export interface Match {
  readonly sender: KnownSender
  readonly by: 'vat-number' | 'iban' | 'account' | 'organisation-number' | 'name'
}

function same(a: string | null | undefined, others: readonly string[]): boolean {
  if (!a) return false
  const key = squash(a)
  return key.length > 3 && others.some(other => squash(other) === key)
}

/** Looks the sender up: by VAT number, IBAN, national account, company number, and last by folded name. */
export function matchSender(known: readonly KnownSender[], marks: SenderMarks): Match | null {
  const by = (name: Match['by'], test: (sender: KnownSender) => boolean): Match | null => {
    const hits = known.filter(test)
    return hits.length === 1 && hits[0] ? { sender: hits[0], by: name } : null
  }
  return (
    by('vat-number', one => same(one.vatNumber, marks.vatNumbers)) ??
    by('iban', one => (one.ibans ?? []).some(iban => same(iban, marks.ibans))) ??
    by('account', one => (one.accounts ?? []).some(account => same(account, marks.accounts))) ??
    by('organisation-number', one => same(one.organisationNumber, marks.organisationNumbers)) ??
    by('name', one => same(one.name, marks.names))
  )
}

/** The name under which the office knows the sender, as the first guess. */
export function knownGuess(match: Match, guesses: readonly Guess[]): Guess {
  const place = guesses.find(one => squash(one.value) === squash(match.sender.name)) ?? guesses[0] ?? null
  const certain = match.by !== 'name'
  return {
    value: match.sender.name,
    span: place?.span ?? null,
    confidence: certain ? 0.99 : 0.94,
    sure: certain,
    reasons: ['known-sender', `by-${match.by}`],
  }
}
