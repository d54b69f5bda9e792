/** Taking in the books of another program: all of a file in a handful of statements, in one act. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { factsFor, requireBooks, type Settings } from '../chart-facts.ts'
import type { Posting } from '../compose.ts'
import * as c from '../contract/exchange-commands.ts'
import { roleUnassigned } from '../contract/refusals.ts'
import { postPlans } from '../posting.ts'
import { officeWords } from '../words.ts'
import { rateToPercent } from '../percent.ts'
import { openPeriods, openYear } from '../years.ts'
import { addCodes } from './codes-here.ts'
import { dimensionHere } from './dimensions.ts'
import { companyOf, countryOf, keepCompany } from './organisation.ts'
import { type ImportPlan, planImport, typeOf } from './plan.ts'
import { writeEntries } from './write-entries.ts'

export const importBooksBody = implementCommand(c.importBooks, {
  load: requireBooks,
  constraints: { import_file_once: c.booksFileKnown, entry_number_once: c.importNumberTaken },
  async run(act, { fileName, content }, settings) {
    const plan = await planImport(act, settings, content)
    if (plan.opensYear) await openYear(act, plan.from, plan.until)
    await addAccounts(act, settings, plan)
    await addCodes(act, plan.codes)
    await learnCompany(act, plan)
    const values = await addDimensions(act, plan)
    await bookOpening(act, settings, plan)
    const importId = act.newId()
    const { entries } = plan
    await sql`
      insert into ledger.import (organisation_id, id, format, file_name, digest, company, from_on, until_on, entry_count, imported_at, imported_by_id)
      values (${act.office.id}, ${importId}, ${plan.format}, ${fileName}, ${plan.digest}, ${plan.books.company.name}, ${plan.from}, ${plan.until},
        ${entries.length}, ${act.at}, ${act.principal.id})`.execute(act.db())
    const periods = await openPeriods(
      act,
      entries.map(({ entry }) => ({ on: Temporal.PlainDate.from(entry.on), book: 'general' as const })),
    )
    const ids = await writeEntries(act, plan, periods, importId)
    act.emit(
      c.booksImportedEvent,
      { importId, fileName, entries: entries.length, from: plan.from, until: plan.until },
      ids,
    )
    return {
      output: {
        importId,
        format: plan.format,
        company: plan.books.company.name,
        from: plan.from,
        until: plan.until,
        entries: entries.length,
        lines: entries.reduce((all, { entry }) => all + entry.lines.length, 0),
        opening: plan.opening.length,
        accounts: plan.newAccounts.map(({ number, name }) => ({ number, name })),
        vatCodes: plan.codes.slice(0, 500).map(({ used, here, isNew }) => ({
          code: used.code,
          name: used.name,
          vatRate: used.rate === null ? null : rateToPercent(used.rate),
          here: here?.here ?? null,
          isNew,
        })),
        parties: plan.parties.slice(0, 5000).map(partyTold),
        values,
        yearOpened: plan.opensYear,
        renumbered: plan.renumbered,
        leftOut: plan.leftOut,
        findings: plan.findings
          .slice(0, 200)
          .map(({ name, line, data }) => ({ name, line, detail: Object.values(data).join(' ') })),
      },
    }
  },
})

const partyTold = ({ party, known }: ImportPlan['parties'][number]) => ({
  name: party.name.slice(0, 200),
  side: party.side,
  companyNumber: party.number,
  vatNumber: party.vatNumber,
  street: party.street,
  postalCode: party.postalCode,
  town: party.town,
  country: party.country,
  known,
})

async function addAccounts(act: Act, settings: Settings, { newAccounts, books }: ImportPlan): Promise<void> {
  const opening = new Set((books.years[0]?.opening ?? []).map(one => one.account))
  const rows = newAccounts.map(account => ({
    number: account.number,
    name: account.name.slice(0, 200) || account.number,
    account_type: typeOf(account, opening),
    folded: foldInPlace(`${account.number}\n${account.name}`),
  }))
  await sql`
    insert into ledger.account (organisation_id, number, name, account_type, folded)
    select ${act.office.id}::uuid, a.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(number text, name text, account_type text, folded text)`.execute(
    act.db(),
  )
  const codes = books.accounts
    .filter(one => one.taxCodes.length > 0 && one.taxCodes[0]!.length <= 35)
    .map(one => ({ number: one.number, code: one.taxCodes[0] }))
  await sql`
    insert into ledger.account_code (organisation_id, account, country, code)
    select ${act.office.id}::uuid, a.number, ${countryOf(act, settings)}, x.code from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as x(number text, code text)
    join ledger.account a on a.organisation_id = ${act.office.id} and a.number = x.number on conflict do nothing`.execute(
    act.db(),
  )
}

/** What the file says of the office is kept where nothing was said before. */
async function learnCompany(act: Act, { books: { company } }: ImportPlan): Promise<void> {
  if (Object.keys(await companyOf(act)).length > 0) return
  const { number, vatNumber, street, postalCode, town, contact, phone } = company
  const longest = { number: 35, vatNumber: 35, street: 200, postalCode: 16, town: 50, contact: 70, phone: 18 }
  const facts = Object.entries({ number, vatNumber, street, postalCode, town, contact, phone }) as [
    keyof typeof longest,
    string | null,
  ][]
  await keepCompany(act, Object.fromEntries(facts.map(([key, value]) => [key, value?.slice(0, longest[key]) || null])))
}

