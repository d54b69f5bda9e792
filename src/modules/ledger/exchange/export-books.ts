/** The books of a span as a file: read in one go, written and checked by the format. */
import { sql } from 'kysely'
import { extensionOf, writeBooks } from '../../../formats/books/index.ts'
import {
  type Balance,
  type BookEntry,
  type BookLine,
  type BookParty,
  type Books,
  BooksFault,
  type BookVatCode,
  noCompany,
} from '../../../formats/books/model.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/exchange-commands.ts'
import type { AccountType, VatKind, VatPart } from '../contract/shapes.ts'
import { rateToPercent } from '../percent.ts'
import { type AccountSums, accountSums, isResult, type Span, spanOf } from '../reports/figures.ts'
import { settingsOf } from '../chart-facts.ts'
import { dimensionsInSie } from './dimensions.ts'
import { countryOf, organisationFacts } from './organisation.ts'

type Day = Temporal.PlainDate

export const exportBooksBody = implementQuery(c.exportBooks, async (view, { format, ...input }) => {
  const span = await spanOf(view, input)
  await requireSight(view, span)
  const books = await booksOf(view, span, format)
  try {
    const written = await writeBooks(books, format)
    return {
      name: `${view.office.name.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'books'} ${span.from} ${span.until}.${extensionOf[format]}`,
      content: Buffer.from(written.bytes).toString('base64'),
      from: span.from,
      until: span.until,
      entries: books.entries.length,
      checkedBy: written.checkedBy,
      schema: written.schema,
      reason: written.reason,
      replaced: written.replaced,
      findings: written.findings.map(({ name, line, data }) => ({ name, line, detail: Object.values(data).join(' ') })),
    }
  } catch (fault) {
    if (!(fault instanceof BooksFault)) throw fault
    return view.refuse(c.exportNotPossible, { what: fault.what, detail: Object.values(fault.data).join(' ') })
  }
})

/** A file for an authority is whole: whoever may not see all of it cannot make it. */
async function requireSight(view: View, { from, until }: Span): Promise<void> {
  const { rows } = await sql`
    select 1 from ledger.entry e left join ${visibleRecords(view).select(['id'])} r on r.id = e.id
    where e.organisation_id = ${view.office.id} and e.posted_on between ${from} and ${until} and r.id is null
    union all
    select 1 from ledger.posting p left join ${visibleRecords(view).select(['id'])} r on r.id = p.party_id
    where p.organisation_id = ${view.office.id} and p.posted_on between ${from} and ${until} and p.party_id is not null and r.id is null
      and not exists (select from kernel.record m where m.organisation_id = p.organisation_id and m.id = p.party_id and m.merged_into is not null)
    limit 1`.execute(view.db())
  if (rows.length > 0) view.refuse(c.exportHidden)
}

/** The books between days as the format wants them: SIE tells the whole year, the others open at the first day. */
export async function booksOf(view: View, span: Span, format: c.ExportFormat): Promise<Books> {
  const isSie = format === 'sie4'
  const settings = (await settingsOf(view))!
  const country = countryOf(view, settings)
  const yearSpan = isSie ? { ...span, from: span.yearFrom, until: span.yearUntil } : span
  const sums = await accountSums(view, yearSpan)
  const entries = await entriesOf(view, span, isSie)
  const accounts = await accountsOf(view, sums, entries, country)
  const dimensions = await dimensionsOf(view, isSie)
  const { company, madeOn } = await organisationFacts(view)
  return {
    company: { ...noCompany, ...company },
    currency: span.currency,
    program: { name: 'Kontor', version: '0.1' },
    madeOn,
    madeBy: null,
    chart: span.chart === 'SE' ? 'BAS2024' : null,
    years: [{ from: String(yearSpan.from), to: String(yearSpan.until), ...balances(sums, isSie) }],
    span: { from: String(span.from), to: String(span.until) },
    accounts,
    dimensions: dimensions.list,
    vatCodes: isSie ? [] : await vatCodesOf(view),
    parties: isSie ? [] : await partiesOf(view, span),
    periodFigures: [],
    series: [...new Set(entries.map(entry => entry.series))].map(code => ({ code, name: '' })),
    entries: entries.map(entry => ({
      ...entry,
      lines: entry.lines.map(line => ({
        ...line,
        dimensions: line.dimensions.map(part => ({
          ...part,
          dimension: dimensions.named.get(part.dimension) ?? part.dimension,
        })),
      })),
    })),
  }
}

