/** The arithmetic beneath check digits. Every function takes digits (or, where said, letters) and nothing else. */

/** The Luhn check digit (mod 10, weights 2 1 from the right) for what stands before it. */
export function luhnDigit(payload: string): string {
  let sum = 0
  for (let index = 0; index < payload.length; index += 1) {
    const digit = Number(payload[payload.length - 1 - index]) * (index % 2 === 0 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return String((10 - (sum % 10)) % 10)
}

/** Whether the last digit is the Luhn digit of the others. */
export function luhn(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && luhnDigit(digits.slice(0, -1)) === digits.at(-1)
}

/** The sum of each digit times its weight; weights begin at the right and repeat. */
export function weightedFromRight(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1)
    sum += Number(digits[digits.length - 1 - index]) * (weights[index % weights.length] as number)
  return sum
}

/** Mod 11 with weights 2 to 7 from the right (Norwegian accounts, KID); `-` stands for ten, which no digit can say. */
export function mod11Digit(payload: string): string {
  const rest = 11 - (weightedFromRight(payload, [2, 3, 4, 5, 6, 7]) % 11)
  return rest === 11 ? '0' : rest === 10 ? '-' : String(rest)
}

/** The rest of a text of digits and letters (A is 10 … Z is 35) divided by 97, as ISO 7064 has it. */
export function rest97(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** The two check digits of ISO 7064 MOD 97-10 for a text that ends in `00` where they will stand. */
export function check97(textWith00: string): string {
  return String(98 - rest97(textWith00)).padStart(2, '0')
}

/** The check digit of the Swiss recursive modulus 10. */
export function recursiveMod10Digit(payload: string): string {
  const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
  let carry = 0
  for (const digit of payload) carry = table[(carry + Number(digit)) % 10] as number
  return String((10 - carry) % 10)
}

/** Only the digits of what somebody wrote. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** Groups of `size` from the left with a space between. */
export function inGroups(text: string, size: number): string {
  return text.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ')
}
