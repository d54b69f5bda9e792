/** Reading and writing a permit's own rows; one step after the other, each kept so that it can be taken back. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { EventDeclaration } from '../../kernel/declare.ts'
import type { Act } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import type { TaskWish } from '../work/contract.ts'
import { permitStateWrong, type PermitState } from './contract.ts'
import type { ConditionTable, PermitsTables, PermitTable, RequirementTable } from './tables.ts'
import { officeWords } from './words.ts'

export type PermitRow = Selectable<PermitTable>
export type RequirementRow = Selectable<RequirementTable>
export type ConditionRow = Selectable<ConditionTable>
type Reading = Pick<Act, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<PermitsTables>()

export const permitOf = (at: Reading, id: string): Promise<PermitRow> =>
  dbOf(at)
    .selectFrom('permits.permit')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const requirementsOf = (at: Reading, id: string): Promise<RequirementRow[]> =>
  dbOf(at)
    .selectFrom('permits.requirement')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('permit_id', '=', id)
    .orderBy('position')
    .execute()

export const conditionsOf = (at: Reading, id: string): Promise<ConditionRow[]> =>
  dbOf(at)
    .selectFrom('permits.condition')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('permit_id', '=', id)
    .orderBy(sql`next_on nulls last`)
    .orderBy('id')
    .execute()

export async function updatePermit(act: Act, id: string, change: Updateable<PermitTable>): Promise<void> {
  await act
    .db<PermitsTables>()
    .updateTable('permits.permit')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export async function updateCondition(
  act: Act,
  permitId: string,
  id: string,
  change: Updateable<ConditionTable>,
): Promise<void> {
  await act
    .db<PermitsTables>()
    .updateTable('permits.condition')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('permit_id', '=', permitId)
    .where('id', '=', id)
    .execute()
}

export const feeOf = (row: { fee_minor: bigint | null; fee_currency: string | null }): Money | null =>
  row.fee_minor === null || row.fee_currency === null ? null : { minor: row.fee_minor, currency: row.fee_currency }
export const feeColumns = (fee: Money | null) => ({
  fee_minor: fee?.minor ?? null,
  fee_currency: fee?.currency ?? null,
})

export function requirePermitState(act: Act, row: PermitRow, states: readonly PermitState[], title: string): void {
  if (!states.includes(row.state)) act.refuse(permitStateWrong, { title })
}

/** What a step changed and which tasks it made: enough to take it back. */
export interface Prior {
  readonly columns: Readonly<Record<string, string | number | boolean | null>>
  readonly keys: readonly string[]
}

const plain = (value: unknown) =>
  value === null || typeof value === 'number' || typeof value === 'boolean' ? value : String(value)

/** What these columns hold before they are changed, as JSON. */
export function priorOf(before: object, change: object, work: readonly TaskWish[]): string {
  const columns = Object.fromEntries(
    Object.keys(change).map(name => [name, plain((before as Record<string, unknown>)[name])]),
  )
  return JSON.stringify({ columns, keys: work.map(wish => wish.key) } satisfies Prior)
}

/** The keys of open tasks that begin so: what an act does away with. */
export async function openKeys(act: Act, prefix: string): Promise<{ key: string }[]> {
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id}
      and raised_key like ${`${prefix}%`} and state in ('open', 'waiting')`.execute(act.db())
  return rows
}

export const permitKey = (what: 'completion' | 'appeal' | 'renewal', id: string): string => `permits.${what}:${id}:`
export const checkKey = (id: string, conditionId: string, on: Temporal.PlainDate): string =>
  `permits.check:${id}:${conditionId}:${on}`

/** A task about a permit, for its owner. */
export function permitWish(
  act: Act,
  row: Pick<PermitRow, 'id' | 'owner_id' | 'authority_id'>,
  what: {
    key: string
    message: 'task.completion' | 'task.appeal' | 'task.renewal'
    title: string
    dueOn: Temporal.PlainDate
    note?: string
  },
): TaskWish {
  return {
    key: what.key,
    title: officeWords(act, what.message, { title: what.title }).slice(0, 300),
    sourceId: row.id,
    dueOn: what.dueOn,
    ifLate: 'breaks-rule',
    ...(row.owner_id ? { ownerId: row.owner_id } : {}),
    ...(row.authority_id ? { forId: row.authority_id } : {}),
    ...(what.note ? { note: what.note } : {}),
  }
}

export function checkWish(
  act: Act,
  row: Pick<PermitRow, 'id' | 'owner_id'>,
  condition: ConditionRow,
  title: string,
): TaskWish {
  const ownerId = condition.owner_id ?? row.owner_id
  return {
    key: checkKey(row.id, condition.id, condition.next_on!),
    title: officeWords(act, 'task.check-condition', { title, condition: condition.condition }).slice(0, 300),
    sourceId: row.id,
    dueOn: condition.next_on!,
    ifLate: 'breaks-rule',
    ...(ownerId ? { ownerId } : {}),
  }
}

/** When the renewal of a permit is to be begun. */
export const renewOn = (row: Pick<PermitRow, 'valid_until' | 'renewal_lead_days'>): Temporal.PlainDate | null =>
  row.valid_until?.subtract({ days: row.renewal_lead_days }) ?? null

/** One step of a permit or an application: what it changes, what it is told as, and the work that it begins or ends. */
export interface Step<Change> extends Follows {
  readonly change: Change
  readonly event: EventDeclaration
}

interface Follows {
  readonly work?: readonly TaskWish[]
  readonly workDone?: readonly { key: string }[]
  readonly workWithdrawn?: readonly { key: string }[]
  readonly more?: object
}

/** What a step's event says beside whom it is about. */
export const whatFollows = ({ work = [], workDone = [], workWithdrawn = [], more }: Follows) => ({
  ...more,
  ...(work.length > 0 && { work: [...work] }),
  ...(workDone.length > 0 && { workDone: [...workDone] }),
  ...(workWithdrawn.length > 0 && { workWithdrawn: [...workWithdrawn] }),
})
