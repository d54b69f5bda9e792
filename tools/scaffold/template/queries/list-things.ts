import { sql } from 'kysely'
import { implementQuery, type View } from '../../../../src/kernel/implement.ts'
import type { z } from '../../../../src/kernel/schema.ts'
import { visibleRecords } from '../../../../src/kernel/visibility.ts'
import { listThings } from '../contract.ts'
import type { SampleTables } from '../tables.ts'

type Input = z.output<typeof listThings.input>

/** The things one may see that meet the conditions. */
function things(view: View, { text, states }: Input) {
  let found = visibleRecords<SampleTables>(view, 'thing').innerJoin('sample.thing', join =>
    join
      .onRef('sample.thing.organisation_id', '=', 'kernel.record.organisation_id')
      .onRef('sample.thing.id', '=', 'kernel.record.id'),
  )
  if (text) found = found.where(sql<boolean>`position(lower(${text}) in lower(kernel.record.title)) > 0`)
  if (states) found = found.where('sample.thing.state', 'in', states)
  return found
}

export const listThingsBody = implementQuery(listThings, async (view, input) => {
  const { total } = await things(view, input)
    .select(eb => eb.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  let page = things(view, input)
    .select([
      'kernel.record.id',
      'kernel.record.title',
      'kernel.record.class',
      'kernel.record.version',
      'sample.thing.state',
    ])
    .orderBy('kernel.record.id', 'desc')
    .limit(input.limit + 1)
  if (input.after) page = page.where('kernel.record.id', '<', input.after)
  const rows = await page.execute()
  const shown = rows.slice(0, input.limit)
  return { rows: shown, total: Number(total), next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null }
})
