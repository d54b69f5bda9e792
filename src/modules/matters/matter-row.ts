/** Reading and writing the matter of an act: what its commands share. */
import { type Selectable, sql, type Updateable } from 'kysely'
import { maySee } from '../../kernel/dispatch/locks.ts'
import type { Act } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { ownerUnknown } from '../work/contract.ts'
import { matterClosed, matterNotClosed, matterNotWaiting, targetBeforeStart } from './contract.ts'
import { type MatterAct, takes } from './states.ts'
import type { MattersTables, MatterTable } from './tables.ts'

export type MatterRow = Selectable<MatterTable>

/** The matter of a locked record. */
export const matterOf = (act: Act, id: string): Promise<MatterRow> =>
  act
    .db<MattersTables>()
    .selectFrom('matters.matter')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Refuses what the state of the matter does not take. */
export function requireState(act: Act, matter: MatterRow, name: MatterAct): void {
  if (takes(name, matter.state)) return
  const data = { id: matter.id, title: titleOf(matter), state: matter.state }
  if (matter.state === 'closed') act.refuse(matterClosed, data)
  act.refuse(name === 'matters.resume-matter' ? matterNotWaiting : matterNotClosed, data)
}

export async function updateMatter(act: Act, id: string, change: Updateable<MatterTable>): Promise<void> {
  await act
    .db<MattersTables>()
    .updateTable('matters.matter')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** The number stands first, so that it is read and found wherever the matter is named. */
export const titleOf = ({ number, name }: Pick<MatterRow, 'number' | 'name'>): string => `${number} ${name}`

export const foldedText = (number: string, name: string): string => foldInPlace(`${number}\n${name}`)

export const budgetOf = (matter: MatterRow): Money | null =>
  matter.budget_minor === null ? null : { minor: BigInt(matter.budget_minor), currency: matter.budget_currency! }

export const budgetColumns = (budget: Money | null | undefined) => ({
  budget_minor: budget?.minor ?? null,
  budget_currency: budget?.currency ?? null,
})

export function requireDays(act: Act, startOn: Temporal.PlainDate, targetOn: Temporal.PlainDate | null): void {
  if (targetOn && Temporal.PlainDate.compare(targetOn, startOn) < 0)
    act.refuse(targetBeforeStart, { startOn: String(startOn), targetOn: String(targetOn) })
}

interface Seen {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly class: number
  readonly audience: string[] | null
}

/** A record that the principal may see, held for the rest of the act; refuses as not found what there is not. */
export async function visibleRecord(act: Act, id: string): Promise<Seen> {
  const { rows } = await sql<Seen & { merged_into: string | null }>`
    select id, kind, title, class, audience, merged_into from kernel.record
    where organisation_id = ${act.office.id} and id = ${id} for no key update`.execute(act.db())
  const [row] = rows
  if (!row || row.merged_into !== null || !maySee(act.principal, row))
    return act.refuse(kernelRefusals.notFound, { id })
  return row
}

export async function requireVisible(act: Act, ids: readonly (string | null | undefined)[]): Promise<void> {
  for (const id of new Set(ids)) if (typeof id === 'string') await visibleRecord(act, id)
}

/** The owner's name; refuses whoever is no principal here. */
export async function requireOwner(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind = 'principal'`.execute(
    act.db(),
  )
  return rows[0]?.title ?? act.refuse(ownerUnknown, { id })
}
