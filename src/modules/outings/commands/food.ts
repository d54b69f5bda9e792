import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireVisible } from '../../../kernel/named.ts'
import type { TaskWish } from '../../work/contract.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { clockIn } from '../paper/clock.ts'
import { dietTotals } from '../diets.ts'
import { registrationsOf } from '../outing-row.ts'
import { seatsOf } from '../seats.ts'
import type { FoodOrderTable, OutingsTables } from '../tables.ts'
import { officeWords, wordsIn } from '../words.ts'
import type { Selectable } from 'kysely'

type OrderRow = Selectable<FoodOrderTable>
const kinds = ['outing', 'meeting']
export const foodKey = (orderId: string, what = ''): string => `outings.food:${orderId}:${what}`

interface Supplier {
  readonly name: string
  readonly email: string | null
  readonly language: string | null
}

async function supplierOf(act: Act, id: string): Promise<Supplier> {
  const name = await requireVisible(act, id, ['organisation', 'person'])
  const { rows } = await sql<{ email: string | null; language: string | null }>`
    select email, language from directory.correspondent_fact where organisation_id = ${act.office.id} and party_id = ${id}`.execute(
    act.db(),
  )
  return { name, email: rows[0]?.email ?? null, language: rows[0]?.language ?? null }
}

/** The order in the supplier's language; of those who eat, only how many. */
async function letter(
  act: Act,
  order: {
    readonly what: string
    readonly heads: number
    readonly deliverAt: Temporal.Instant
    readonly place: string
  },
  diets: ReturnType<typeof dietTotals>,
  supplier: Supplier | null,
): Promise<{ subject: string; body: string }> {
  const language = nearestLanguage(supplier?.language ?? act.office.language)
  const say = wordsIn(language)
  const when = clockIn(language, act.office.zone).moment(order.deliverAt)
  const needs = [
    ...diets.totals.map(one => `${one.count} × ${say(`choice.outings.diets.${one.diet}`)}`),
    ...diets.notes,
  ]
  const body = [
    say('page.food.letter', { office: act.office.name, count: order.heads }),
    order.what.trim(),
    `${say('page.food.when')}: ${when}`,
    order.place ? `${say('field.outings.place')}: ${order.place}` : '',
    needs.length > 0 ? `${say('page.food.diets')}:\n${needs.map(one => `– ${one}`).join('\n')}` : '',
    say('page.food.confirm'),
    act.principal.name,
  ]
  return {
    subject: say('page.food.subject', { office: act.office.name, when }).slice(0, 300),
    body: body.filter(Boolean).join('\n\n').slice(0, 8000),
  }
}

export const orderFoodBody = implementCommand(c.orderFood, {
  locks: ({ forId }) => [{ kind: kinds, id: forId }],
  async run(act, { forId, what, heads: said, deliverAt, place, supplierId }) {
    const { kind, title } = act.locked(forId)
    const coming = kind === 'outing' ? (await registrationsOf(act, forId)).filter(one => one.answer === 'coming') : []
    const heads =
      said ??
      Math.max(
        1,
        coming.reduce((sum, one) => sum + seatsOf(one), 0),
      )
    const supplier = supplierId ? await supplierOf(act, supplierId) : null
    const orderId = act.newId()
    const written = await letter(
      act,
      { what, heads, deliverAt, place: place ?? (await placeOf(act, forId)) },
      dietTotals(coming),
      supplier,
    )
    const row: OrderRow = {
      organisation_id: act.office.id,
      id: orderId,
      for_id: forId,
      what,
      ...written,
      heads,
      deliver_at: deliverAt,
      supplier_id: supplierId ?? null,
      email: supplier?.email ?? null,
      how: supplier?.email ? 'sending' : 'task',
      by_id: act.principal.id,
    }
    await act.db<OutingsTables>().insertInto('outings.food_order').values(row).execute()
    if (row.how === 'sending') act.enqueue(c.sendOrderJob, { id: forId, orderId })
    const work = row.how === 'task' ? [orderWish(act, row, title)] : []
    act.emit(c.foodOrdered, { id: forId, title, work }, [forId])
    return {
      output: { id: forId, orderId, version: await act.changeRecord(forId), mailed: row.how === 'sending' },
      undo: { command: 'outings.cancel-food', input: { forId, orderId } },
    }
  },
})

async function placeOf(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ place: string | null }>`
    select place from outings.outing where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.place ?? ''
}

const dayBefore = (act: Act, at: Temporal.Instant): Temporal.PlainDate => {
  const day = at.toZonedDateTimeISO(act.office.zone).toPlainDate().subtract({ days: 2 })
  return Temporal.PlainDate.compare(day, act.today) < 0 ? act.today : day
}

const orderWish = (act: Act, row: OrderRow, title: string): TaskWish => ({
  key: foodKey(row.id, 'order'),
  title: officeWords(act, 'task.food', { title }).slice(0, 300),
  // what people do not eat stands in the order alone, where it is forgotten in time
  note: row.what,
  ownerId: row.by_id,
  sourceId: row.for_id,
  dueOn: dayBefore(act, row.deliver_at),
  effortMinutes: 10,
  ifLate: 'holds-others',
  ...(row.supplier_id ? { forId: row.supplier_id } : {}),
})

async function orderOf(act: Act, forId: string, orderId: string): Promise<OrderRow | undefined> {
  return act
    .db<OutingsTables>()
    .selectFrom('outings.food_order')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('for_id', '=', forId)
    .where('id', '=', orderId)
    .executeTakeFirst()
}

async function setHow(act: Act, row: OrderRow, how: OrderRow['how']): Promise<void> {
  await act
    .db<OutingsTables>()
    .updateTable('outings.food_order')
    .set({ how })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', row.id)
    .execute()
}

export const cancelFoodBody = implementCommand(c.cancelFood, {
  locks: ({ forId }) => [{ kind: kinds, id: forId }],
  async run(act, { forId, orderId }) {
    const { title } = act.locked(forId)
    const row = (await orderOf(act, forId, orderId)) ?? act.refuse(c.foodUnknown)
    if (row.how === 'cancelled') act.refuse(c.foodUnknown)
    await setHow(act, row, 'cancelled')
    const work: TaskWish[] =
      row.how === 'sent'
        ? [
            {
              ...orderWish(act, row, title),
              key: foodKey(row.id, 'cancel'),
              title: officeWords(act, 'task.food-cancel', { title }).slice(0, 300),
              dueOn: act.today,
            },
          ]
        : []
    act.emit(c.foodCancelled, { id: forId, title, work, workWithdrawn: [{ key: foodKey(row.id, 'order') }] }, [forId])
    return { output: { id: forId, version: await act.changeRecord(forId) } }
  },
})

export const noteOrderBody = implementCommand(c.noteOrder, {
  async run(act, { id, orderId, sent }) {
    // by Kontor itself, also where only its guests may read what the order is for
    const { rows } = await sql<{ title: string }>`
      select title from kernel.record where organisation_id = ${act.office.id} and id = ${id} for no key update`.execute(
      act.db(),
    )
    const title = rows[0]?.title ?? ''
    const row = await orderOf(act, id, orderId)
    if (row?.how !== 'sending') return { output: {} }
    await setHow(act, row, sent ? 'sent' : 'failed')
    await raiseRecord(act, id)
    act.emit(c.foodOrdered, { id, title, work: sent ? [] : [orderWish(act, row, title)] }, [id])
    return { output: {} }
  },
})
