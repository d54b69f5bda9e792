import type { Guess } from './found.ts'
import { spanConfidence } from './layout.ts'

/** What proves a value read from a picture: sums, check digits, a second place, a code or a sender that is known. */
const proofs = new Set([
  'check-digits-right',
  'stands-twice',
  'stands-often',
  'known-sender',
  'payment-code',
  'payment-code-agrees',
  'net-plus-vat-is-total',
  'net-is-total',
  'rates-add-up',
  'rate-makes-vat',
  'column-adds-up',
  'cash-less-change-is-total',
  'terms-agree',
])

/** Below this the reader itself doubts a word. */
const clear = 0.85

/**
 * Words seen by an eye of glass: one letter in two hundred is wrong, so a name or number with letters is right as a whole only
 * nineteen times in twenty. It is sure when something proves it; digits alone when the reader saw them clearly.
 */
export function asSeen(guesses: readonly Guess[]): Guess[] {
  return guesses.map(guess => {
    if (!guess.sure || !guess.span) return guess
    const seen = spanConfidence(guess.span)
    if (seen === 1 || guess.reasons.some(reason => proofs.has(reason))) return guess
    const digits = !/\p{L}/u.test(guess.value)
    return digits && seen >= clear ? guess : { ...guess, sure: false, reasons: [...guess.reasons, 'read-from-picture'] }
  })
}
