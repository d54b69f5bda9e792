/** Customers: whom the directory knows, with what is agreed with them. */
import { type Selectable, sql } from 'kysely'
import type { Act, Standing } from '../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../kernel/language/catalogue.ts'
import { requireVisible } from '../../kernel/named.ts'
import type { TermsTable } from './tables.ts'

type Reading = Pick<Standing, 'office'> & { db(): unknown }

export interface Correspondent {
  readonly party_id: string
  readonly name: string
  readonly company_number: string | null
  readonly vat_number: string | null
  readonly language: Language | null
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string | null
  readonly email: string | null
}

export type Terms = Omit<Selectable<TermsTable>, 'organisation_id' | 'party_id'>

export interface Customer extends Correspondent {
  readonly terms: Terms
}

export const noTerms: Terms = {
  payment_days: null,
  language: null,
  delivery: 'mail',
  mail_to: null,
  reference: null,
  peppol_id: null,
  vat_code: null,
  without_reminders: false,
  note: '',
}

export const customerKinds = ['organisation', 'person'] as const

/** Refuses as not found who may not be seen; gives the name. */
export const requireCustomer = (act: Act, id: string): Promise<string> => requireVisible(act, id, customerKinds)

export async function customersOf(at: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
  if (ids.length === 0) return new Map()
  const db = at.db() as never
  const { rows } = await sql<Correspondent>`
    select * from directory.correspondent_fact
    where organisation_id = ${at.office.id} and party_id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  const { rows: terms } = await sql<Selectable<TermsTable>>`
    select * from receivables.terms
    where organisation_id = ${at.office.id} and party_id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  const agreed = new Map(terms.map(({ organisation_id: _, party_id, ...rest }) => [party_id, rest]))
  return new Map(rows.map(row => [row.party_id, { ...row, terms: agreed.get(row.party_id) ?? noTerms }]))
}

export async function customerOf(at: Reading, id: string): Promise<Customer> {
  const found = (await customersOf(at, [id])).get(id)
  if (!found) throw new Error(`no party ${id}`)
  return found
}

/** The language of papers to a customer: agreed, known of them, else the office's. */
export const languageOf = (office: Standing['office'], customer: Customer): Language =>
  customer.terms.language ?? customer.language ?? nearestLanguage(office.language)
