/** How large a kind of paper is for whoever asks for a PDF of it: as it is set, else as is usual. */
import type { Kernel } from '../../kernel/kernel.ts'
import { listStocks } from './contract/queries.ts'
import { type Stock, usualSizes } from './contract/shapes.ts'
import type { LabelSize } from './paper/label.ts'

interface Asking {
  readonly caller: { readonly organisationId: string; readonly principalId: string; readonly mandateId: string | null }
  readonly requestId: string
}

export const usualSize = (stock: Stock): LabelSize => ({
  widthMm: usualSizes[stock][0],
  heightMm: usualSizes[stock][1],
})

export async function stockSize(kernel: Kernel, { caller, requestId }: Asking, stock: Stock): Promise<LabelSize> {
  const answer = await kernel.ask({ ...caller, query: listStocks.name, input: {}, requestId })
  if (answer.status === 'refused') return usualSize(stock)
  const { rows } = listStocks.output.parse(answer.output)
  return rows.find(row => row.stock === stock) ?? usualSize(stock)
}
