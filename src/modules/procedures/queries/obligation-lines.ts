import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { ObligationRow } from '../obligation-row.ts'
import { namesOf, naming } from '../../../kernel/named.ts'

export type SeenObligation = ObligationRow & {
  readonly title: string
  readonly class: number
  readonly version: number
}

/** The obligations one may see, as `r` (record) and `o`. */
export const fromVisibleObligations = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'obligation').selectAll()} r
  join procedures.obligation o on o.organisation_id = ${view.office.id} and o.id = r.id`

export async function readObligations(view: View, rest: RawBuilder<unknown>): Promise<SeenObligation[]> {
  const { rows } = await sql<SeenObligation>`
    select o.*, r.title, r.class, r.version ${fromVisibleObligations(view)} ${rest}`.execute(view.db())
  return rows
}

/** What every list says of an obligation. */
export async function factsOf(view: View, rows: readonly SeenObligation[]) {
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.owner_id, row.counterpart_id]),
    ),
  )
  return (row: SeenObligation) => ({
    id: row.id,
    title: row.title,
    version: row.version,
    state: row.state,
    basis: row.basis,
    basisText: row.basis_text,
    counterpart: name(row.counterpart_id),
    owner: name(row.owner_id),
    ownerRole: row.owner_role,
  })
}
