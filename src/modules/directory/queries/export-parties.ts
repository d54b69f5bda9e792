import { type RawBuilder, sql } from 'kysely'
import { translate } from '../../../kernel/language/catalogue.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { CardFacts } from '../cards/card-facts.ts'
import { writeCards } from '../cards/write-cards.ts'
import { writeTable } from '../cards/write-table.ts'
import { type ColumnMeaning, exportParties } from '../contract.ts'
import { en } from '../messages/en.ts'
import { nb } from '../messages/nb.ts'
import { nl } from '../messages/nl.ts'
import { pt } from '../messages/pt.ts'
import { ro } from '../messages/ro.ts'
import { sv } from '../messages/sv.ts'
import { readParties, type SeenParty } from '../party-lines.ts'
import { detailsOf, type PartyRow } from '../party-row.ts'
import { conditionsOf } from './list-parties.ts'

/** As many as one file holds. */
const most = 20_000

export const exportPartiesBody = implementQuery(exportParties, async (view, { form, ids, ...filters }) => {
  const conditions: RawBuilder<unknown>[] = ids
    ? [sql`p.id = any(${ids}::uuid[])`]
    : conditionsOf(view, { ...filters, sort: 'name', limit: most })
  const seen = (await readParties(
    view,
    sql.join(conditions, sql` and `),
    sql`order by p.sort_name, p.id limit ${most}`,
  )) as (SeenParty & PartyRow)[]
  for (const party of seen) view.noteRead(party)
  const parties = await factsOf(view, seen)
  const name = `kontor ${view.today.toString()}`
  if (form === 'csv')
    return {
      fileName: `${name}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      count: parties.length,
      text: tableOf(view, parties),
    }
  return {
    fileName: `${name}.vcf`,
    mediaType: 'text/vcard; charset=utf-8',
    count: parties.length,
    text: writeCards(parties, form === 'vcard4' ? '4.0' : '3.0'),
  }
})

async function factsOf(view: View, parties: readonly (SeenParty & PartyRow)[]): Promise<CardFacts[]> {
  const details = await detailsOf(
    view,
    parties.map(party => party.id),
  )
  const phones = Map.groupBy(details.phones, row => row.party_id)
  const emails = Map.groupBy(details.emails, row => row.party_id)
  const addresses = Map.groupBy(details.addresses, row => row.party_id)
  const accounts = Map.groupBy(details.accounts, row => row.party_id)
  return parties.map(party => ({
    id: party.id,
    kind: party.kind,
    name: party.name,
    givenName: party.given_name,
    familyName: party.family_name,
    organisation: party.member_of,
    role: party.role,
    companyNumber: party.company_number,
    vatNumber: party.vat_number,
    country: party.country,
    language: party.language,
    languages: party.languages,
    preferredWay: party.preferred_way,
    website: party.website,
    note: party.note,
    phones: phones.get(party.id) ?? [],
    emails: emails.get(party.id) ?? [],
    addresses: addresses.get(party.id) ?? [],
    accounts: accounts.get(party.id) ?? [],
    changedAt: party.changed_at,
  }))
}

const catalogues: Readonly<Record<string, typeof sv>> = { en, sv, nb, nl, ro, pt }

function tableOf(view: View, parties: readonly CardFacts[]): string {
  const { language } = view.principal
  const words = catalogues[language] ?? en
  return writeTable(
    parties,
    (meaning: ColumnMeaning) => translate(words[`choice.column.${meaning}`], {}, language),
    kind => translate(words[`choice.kind.${kind}`], {}, language),
    language === 'en' ? ',' : ';',
  )
}
