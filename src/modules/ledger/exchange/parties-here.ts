/** Customers and suppliers of a file: who of them stands in the directory already, known by number. */
import { sql } from 'kysely'
import type { BookParty } from '../../../formats/books/model.ts'
import type { Act } from '../../../kernel/implement.ts'
import type { Named } from '../contract/shapes.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'

export interface PartyHere {
  readonly party: BookParty
  readonly known: Named | null
}

/**
 * A number as it can be compared: the country and what is left without its prefix and endings. Sweden's VAT number is the
 * company's with 01 behind it, Norway's bears MVA; Romania and Portugal have one number for both.
 */
export function numberKey(written: string | null, country: string | null): string | null {
  const compact = (written ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '')
  const prefix = /^([A-Z]{2})(?=\d)/.exec(compact)?.[1]
  const of = prefix ?? country ?? ''
  const rest = compact.slice(prefix ? 2 : 0).replace(/MVA$/, '')
  const own = of === 'SE' && /^\d{12}$/.test(rest) && rest.endsWith('01') ? rest.slice(0, 10) : rest
  return /\d{5}/.test(own) ? `${of} ${own}` : null
}

const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

interface PayeeRow extends Named {
  readonly company_number: string | null
  readonly vat_number: string | null
  readonly country: string | null
}

/** By number; one that has none in the file by its whole name, where exactly one bears it. Nobody whom the reader may not see. */
export async function partiesHere(act: Act, parties: readonly BookParty[], country: string): Promise<PartyHere[]> {
  const named = parties.filter(({ name }) => name.trim() !== '')
  if (named.length === 0) return []
  const { rows } = await sql<PayeeRow>`
    select r.id, r.kind, r.title, p.company_number, p.vat_number, p.country
    from ${visibleRecords(act).select(['id', 'kind', 'title'])} r
    join directory.payee_fact p on p.organisation_id = ${act.office.id} and p.party_id = r.id
    order by r.id`.execute(act.db())
  const byNumber = new Map<string, Named>()
  const byName = Map.groupBy(rows, row => nameKey(row.title))
  for (const row of rows)
    for (const written of [row.company_number, row.vat_number]) {
      const key = numberKey(written, row.country ?? country)
      if (key && !byNumber.has(key)) byNumber.set(key, { id: row.id, kind: row.kind, title: row.title })
    }
  return named.map(party => {
    const keys = [party.vatNumber, party.number].flatMap(one => numberKey(one, party.country || country) ?? [])
    const alike = keys.length === 0 ? (byName.get(nameKey(party.name)) ?? []) : []
    const [only] = alike
    const known = keys.flatMap(key => byNumber.get(key) ?? [])[0] ?? (alike.length === 1 ? only : null)
    return { party, known: known ? { id: known.id, kind: known.kind, title: known.title } : null }
  })
}
