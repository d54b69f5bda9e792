/** What a file of another program would become here: decided wholly before anything is written. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { formatOf, type ReadableFormat, readAnyBooks } from '../../../formats/books/index.ts'
import {
  type BookAccount,
  type BookEntry,
  type Books,
  BooksFault,
  type BooksFinding,
} from '../../../formats/books/model.ts'
import type { Act } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import type { Settings } from '../chart-facts.ts'
import { seriesOf } from '../chart-facts.ts'
import * as c from '../contract/exchange-commands.ts'
import type { AccountType } from '../contract/shapes.ts'
import { overlaps } from '../years.ts'
import { codesHere, type MappedCode } from './codes-here.ts'
import { countryOf } from './organisation.ts'
import { type PartyHere, partiesHere } from './parties-here.ts'

export interface Numbered {
  readonly entry: BookEntry
  readonly series: string
  readonly number: number
}

export interface ImportPlan {
  readonly format: ReadableFormat
  readonly digest: Buffer
  readonly books: Books
  readonly findings: readonly BooksFinding[]
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly opensYear: boolean
  readonly entries: readonly Numbered[]
  readonly renumbered: number
  readonly leftOut: number
  /** Opening balances that are to be booked; none where the books know them already. */
  readonly opening: readonly { readonly account: string; readonly amount: bigint }[]
  readonly newAccounts: readonly BookAccount[]
  readonly codes: readonly MappedCode[]
  readonly parties: readonly PartyHere[]
}

/** The series that takes what has no number of its own, or one that is taken. */
const spareSeries = 'X'

export function readFile(
  act: Act,
  content: string,
): { bytes: Buffer; books: Books; findings: readonly BooksFinding[]; format: ReadableFormat } {
  const bytes = Buffer.from(content, 'base64')
  try {
    return { bytes, ...readAnyBooks(bytes) }
  } catch (fault) {
    if (!(fault instanceof BooksFault)) throw fault
    return act.refuse(c.booksFileUnusable, {
      what: fault.what,
      line: fault.line ?? 0,
      detail: Object.values(fault.data).join(' '),
      format: formatOf(bytes) ?? '',
    })
  }
}

export async function planImport(act: Act, settings: Settings, content: string): Promise<ImportPlan> {
  const { bytes, books, findings, format } = readFile(act, content)
  if (books.currency !== settings.currency)
    act.refuse(c.booksFileForeign, { file: books.currency, books: settings.currency })
  const digest = createHash('sha256').update(bytes).digest()
  await requireFresh(act, digest)
  const [year] = books.years
  const days = books.entries.map(entry => entry.on).sort()
  const [first, last] = [year?.from ?? days[0], year?.to ?? days.at(-1)]
  if (!first || !last) return act.refuse(c.booksFileUnusable, { what: 'nothing-in-it', line: 0, detail: '', format })
  const outside = days.find(day => day < first || day > last)
  if (outside) act.refuse(c.booksFileUnusable, { what: 'entry-outside', line: 0, detail: outside, format })
  const [from, until] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)]
  const opensYear = await yearToOpen(act, books, from, until)
  await requireNoLaterOpening(act, until)
  const kept = books.entries.filter(entry => entry.lines.length >= 2 && entry.lines.length <= 5000)
  const numbered = await numberEntries(act, settings, kept, first, last)
  const newAccounts = await accountsToAdd(act, books, kept)
  const country = books.company.country || countryOf(act, settings)
  return {
    format,
    digest,
    books,
    findings,
    from,
    until,
    opensYear,
    ...numbered,
    leftOut: books.entries.length - kept.length,
    opening: await openingOf(act, books, first),
    newAccounts,
    codes: await codesHere(act, books, await accountsWith(act, newAccounts)),
    parties: await partiesHere(act, books.parties, country),
  }
}

