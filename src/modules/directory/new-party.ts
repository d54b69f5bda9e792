import type { z } from '../../kernel/schema.ts'
import type { Act } from '../../kernel/implement.ts'
import {
  accountKnown,
  type createOrganisation,
  type createPerson,
  emailKnown,
  numberKnown,
  type PartyKind,
} from './contract.ts'
import { accountRow, addressRow, emailRow, phoneRow } from './detail-rows.ts'
import { numberTold } from './numbers.ts'
import { type PartyRow, searchOf, sortName, writeKeys } from './party-row.ts'
import type { DirectoryTables } from './tables.ts'

type PersonFacts = z.output<typeof createPerson.input>
type OrganisationFacts = z.output<typeof createOrganisation.input>
export type PartyFacts = Omit<PersonFacts, 'memberOfId'> &
  Pick<OrganisationFacts, 'companyNumber' | 'vatNumber'> & {
    readonly class?: number
    /** The paper it was first met on. */
    readonly sourceId?: string
  }

/** Makes a party with all that is said of it; gives its id. */
export async function makeParty(act: Act, kind: PartyKind, facts: PartyFacts): Promise<string> {
  const id = act.newId()
  const country = facts.country ?? null
  const phones = (facts.phones ?? []).map((phone, at) => phoneRow(act, id, at + 1, phone, country))
  const emails = (facts.emails ?? []).map((email, at) => emailRow(act, id, at + 1, email))
  const addresses = (facts.addresses ?? []).map((address, at) => addressRow(act, id, at + 1, address))
  const accounts = (facts.accounts ?? []).map((account, at) => accountRow(act, id, at + 1, account, country))
  if (new Set(emails.map(row => row.email)).size < emails.length) act.refuse(emailKnown)
  if (new Set(phones.map(numberTold)).size < phones.length) act.refuse(numberKnown)
  if (new Set(accounts.map(row => `${row.scheme} ${row.number}`)).size < accounts.length) act.refuse(accountKnown)
  const row = partyRow(act, id, kind, facts)
  const search = searchOf(row, { phones, emails, addresses, accounts })
  await act.createRecord({
    id,
    kind,
    title: facts.name,
    search,
    ...(facts.class === undefined ? {} : { class: facts.class }),
    ...(facts.sourceId === undefined ? {} : { source: facts.sourceId }),
  })
  const db = act.db<DirectoryTables>()
  await db.insertInto('directory.party').values(row).execute()
  if (phones.length > 0) await db.insertInto('directory.phone').values(phones).execute()
  if (emails.length > 0) await db.insertInto('directory.address_email').values(emails).execute()
  if (addresses.length > 0) await db.insertInto('directory.address_post').values(addresses).execute()
  if (accounts.length > 0) await db.insertInto('directory.bank_account').values(accounts).execute()
  await writeKeys(act, id)
  return id
}

function partyRow(act: Act, id: string, kind: PartyKind, facts: PartyFacts): PartyRow {
  return {
    organisation_id: act.office.id,
    id,
    kind,
    name: facts.name,
    given_name: facts.givenName ?? null,
    family_name: facts.familyName ?? null,
    sort_name: sortName(facts.name),
    company_number: facts.companyNumber ?? null,
    vat_number: facts.vatNumber ?? null,
    country: facts.country ?? null,
    language: facts.language ?? null,
    website: facts.website ?? null,
    languages: facts.languages ?? [],
    role: facts.role ?? null,
    preferred_way: facts.preferredWay ?? null,
    note: facts.note ?? '',
    manner: facts.manner ?? '',
    import_id: null,
    retired_at: null,
  }
}
