/** What files say of the office itself. */
import { sql } from 'kysely'
import type { Company } from '../../../formats/books/model.ts'
import type { Act, Standing } from '../../../kernel/implement.ts'
import type { Settings } from '../chart-facts.ts'

export type CompanyFacts = Readonly<
  Partial<Record<'number' | 'vatNumber' | 'street' | 'postalCode' | 'town' | 'contact' | 'phone', string>>
>

type Reading = Pick<Standing, 'office' | 'today'> & { db(): unknown }

export async function companyOf(at: Reading): Promise<CompanyFacts> {
  const { rows } = await sql<{ facts: CompanyFacts }>`
    select facts from ledger.company where organisation_id = ${at.office.id}`.execute(at.db() as never)
  return rows[0]?.facts ?? {}
}

export async function organisationFacts(at: Reading): Promise<{ company: Partial<Company>; madeOn: string }> {
  const facts = await companyOf(at)
  return {
    company: {
      name: at.office.name,
      country: at.office.country,
      number: facts.number ?? null,
      vatNumber: facts.vatNumber ?? null,
      street: facts.street ?? null,
      postalCode: facts.postalCode ?? null,
      town: facts.town ?? null,
      contact: facts.contact ?? null,
      phone: facts.phone ?? null,
    },
    madeOn: String(at.today),
  }
}

/** The country whose codes accounts bear: that of the chart, or the office's where the chart is the plain one. */
export const countryOf = (act: Pick<Act, 'office'>, settings: Settings): string =>
  settings.chart === 'EN' ? act.office.country : settings.chart

/** Keeps what is said and forgets what is emptied. */
export async function keepCompany(act: Act, facts: Readonly<Record<string, string | null | undefined>>): Promise<void> {
  const kept = JSON.stringify(Object.fromEntries(Object.entries(facts).filter(([, value]) => value)))
  await sql`
    insert into ledger.company (organisation_id, facts) values (${act.office.id}, ${kept}::jsonb)
    on conflict (organisation_id) do update set facts = excluded.facts`.execute(act.db())
}
