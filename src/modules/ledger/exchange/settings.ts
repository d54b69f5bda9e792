/** What exports need to know of the office and its accounts. */
import { sql } from 'kysely'
import { bookFormats, countryOfFormat } from '../../../formats/books/index.ts'
import { can } from '../../../kernel/can.ts'
import { implementCommand, implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { requireBooks, settingsOf } from '../chart-facts.ts'
import * as c from '../contract/exchange-commands.ts'
import { accountUnknown, booksNotKept } from '../contract/refusals.ts'
import { type CompanyFacts, companyOf, countryOf, keepCompany } from './organisation.ts'

export const setCompanyBody = implementCommand(c.setCompany, {
  load: requireBooks,
  async run(act, input) {
    const before = await companyOf(act)
    const given = Object.entries(input).filter(([, value]) => value !== undefined) as [
      keyof CompanyFacts,
      string | null,
    ][]
    await keepCompany(act, { ...before, ...Object.fromEntries(given) })
    act.emit(c.companySetEvent, { changed: given.map(([key]) => key) })
    return {
      output: { changed: given.map(([key]) => key) },
      undo: {
        command: 'ledger.set-company',
        input: Object.fromEntries(given.map(([key]) => [key, before[key] ?? null])),
      },
    }
  },
})

export const setAccountCodeBody = implementCommand(c.setAccountCode, {
  load: requireBooks,
  async run(act, { number, code }, settings) {
    const country = countryOf(act, settings)
    const { rows } = await sql<{ code: string | null }>`
      select x.code from ledger.account a left join ledger.account_code x
        on x.organisation_id = a.organisation_id and x.account = a.number and x.country = ${country}
      where a.organisation_id = ${act.office.id} and a.number = ${number}`.execute(act.db())
    const before = rows[0] ?? act.refuse(accountUnknown, { account: number })
    if (code === null)
      await sql`delete from ledger.account_code where organisation_id = ${act.office.id} and account = ${number} and country = ${country}`.execute(
        act.db(),
      )
    else
      await sql`
        insert into ledger.account_code (organisation_id, account, country, code) values (${act.office.id}, ${number}, ${country}, ${code})
        on conflict (organisation_id, account, country) do update set code = excluded.code`.execute(act.db())
    act.emit(c.accountCodeSetEvent, { number, code })
    return { output: { number }, undo: { command: 'ledger.set-account-code', input: { number, code: before.code } } }
  },
})

export const listAccountCodesBody = implementQuery(c.listAccountCodes, async view => {
  const settings = (await settingsOf(view)) ?? view.refuse(booksNotKept)
  const country = countryOf(view, settings)
  const { rows } = await sql<{ number: string; name: string; code: string | null }>`
    select a.number, a.name, x.code from ledger.account a
    left join ledger.account_code x on x.organisation_id = a.organisation_id and x.account = a.number and x.country = ${country}
    where a.organisation_id = ${view.office.id} and exists (select from ledger.balance b where b.organisation_id = a.organisation_id and b.account = a.number)
    order by a.number collate "C"`.execute(view.db())
  return { country, rows }
})

interface ImportRow {
  readonly id: string
  readonly format: (typeof c.importFormats)[number]
  readonly file_name: string
  readonly company: string
  readonly from_on: Temporal.PlainDate
  readonly until_on: Temporal.PlainDate
  readonly entry_count: number
  readonly imported_on: Temporal.PlainDate
  readonly imported_by_id: string
}

export const listImportsBody = implementQuery(c.listImports, async view => {
  const settings = await settingsOf(view)
  const { rows } = await sql<ImportRow>`
    select i.id, i.format, i.file_name, i.company, i.from_on, i.until_on, i.entry_count, (i.imported_at at time zone ${view.office.zone})::date as imported_on,
      i.imported_by_id
    from ledger.import i where i.organisation_id = ${view.office.id} order by i.imported_at desc, i.id`.execute(
    view.db(),
  )
  const { rows: years } = await sql<{ starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate }>`
    select starts_on, ends_on from ledger.fiscal_year where organisation_id = ${view.office.id} order by starts_on desc`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.imported_by_id),
    ),
  )
  const country = settings ? countryOf(view, settings) : view.office.country
  return {
    rows: rows.map(row => ({
      id: row.id,
      format: row.format,
      fileName: row.file_name,
      company: row.company,
      from: row.from_on,
      until: row.until_on,
      entries: row.entry_count,
      on: row.imported_on,
      by: name(row.imported_by_id)?.title ?? '',
    })),
    usual: bookFormats.find(format => countryOfFormat[format] === country) ?? null,
    years: years.map(year => ({ from: year.starts_on, until: year.ends_on })),
    company: { ...(await companyOf(view)) } as Record<string, string>,
    can: [...can(view, c.setCompany, {}), ...can(view, c.importBooks, {}), ...can(view, c.setAccountCode, {})],
  }
})
