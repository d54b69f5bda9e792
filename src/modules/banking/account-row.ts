/** A bank account's own rows, and the numbers by which files may name it. */
import { sql } from 'kysely'
import { checkAccount, type CheckedScheme } from '../../formats/references/check.ts'
import { isBic } from '../../formats/references/international.ts'
import type { Act } from '../../kernel/implement.ts'
import { decimalOfMoney, type Money } from '../../kernel/money.ts'
import {
  accountClosed,
  accountNumberWrong,
  type FileVersion,
  ledgerAccountUnknown,
  type NumberScheme,
} from './contract.ts'

/** Whoever reads or acts here: the transaction and the office. */
export type Reading = Pick<Act, 'office'> & { db(): unknown }
export const dbOf = (at: Reading) => (at as unknown as Act).db()

export interface AccountRow {
  readonly id: string
  readonly scheme: NumberScheme
  readonly number: string
  readonly currency: string
  readonly bic: string | null
  readonly ledger_account: string | null
  readonly file_version: FileVersion
  readonly holder: string
  readonly street: string | null
  readonly postal_code: string | null
  readonly town: string | null
  readonly country: string
  readonly customer_number: string | null
  readonly layout: Record<string, unknown> | null
  readonly is_closed: boolean
}

export async function accountOf(at: Reading, id: string): Promise<AccountRow> {
  const { rows } = await sql<AccountRow>`
    select * from banking.account where organisation_id = ${at.office.id} and id = ${id}`.execute(dbOf(at))
  return rows[0]!
}

/** Refuses an account from which nothing is paid any more. */
export function requireOpen(act: Act, account: AccountRow): void {
  if (account.is_closed) act.refuse(accountClosed, { title: account.number })
}

/** A number as it is stored; refused where its own check digits say that it is wrong. */
export function numberFrom(act: Act, scheme: CheckedScheme, number: string): string {
  const { right, compact } = checkAccount(scheme, number, act.office.country)
  return right === false || !/^[A-Z0-9]{2,40}$/.test(compact) ? act.refuse(accountNumberWrong, { number }) : compact
}

/** What a number of its own says that it is: an IBAN, else a Bankgiro where it checks as one, else a national account. */
export function schemeOf(number: string, country: string): CheckedScheme {
  if (/^\s*[A-Za-z]{2}\d/.test(number)) return 'iban'
  if (country === 'SE' && /^\s*\d{3,4}-\d{4}\s*$/.test(number)) return 'bankgiro'
  if (country === 'SE' && /^\s*\d{1,7}-\d\s*$/.test(number)) return 'plusgiro'
  return 'account'
}

export function bicFrom(act: Act, bic: string | null | undefined): string | null {
  if (!bic) return null
  const compact = bic.replace(/\s/g, '').toUpperCase()
  return isBic(compact) ? compact : act.refuse(accountNumberWrong, { number: bic })
}

/** Refuses an account that the ledger does not have in use. */
export async function requireLedgerAccount(act: Act, number: string | null | undefined): Promise<void> {
  if (!number) return
  const { rows } = await sql<{ in_use: boolean }>`
    select in_use from ledger.account_fact where organisation_id = ${act.office.id} and number = ${number}`.execute(
    act.db(),
  )
  if (!rows[0]?.in_use) act.refuse(ledgerAccountUnknown, { number })
}

/** Its own number and all others by which it is named; what was there is put in their place. */
export async function setNumbers(
  act: Act,
  id: string,
  numbers: readonly { readonly scheme: string; readonly number: string }[],
): Promise<void> {
  await sql`delete from banking.account_number where organisation_id = ${act.office.id} and account_id = ${id}`.execute(
    act.db(),
  )
  const once = [...new Map(numbers.map(one => [`${one.scheme} ${one.number}`, one])).values()]
  await sql`
    insert into banking.account_number (organisation_id, account_id, scheme, number)
    select ${act.office.id}, ${id}, x.scheme, x.number from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as x(scheme text, number text)`.execute(
    act.db(),
  )
}

export async function otherNumbers(at: Reading, account: AccountRow): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from banking.account_number where organisation_id = ${at.office.id} and account_id = ${account.id}
      and (scheme, number) <> (${account.scheme}, ${account.number}) order by scheme, number`.execute(dbOf(at))
  return rows.map(({ number }) => number)
}

export interface Settings {
  readonly fourEyes: boolean
  readonly bookAtHandOut: boolean
}

export async function settingsOf(at: Reading): Promise<Settings> {
  const { rows } = await sql<{ four_eyes: boolean; book_at_hand_out: boolean }>`
    select four_eyes, book_at_hand_out from banking.settings where organisation_id = ${at.office.id}`.execute(dbOf(at))
  return { fourEyes: rows[0]?.four_eyes ?? true, bookAtHandOut: rows[0]?.book_at_hand_out ?? false }
}

/** An amount inside a sentence of a refusal or a task. */
export const wordedAmount = (amount: Money): string => `${decimalOfMoney(amount)} ${amount.currency}`

export const moneyOf = (minor: bigint, currency: string): Money => ({ minor, currency })

/** Where a line of the bank stands in the books: its own account of the ledger, else the one that has the role. */
export const bankSide = (account: Pick<AccountRow, 'ledger_account'>): { account: string } | { role: 'bank' } =>
  account.ledger_account ? { account: account.ledger_account } : { role: 'bank' }