/** SIE opens balance accounts alone and closes the others with their result; others carry both for every account. */
function balances(sums: readonly AccountSums[], isSie: boolean): { opening: Balance[]; closing: Balance[] } {
  const balance = (account: string, amount: bigint): Balance => ({ account, amount, quantity: null, dimensions: [] })
  const opened = sums.filter(one => one.opening !== 0n && !(isSie && isResult(one.type)))
  return {
    opening: opened.map(one => balance(one.account, one.opening)),
    closing: sums
      .map(one => balance(one.account, one.opening + one.debit - one.credit))
      .filter(
        one => one.amount !== 0n || sums.some(({ account, opening }) => account === one.account && opening !== 0n),
      ),
  }
}

async function accountsOf(
  view: View,
  sums: readonly AccountSums[],
  entries: readonly BookEntry[],
  country: string,
): Promise<Books['accounts']> {
  const used = new Set([
    ...sums.map(one => one.account),
    ...entries.flatMap(entry => entry.lines.map(line => line.account)),
  ])
  const { rows } = await sql<{ number: string; name: string; account_type: AccountType; code: string | null }>`
    select a.number, a.name, a.account_type, x.code from ledger.account a
    left join ledger.account_code x on x.organisation_id = a.organisation_id and x.account = a.number and x.country = ${country}
    where a.organisation_id = ${view.office.id} and a.number = any(${[...used]}::text[]) order by a.number collate "C"`.execute(
    view.db(),
  )
  return rows.map(row => ({
    number: row.number,
    name: row.name,
    type: row.account_type,
    unit: null,
    taxCodes: row.code === null ? [] : [row.code],
  }))
}

interface EntryRow {
  readonly id: string
  readonly series: string
  readonly number: string
  readonly posted_on: Day
  readonly registered_on: Day
  readonly by_name: string | null
  readonly text: string
}

interface LineRow {
  readonly entry_id: string
  readonly account: string
  readonly amount_minor: bigint
  readonly currency: string | null
  readonly foreign_minor: bigint | null
  readonly vat_code: string | null
  readonly vat_part: VatPart | null
  readonly rate: number | null
  readonly dimensions: Record<string, string> | null
  readonly party_id: string | null
  readonly text: string | null
}

/** Entries of the span with their lines, in the order of series and number; what opens and closes years is in the balances. */
async function entriesOf(view: View, span: Span, isSie: boolean): Promise<BookEntry[]> {
  const office = view.office.id
  const opening = isSie ? span.yearFrom : span.from
  const which = sql`e.organisation_id = ${office} and e.posted_on between ${span.from} and ${span.until} and e.book <> 'closing'
    and not (e.book = 'opening' and e.posted_on = ${opening} and ${opening}::date = ${span.yearFrom}::date)`
  const { rows } = await sql<EntryRow>`
    select e.id, coalesce(o.series, e.series) as series, coalesce(o.number, e.number::text) as number, e.posted_on,
      coalesce(o.registered_on, (e.made_at at time zone ${view.office.zone})::date) as registered_on,
      case when o.entry_id is null then (select title from kernel.record r where r.organisation_id = e.organisation_id and r.id = e.made_by_id) else o.registered_by end as by_name,
      case when o.untitled then '' else e.text end as text
    from ledger.entry e left join ledger.entry_origin o on o.organisation_id = e.organisation_id and o.entry_id = e.id
    where ${which} order by coalesce(o.series, e.series) collate "C", e.series collate "C", e.number`.execute(view.db())
  const { rows: lines } = await sql<LineRow>`
    select p.entry_id, p.account, p.amount_minor, p.currency, p.foreign_minor, p.vat_code, p.vat_part, v.rate, p.dimensions, p.party_id, p.text
    from ledger.entry e join ledger.posting p on p.organisation_id = e.organisation_id and p.entry_id = e.id
    left join ledger.vat_code v on v.organisation_id = p.organisation_id and v.code = p.vat_code
    where ${which} order by p.entry_id, p.line`.execute(view.db())
  const byEntry = Map.groupBy(lines, line => line.entry_id)
  return rows.map(row => ({
    series: row.series,
    number: row.number,
    on: String(row.posted_on),
    registeredOn: String(row.registered_on),
    by: row.by_name,
    text: row.text,
    lines: linesOf(byEntry.get(row.id) ?? [], isSie),
  }))
}

