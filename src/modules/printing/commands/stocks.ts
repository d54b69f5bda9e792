/** Which printer a kind of paper goes to: the office says it, and whoever sits at a desk for that desk. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { requirePrinter } from '../rows.ts'

type Wish = ReturnType<typeof c.chooseStock.input.parse>

interface Rule {
  readonly printer_id: string
  readonly width_mm: number
  readonly height_mm: number
  readonly automatic: boolean
}

/** Puts the rule in the place of the one before, which is answered: what taking it back puts there again. */
async function settle(act: Act, deskId: string | null, wish: Wish): Promise<object> {
  const { stock, printerId } = wish
  const { rows } = await sql<Rule>`
    delete from printing.stock where organisation_id = ${act.office.id} and stock = ${stock}
      and desk_id is not distinct from ${deskId}::uuid
    returning printer_id, width_mm, height_mm, automatic`.execute(act.db())
  const [was] = rows
  const [width, height] = c.usualSizes[stock]
  const printer = printerId ? await requirePrinter(act, printerId) : null
  if (printer)
    await sql`
      insert into printing.stock (organisation_id, id, stock, desk_id, printer_id, width_mm, height_mm, automatic)
      values (${act.office.id}, ${act.newId()}, ${stock}, ${deskId}, ${printer.id},
        ${wish.widthMm ?? was?.width_mm ?? width}, ${wish.heightMm ?? was?.height_mm ?? height}, ${wish.automatic ?? was?.automatic ?? false})`.execute(
      act.db(),
    )
  act.emit(c.stockSet, { stock, printer: printer?.title ?? null }, printer ? [printer.id] : [])
  return was
    ? { printerId: was.printer_id, widthMm: was.width_mm, heightMm: was.height_mm, automatic: was.automatic }
    : { printerId: null }
}

export const setStockBody = implementCommand(c.setStock, {
  async run(act, { deskId = null, ...wish }) {
    if (deskId) await requireVisible(act, deskId)
    const { stock } = wish
    const was = await settle(act, deskId, wish)
    return { output: { stock }, undo: { command: c.setStock.name, input: { stock, deskId, ...was } } }
  },
})

export const chooseStockBody = implementCommand(c.chooseStock, {
  async run(act, wish) {
    const { stock } = wish
    const was = await settle(act, act.principal.id, wish)
    return { output: { stock }, undo: { command: c.chooseStock.name, input: { stock, ...was } } }
  },
})
