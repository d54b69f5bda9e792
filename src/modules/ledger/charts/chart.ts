/** A chart of accounts as data: how its text is written, and what reading it gives. */
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { AccountType, VatCategory, VatKind } from '../contract/shapes.ts'
import type { AccountRole } from '../contract/wish.ts'

export interface ChartAccount {
  readonly number: string
  readonly accountType: AccountType
  /** In the language of the chart's country. */
  readonly name: string
  readonly english: string
  readonly vatCode: string | null
}

export interface ChartVatCode {
  readonly code: string
  readonly kind: VatKind
  /** Percent, as text. */
  readonly rate: string
  readonly category: VatCategory
  readonly name: string
  readonly english: string
  /** How much may be deducted, in percent; all of it unless said. */
  readonly deductible?: number
  readonly tax?: string
  readonly due?: string
  /** Boxes of the national return: of the net amount, of the tax, of the other side of reverse charge. */
  readonly boxes?: readonly [base: string | null, tax: string | null, due: string | null]
  readonly from?: string
  readonly until?: string
}

export interface ChartData {
  readonly language: Language
  readonly accounts: readonly ChartAccount[]
  readonly vatCodes: readonly ChartVatCode[]
  readonly roles: Readonly<Partial<Record<AccountRole, string>>>
  /** Codes of accounts in the country's tax form or taxonomy, where they are certain. */
  readonly taxCodes?: Readonly<Record<string, string>>
}

const types: Readonly<Record<string, AccountType>> = {
  a: 'asset',
  l: 'liability',
  e: 'equity',
  i: 'income',
  c: 'cost',
}

/**
 * Reads lines of `number type name | English name` with `@code` at the end where the account proposes a VAT code. Types
 * are a(sset), l(iability), e(quity), i(ncome), c(ost).
 */
export function readAccounts(text: string): ChartAccount[] {
  return text
    .trim()
    .split('\n')
    .map(line => {
      const match = /^(\S+) ([aleic]) ([^|@]+?)(?: \| ([^@]+?))?(?: @(\S+))?$/.exec(line.trim())
      if (!match) throw new Error(`not an account: ${line}`)
      const [, number, type, name, english, vatCode] = match
      return {
        number: number!,
        accountType: types[type!]!,
        name: name!,
        english: english ?? name!,
        vatCode: vatCode ?? null,
      }
    })
}
