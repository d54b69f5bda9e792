import type { Slice } from '../../answers.ts'

/** Rows of one request: few enough to answer quickly and to tell progress, many enough not to ask for ever. */
const sliceRows = 1000

/** Every row of a list query, slice after slice; `told` hears which part is there, 0 to 1. */
export async function everyRow<Row>(
  ask: (input: { readonly limit: number; readonly after?: string }) => Promise<Slice<Row>>,
  told: (part: number) => void,
): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const slice: Slice<Row> = await ask({ limit: sliceRows, ...(after ? { after } : {}) })
    rows.push(...slice.rows)
    if (slice.total > 0) told(Math.min(1, rows.length / slice.total))
    after = slice.next
  } while (after)
  return rows
}
