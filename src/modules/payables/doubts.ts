/** Doubting a bill: what is known around it, and the alarms that come of it. */
import { stdnum } from 'stdnum'
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { LineRow, BillRow } from './rows.ts'
import { type Circumstances, doubtsOf, type Doubted, type Earlier, type Finding } from './rules.ts'
import type { AccountScheme } from './pay-to.ts'

const validators = stdnum as unknown as Record<string, Record<string, { validate(text: string): { isValid: boolean } }>>
const vatRules: Readonly<Record<string, string>> = { NO: 'mva', NL: 'btw', RO: 'cif', PT: 'nif' }

/** Earlier bills of a supplier that are looked at. */
const mostEarlier = 60

interface Kept {
  readonly id: string
  readonly number: string | null
  readonly number_key: string | null
  readonly issued_on: string
  /** Minor units, as text. */
  readonly total: string
  readonly currency: string
  readonly kind: Earlier['kind']
  readonly pay_scheme: AccountScheme | null
  readonly pay_number: string | null
  readonly reference_scheme: Earlier['referenceScheme']
}

interface Around {
  readonly accounts: readonly { readonly scheme: AccountScheme; readonly number: string }[]
  readonly rates: readonly number[]
  readonly vat_number: string | null
  readonly country: string | null
  readonly earlier: readonly Kept[]
}

const earlierOf = (row: BillRow, { earlier }: Around): Earlier[] =>
  earlier.map(one => ({
    id: one.id,
    number: one.number,
    numberKey: one.number_key,
    issuedOn: Temporal.PlainDate.from(one.issued_on),
    total: BigInt(one.total),
    currency: one.currency,
    kind: one.kind,
    isBefore: one.id < row.id,
    accountScheme: one.pay_scheme,
    account: one.pay_number,
    referenceScheme: one.reference_scheme,
  }))

/**
 * Around a bill: the directory's accounts of the supplier and those of its bills that were paid or whose account was confirmed;
 * rates of VAT in force; the supplier's number; its earlier bills. Asked in one go.
 */
async function aroundOf(act: Act, row: BillRow): Promise<Around> {
  const supplier = row.supplier_id
  const same = supplier
    ? sql`(b.supplier_id = ${supplier} or b.supplier_id is null and lower(b.supplier_name) = lower(${row.supplier_name}))`
    : sql`lower(b.supplier_name) = lower(${row.supplier_name})`
  const { rows } = await sql<Around>`
    select (select coalesce(jsonb_agg(jsonb_build_object('scheme', a.scheme, 'number', a.number) order by a.number, a.scheme), '[]') from (
        select scheme, number from directory.account_fact where organisation_id = ${act.office.id} and party_id = ${supplier}::uuid
        union
        select b.pay_scheme, b.pay_number from payables.bill b
        where b.organisation_id = ${act.office.id} and b.supplier_id = ${supplier}::uuid and b.id <> ${row.id}
          and b.pay_number is not null and b.state in ('approved', 'part-paid', 'paid') and not b.stopped) a) as accounts,
      array(select distinct v.rate from ledger.vat_code_fact v where v.organisation_id = ${act.office.id} and v.in_use and v.kind in ('purchase', 'none')
        and coalesce(v.valid_from, ${row.issued_on}) <= ${row.issued_on} and coalesce(v.valid_until, ${row.issued_on}) >= ${row.issued_on}) as rates,
      p.vat_number, p.country,
      (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'number', b.number, 'number_key', b.number_key, 'issued_on', b.issued_on,
          'total', b.total_minor::text, 'currency', b.currency, 'kind', b.kind, 'pay_scheme', b.pay_scheme, 'pay_number', b.pay_number,
          'reference_scheme', b.reference_scheme) order by b.place), '[]') from (
        select b.*, row_number() over (order by b.number_key is not distinct from ${row.number_key} desc, b.issued_on desc, b.id desc) as place
        from payables.bill b where b.organisation_id = ${act.office.id} and b.id <> ${row.id} and b.state <> 'withdrawn' and ${same}
        order by place limit ${mostEarlier}) b) as earlier
    from (select 1) one left join directory.payee_fact p on p.organisation_id = ${act.office.id} and p.party_id = ${supplier}::uuid`.execute(
    act.db(),
  )
  return rows[0]!
}

