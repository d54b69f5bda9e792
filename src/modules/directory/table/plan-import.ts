/** What importing a table would do: the same for the preview and for the act itself. */
import { sql } from 'kysely'
import type { Standing, View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { areCards, readCards } from '../cards/read-cards.ts'
import { cardsUnreadable, columnsWithoutName, mostRows, tableEmpty, tableTooLong } from '../contract.ts'
import type { ColumnMapping, ImportKind } from '../contract/table.ts'
import type { PartyKind, PartyName } from '../contract/shapes.ts'
import { keysOf, type PartyKey } from '../party-keys.ts'
import { toE164 } from '../numbers.ts'
import { guessColumns } from './guess-columns.ts'
import { accountsOf, type ReadParty, readRows } from './read-rows.ts'

type Reader = Pick<View, 'db'> & Standing

export interface PlannedParty {
  readonly read: ReadParty
  readonly phones: readonly { readonly written: string; readonly e164: string | null; readonly label: string }[]
  readonly keys: readonly PartyKey[]
  readonly knownAs: PartyName | null
  readonly repeats: number | null
}

export interface ImportPlan {
  readonly form: 'table' | 'cards'
  readonly columns: ColumnMapping
  readonly confidence: readonly number[]
  readonly headers: readonly string[]
  readonly parties: readonly PlannedParty[]
  readonly unusable: readonly { readonly row: number; readonly why: string }[]
}

export async function planImport(
  reader: Reader,
  input: { text: string; columns?: ColumnMapping | undefined; kind?: ImportKind | undefined },
): Promise<ImportPlan> {
  const { parties: read, unusable, ...shape } = readGiven(reader, input)
  if (read.length === 0) reader.refuse(tableEmpty)
  if (read.length > mostRows) reader.refuse(tableTooLong, { rows: read.length, most: mostRows })
  const parties = withOrganisations(read).map(party => prepare(party, reader.office.country))
  const existing = await lookUp(reader, parties)
  const told = new Map<string, { row: number; party: Prepared }[]>()
  return {
    ...shape,
    unusable,
    parties: parties.map(party => ({ ...party, knownAs: knownAs(party, existing), repeats: repeats(party, told) })),
  }
}

/** Cards say themselves what each line is; a table's columns are guessed or given. */
function readGiven(reader: Reader, input: Parameters<typeof planImport>[1]) {
  const { country } = reader.office
  if (areCards(input.text)) {
    const read = readCards(input.text, country)
    if (!read) return reader.refuse(cardsUnreadable)
    const columns: ColumnMapping = { separator: ',', header: false, columns: ['ignore'] }
    return { ...read, form: 'cards' as const, columns, confidence: [], headers: [] }
  }
  const guessed = guessColumns(input.text)
  const columns = input.columns ?? guessed.mapping
  if (!columns.columns.some(column => ['name', 'givenName', 'familyName', 'organisation'].includes(column)))
    reader.refuse(columnsWithoutName)
  const read = readRows(input.text, columns, input.kind ?? 'auto', country)
  return {
    ...read,
    form: 'table' as const,
    columns,
    confidence: guessed.confidence,
    headers: columns.header ? guessed.headers : [],
  }
}

/** The employers that rows of people name, and that no row of their own says, become parties of their own. */
function withOrganisations(read: readonly ReadParty[]): ReadParty[] {
  const bare = {
    givenName: null,
    familyName: null,
    organisation: null,
    role: null,
    emails: [],
    phones: [],
    street: '',
    postcode: '',
    city: '',
    companyNumber: null,
    vatNumber: null,
    account: null,
    website: null,
    language: null,
    note: '',
  } as const
  const employers = read.flatMap(party =>
    party.organisation
      ? [{ ...bare, row: party.row, kind: 'organisation' as const, name: party.organisation, country: party.country }]
      : [],
  )
  return [...read, ...employers]
}

type Prepared = Omit<PlannedParty, 'knownAs' | 'repeats'>

function prepare(read: ReadParty, country: string): Prepared {
  const phones = read.phones.map((written, at) => ({
    written,
    e164: toE164(written, read.country ?? country),
    label: read.more?.phoneLabels[at] ?? '',
  }))
  const keys = keysOf({
    ...read,
    country: read.country ?? country,
    phones,
    accounts: accountsOf(read),
  })
  return { read, phones, keys }
}

interface Existing {
  readonly id: string
  readonly kind: PartyKind
  readonly title: string
}

const isStrong = ({ scheme }: PartyKey) => scheme === 'vat' || scheme === 'number' || scheme === 'account'
const isReach = ({ scheme }: PartyKey) => scheme === 'mail' || scheme === 'phone'
const tag = (kind: PartyKind, key: PartyKey) => `${kind} ${key.scheme} ${key.key}`

/** The visible parties of the same kind under each key that the table holds. */
async function lookUp(reader: Reader, parties: readonly Prepared[]): Promise<ReadonlyMap<string, readonly Existing[]>> {
  const keys = [
    ...new Map(
      parties
        .flatMap(party => party.keys.filter(key => key.scheme !== 'word'))
        .map(key => [`${key.scheme} ${key.key}`, key]),
    ).values(),
  ]
  const found = new Map<string, Existing[]>()
  for (let at = 0; at < keys.length; at += 20_000) {
    const part = keys.slice(at, at + 20_000)
    const { rows } = await sql<PartyKey & { id: string; kind: PartyKind; title: string }>`
      with asked as (select * from unnest(${part.map(key => key.scheme)}::text[], ${part.map(key => key.key)}::text[]) as a (scheme, key)),
      hit as (
        select asked.scheme, asked.key, coalesce(was.merged_into, was.id) as id from asked
        join directory.party_key k on k.organisation_id = ${reader.office.id} and k.scheme = asked.scheme and k.key = asked.key
        join kernel.record was on was.organisation_id = ${reader.office.id} and was.id = k.party_id
      )
      select hit.scheme, hit.key, r.id, r.kind, r.title from hit join ${visibleRecords(reader).selectAll()} r on r.id = hit.id`.execute(
      reader.db(),
    )
    for (const row of rows) {
      const place = tag(row.kind, row)
      const known = found.get(place)
      const party = { id: row.id, kind: row.kind, title: row.title }
      if (known) known.push(party)
      else found.set(place, [party])
    }
  }
  return found
}

/** Known by a number or account; or by its name together with a mail address or telephone, if the row has any. */
function knownAs({ read, keys }: Prepared, existing: ReadonlyMap<string, readonly Existing[]>): PartyName | null {
  const under = (key: PartyKey) => existing.get(tag(read.kind, key)) ?? []
  const strong = keys.filter(isStrong).flatMap(under)[0]
  const named = keys.filter(key => key.scheme === 'name').flatMap(under)
  const reach = keys.filter(isReach)
  const reached = new Set(reach.flatMap(under).map(party => party.id))
  const match = strong ?? (reach.length === 0 ? named[0] : named.find(party => reached.has(party.id)))
  return match ? { id: match.id, kind: match.kind, title: match.title } : null
}

/** The earlier row that says the same, by the same rule. */
function repeats(party: Prepared, told: Map<string, { row: number; party: Prepared }[]>): number | null {
  const { read, keys } = party
  const under = (key: PartyKey) => told.get(tag(read.kind, key)) ?? []
  const strong = keys.filter(isStrong).flatMap(under)[0]
  const named = keys.filter(key => key.scheme === 'name').flatMap(under)
  const reach = new Set(keys.filter(isReach).map(key => `${key.scheme} ${key.key}`))
  const match =
    strong ??
    named.find(other => reach.size === 0 || other.party.keys.some(key => reach.has(`${key.scheme} ${key.key}`)))
  if (match) return match.row
  for (const key of keys) {
    if (key.scheme === 'word') continue
    const place = tag(read.kind, key)
    const known = told.get(place)
    if (known) known.push({ row: read.row, party })
    else told.set(place, [{ row: read.row, party }])
  }
  return null
}
