import { type Insertable, sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { requireVisible } from '../../kernel/named.ts'
import { itemAdded } from './contract.ts'
import { answerWish, arrivedNotice, numberOf, passOn, type Sender } from './item-row.ts'
import { deadlineOf } from './receipt-day.ts'
import type { ItemTable, PostTables } from './tables.ts'

export interface ItemToMake {
  readonly title: string
  readonly sender: Sender
  readonly class?: number | undefined
  readonly documentIds: readonly string[]
  readonly facts: Pick<
    Insertable<ItemTable>,
    'sort' | 'for_id' | 'stop_id' | 'tracking' | 'arrived_on' | 'postmark_on' | 'receipt_rule' | 'answer_days'
  > &
    Partial<Pick<Insertable<ItemTable>, 'personal' | 'note'>>
}

/** Enters one thing: its record, its line, the first link of its chain; gives its number. */
export async function insertItem(act: Act, make: ItemToMake): Promise<{ id: string; year: number; serial: bigint }> {
  const { facts, sender, title } = make
  const id = await act.createRecord({
    kind: 'post-item',
    title,
    ...(make.class === undefined ? {} : { class: make.class }),
    ...(make.documentIds.length ? { source: make.documentIds } : {}),
    search: { body: [sender.name, facts.tracking, facts.note].filter(Boolean).join('\n') },
  })
  const { year } = act.today
  const serial = await act.nextNumber(`post.item.${year}`)
  const arrival = {
    arrivedOn: facts.arrived_on,
    postmarkOn: facts.postmark_on ?? null,
    rule: facts.receipt_rule,
    signedOn: null,
  }
  const { receiptOn, answerBy } = deadlineOf(arrival, facts.answer_days ?? null, act.office.country)
  const row = {
    ...facts,
    organisation_id: act.office.id,
    id,
    year,
    serial,
    state: 'received' as const,
    sender_id: sender.id,
    sender: sender.name,
    receipt_on: receiptOn,
    answer_by: answerBy,
    missed: null,
    delivered_at: null,
    custody_n: 1,
    holder_id: act.principal.id,
  }
  await act.db<PostTables>().insertInto('post.item').values(row).execute()
  const asRow = {
    ...row,
    custody_n: 0,
    holder_id: null,
    attempts: 0,
    note: facts.note ?? '',
    personal: facts.personal ?? false,
  }
  await passOn(act, asRow as never, { way: 'arrived', to_id: act.principal.id, to_name: null })
  for (const document of make.documentIds) await act.link(id, document, 'attachment')
  const about = { id, year, serial, for_id: facts.for_id ?? null, sender: sender.name, sender_id: sender.id }
  act.emit(
    itemAdded,
    {
      id,
      title,
      number: numberOf(about),
      work: answerWish(act, { ...about, answer_by: answerBy }, title),
      notify: arrivedNotice(act, { ...about, sort: facts.sort }),
    },
    [id, ...(sender.id ? [sender.id] : [])],
  )
  return { id, year, serial }
}

/** Refuses a place of the round that is not there. */
export async function requireStop(act: Act, id: string | null | undefined): Promise<void> {
  if (id) await requireVisible(act, id, ['post-stop'])
}

/** Documents among these that stand in the book already. */
export async function inBook(act: Pick<Act, 'office' | 'db'>, documentIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ to_id: string }>`
    select distinct l.to_id from kernel.link l
    join post.item i on i.organisation_id = l.organisation_id and i.id = l.from_id and i.state <> 'removed'
    where l.organisation_id = ${act.office.id} and l.relation = 'attachment' and l.to_id = any(${documentIds}::uuid[])`.execute(
    act.db(),
  )
  return rows.map(row => row.to_id)
}
