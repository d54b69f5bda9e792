import { type RawBuilder, sql } from 'kysely'
import { type InputOf, implementQuery, type View } from '../../../kernel/implement.ts'
import { idPattern } from '../../../kernel/ids.ts'
import { minorDigits, moneyFromDecimal } from '../../../kernel/money.ts'
import { isDay, liked, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { listEntries } from '../contract.ts'
import { currencyOf, entryColumns, entryFacts, entryState, type SeenEntry, seenEntries } from '../entry-lines.ts'

type Input = InputOf<typeof listEntries>

/** An amount that somebody typed, in minor units; null where it is words. */
function amountIn(text: string, currency: string): bigint | null {
  const spaceless = text.replace(/[\s']/g, '')
  // 1.234,50 and 1,234.50: what stands last divides
  const decimal = spaceless.replace(/[.,](?=.*[.,])/g, '').replace(',', '.')
  return /^\d{1,12}(\.\d{1,2})?$/.test(decimal) && minorDigits(currency) === 2
    ? moneyFromDecimal(decimal, currency).minor
    : null
}

function conditionsOf(input: Input, currency: string): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.text) {
    const amount = amountIn(input.text, currency)
    const byAmount =
      amount === null
        ? sql`false`
        : sql`exists (select from ledger.posting p where p.organisation_id = e.organisation_id and p.entry_id = e.id and abs(p.amount_minor) = ${amount})`
    conditions.push(sql`(e.folded like ${liked(foldInPlace(input.text))} or ${byAmount})`)
  }
  if (input.series) conditions.push(sql`e.series = any(${input.series}::text[])`)
  if (input.from) conditions.push(sql`e.posted_on >= ${input.from}`)
  if (input.until) conditions.push(sql`e.posted_on <= ${input.until}`)
  if (input.account)
    conditions.push(
      sql`exists (select from ledger.posting p where p.organisation_id = e.organisation_id and p.entry_id = e.id and p.account = ${input.account})`,
    )
  return conditions
}

/** Where a list of the newest first goes on. */
function placeOf(after: string | undefined): RawBuilder<unknown> {
  const [on, id] = partsOfPlace(after, 2) ?? []
  return on && id && isDay(on) && idPattern.test(id) ? sql`(e.posted_on, e.id) < (${on}::date, ${id}::uuid)` : sql`true`
}

export const listEntriesBody = implementQuery(listEntries, async (view: View, input: Input) => {
  const currency = await currencyOf(view)
  const where = sql.join(conditionsOf(input, currency), sql` and `)
  const { rows } = await sql<SeenEntry>`
    select ${entryColumns} from ${seenEntries(view)} where ${where} and ${placeOf(input.after)}
    order by e.posted_on desc, e.id desc limit ${input.limit + 1}`.execute(view.db())
  const { rows: all } = await sql<{ total: number }>`
    select count(*)::int as total from ${seenEntries(view)} where ${where}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const facts = await entryFacts(view, shown, currency)
  const last = shown.at(-1)
  return {
    rows: shown.map(row => ({ id: row.id, version: row.version, ...facts(row), state: entryState(row) })),
    total: all[0]!.total,
    next: rows.length > input.limit && last ? writePlace(String(last.posted_on), last.id) : null,
  }
})