/** Dimensions and their values that the entries use and that are not here. */
async function addDimensions(act: Act, { books, entries }: ImportPlan): Promise<number> {
  const used = new Map<string, { dimension: string; code: string; dimensionName: string; name: string }>()
  for (const { entry } of entries)
    for (const line of entry.lines)
      for (const { dimension, value } of line.dimensions) {
        const fact = books.dimensions.find(one => one.code === dimension)
        const here = dimensionHere(dimension)
        used.set(`${here} ${value}`, {
          dimension: here,
          code: value.slice(0, 40),
          dimensionName: (fact?.name ?? here).slice(0, 80),
          name: (fact?.values.find(one => one.code === value)?.name || value).slice(0, 200),
        })
      }
  const rows = JSON.stringify([...used.values()])
  const from = sql`from jsonb_to_recordset(${rows}::jsonb) as x(dimension text, code text, "dimensionName" text, name text)`
  await sql`
    insert into ledger.dimension (organisation_id, code, name)
    select ${act.office.id}::uuid, x.dimension, min(x."dimensionName") ${from} group by x.dimension on conflict do nothing`.execute(
    act.db(),
  )
  const { rows: added } = await sql`
    insert into ledger.dimension_value (organisation_id, dimension, code, name)
    select ${act.office.id}::uuid, x.dimension, x.code, x.name ${from} on conflict do nothing returning code`.execute(
    act.db(),
  )
  return added.length
}

const plain = (account: string, amount: bigint): Posting => ({
  account,
  amount,
  foreign: null,
  vatCode: null,
  vatPart: null,
  dimensions: null,
  partyId: null,
  text: null,
})

async function bookOpening(act: Act, settings: Settings, { opening, from }: ImportPlan): Promise<void> {
  if (opening.length === 0) return
  const rest = opening.reduce((all, { amount }) => all + amount, 0n)
  const postings = opening.map(({ account, amount }) => plain(account, amount))
  if (rest !== 0n || postings.length === 1) {
    const facts = await factsFor(act, [{ role: 'opening-balance', amount: { minor: 0n, currency: settings.currency } }])
    postings.push(
      plain(facts?.roles.get('opening-balance') ?? act.refuse(roleUnassigned, { role: 'opening-balance' }), -rest),
    )
  }
  const text = officeWords(act, 'text.opening-imported', { from: String(from) })
  await postPlans(act, { settings }, [{ book: 'opening', on: from, text, postings }])
}
