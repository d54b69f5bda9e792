/**
 * Swedish clearing and account numbers. Source: Bankgirot, "Bankernas kontonummer" (as of 2025; ranges are added as banks come
 * and go: a clearing number that is not here is said to be unknown, never wrong).
 */
import { digitsOf, luhn, weightedFromRight } from './modulus.ts'

/**
 * How a range checks. `1a`: mod 11 over the clearing number without its first digit, and seven digits. `1b`: the whole clearing
 * number and seven digits. `2a`: ten digits by mod 10. `2b`: nine digits by mod 11 (Handelsbanken). `2c`: up to ten digits by
 * mod 10 (Swedbank's 8000s, Plusgirot).
 */
type Rule = '1a' | '1b' | '2a' | '2b' | '2c'

const ranges: readonly (readonly [from: number, to: number, rule: Rule, bank: string])[] = [
  [1100, 1199, '1a', 'Nordea'],
  [1200, 1399, '1a', 'Danske Bank'],
  [1400, 2099, '1a', 'Nordea'],
  [2300, 2399, '1b', 'Ålandsbanken'],
  [2400, 2499, '1a', 'Danske Bank'],
  [3000, 3299, '1a', 'Nordea'],
  [3300, 3300, '2a', 'Nordea'],
  [3301, 3399, '1a', 'Nordea'],
  [3400, 3409, '1a', 'Länsförsäkringar Bank'],
  [3410, 3781, '1a', 'Nordea'],
  [3782, 3782, '2a', 'Nordea'],
  [3783, 3999, '1a', 'Nordea'],
  [4000, 4999, '1b', 'Nordea'],
  [5000, 5999, '1a', 'SEB'],
  [6000, 6999, '2b', 'Handelsbanken'],
  [7000, 7999, '1a', 'Swedbank'],
  [8000, 8999, '2c', 'Swedbank'],
  [9020, 9029, '1b', 'Länsförsäkringar Bank'],
  [9040, 9049, '1b', 'Citibank'],
  [9060, 9069, '1a', 'Länsförsäkringar Bank'],
  [9070, 9079, '1a', 'Multitude Bank'],
  [9100, 9109, '1b', 'Nordnet Bank'],
  [9120, 9124, '1a', 'SEB'],
  [9130, 9149, '1a', 'SEB'],
  [9150, 9169, '1b', 'Skandiabanken'],
  [9170, 9179, '1a', 'Ikano Bank'],
  [9180, 9189, '2a', 'Danske Bank'],
  [9190, 9199, '1b', 'DNB'],
  [9230, 9239, '1a', 'Marginalen Bank'],
  [9250, 9259, '1a', 'SBAB'],
  [9260, 9269, '1b', 'DNB'],
  [9270, 9279, '1a', 'ICA Banken'],
  [9280, 9289, '1a', 'Resurs Bank'],
  [9300, 9349, '2a', 'Swedbank'],
  [9390, 9399, '1b', 'Landshypotek'],
  [9400, 9449, '1a', 'Forex Bank'],
  [9460, 9469, '1a', 'Santander Consumer Bank'],
  [9470, 9479, '1b', 'BNP Paribas'],
  [9500, 9549, '2c', 'Nordea (Plusgirot)'],
  [9550, 9569, '1b', 'Avanza Bank'],
  [9570, 9579, '2a', 'Sparbanken Syd'],
  [9580, 9589, '1a', 'Aion Bank'],
  [9590, 9599, '1b', 'Erik Penser'],
  [9630, 9639, '1a', 'Lån & Spar Bank'],
  [9640, 9649, '1b', 'NOBA Bank'],
  [9650, 9659, '1b', 'MedMera Bank'],
  [9660, 9669, '1b', 'Svea Bank'],
  [9670, 9679, '1b', 'JAK Medlemsbank'],
  [9680, 9689, '1a', 'Bluestep'],
  [9700, 9709, '1b', 'Ekobanken'],
  [9710, 9719, '1b', 'Lunar Bank'],
  [9750, 9759, '1b', 'Northmill Bank'],
  [9780, 9789, '1b', 'Klarna Bank'],
  [9880, 9889, '1b', 'Riksgälden'],
  [9890, 9899, '2a', 'Riksgälden'],
  [9960, 9969, '2c', 'Nordea (Plusgirot)'],
]

export interface SwedishAccount {
  /** Four digits, or five where the bank gave five (Swedbank's 8000s). */
  readonly clearing: string
  readonly account: string
  /** Null where the range is not known here. */
  readonly bank: string | null
  /** Null where nothing can be checked. */
  readonly right: boolean | null
}

/** Clearing and account from what somebody wrote, `8327-9, 123 456 789-2` or run together; null where it is no such number. */
export function readSwedishAccount(text: string): SwedishAccount | null {
  const digits = digitsOf(text)
  if (!/^[1-9]\d{9,14}$/.test(digits)) return null
  const range = rangeOf(Number(digits.slice(0, 4)))
  // Swedbank's fifth clearing digit checks the other four; it is left out by many, and then the account begins at once.
  const five = range?.[2] === '2c' && digits[0] === '8' && luhn(digits.slice(0, 5))
  const clearing = digits.slice(0, five ? 5 : 4)
  const account = digits.slice(clearing.length)
  return { clearing, account, bank: range?.[3] ?? null, right: range ? isRight(range[2], clearing, account) : null }
}

function rangeOf(clearing: number): (typeof ranges)[number] | undefined {
  return ranges.find(([from, to]) => clearing >= from && clearing <= to)
}

/** Mod 11 with the weights 1 to 10 and 1 again, from the right. */
const eleven = (digits: string): boolean => weightedFromRight(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11 === 0

function isRight(rule: Rule, clearing: string, account: string): boolean {
  switch (rule) {
    case '1a':
      return account.length === 7 && eleven(clearing.slice(1) + account)
    case '1b':
      return account.length === 7 && eleven(clearing + account)
    case '2a':
      return account.length === 10 && luhn(account)
    case '2b':
      // Eight digits are nine with a nought before them.
      return (account.length === 9 || account.length === 8) && eleven(account)
    case '2c':
      return account.length >= 2 && account.length <= 10 && luhn(account)
  }
}

/** The account as a Swedish bank prints it: `8327-9, 1234567892`. */
export function swedishAccountPrinted({ clearing, account }: Pick<SwedishAccount, 'clearing' | 'account'>): string {
  return clearing.length === 5 ? `${clearing.slice(0, 4)}-${clearing[4]}, ${account}` : `${clearing}-${account}`
}
