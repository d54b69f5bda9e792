/** Tasks that events raised, by the key that makes each exactly once. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { TaskState } from './contract.ts'

export interface Raised {
  readonly id: string
  readonly key: string
  readonly state: TaskState
  /** Taken back untouched: the same key may raise it again. */
  readonly withdrawn: boolean
  readonly version: number
}

/** What these keys have raised so far; the records are locked in the order that every act locks in. */
export async function raisedBefore(act: Act, keys: readonly string[]): Promise<ReadonlyMap<string, Raised>> {
  const { rows } = await sql<Raised>`
    select t.id, t.raised_key as key, t.state, t.withdrawn_at is not null as withdrawn, r.version
    from work.task t join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
    where t.organisation_id = ${act.office.id} and t.raised_key = any(${[...keys]}::text[])
    order by r.kind, r.id for no key update of r`.execute(act.db())
  return new Map(rows.map(row => [row.key, row]))
}

/** Lets withdrawn tasks give their keys back, so that the same event may raise them anew. */
export async function freeKeys(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update work.task set raised_key = null where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(
    act.db(),
  )
}
