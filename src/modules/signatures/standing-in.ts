/** Who may sign for whom: oneself, whoever stands in while one is away, whoever acts under one's mandate. */
import { sql } from 'kysely'
import type { Act, Standing, View } from '../../kernel/implement.ts'
import type { SignerRow } from './signing-row.ts'

type Reader = Pick<View | Act, 'db'> & Standing

/** Whom each of these people is stood in for by today; nobody who is here. */
export async function deputiesOf(
  at: Pick<Reader, 'db' | 'office' | 'today'>,
  people: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(people.filter(id => id !== null))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; deputy: string }>`
    select distinct on (a.person_id) a.person_id as id, coalesce(a.deputy_id, c.deputy_id) as deputy
    from work.absence_fact a
    join authority.colleague c on c.organisation_id = a.organisation_id and c.principal_id = a.person_id
    where a.organisation_id = ${at.office.id} and a.person_id = any(${ids}::uuid[]) and ${at.today} between a.from_on and a.until_on
      and coalesce(a.deputy_id, c.deputy_id) is not null
    order by a.person_id, a.from_on desc`.execute(at.db())
  return new Map(rows.map(row => [row.id, row.deputy]))
}

export interface Mine {
  readonly signer: SignerRow
  /** Whose place it is, where it is not one's own. */
  readonly standsFor: string | null
}

/** The place in which the principal signs: their own before that of others; what is still to sign before what is done. */
export async function placeOf(at: Reader, signers: readonly SignerRow[]): Promise<Mine | null> {
  const { id, onBehalfOf } = at.principal
  const here = signers.filter(one => one.way === 'screen')
  const own = here.find(one => one.person_id === id)
  if (own && own.state !== 'signed') return { signer: own, standsFor: null }
  const deputies = await deputiesOf(
    at,
    here.map(one => one.person_id),
  )
  const other = here.find(
    one =>
      one.state === 'asked' &&
      one.person_id !== null &&
      one.person_id !== id &&
      (deputies.get(one.person_id) === id || onBehalfOf?.id === one.person_id),
  )
  if (other) return { signer: other, standsFor: other.name }
  return own ? { signer: own, standsFor: null } : null
}
