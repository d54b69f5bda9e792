/** VAT codes of the ledger that may stand on a sale. */
import { sql } from 'kysely'
import type { Standing } from '../../kernel/implement.ts'
import type { VatCategory } from './contract/shapes.ts'

type Reading = Pick<Standing, 'office'> & { db(): unknown }

export interface SaleCode {
  readonly code: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** Percent, as a decimal. */
  readonly rate: string
  readonly category: VatCategory
}

/** 2500 hundredths of a percent are "25"; 1350 are "13.5". */
export function percentOf(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100)
  const rest = String(hundredths % 100).padStart(2, '0')
  return rest === '00' ? String(whole) : `${whole}.${rest}`.replace(/0$/, '')
}

/** Those in use on a day, by their code. */
export async function saleCodesOn(at: Reading, on: Temporal.PlainDate): Promise<ReadonlyMap<string, SaleCode>> {
  const { rows } = await sql<Omit<SaleCode, 'rate'> & { rate: number }>`
    select code, name, names, rate, category from ledger.vat_code_fact
    where organisation_id = ${at.office.id} and kind = 'sale' and in_use
      and (valid_from is null or valid_from <= ${on}::date) and (valid_until is null or valid_until >= ${on}::date)
    order by rate desc, code`.execute(at.db() as never)
  return new Map(rows.map(row => [row.code, { ...row, rate: percentOf(row.rate) }]))
}
