/** Which of the office's accounts a statement is of. */
import type { StatementAccount } from '../../formats/bank/model.ts'

export interface KnownAccount {
  readonly id: string
  readonly currency: string
  readonly numbers: readonly { readonly scheme: string; readonly number: string }[]
  readonly layout: object | null
}

/**
 * By its number: the same, or a national number that stands at the end of an IBAN (as MT940 and tables often give it). What the
 * file says comes before what somebody said; who was said is taken where the file says no number, or none that is known.
 */
export function accountFor(
  told: Pick<StatementAccount, 'number' | 'scheme'>,
  accounts: readonly KnownAccount[],
  chosenId: string | null,
): KnownAccount | null {
  const number = told.number.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const same = accounts.find(account => account.numbers.some(one => one.number === number))
  if (same) return same
  const within =
    number.length >= 6 ? accounts.filter(account => account.numbers.some(one => endsAlike(one.number, number))) : []
  if (within.length === 1) return within[0]!
  return accounts.find(account => account.id === chosenId) ?? null
}

const endsAlike = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.endsWith(short.replace(/^0+/, '')) && short.replace(/^0+/, '').length >= 6
}
