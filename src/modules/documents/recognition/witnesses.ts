import type { Reading } from '../reading/types.ts'
import type { Guess } from './found.ts'
import type { PaymentCode } from './payment-code.ts'
import type { TotalWitness } from './total.ts'

/** A value from a code on the paper; shown where the paper says the same. */
export function codeGuess(
  code: PaymentCode | null,
  value: string | undefined,
  printed: readonly Guess[] = [],
): Guess[] {
  if (!code || !value) return []
  const same = printed.find(one => one.value === value)
  if (same) return [{ ...same, confidence: 0.99, sure: true, reasons: [...same.reasons, 'payment-code-agrees'] }]
  return [
    {
      value,
      span: null,
      page: code.code.page,
      box: code.code.box,
      confidence: 0.97,
      sure: true,
      reasons: ['payment-code', code.scheme],
    },
  ]
}

/** What the payment code, the giro line and Multibanco say of the total. */
export function witnessesOf(
  code: PaymentCode | null,
  giro: bigint | null,
  multibanco: readonly bigint[],
): TotalWitness[] {
  const found: TotalWitness[] = []
  if (code?.total !== undefined) found.push({ value: code.total, reason: 'payment-code-agrees' })
  if (giro !== null) found.push({ value: giro, reason: 'giro-line-agrees' })
  for (const value of multibanco) if (value > 0n) found.push({ value, reason: 'multibanco-agrees' })
  return found
}

/** Who sent the mail, by its own word. */
export function mailSender(reading: Reading): Guess[] {
  const from = reading.mail?.from
  if (!from) return []
  const value = from.name || from.address
  return [{ value, span: null, confidence: 0.55, sure: false, reasons: ['mail-sender'] }]
}

/** The day the mail was sent. */
export function mailDate(reading: Reading): Guess[] {
  const date = reading.mail?.date
  return date ? [{ value: date.slice(0, 10), span: null, confidence: 0.5, sure: false, reasons: ['mail-date'] }] : []
}
