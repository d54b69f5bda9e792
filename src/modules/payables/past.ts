/** What the office has coded before: bills of the supplier, the chart, and whose approval they waited for. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { Chart, CodedBill, CodedLine, Proposal } from './coding.ts'
import { proposeLines } from './coding.ts'
import { meantIn } from './coding-words.ts'
import type { NewLine } from './bill-row.ts'
import type { BillRow } from './rows.ts'

type At = Pick<Act | View, 'office' | 'db'>

/** Coded bills of a supplier that are looked at, the newest first. */
const mostPast = 6

interface PastLine {
  readonly bill: string
  readonly text: string | null
  /** Minor units, as text: JSON has no whole numbers of that size. */
  readonly net: string
  readonly vat: string
  readonly code: string | null
  readonly account: string | null
  readonly dimensions: Record<string, string>
}

interface PastRow {
  readonly past: readonly PastLine[]
  readonly kept: boolean
  readonly accounts: string[] | null
  readonly codes: { code: string; rate: number }[] | null
}

function billsOf(past: readonly PastLine[]): CodedBill[] {
  return [...Map.groupBy(past, ({ bill }) => bill).values()].map(lines => {
    const coded: CodedLine[] = lines.map(line => ({
      text: line.text,
      net: BigInt(line.net),
      vat: BigInt(line.vat),
      vatCode: line.code,
      account: line.account,
      dimensions: line.dimensions,
    }))
    const sum = (of: (line: CodedLine) => bigint) => coded.reduce((all, line) => all + of(line), 0n)
    return { net: sum(line => line.net), vat: sum(line => line.vat), lines: coded }
  })
}

/**
 * What was coded of the supplier before; of the accounts used then and of those that are meant, the ones in use; and VAT codes for
 * what is bought, as they hold on the day of the bill: asked in one go.
 */
async function knownFor(at: At, row: BillRow, meant: readonly string[]): Promise<{ past: CodedBill[]; chart: Chart }> {
  const on = row.issued_on
  const supplier = row.supplier_id
    ? sql`b.supplier_id = ${row.supplier_id}`
    : sql`lower(b.supplier_name) = lower(${row.supplier_name})`
  const { rows } = await sql<PastRow>`
    with past as materialized (
      select b.coded_at, b.id, l.position, l.text, l.net_minor, l.vat_minor, l.vat_code, l.account, l.dimensions
      from (select b.id, b.coded_at from payables.bill b
        where b.organisation_id = ${at.office.id} and ${supplier} and b.id <> ${row.id} and b.coded_at is not null and b.state <> 'withdrawn'
        order by b.coded_at desc, b.id desc limit ${mostPast}) b
      join payables.bill_line l on l.organisation_id = ${at.office.id} and l.bill_id = b.id)
    select (select coalesce(jsonb_agg(jsonb_build_object('bill', id, 'text', text, 'net', net_minor::text, 'vat', vat_minor::text, 'code', vat_code,
        'account', account, 'dimensions', dimensions) order by coded_at desc, id desc, position), '[]') from past) as past,
      exists (select from ledger.account_fact where organisation_id = ${at.office.id}) as kept,
      (select array_agg(number) from ledger.account_fact
        where organisation_id = ${at.office.id} and in_use
          and number = any(${[...new Set(meant)]}::text[] || array(select account from past))) as accounts,
      (select jsonb_agg(jsonb_build_object('code', code, 'rate', rate) order by code desc) from ledger.vat_code_fact
        where organisation_id = ${at.office.id} and in_use and kind = 'purchase' and deductible = 10000 and rate > 0
          and coalesce(valid_from, ${on}) <= ${on} and coalesce(valid_until, ${on}) >= ${on}) as codes`.execute(at.db())
  const { past, kept, accounts, codes } = rows[0]!
  return {
    past: billsOf(past),
    chart: {
      accounts: kept ? new Set(accounts) : null,
      vatCodes: new Map((codes ?? []).map(({ rate, code }) => [rate, code])),
    },
  }
}

export async function proposalFor(
  at: At,
  row: BillRow,
  words: string,
  stated: readonly CodedLine[],
): Promise<Proposal> {
  const vat = row.vat_minor ?? 0n
  const { past, chart } = await knownFor(at, row, meantIn(at.office.country))
  return proposeLines(
    {
      net: row.total_minor - vat,
      vat,
      supplier: row.supplier_name,
      words,
      country: at.office.country,
      stated,
    },
    past,
    chart,
  )
}

/** The lines as they are kept: a bill's period is its lines' where they say none of their own. */
export const rowsOf = (lines: readonly CodedLine[], row: Pick<BillRow, 'period_from' | 'period_to'>): NewLine[] =>
  lines.map(line => ({
    text: line.text,
    net_minor: line.net,
    vat_minor: line.vat,
    vat_code: line.vatCode,
    account: line.account,
    dimensions: { ...line.dimensions },
    period_from: line.period?.from ?? row.period_from,
    period_to: line.period?.until ?? row.period_to,
  }))

/** Whose yes is asked for: by the rule for a cost centre of the lines, by that for the supplier, else as the last time. */
export function approverAsked(
  organisationId: string,
  { id, supplier_id }: { readonly id: RawBuilder<unknown>; readonly supplier_id: RawBuilder<unknown> },
  lines: readonly { readonly dimensions?: Readonly<Record<string, string>> | undefined }[],
): RawBuilder<string | null> {
  const values = lines.flatMap(({ dimensions = {} }) =>
    Object.entries(dimensions).map(([code, value]) => `${code}\n${value}`),
  )
  return sql`(select approver_id from (
      select approver_id, 1 as rank, null::timestamptz as at from payables.approver where organisation_id = ${organisationId}
        and dimension || e'\n' || value = any(${[...new Set(values)]}::text[])
      union all
      select approver_id, 2, null from payables.approver where organisation_id = ${organisationId} and supplier_id = ${supplier_id}
      union all
      (select approver_id, 3, coded_at from payables.bill where organisation_id = ${organisationId} and supplier_id = ${supplier_id}
        and id <> ${id} and approver_id is not null and coded_at is not null order by coded_at desc limit 1)) a
    order by rank, approver_id limit 1)`
}

export async function approverFor(at: At, row: BillRow, lines: readonly NewLine[]): Promise<string | null> {
  const of = { id: sql`${row.id}`, supplier_id: sql`${row.supplier_id}::uuid` }
  const { rows } = await sql<{ approver_id: string | null }>`
    select ${approverAsked(at.office.id, of, lines)} as approver_id`.execute(at.db())
  return rows[0]?.approver_id ?? null
}
