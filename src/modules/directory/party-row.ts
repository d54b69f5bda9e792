/** Reading and writing the party of an act: what its commands share. */
import type { Selectable } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { partyRetired } from './contract.ts'
import { fold } from '../../kernel/language/fold.ts'
import { keysOf, searchBody } from './party-keys.ts'
import type { AccountTable, AddressTable, DirectoryTables, EmailTable, PartyTable, PhoneTable } from './tables.ts'

export type PartyRow = Selectable<PartyTable>
type Reader = Pick<View, 'db' | 'office'>

export async function partyOf(act: Act, id: string): Promise<PartyRow> {
  return act
    .db<DirectoryTables>()
    .selectFrom('directory.party')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export function requireCurrent(act: Act, party: PartyRow): void {
  if (party.retired_at) act.refuse(partyRetired, { id: party.id, title: party.name })
}

export interface Details {
  readonly phones: Selectable<PhoneTable>[]
  readonly emails: Selectable<EmailTable>[]
  readonly addresses: Selectable<AddressTable>[]
  readonly accounts: Selectable<AccountTable>[]
}

/** How the parties are reached and paid, each list in the order it was written. */
export async function detailsOf({ db, office }: Reader, ids: readonly string[]): Promise<Details> {
  if (ids.length === 0) return { phones: [], emails: [], addresses: [], accounts: [] }
  const of = <T extends keyof DirectoryTables>(table: T) => {
    const query = db<DirectoryTables>()
      .selectFrom(table as 'directory.phone')
      .selectAll()
    return query
      .where('organisation_id', '=', office.id)
      .where('party_id', 'in', [...ids])
      .orderBy('position')
      .orderBy('id')
      .execute()
  }
  return {
    phones: await of('directory.phone'),
    emails: (await of('directory.address_email')) as unknown as Details['emails'],
    addresses: (await of('directory.address_post')) as unknown as Details['addresses'],
    accounts: (await of('directory.bank_account')) as unknown as Details['accounts'],
  }
}

/**
 * Writes what the party is found by anew, after any change to it, and raises its version: the keys and the search
 * entry are derived, so there is one place that derives them.
 */
export async function refreshParty(act: Act, id: string): Promise<number> {
  await writeKeys(act, id)
  const { party, details } = await whole(act, id)
  return act.changeRecord(id, { title: party.name, search: searchOf(party, details) })
}

async function whole(act: Act, id: string) {
  return { party: await partyOf(act, id), details: await detailsOf(act, [id]) }
}

type SomeDetails = {
  readonly phones: readonly { readonly e164?: string | null; readonly written: string }[]
  readonly emails: readonly { readonly email: string }[]
  readonly addresses: readonly {
    readonly street?: string | undefined
    readonly postcode?: string | undefined
    readonly city?: string | undefined
  }[]
  readonly accounts: readonly { readonly number: string }[]
}

export function findable(party: Omit<PartyRow, 'note' | 'manner'>, details: Omit<SomeDetails, 'addresses'>) {
  return {
    kind: party.kind,
    name: party.name,
    country: party.country,
    companyNumber: party.company_number,
    vatNumber: party.vat_number,
    phones: details.phones,
    emails: details.emails.map(row => row.email),
    accounts: details.accounts,
  }
}

export function searchOf(party: PartyRow, details: SomeDetails) {
  const places = details.addresses.map(row => [row.street, row.postcode, row.city].filter(Boolean).join(' '))
  return { body: searchBody({ ...findable(party, details), note: party.note, places }), language: party.language }
}

/** Derives the keys of one party; a retired one is found by none. */
export async function writeKeys(act: Act, id: string): Promise<void> {
  const { party, details } = await whole(act, id)
  await act
    .db<DirectoryTables>()
    .deleteFrom('directory.party_key')
    .where('organisation_id', '=', act.office.id)
    .where('party_id', '=', id)
    .execute()
  if (party.retired_at) return
  await act
    .db<DirectoryTables>()
    .insertInto('directory.party_key')
    .values(keysOf(findable(party, details)).map(key => ({ organisation_id: act.office.id, party_id: id, ...key })))
    .execute()
}

export function sortName(name: string): string {
  return fold(name).slice(0, 200)
}
