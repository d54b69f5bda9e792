import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'

interface Seen {
  readonly stock: c.Stock
  readonly desk_id: string | null
  readonly printer_id: string
  readonly title: string
  readonly width_mm: number
  readonly height_mm: number
  readonly automatic: boolean
}

const toldOf = (row: Seen | undefined) =>
  row
    ? {
        printer: { id: row.printer_id, kind: 'printer', title: row.title },
        widthMm: row.width_mm,
        heightMm: row.height_mm,
        automatic: row.automatic,
      }
    : null

/** A row for each kind of paper, whether anybody has set it or not: the list is also where it is set. */
export const listStocksBody = implementQuery(c.listStocks, async (view, input) => {
  const deskId = input.deskId ?? view.principal.id
  if (input.deskId && !(await visibleRecords(view).select('id').where('id', '=', deskId).executeTakeFirst()))
    view.refuse(kernelRefusals.notFound, { kind: 'printer', id: deskId })
  const { rows } = await sql<Seen>`
    select s.*, r.title from printing.stock_fact s join ${visibleRecords(view, 'printer').selectAll()} r on r.id = s.printer_id
    where s.organisation_id = ${view.office.id} and (s.desk_id is null or s.desk_id = ${deskId})`.execute(view.db())
  const found = (stock: c.Stock, desk: string | null) =>
    toldOf(rows.find(row => row.stock === stock && row.desk_id === desk))
  return {
    rows: c.stocks.map(stock => {
      const [office, desk] = [found(stock, null), found(stock, deskId)]
      const [widthMm, heightMm] = c.usualSizes[stock]
      const size = desk ?? office ?? { widthMm, heightMm }
      return { stock, office, desk, widthMm: size.widthMm, heightMm: size.heightMm }
    }),
    can: [...can(view, c.chooseStock, {}), ...can(view, c.setStock, {})],
  }
})
