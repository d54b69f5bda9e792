/** Writes planned parties in a handful of statements, however many they are. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { searchBody } from '../party-keys.ts'
import { sortName } from '../party-row.ts'
import type { PlannedParty } from './plan-import.ts'
import { accountsOf, addressesOf } from './read-rows.ts'

export interface NewPlanned extends PlannedParty {
  readonly id: string
}

const most = 2_000

export async function insertParties(
  act: Act,
  parties: readonly NewPlanned[],
  importId: string,
  sourceId: string | null,
): Promise<void> {
  for (let at = 0; at < parties.length; at += most) {
    const part = parties.slice(at, at + most)
    await insertRecords(act, part, sourceId)
    await insertRows(act, part, importId)
    await insertDetails(act, part)
    await insertKeys(act, part)
  }
}

/** Their records and search entries, as `createRecord` makes them one by one, from the document they came in where it was one. */
async function insertRecords(act: Act, parties: readonly NewPlanned[], sourceId: string | null): Promise<void> {
  const rows = JSON.stringify(parties.map(({ id, read }) => ({ id, kind: read.kind, title: read.name })))
  await sql`
    insert into kernel.record (organisation_id, id, kind, title, class, own_class, created_at, changed_at)
    select ${act.office.id}, x.id, x.kind, x.title, 1, ${sourceId ? 1 : null}::smallint, ${act.at}, ${act.at} from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, kind text, title text)`.execute(
    act.db(),
  )
  if (sourceId)
    await sql`
      insert into kernel.derivation (organisation_id, record_id, source_id)
      select ${act.office.id}, unnest(${parties.map(({ id }) => id)}::uuid[]), ${sourceId}::uuid`.execute(act.db())
  const entries = JSON.stringify(
    parties.map(({ id, read, phones }) => ({
      id,
      kind: read.kind,
      title: read.name,
      language: read.language,
      body: bodyOf(read, phones),
    })),
  )
  await sql`
    insert into kernel.search_entry (organisation_id, record_id, kind, class, audience, title, language, body, at, title_words, words)
    select r.organisation_id, r.id, r.kind, r.class, r.audience, x.title, x.language, x.body, ${act.at}::timestamptz,
      kernel.search_vector(x.language, x.title), kernel.search_vector(x.language, x.title || E'\n' || x.body) || kernel.search_month(${act.at}::timestamptz)
    from jsonb_to_recordset(${entries}::jsonb) as x (id uuid, kind text, title text, language text, body text)
    join kernel.record r on r.organisation_id = ${act.office.id} and r.id = x.id`.execute(act.db())
}

function bodyOf(read: NewPlanned['read'], phones: NewPlanned['phones']): string {
  const places = addressesOf(read).map(at => [at.street, at.postcode, at.city].filter(Boolean).join(' '))
  return searchBody({ ...read, phones, accounts: accountsOf(read), places })
}

async function insertRows(act: Act, parties: readonly NewPlanned[], importId: string): Promise<void> {
  const rows = JSON.stringify(
    parties.map(({ id, read }) => ({
      id,
      kind: read.kind,
      name: read.name,
      given_name: read.givenName,
      family_name: read.familyName,
      sort_name: sortName(read.name),
      company_number: read.companyNumber,
      vat_number: read.vatNumber,
      country: read.country,
      language: read.language,
      website: read.website,
      note: read.note,
      role: read.kind === 'person' && !read.organisation ? read.role : null,
      languages: read.more?.languages ?? [],
      preferred_way: read.more?.preferredWay ?? null,
    })),
  )
  await sql`
    insert into directory.party (organisation_id, id, kind, name, given_name, family_name, sort_name, company_number, vat_number, country, language, website, note, role, languages, preferred_way, import_id)
    select ${act.office.id}, x.id, x.kind, x.name, x.given_name, x.family_name, x.sort_name, x.company_number, x.vat_number, x.country, x.language, x.website, x.note, x.role, x.languages, x.preferred_way, ${importId}
    from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, kind text, name text, given_name text, family_name text, sort_name text, company_number text, vat_number text,
      country text, language text, website text, note text, role text, languages text[], preferred_way text)`.execute(
    act.db(),
  )
}

async function insertDetails(act: Act, parties: readonly NewPlanned[]): Promise<void> {
  const org = act.office.id
  const phones = JSON.stringify(
    parties.flatMap(({ id, phones }) =>
      phones.map((phone, at) => ({ party_id: id, id: act.newId(), position: at + 1, ...phone })),
    ),
  )
  await sql`
    insert into directory.phone (organisation_id, party_id, id, position, written, e164, label)
    select ${org}, x.party_id, x.id, x.position, x.written, x.e164, x.label
    from jsonb_to_recordset(${phones}::jsonb) as x (party_id uuid, id uuid, position int, written text, e164 text, label text)`.execute(
    act.db(),
  )
  const emails = JSON.stringify(
    parties.flatMap(({ id, read }) =>
      read.emails.map((email, at) => ({
        party_id: id,
        id: act.newId(),
        position: at + 1,
        email,
        label: read.more?.emailLabels[at] ?? '',
      })),
    ),
  )
  await sql`
    insert into directory.address_email (organisation_id, party_id, id, position, email, label)
    select ${org}, x.party_id, x.id, x.position, x.email, x.label from jsonb_to_recordset(${emails}::jsonb) as x (party_id uuid, id uuid, position int, email text, label text)`.execute(
    act.db(),
  )
  const places = JSON.stringify(
    parties.flatMap(({ id, read }) =>
      addressesOf(read).map((address, at) => ({ party_id: id, id: act.newId(), position: at + 1, ...address })),
    ),
  )
  await sql`
    insert into directory.address_post (organisation_id, party_id, id, position, street, postcode, city, country, label)
    select ${org}, x.party_id, x.id, x.position, x.street, x.postcode, x.city, x.country, x.label
    from jsonb_to_recordset(${places}::jsonb) as x (party_id uuid, id uuid, position int, street text, postcode text, city text, country text, label text)`.execute(
    act.db(),
  )
  const accounts = JSON.stringify(
    parties.flatMap(({ id, read }) =>
      accountsOf(read).map((account, at) => ({ party_id: id, id: act.newId(), position: at + 1, ...account })),
    ),
  )
  await sql`
    insert into directory.bank_account (organisation_id, party_id, id, position, scheme, number, since_on)
    select ${org}, x.party_id, x.id, x.position, x.scheme, x.number, ${act.today}::date
    from jsonb_to_recordset(${accounts}::jsonb) as x (party_id uuid, id uuid, position int, scheme text, number text)`.execute(
    act.db(),
  )
}

async function insertKeys(act: Act, parties: readonly NewPlanned[]): Promise<void> {
  const keys = parties.flatMap(({ id, keys }) => keys.map(key => ({ id, ...key })))
  await sql`
    insert into directory.party_key (organisation_id, scheme, key, party_id)
    select ${act.office.id}, k.scheme, k.key, k.id
    from unnest(${keys.map(key => key.scheme)}::text[], ${keys.map(key => key.key)}::text[], ${keys.map(key => key.id)}::uuid[]) as k (scheme, key, id)`.execute(
    act.db(),
  )
}
