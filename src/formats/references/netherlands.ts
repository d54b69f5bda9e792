/** Dutch payment references and old account numbers. Source: Betaalvereniging Nederland, "Specificaties betalingskenmerk". */
import { weightedFromRight } from './modulus.ts'

const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1]

/** The check digit for what stands after it. Two rests share the digit 1 (ten is written 1), so a rare slip passes. */
function checkDigit(rest: string): string {
  const digit = 11 - (weightedFromRight(rest, weights) % 11)
  return String(digit === 11 ? 0 : digit === 10 ? 1 : digit)
}

/** Betalingskenmerk of 16 digits: the first checks the other fifteen. */
export function isLongBetalingskenmerk(digits: string): boolean {
  return /^\d{16}$/.test(digits) && checkDigit(digits.slice(1)) === digits[0]
}

/** 9 to 14 digits: a check digit, a length digit (how many follow, its last digit), and the reference. */
export function isShortBetalingskenmerk(digits: string): boolean {
  return (
    /^\d{9,14}$/.test(digits) &&
    Number(digits[1]) === (digits.length - 2) % 10 &&
    checkDigit(digits.slice(1)) === digits[0]
  )
}

/** Sixteen digits from fifteen. */
export function betalingskenmerkOf(fifteen: string): string {
  return checkDigit(fifteen) + fifteen
}

/** Nine to fourteen digits from seven to twelve. */
export function shortBetalingskenmerkOf(payload: string): string {
  const rest = String(payload.length % 10) + payload
  return checkDigit(rest) + rest
}

/** `5000 0567 8901 2345`. */
export function betalingskenmerkPrinted(digits: string): string {
  return digits.replace(/(\d)(?=(\d{4})+$)/g, '$1 ')
}

/** An account number of nine or ten digits from before IBAN passes the eleven-test (elfproef). */
export function isDutchAccount(digits: string): boolean {
  if (!/^\d{9,10}$/.test(digits) || /^0+$/.test(digits)) return false
  return weightedFromRight(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11 === 0
}