/** The supplier's VAT number, where the directory has one that cannot be one of its country. */
function wrongNumberOf({ vat_number: number, country: home }: Around): string | null {
  if (!number) return null
  const country = /^[A-Z]{2}/.exec(number)?.[0] ?? home ?? ''
  const rule = validators[country]?.[vatRules[country] ?? 'vat']
  const written = country === 'NO' ? `${number.replace(/^NO|MVA$/g, '')}MVA` : number
  return rule && !rule.validate(written).isValid ? number : null
}

const doubtedOf = (row: BillRow, lines: readonly Pick<LineRow, 'net_minor' | 'vat_minor'>[]): Doubted => ({
  kind: row.kind,
  supplierId: row.supplier_id,
  numberKey: row.number_key,
  number: row.number,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  receivedOn: row.received_on,
  currency: row.currency,
  total: row.total_minor,
  vat: row.vat_minor,
  lines: lines.map(line => ({ net: line.net_minor, vat: line.vat_minor })),
  account: row.pay_scheme && row.pay_number ? { scheme: row.pay_scheme, number: row.pay_number } : null,
  reference: row.reference_scheme && row.reference ? { scheme: row.reference_scheme, value: row.reference } : null,
})

export interface Doubts {
  /** Whether something now stops its payment. */
  readonly stopped: boolean
  readonly findings: readonly Finding[]
}

/** Looks a bill over and keeps what is doubtful; what was settled on the same ground stays settled. */
export async function lookOver(
  act: Act,
  row: BillRow,
  lines: readonly Pick<LineRow, 'net_minor' | 'vat_minor'>[],
  more: readonly Finding[] = [],
): Promise<Doubts> {
  const known = await aroundOf(act, row)
  const around: Circumstances = {
    country: act.office.country,
    officeCurrency: act.office.currency,
    earlier: earlierOf(row, known),
    knownAccounts: known.accounts,
    rates: known.rates,
    wrongNumber: wrongNumberOf(known),
  }
  const findings = [...doubtsOf(doubtedOf(row, lines), around), ...more]
  return { stopped: await keepAlarms(act, row.id, findings), findings }
}

/** Rules that this look-over says nothing of: they stay as they are. */
const keptApart = ['reminded', 'agreement-differs', 'einvoice-wrong']

async function keepAlarms(act: Act, billId: string, findings: readonly Finding[]): Promise<boolean> {
  const rows = findings.map(({ rule, severity, data, about }) => ({ rule, severity, data, about }))
  const { rows: stops } = await sql<{ stopped: boolean }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (rule text, severity text, data jsonb, about text)),
    gone as (delete from payables.alarm where organisation_id = ${act.office.id} and bill_id = ${billId}
      and rule <> all (select rule from given) and rule <> all (${keptApart}::text[])),
    kept as (insert into payables.alarm as a (organisation_id, bill_id, rule, severity, data, about, found_at)
      select ${act.office.id}, ${billId}, rule, severity, data, about, ${act.at} from given
      on conflict (organisation_id, bill_id, rule) do update set severity = excluded.severity, data = excluded.data, about = excluded.about,
        found_at = case when a.about = excluded.about then a.found_at else excluded.found_at end,
        settled_at = case when a.about = excluded.about then a.settled_at end,
        settled_by_id = case when a.about = excluded.about then a.settled_by_id end,
        how = case when a.about = excluded.about then a.how end, said = case when a.about = excluded.about then a.said end
      returning severity, settled_at)
    select coalesce(bool_or(severity = 'stop' and settled_at is null), false) as stopped from kept`.execute(act.db())
  return stops[0]?.stopped ?? false
}