/** The tax of a code stands beside its net line, where formats want it; the tax's own line stands as well. */
function linesOf(rows: readonly LineRow[], isSie: boolean): BookLine[] {
  const taxed = new Set<string>()
  return rows.map(row => {
    const isBase = !isSie && row.vat_code !== null && row.vat_part === 'base'
    // several net lines of one code: the tax stands with the first of them
    const first = isBase && !taxed.has(row.vat_code!)
    if (first) taxed.add(row.vat_code!)
    const tax = first
      ? rows
          .filter(one => one.vat_code === row.vat_code && one.vat_part === 'tax')
          .reduce((all, one) => all + one.amount_minor, 0n)
      : 0n
    return {
      account: row.account,
      amount: row.amount_minor,
      text: row.text,
      on: null,
      quantity: null,
      by: null,
      dimensions: Object.entries(row.dimensions ?? {}).map(([dimension, value]) => ({ dimension, value })),
      vat: isBase
        ? { code: row.vat_code!, rate: rateToPercent(row.rate ?? 0), base: row.amount_minor, amount: tax }
        : null,
      party: isSie ? null : row.party_id && partyCode(row.party_id),
      foreign: row.currency === null ? null : { currency: row.currency, amount: row.foreign_minor! },
    }
  })
}

/** Ids are longer than some formats take; the last twelve figures of one made by time and chance are its own in an office. */
const partyCode = (id: string): string => id.replaceAll('-', '').slice(-16)

async function partiesOf(view: View, { from, until }: Span): Promise<BookParty[]> {
  const { rows } = await sql<{ party_id: string; title: string; customer: boolean; supplier: boolean }>`
    select p.party_id, r.title, bool_or(a.account_type = 'asset') as customer, bool_or(a.account_type <> 'asset') as supplier
    from ledger.posting p join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.party_id
    join ledger.account a on a.organisation_id = p.organisation_id and a.number = p.account
    where p.organisation_id = ${view.office.id} and p.party_id is not null and p.posted_on between ${from} and ${until}
    group by p.party_id, r.title order by r.title, p.party_id`.execute(view.db())
  return rows.map(row => ({
    code: partyCode(row.party_id),
    name: row.title,
    side: row.customer && row.supplier ? 'both' : row.customer ? 'customer' : 'supplier',
    number: null,
    vatNumber: null,
    street: null,
    postalCode: null,
    town: null,
    country: null,
    account: null,
    opening: 0n,
    closing: 0n,
  }))
}

async function dimensionsOf(
  view: View,
  isSie: boolean,
): Promise<{ list: Books['dimensions']; named: ReadonlyMap<string, string> }> {
  const { rows } = await sql<{ dimension: string; dimension_name: string; code: string; name: string }>`
    select v.dimension, d.name as dimension_name, v.code, v.name from ledger.dimension_value v
    join ledger.dimension d on d.organisation_id = v.organisation_id and d.code = v.dimension
    where v.organisation_id = ${view.office.id} order by v.dimension, v.code`.execute(view.db())
  const groups = Map.groupBy(rows, row => row.dimension)
  // other formats have room for nine letters
  const named = isSie
    ? dimensionsInSie([...groups.keys()])
    : new Map([...groups.keys()].map((code, at) => [code, code.length <= 9 ? code : `D${at + 1}`]))
  const list = [...groups].map(([code, values]) => ({
    code: named.get(code)!,
    name: values[0]!.dimension_name,
    parent: null,
    values: values.map(value => ({ code: value.code, name: value.name })),
  }))
  // the cost centre first, then the project: formats with two fields take them in that order
  const place = (name: string): number =>
    ['cost-centre', 'project'].indexOf([...named].find(([, to]) => to === name)?.[0] ?? '') + 2 || 9
  return {
    list: list.sort((a, b) => (place(a.code) === 1 ? 9 : place(a.code)) - (place(b.code) === 1 ? 9 : place(b.code))),
    named,
  }
}

async function vatCodesOf(view: View): Promise<BookVatCode[]> {
  const { rows } = await sql<{
    code: string
    name: string
    kind: VatKind
    rate: number
    tax_account: string | null
    due_account: string | null
    base_box: string | null
    tax_box: string | null
  }>`
    select code, name, kind, rate, tax_account, due_account, base_box, tax_box from ledger.vat_code where organisation_id = ${view.office.id} order by code`.execute(
    view.db(),
  )
  return rows.map(row => {
    const direction = row.kind === 'sale' ? 'sale' : row.kind === 'none' ? 'both' : 'purchase'
    // Norway's codes of the return are those of its SAF-T
    const box = row.tax_box ?? row.base_box
    return {
      code: row.code,
      name: row.name,
      rate: rateToPercent(row.rate),
      direction,
      standardCode: box && /^\d{1,2}$/.test(box) ? box : null,
      salesAccount: row.kind === 'sale' ? row.tax_account : row.due_account,
      purchaseAccount: row.kind === 'sale' ? null : row.tax_account,
    }
  })
}
