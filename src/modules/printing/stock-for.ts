/** Where a kind of paper is printed: at that desk as it is set for the desk, else as the office has it. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { Stock } from './contract/shapes.ts'

export interface StockRule {
  readonly printerId: string
  readonly widthMm: number
  readonly heightMm: number
  readonly automatic: boolean
}

export async function stockFor(at: Act | View, stock: Stock, deskId: string | null): Promise<StockRule | null> {
  const { rows } = await sql<StockRule>`
    select printer_id as "printerId", width_mm as "widthMm", height_mm as "heightMm", automatic from printing.stock_fact
    where organisation_id = ${at.office.id} and stock = ${stock} and (desk_id is null or desk_id = ${deskId})
    order by desk_id nulls last limit 1`.execute(at.db())
  return rows[0] ?? null
}
