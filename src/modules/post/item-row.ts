/** Reading and writing what came, and the links of its chain. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../kernel/named.ts'
import type { NotificationWish } from '../notifications/contract.ts'
import type { TaskWish } from '../work/contract.ts'
import { type ItemState, itemStateWrong, notInHand, postPersonUnknown, senderMissing } from './contract.ts'
import type { CustodyTable, ItemTable, PostTables } from './tables.ts'
import { officeWords } from './words.ts'

export type ItemRow = Selectable<ItemTable>
type Reading = Pick<Act, 'office'> & { db(): unknown }
export const dbOf = (at: Reading) => (at as unknown as Act).db<PostTables>()

export const itemOf = (at: Reading, id: string): Promise<ItemRow> =>
  dbOf(at)
    .selectFrom('post.item')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updateItem(act: Act, id: string, change: Updateable<ItemTable>): Promise<void> {
  await act
    .db<PostTables>()
    .updateTable('post.item')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** 2026-0014: gapless within its year. */
export const numberOf = ({ year, serial }: { year: number; serial: bigint | string | number }): string =>
  `${year}-${String(serial).padStart(4, '0')}`

export function requireState(act: Act, row: ItemRow, states: readonly ItemState[]): void {
  if (!states.includes(row.state)) act.refuse(itemStateWrong, { number: numberOf(row) })
}

/** Refuses whoever does not have it, and says who has. */
export async function requireInHand(act: Act, row: ItemRow): Promise<void> {
  if (row.holder_id === act.principal.id) return
  act.refuse(notInHand, { number: numberOf(row), holder: await nameOf(act, row.holder_id) })
}

export async function nameOf(act: Act, id: string | null): Promise<string> {
  if (id === null) return '–'
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.title ?? '–'
}

export const requirePerson = (act: Act, id: string | null | undefined): Promise<void> =>
  requireColleague(act, id, postPersonUnknown)

/** The next link of the chain: from whoever has it, to a colleague or to whoever signed. */
export async function passOn(
  act: Act,
  row: ItemRow,
  link: Pick<CustodyTable, 'way' | 'to_id' | 'to_name'> & { note?: string | undefined; signature?: string | null },
): Promise<{ custody_n: number; holder_id: string | null }> {
  const n = row.custody_n + 1
  await act
    .db<PostTables>()
    .insertInto('post.custody')
    .values({
      organisation_id: act.office.id,
      item_id: row.id,
      n,
      prior_n: n === 1 ? null : n - 1,
      way: link.way,
      from_id: n === 1 ? null : row.holder_id,
      to_id: link.to_id,
      to_name: link.to_name,
      by_id: act.principal.id,
      at: act.at,
      note: link.note ?? '',
      signature: link.signature ?? null,
    })
    .execute()
  const gone = link.way === 'delivered' || link.way === 'returned'
  return { custody_n: n, holder_id: gone ? null : link.to_id }
}

export interface Sender {
  readonly id: string | null
  readonly name: string
}

/** Of the directory, or a name; refuses where neither is said. */
export async function senderOf(
  act: Act,
  id: string | null | undefined,
  name: string | null | undefined,
): Promise<Sender> {
  if (id) return { id, name: (await requireVisible(act, id, ['organisation', 'person'])).slice(0, 200) }
  return name ? { id: null, name } : act.refuse(senderMissing)
}

const answerKey = (id: string, on: Temporal.PlainDate) => `post.answer:${id}:${on}`

/** The task that answers it in time, for whom it is. */
export function answerWish(
  act: Act,
  row: Pick<ItemRow, 'id' | 'year' | 'serial' | 'for_id' | 'sender' | 'sender_id' | 'answer_by'>,
  title: string,
): TaskWish[] {
  if (!row.answer_by) return []
  return [
    {
      key: answerKey(row.id, row.answer_by),
      title: officeWords(act, 'task.answer', { title, sender: row.sender, number: numberOf(row) }).slice(0, 300),
      dueOn: row.answer_by,
      sourceId: row.id,
      ifLate: 'breaks-rule',
      ...(row.for_id ? { ownerId: row.for_id } : {}),
      ...(row.sender_id ? { forId: row.sender_id } : {}),
    },
  ]
}

export const withdrawnAnswer = (row: Pick<ItemRow, 'id' | 'answer_by'>) =>
  row.answer_by ? [{ key: answerKey(row.id, row.answer_by) }] : []

/** Parcels, couriers and what must be signed for are told at once; letters come by the round. */
export function arrivedNotice(act: Act, row: Pick<ItemRow, 'id' | 'for_id' | 'sort' | 'sender'>): NotificationWish[] {
  if (!row.for_id || row.for_id === act.principal.id || row.sort === 'letter') return []
  return [
    {
      key: `post.arrived:${row.id}`,
      toId: row.for_id,
      titleKey: `notice.post-arrived.${row.sort}`,
      params: { sender: row.sender },
      recordId: row.id,
      urgency: 'today',
    },
  ]
}
