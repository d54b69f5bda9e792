/** A bill with all that posting it asks for: its rules and lines, its payee, the tasks that wait for its approval. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { billAndSettings } from './bill-row.ts'
import { approveKey } from './bill-work.ts'
import type { Payee } from './posting.ts'
import type { BillRow, LineRow, SettingsRow } from './rows.ts'

interface Told {
  readonly lines: readonly (Omit<LineRow, 'net_minor' | 'vat_minor' | 'period_from' | 'period_to'> & {
    readonly net: string
    readonly vat: string
    readonly period_from: string | null
    readonly period_to: string | null
  })[]
  readonly payee: Payee | null
  readonly waiting: readonly string[]
}

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

export interface BillToPost {
  readonly row: BillRow
  readonly settings: SettingsRow
  readonly lines: readonly LineRow[]
  readonly payee: Payee | null
  /** Keys of open tasks that ask for its approval. */
  readonly waiting: { key: string }[]
}

export async function billToPost(act: Act, id: string): Promise<BillToPost> {
  const { row, settings, more } = await billAndSettings<Told>(
    act,
    id,
    sql`jsonb_build_object(
      'lines', (select coalesce(jsonb_agg(jsonb_build_object('position', l.position, 'text', l.text, 'net', l.net_minor::text, 'vat', l.vat_minor::text,
          'vat_code', l.vat_code, 'account', l.account, 'dimensions', l.dimensions, 'period_from', l.period_from, 'period_to', l.period_to)
          order by l.position), '[]') from payables.bill_line l where l.organisation_id = b.organisation_id and l.bill_id = b.id),
      'payee', (select jsonb_build_object('name', p.name, 'country', p.country, 'street', p.street, 'postcode', p.postcode, 'city', p.city,
          'address_country', p.address_country) from directory.payee_fact p where p.organisation_id = b.organisation_id and p.party_id = b.supplier_id),
      'waiting', array(select t.raised_key from work.task_fact t where t.organisation_id = b.organisation_id and t.state in ('open', 'waiting')
          and t.raised_key like ${`${approveKey(id)}%`}))`,
  )
  return {
    row,
    settings,
    lines: more.lines.map(({ net, vat, period_from, period_to, ...line }) => ({
      ...line,
      net_minor: BigInt(net),
      vat_minor: BigInt(vat),
      period_from: day(period_from),
      period_to: day(period_to),
    })),
    payee: more.payee,
    waiting: more.waiting.map(key => ({ key })),
  }
}
