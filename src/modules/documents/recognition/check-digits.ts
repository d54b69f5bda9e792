/** Check digits of payment references and accounts. Every function takes digits only. */

/** Luhn (mod 10 with weights 2 1 from the right): the last digit is the check digit. */
export function luhn(digits: string): boolean {
  return digits.length > 1 && mod10(digits.slice(0, -1)) === Number(digits.at(-1))
}

/** The Luhn check digit for what stands before it. */
export function mod10(payload: string): number {
  let sum = 0
  for (let index = 0; index < payload.length; index += 1) {
    const digit = Number(payload[payload.length - 1 - index]) * (index % 2 === 0 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return (10 - (sum % 10)) % 10
}

/** Mod 11 with weights 2 to 7 from the right, as in Norwegian KID and account numbers; `-` stands for ten. */
export function mod11(payload: string): string | null {
  let sum = 0
  for (let index = 0; index < payload.length; index += 1)
    sum += Number(payload[payload.length - 1 - index]) * (2 + (index % 6))
  const rest = 11 - (sum % 11)
  return rest === 11 ? '0' : rest === 10 ? '-' : String(rest)
}

/** Norwegian KID: 3 to 25 digits, the last by mod 10 or mod 11 (where it may be `-`). Source: Bits, KID specification. */
export function isKid(text: string): boolean {
  if (!/^\d{2,24}[\d-]$/.test(text)) return false
  const payload = text.slice(0, -1)
  return luhn(text) || mod11(payload) === text.at(-1)
}

/** Norwegian account: eleven digits, mod 11. */
export function isNorwegianAccount(digits: string): boolean {
  return /^\d{11}$/.test(digits) && !/^0+$/.test(digits) && mod11(digits.slice(0, -1)) === digits.at(-1)
}

/** Swedish OCR reference: 2 to 25 digits, Luhn. Source: Bankgirot, OCR manual. */
export function isOcr(digits: string): boolean {
  return /^\d{2,25}$/.test(digits) && luhn(digits)
}

/** Whether the second digit from the right gives the length (last digit of it), as Swedish OCR of variable length has it. */
export function hasLengthDigit(digits: string): boolean {
  return Number(digits.at(-2)) === digits.length % 10
}

/** Bankgiro: 7 or 8 digits, Luhn. Plusgiro: 2 to 8 digits, Luhn. */
export function isBankgiro(digits: string): boolean {
  return /^\d{7,8}$/.test(digits) && luhn(digits)
}

export function isPlusgiro(digits: string): boolean {
  return /^\d{2,8}$/.test(digits) && luhn(digits)
}

/** Dutch betalingskenmerk of 16 digits: the first is mod 11 over the others, weights 2 4 8 5 10 9 7 3 6 1 from the right. */
export function isBetalingskenmerk(digits: string): boolean {
  if (!/^\d{16}$/.test(digits)) return false
  const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1]
  let sum = 0
  for (let index = 0; index < 15; index += 1) sum += Number(digits[15 - index]) * (weights[index % 10] as number)
  const rest = 11 - (sum % 11)
  return Number(digits[0]) === (rest === 11 ? 0 : rest === 10 ? 1 : rest)
}

/** Belgian structured communication: twelve digits, the last two mod 97 of the first ten (97 for 0). */
export function isStructuredCommunication(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false
  const rest = Number(BigInt(digits.slice(0, 10)) % 97n)
  return (rest === 0 ? 97 : rest) === Number(digits.slice(10))
}

/** RF creditor reference, ISO 11649: mod 97 of the rearranged text is 1. */
export function isCreditorReference(text: string): boolean {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(text)) return false
  const moved = text.slice(4) + text.slice(0, 4)
  const digits = moved.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}

/**
 * Portuguese Multibanco: entity of five digits, reference of nine whose last two check entity, reference and amount. Source: SIBS,
 * algorithm with the weights below over entity (5), reference (7) and amount in cents (8): 98 minus the sum mod 97.
 */
export function isMultibanco(entity: string, reference: string, cents: bigint): boolean {
  if (!/^\d{5}$/.test(entity) || !/^\d{9}$/.test(reference) || cents < 0n || cents > 99_999_999n) return false
  const weights = [51, 73, 17, 89, 38, 62, 45, 53, 15, 50, 5, 49, 34, 81, 76, 27, 90, 9, 30, 3]
  const digits = entity + reference.slice(0, 7) + cents.toString().padStart(8, '0')
  const sum = weights.reduce((all, weight, index) => all + weight * Number(digits[index]), 0)
  return 98 - (sum % 97) === Number(reference.slice(7))
}

/** Swiss QR and ESR reference: 27 digits, recursive mod 10. */
export function isSwissReference(digits: string): boolean {
  if (!/^\d{27}$/.test(digits)) return false
  const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
  let carry = 0
  for (const digit of digits.slice(0, -1)) carry = table[(carry + Number(digit)) % 10] as number
  return (10 - carry) % 10 === Number(digits.at(-1))
}
