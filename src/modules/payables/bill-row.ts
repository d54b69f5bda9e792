/** Reading and writing a bill's own rows. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import { billStateWrong, type BillState } from './contract.ts'
import type { AlarmRow, BillRow, LineRow, SettingsRow } from './rows.ts'

export type Reader = Pick<Act | View, 'office'> & { db(): ReturnType<Act['db']> | ReturnType<View['db']> }

export async function billOf(at: Pick<Act | View, 'office' | 'db'>, id: string): Promise<BillRow> {
  const { rows } = await sql<BillRow>`
    select * from payables.bill where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]!
}

export async function linesOf(at: Pick<Act | View, 'office' | 'db'>, id: string): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select position, text, net_minor, vat_minor, vat_code, account, dimensions, period_from, period_to
    from payables.bill_line where organisation_id = ${at.office.id} and bill_id = ${id} order by position`.execute(
    at.db(),
  )
  return rows
}

export async function alarmsOf(at: Pick<Act | View, 'office' | 'db'>, id: string): Promise<AlarmRow[]> {
  const { rows } = await sql<AlarmRow>`
    select rule, severity, data, about, found_at, settled_at, settled_by_id, how, said from payables.alarm
    where organisation_id = ${at.office.id} and bill_id = ${id}
    order by settled_at is not null, array_position(array['stop', 'look', 'told'], severity), rule`.execute(at.db())
  return rows
}

/** What a column is set to; dates, bigints and instants go as they are, objects as JSON. */
export type BillChange = Partial<Omit<BillRow, 'organisation_id' | 'id'>>

const assigned = (value: unknown): RawBuilder<unknown> =>
  value !== null && typeof value === 'object' && !('equals' in value)
    ? sql`${JSON.stringify(value)}::jsonb`
    : sql`${value}`

const assignments = (change: BillChange): RawBuilder<unknown> =>
  sql.join(Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${assigned(value)}`))

export function updateBill(act: Act, id: string, change: BillChange): void {
  if (Object.keys(change).length === 0) return
  act.write(sql`
    update payables.bill set ${assignments(change)} where organisation_id = ${act.office.id} and id = ${id}`)
}

export type NewLine = Omit<LineRow, 'position'>

/** Rows of lines, each in its place, as the database takes them. */
function lineRows(organisationId: string, id: string, lines: readonly NewLine[]): RawBuilder<unknown> {
  const rows = lines.map((line, index) => ({
    position: index + 1,
    text: line.text,
    net_minor: `${line.net_minor}`,
    vat_minor: `${line.vat_minor}`,
    vat_code: line.vat_code,
    account: line.account,
    dimensions: line.dimensions,
    period_from: line.period_from?.toString() ?? null,
    period_to: line.period_to?.toString() ?? null,
  }))
  return sql`insert into payables.bill_line (organisation_id, bill_id, position, text, net_minor, vat_minor, vat_code, account, dimensions, period_from, period_to)
    select ${organisationId}::uuid, ${id}::uuid, l.position, l.text, l.net_minor, l.vat_minor, l.vat_code, l.account, l.dimensions, l.period_from, l.period_to
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (position int, text text, net_minor bigint, vat_minor bigint,
      vat_code text, account text, dimensions jsonb, period_from date, period_to date)`
}

/** A new bill and its lines. */
export function insertBill(act: Act, row: Omit<BillRow, 'organisation_id'>, lines: readonly NewLine[]): void {
  const entries = Object.entries({ organisation_id: act.office.id, ...row })
  act.write(sql`
    with bill as (insert into payables.bill (${sql.join(entries.map(([name]) => sql.ref(name)))})
      values (${sql.join(entries.map(([, value]) => assigned(value)))}))
    ${lineRows(act.office.id, row.id, lines)}`)
}

/** Changes a bill, and puts these lines in the place of those that stood there: one statement, however many. */
export function changeWithLines(act: Act, id: string, change: BillChange, lines: readonly NewLine[]): void {
  act.write(sql`
    with changed as (update payables.bill set ${assignments(change)} where organisation_id = ${act.office.id} and id = ${id}),
      gone as (delete from payables.bill_line where organisation_id = ${act.office.id} and bill_id = ${id} and position > ${lines.length})
    ${lineRows(act.office.id, id, lines)}
    on conflict (organisation_id, bill_id, position) do update set text = excluded.text, net_minor = excluded.net_minor,
      vat_minor = excluded.vat_minor, vat_code = excluded.vat_code, account = excluded.account, dimensions = excluded.dimensions,
      period_from = excluded.period_from, period_to = excluded.period_to`)
}

const usual: SettingsRow = { four_eyes_minor: null, four_eyes_currency: null, post_on: 'approval' }

export async function settingsOf(at: Pick<Act | View, 'office' | 'db'>): Promise<SettingsRow> {
  const { rows } = await sql<SettingsRow>`
    select four_eyes_minor, four_eyes_currency, post_on from payables.settings where organisation_id = ${at.office.id}`.execute(
    at.db(),
  )
  return rows[0] ?? usual
}

/** A bill with the rules it is under, asked in one go, and with whatever more is asked beside it. */
export async function billAndSettings<More = null>(
  at: Pick<Act | View, 'office' | 'db'>,
  id: string,
  asked: RawBuilder<More> = sql`null::jsonb`,
): Promise<{ row: BillRow; settings: SettingsRow; more: More }> {
  const { rows } = await sql<BillRow & { settings: SettingsRow | null; above: bigint | null; more: More }>`
    select b.*, ${asked} as more, s.four_eyes_minor as above, case when s.organisation_id is not null
      then jsonb_build_object('four_eyes_currency', s.four_eyes_currency, 'post_on', s.post_on) end as settings
    from payables.bill b left join payables.settings s on s.organisation_id = b.organisation_id
    where b.organisation_id = ${at.office.id} and b.id = ${id}`.execute(at.db())
  const { settings, above, more, ...row } = rows[0]!
  return { row, more, settings: settings ? { ...settings, four_eyes_minor: above } : usual }
}

export const moneyOf = (minor: bigint, currency: string): Money => ({ minor, currency })
/** A credit note lessens what is owed. */
export const signOf = ({ kind }: Pick<BillRow, 'kind'>): bigint => (kind === 'credit-note' ? -1n : 1n)
export const signedTotal = (row: Pick<BillRow, 'kind' | 'total_minor' | 'currency'>): Money =>
  moneyOf(signOf(row) * row.total_minor, row.currency)

export function requireBillState(act: Act, row: BillRow, states: readonly BillState[]): void {
  if (!states.includes(row.state)) act.refuse(billStateWrong, { title: act.locked(row.id).title })
}

export const titleOf = (supplier: string, number: string | null): string =>
  [supplier, number].filter(Boolean).join(' · ').slice(0, 300)

/** What a bill is found by besides its title. */
export const searchOf = (row: Pick<BillRow, 'reference' | 'order_number' | 'note'>, lines: readonly NewLine[]) => ({
  body: [row.reference, row.order_number, row.note, ...lines.map(({ text }) => text)].filter(Boolean).join('\n'),
})
