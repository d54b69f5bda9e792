/** What the books know of the accounts and codes that lines name: told when they are coded, not first when they are posted. */
import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { decimalOfMoney } from '../../kernel/money.ts'
import { accountNotInUse, accountUnknown, type VatKind, vatCodeUnknown } from '../ledger/contract.ts'
import { billAndSettings, moneyOf, type NewLine } from './bill-row.ts'
import { approveKey } from './bill-work.ts'
import { lineBearsTax } from './contract.ts'
import { approverAsked } from './past.ts'
import type { BillRow, SettingsRow } from './rows.ts'

/** Null where the books are kept elsewhere: then any account and code goes. */
export type Ground = {
  readonly accounts: Readonly<Record<string, boolean>>
  readonly codes: Readonly<Record<string, { readonly kind: VatKind; readonly rate: number }>>
} | null

/** What is asked of the books beside the bill: of the lines that are given, else of those that it has. */
function groundOf(
  organisationId: string,
  billId: string,
  given: readonly { readonly account: string; readonly vatCode?: string | null | undefined }[] | undefined,
): RawBuilder<Ground> {
  const named = (column: 'account' | 'vat_code', values: readonly string[] | undefined) =>
    values
      ? sql`${[...new Set(values)]}::text[]`
      : sql`array(select l.${sql.ref(column)} from payables.bill_line l where l.organisation_id = ${organisationId} and l.bill_id = ${billId})`
  return sql`(select jsonb_build_object(
      'accounts', (select coalesce(jsonb_object_agg(a.number, a.in_use), '{}') from ledger.account_fact a
        where a.organisation_id = ${organisationId} and a.number = any(${named(
          'account',
          given?.map(({ account }) => account),
        )})),
      'codes', (select coalesce(jsonb_object_agg(v.code, jsonb_build_object('kind', v.kind, 'rate', v.rate)), '{}') from ledger.vat_code_fact v
        where v.organisation_id = ${organisationId} and v.code = any(${named(
          'vat_code',
          given?.flatMap(({ vatCode }) => vatCode ?? []),
        )})))
    from ledger.settings_fact where organisation_id = ${organisationId} and mode = 'books')`
}

type Given = Parameters<typeof groundOf>[2] &
  readonly { readonly dimensions?: Readonly<Record<string, string>> | undefined }[]

export interface BillToCode {
  readonly row: BillRow
  readonly settings: SettingsRow
  readonly ground: Ground
  /** Whose yes is asked for by the lines that are given. */
  readonly approverId: string | null
  /** Keys of open tasks that ask for its approval. */
  readonly waiting: { key: string }[]
}

/** A bill with all that coding it asks for, in one go. */
export async function billToCode(act: Act, id: string, lines: Given | undefined): Promise<BillToCode> {
  const office = act.office.id
  const of = { id: sql`b.id`, supplier_id: sql`b.supplier_id` }
  const { row, settings, more } = await billAndSettings<{ ground: Ground; approver: string | null; waiting: string[] }>(
    act,
    id,
    sql`jsonb_build_object('ground', ${groundOf(office, id, lines)}, 'approver', ${approverAsked(office, of, lines ?? [])},
      'waiting', array(select t.raised_key from work.task_fact t where t.organisation_id = b.organisation_id and t.state in ('open', 'waiting')
        and t.raised_key like ${`${approveKey(id)}%`}))`,
  )
  return { row, settings, ground: more.ground, approverId: more.approver, waiting: more.waiting.map(key => ({ key })) }
}

/** Of these the tax stands on no paper: the books reckon it on both sides, or there is none. */
const untaxed: ReadonlySet<VatKind> = new Set(['reverse-charge', 'import', 'none'])

/** Refuses what the books would refuse once the bill is approved, by somebody who did not code it. */
export function requireBookable(act: Act, { currency }: BillRow, lines: readonly NewLine[], ground: Ground): void {
  if (!ground) return
  lines.forEach(({ account, vat_code: code, vat_minor: vat }, index) => {
    const inUse = ground.accounts[account ?? '']
    if (inUse === undefined) act.refuse(accountUnknown, { account })
    if (!inUse) act.refuse(accountNotInUse, { account })
    if (code === null) return
    const known = ground.codes[code] ?? act.refuse(vatCodeUnknown, { code })
    if (vat !== 0n && untaxed.has(known.kind))
      act.refuse(lineBearsTax, { line: index + 1, code, vat: decimalOfMoney(moneyOf(vat, currency)), currency })
  })
}
