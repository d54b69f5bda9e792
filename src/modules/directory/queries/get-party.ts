import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { callerNotesOf, relationsOf } from '../around.ts'
import {
  addAccount,
  addAddress,
  addEmail,
  addMembership,
  addNumber,
  addRelation,
  changeParty,
  getParty,
  mergeParties,
  type PartyKind,
  restoreParty,
  retireParty,
  writeCallerNote,
} from '../contract.ts'
import { accountShown, companyValid, phoneShown, vatValid } from '../numbers.ts'
import { detailsOf, type PartyRow } from '../party-row.ts'

type Found = PartyRow & { readonly title: string; readonly class: number; readonly version: number }

export const getPartyBody = implementQuery(getParty, async (view, { id }) => {
  const party = await readParty(view, id)
  if (!party) return view.refuse(kernelRefusals.notFound, { id })
  const merged = await mergedInto(view, party.id)
  const ids = [party.id, ...merged.map(record => record.id)]
  const { phones, emails, addresses, accounts } = await detailsOf(view, ids)
  const { country } = view.office
  return {
    record: {
      id: party.id,
      kind: party.kind,
      title: party.title,
      class: party.class,
      version: party.version,
      state: party.retired_at ? ('retired' as const) : ('current' as const),
    },
    name: party.name,
    givenName: party.given_name,
    familyName: party.family_name,
    role: party.role,
    companyNumber: party.company_number,
    companyNumberValid: party.company_number ? companyValid(party.company_number, party.country ?? country) : null,
    vatNumber: party.vat_number,
    vatNumberValid: party.vat_number ? vatValid(party.vat_number, party.country ?? country) : null,
    country: party.country,
    language: party.language,
    website: party.website,
    languages: party.languages,
    preferredWay: party.preferred_way,
    relations: (await relationsOf(view, ids)).map(({ line }) => line),
    callerNotes: await notesOf(view, ids),
    note: party.note,
    manner: party.manner,
    phones: phones.map(row => ({
      detailId: row.id,
      written: row.written,
      e164: row.e164,
      shown: phoneShown(row.e164, row.written, country),
      label: row.label,
    })),
    emails: emails.map(row => ({ detailId: row.id, email: row.email, label: row.label })),
    addresses: addresses.map(row => ({
      detailId: row.id,
      street: row.street,
      postcode: row.postcode,
      city: row.city,
      country: row.country,
      label: row.label,
    })),
    accounts: accounts.map(row => ({
      accountId: row.id,
      scheme: row.scheme,
      number: row.number,
      shown: accountShown(row),
      bic: row.bic,
      since: row.since_on,
      sourceId: row.source_id,
    })),
    memberOf: await membersOf(view, sql`m.person_id`, sql`m.member_of_id`, ids),
    members: await membersOf(view, sql`m.member_of_id`, sql`m.person_id`, ids),
    merged,
    links: await linksOf(view, ids),
    can: whatCanBeDone(view, party),
  }
})

async function notesOf(view: View, ids: readonly string[]) {
  const notes = await callerNotesOf(view, ids)
  for (const { line } of notes) view.noteRead({ id: line.noteId, class: line.class })
  return notes.map(({ line }) => line)
}

/** The party of that id, or the one it was merged into. */
async function readParty(view: View, id: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select p.*, r.title, r.class, r.version
    from kernel.record was
    join ${visibleRecords(view).selectAll()} r on r.id = coalesce(was.merged_into, was.id)
    join directory.party p on p.organisation_id = ${view.office.id} and p.id = r.id
    where was.organisation_id = ${view.office.id} and was.id = ${id}`.execute(view.db())
  return rows[0]
}

async function mergedInto(view: View, id: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from kernel.record where organisation_id = ${view.office.id} and merged_into = ${id} and class <= ${view.principal.clearance} order by title, id`.execute(
    view.db(),
  )
  return rows
}

async function membersOf(view: View, own: RawBuilder<unknown>, other: RawBuilder<unknown>, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; kind: PartyKind; title: string; role: string }>`
    select distinct on (r.title, r.id) r.id, r.kind, r.title, m.role
    from directory.membership m
    join kernel.record was on was.organisation_id = m.organisation_id and was.id = ${other}
    join ${visibleRecords(view).selectAll()} r on r.id = coalesce(was.merged_into, was.id)
    where m.organisation_id = ${view.office.id} and ${own} = any(${[...ids]}::uuid[])
    order by r.title, r.id limit 500`.execute(view.db())
  return rows
}

async function linksOf(view: View, ids: readonly string[]) {
  const { rows } = await sql<{ relation: string; id: string; kind: string; title: string }>`
    with linked as (
      select to_id as id, relation from kernel.link where organisation_id = ${view.office.id} and from_id = any(${[...ids]}::uuid[])
      union
      select from_id, relation from kernel.link where organisation_id = ${view.office.id} and to_id = any(${[...ids]}::uuid[])
    )
    select linked.relation, r.id, r.kind, r.title from linked join ${visibleRecords(view).selectAll()} r on r.id = linked.id
    order by r.changed_at desc, r.id limit 200`.execute(view.db())
  return rows.map(({ relation, ...record }) => ({ relation, record }))
}

function whatCanBeDone(view: View, { id, kind, version, retired_at: retiredAt }: Found): Can[] {
  const input = { id, kind, expectedVersion: version }
  if (retiredAt) return can(view, restoreParty, input, { primary: true })
  return [
    ...can(view, changeParty, input, { primary: true }),
    ...[addNumber, addEmail, addAddress, addAccount].flatMap(command => can(view, command, input)),
    ...(kind === 'person' ? can(view, addMembership, { id, expectedVersion: version }) : []),
    ...can(view, addRelation, input),
    ...can(view, writeCallerNote, { id, kind }),
    ...can(view, mergeParties, input),
    ...can(view, retireParty, input),
  ]
}