/** The year of the file is one of the books, to the day, or is opened. */
async function yearToOpen(
  act: Act,
  books: Books,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<boolean> {
  if (books.years.length === 0) return false
  const { rows } = await sql`
    select 1 from ledger.fiscal_year where organisation_id = ${act.office.id} and starts_on = ${from} and ends_on = ${until}`.execute(
    act.db(),
  )
  if (rows.length > 0) return false
  if (await overlaps(act, from, until)) act.refuse(c.importYearDiffers, { from: String(from), until: String(until) })
  return true
}

/** Books that open later with balances of their own count what an earlier year brings a second time. */
async function requireNoLaterOpening(act: Act, until: Temporal.PlainDate): Promise<void> {
  const { rows } = await sql<{ posted_on: Temporal.PlainDate }>`
    select e.posted_on from ledger.entry e where e.organisation_id = ${act.office.id} and e.book = 'opening' and e.posted_on > ${until}
      and e.reversal_of is null and (e.key is null or e.key not like 'ledger.year:%')
      and not exists (select from ledger.entry r where r.organisation_id = e.organisation_id and r.reversal_of = e.id)
    order by e.posted_on limit 1`.execute(act.db())
  const [later] = rows
  if (later) act.refuse(c.importBeforeOpening, { on: String(later.posted_on) })
}

async function requireFresh(act: Act, digest: Buffer): Promise<void> {
  const { rows } = await sql<{ file_name: string; imported_on: Temporal.PlainDate }>`
    select file_name, (imported_at at time zone ${act.office.zone})::date as imported_on from ledger.import
    where organisation_id = ${act.office.id} and digest = ${digest}`.execute(act.db())
  const [known] = rows
  if (known) act.refuse(c.booksFileKnown, { name: known.file_name, on: String(known.imported_on) })
}

/** Numbers stay as they are, gaps too; what is no number, stands twice or has no series is counted anew in a series of its own. */
async function numberEntries(act: Act, settings: Settings, entries: readonly BookEntry[], from: string, until: string) {
  const { rows } = await sql<{ series: string; number: bigint }>`
    select series, number from ledger.entry where organisation_id = ${act.office.id}
      and year_id in (select id from ledger.fiscal_year where organisation_id = ${act.office.id} and starts_on <= ${until}::date and ends_on >= ${from}::date)`.execute(
    act.db(),
  )
  const taken = new Set(rows.map(row => `${row.series} ${row.number}`))
  const opening = seriesOf(settings, 'opening')
  const given = new Set<string>()
  const fits = entries.map(({ series, number }) => {
    const key = `${series} ${Number(number)}`
    const fit =
      /^[0-9A-Za-z]{1,10}$/.test(series) && /^[1-9]\d{0,11}$/.test(number) && series !== opening && !given.has(key)
    if (fit && taken.has(key)) act.refuse(c.importNumberTaken, { number: `${series}${number}` })
    if (fit) given.add(key)
    return fit
  })
  let spare = Math.max(
    0,
    ...[...taken, ...given].filter(key => key.startsWith(`${spareSeries} `)).map(key => Number(key.slice(2))),
  )
  const numbered = entries.map(
    (entry, at): Numbered =>
      fits[at]
        ? { entry, series: entry.series, number: Number(entry.number) }
        : { entry, series: spareSeries, number: ++spare },
  )
  return { entries: numbered, renumbered: fits.filter(fit => !fit).length }
}

/** What the file opens with: booked where nothing stands before, else it must be what stands here. */
async function openingOf(act: Act, books: Books, from: string): Promise<{ account: string; amount: bigint }[]> {
  const opening = (books.years[0]?.opening ?? []).filter(one => one.dimensions.length === 0 && one.amount !== 0n)
  const { rows } = await sql<{ account: string; amount: bigint }>`
    select p.account, sum(p.amount_minor)::bigint as amount from ledger.posting p
    join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id
    where p.organisation_id = ${act.office.id} and (p.posted_on < ${from}::date or (p.posted_on = ${from}::date and e.book = 'opening'))
    group by p.account having sum(p.amount_minor) <> 0`.execute(act.db())
  if (rows.length === 0) return opening.map(({ account, amount }) => ({ account, amount }))
  const here = new Map(rows.map(row => [row.account, row.amount]))
  const there = new Map(opening.map(one => [one.account, one.amount]))
  for (const account of new Set([...here.keys(), ...there.keys()]))
    if (here.get(account) !== there.get(account)) {
      const said = (amount = 0n): string => decimalOfMoney({ minor: amount, currency: books.currency })
      act.refuse(c.importOpeningDiffers, { account, file: said(there.get(account)), books: said(here.get(account)) })
    }
  return []
}

/** Accounts that the file books on and that are not here; the type is the file's, else that of the account's side. */
async function accountsToAdd(act: Act, books: Books, entries: readonly BookEntry[]): Promise<BookAccount[]> {
  const opening = books.years[0]?.opening ?? []
  const used = new Set([
    ...opening.map(one => one.account),
    ...entries.flatMap(entry => entry.lines.map(line => line.account)),
  ])
  const wrong = [...used].find(number => !/^[0-9A-Za-z.-]{1,20}$/.test(number))
  if (wrong !== undefined)
    act.refuse(c.booksFileUnusable, { what: 'account-wrong', line: 0, detail: wrong, format: '' })
  const { rows } = await sql<{ number: string }>`
    select number from ledger.account where organisation_id = ${act.office.id} and number = any(${[...used]}::text[])`.execute(
    act.db(),
  )
  const known = new Set(rows.map(row => row.number))
  const facts = new Map(books.accounts.map(account => [account.number, account]))
  const bare = (number: string): BookAccount => ({ number, name: number, type: null, unit: null, taxCodes: [] })
  return [...used]
    .filter(number => !known.has(number))
    .sort()
    .map(number => facts.get(number) ?? bare(number))
}

async function accountsWith(act: Act, added: readonly BookAccount[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    select number from ledger.account where organisation_id = ${act.office.id}`.execute(act.db())
  return new Set([...rows, ...added].map(({ number }) => number))
}

export const typeOf = (account: BookAccount, opening: ReadonlySet<string>): AccountType =>
  account.type ?? (opening.has(account.number) ? 'asset' : 'cost')
