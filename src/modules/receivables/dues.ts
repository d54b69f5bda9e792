/** What customers owe and is late: open items of the ledger, those of Kontor's invoices and those that were taken over. */
import { type RawBuilder, sql } from 'kysely'
import type { Standing } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { PauseReason } from './contract/shapes.ts'
import { interestOn, type RateFrom, type RemainingFrom } from './interest.ts'
import type { Setting } from './setting.ts'

type Reading = Standing & { db(): unknown }

export interface Due {
  readonly item_id: string
  readonly key: string
  readonly record_id: string
  readonly title: string
  readonly party_id: string | null
  readonly party_name: string
  readonly number: string | null
  readonly issued_on: Temporal.PlainDate
  readonly due_on: Temporal.PlainDate
  readonly currency: string
  readonly amount_minor: bigint
  readonly remaining_minor: bigint
  readonly step: number
  readonly reminded_on: Temporal.PlainDate | null
  readonly pause_reason: PauseReason | null
  readonly pause_until: Temporal.PlainDate | null
  readonly pause_note: string
  readonly charged_until: Temporal.PlainDate | null
  readonly without_reminders: boolean
}

/** Open items of customers that the reader may see, oldest due first. */
export async function openDues(at: Reading, condition: RawBuilder<unknown> = sql`true`): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select i.item_id, i.key, i.record_id, r.title, i.party_id, i.party_name, i.number, i.issued_on, i.due_on, i.currency,
      i.amount_minor, i.remaining_minor, coalesce(c.step, 0) as step, c.reminded_on, c.pause_reason, c.pause_until,
      coalesce(c.pause_note, '') as pause_note, c.charged_until, coalesce(t.without_reminders, false) as without_reminders
    from ledger.item_fact i
    join ${visibleRecords(at).selectAll()} r on r.id = i.record_id
    left join receivables.care c on c.organisation_id = i.organisation_id and c.item_id = i.item_id
    left join receivables.terms t on t.organisation_id = i.organisation_id and t.party_id = i.party_id
    where i.organisation_id = ${at.office.id} and i.side = 'receivable' and i.state = 'open' and ${condition}
    order by i.due_on, i.item_id limit 20000`.execute(at.db() as never)
  return rows
}

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0

/** A fee of a reminder is not reminded of by itself; it is named in the letters about its invoice. */
export const isFee = ({ key }: Pick<Due, 'key'>): boolean => key.startsWith('receivables.fee:')

export const isPaused = (due: Due, today: Temporal.PlainDate): boolean =>
  due.without_reminders || (due.pause_reason !== null && (due.pause_until === null || !before(due.pause_until, today)))

export const lastStep = 3

/** The day its next reminder is due; null once the last has been sent, or while it rests. */
export function nextReminder(due: Due, setting: Setting, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (due.step >= lastStep || due.remaining_minor <= 0n || isFee(due) || isPaused(due, today)) return null
  return due.reminded_on
    ? due.reminded_on.add({ days: setting.reminderEveryDays })
    : due.due_on.add({ days: setting.reminderAfterDays })
}

export const isDue = (due: Due, setting: Setting, today: Temporal.PlainDate): boolean => {
  const on = nextReminder(due, setting, today)
  return on !== null && !before(today, on)
}

/** What remained of items, day by day. */
async function histories(at: Reading, dues: readonly Pick<Due, 'item_id' | 'amount_minor' | 'due_on'>[]) {
  const { rows } = await sql<{ item_id: string; amount_minor: bigint; settled_on: Temporal.PlainDate }>`
    select item_id, amount_minor, settled_on from ledger.settlement_fact
    where organisation_id = ${at.office.id} and item_id = any(${dues.map(due => due.item_id)}::uuid[])
    order by settled_on`.execute(at.db() as never)
  return new Map(
    dues.map(due => {
      let minor = due.amount_minor
      const history: RemainingFrom[] = [{ fromOn: due.due_on, minor }]
      for (const one of rows.filter(row => row.item_id === due.item_id)) {
        minor -= one.amount_minor
        history.push({ fromOn: one.settled_on, minor })
      }
      return [due.item_id, history] as const
    }),
  )
}

/** Interest on each item from the day after it was due, or was last charged, until a day. */
export async function interestOf(
  at: Reading,
  dues: readonly Pick<Due, 'item_id' | 'amount_minor' | 'due_on' | 'charged_until'>[],
  rates: readonly RateFrom[],
  until: Temporal.PlainDate,
): Promise<ReadonlyMap<string, bigint>> {
  if (rates.length === 0 || dues.length === 0) return new Map(dues.map(due => [due.item_id, 0n]))
  const history = await histories(at, dues)
  return new Map(
    dues.map(due => [
      due.item_id,
      interestOn(history.get(due.item_id)!, rates, { after: due.charged_until ?? due.due_on, until }),
    ]),
  )
}
