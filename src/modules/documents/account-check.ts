/** Whether the account that a paper wants to be paid to is known of its sender: by the directory, or by papers confirmed before. */
import { sql } from 'kysely'
import { moneyKinds } from './asked-fields.ts'
import type { DocumentKind, FieldName } from './contract.ts'
import type { FieldSet } from './document-fields.ts'
import type { Reader } from './document-store.ts'

export interface KnownAccount {
  readonly scheme: 'iban' | 'bankgiro' | 'plusgiro' | 'account'
  /** Capitals and digits only where the directory keeps it, as written where it was read. */
  readonly number: string
}

export interface ChangedAccount {
  readonly field: 'iban' | 'account'
  readonly read: string
  /** As they are written on paper; never empty. */
  readonly known: readonly string[]
}

/** Papers of one sender that are looked at for accounts which were paid before. */
const mostPapers = 50

/**
 * Accounts that are known of each party: the directory's, in the order in which they became known, then those of papers from it
 * that somebody has confirmed, as far as the reader may see them.
 */
export async function accountsOf(
  reader: Pick<Reader, 'office' | 'principal' | 'db'>,
  partyIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, readonly KnownAccount[]>> {
  const ids = [...new Set(partyIds.filter(id => id !== null))]
  if (ids.length === 0) return new Map()
  const { clearance, audiences } = reader.principal
  const { rows } = await sql<KnownAccount & { party_id: string }>`
    (select party_id, scheme, number from directory.account_fact
      where organisation_id = ${reader.office.id} and party_id = any(${ids}::uuid[]) order by since_on, account_id)
    union all
    (select distinct wanted.id, paid.scheme, paid.number from unnest(${ids}::uuid[]) as wanted (id)
      cross join lateral (
        select d.iban, d.account from documents.document d
        join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.id
        where d.organisation_id = ${reader.office.id} and d.state = 'confirmed' and d.kind = any(${[...moneyKinds]}::text[])
          and d.sender_id in (select p.id from kernel.record p
            where p.organisation_id = d.organisation_id and (p.id = wanted.id or p.merged_into = wanted.id))
          and r.class <= ${clearance} and (r.audience is null or r.audience && ${[...audiences]}::uuid[])
        order by d.received_at desc limit ${mostPapers}) d
      cross join lateral (values ('iban', d.iban), ('account', d.account)) as paid (scheme, number)
      where paid.number is not null)`.execute(reader.db())
  return Map.groupBy(rows, ({ party_id }) => party_id)
}

const bare = (written: string): string =>
  written
    .toUpperCase()
    .replace(/^(BG|PG|BANKGIRO|PLUSGIRO)(?=[\s.:\d])/, '')
    .replace(/[^A-Z0-9]/g, '')

/** National numbers that are shorter stand inside many an IBAN by chance. */
const fewestDigitsInside = 7

/** An IBAN holds the national number at its end (ISO 13616), in the countries where it is held at all. */
function same(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  const iban = /^[A-Z]{2}\d{2}/.test(long) && !/^[A-Z]/.test(short)
  return long === short || (iban && short.length >= fewestDigitsInside && long.slice(4).endsWith(short))
}

const mostShown = 10

const shown = ({ scheme, number }: KnownAccount): string => {
  if (scheme === 'iban') return number.replace(/(.{4})(?=.)/g, '$1 ')
  if (scheme === 'bankgiro') return `${number.slice(0, -4)}-${number.slice(-4)}`
  return scheme === 'plusgiro' ? `${number.slice(0, -1)}-${number.slice(-1)}` : number
}

/** Each account once, in the first of the ways in which it is written. */
const shownOnce = (known: readonly KnownAccount[]): string[] =>
  known
    .filter((one, at) => known.findIndex(other => same(bare(other.number), bare(one.number))) === at)
    .slice(0, mostShown)
    .map(shown)

/**
 * The accounts on a paper that its known sender was never paid to: all of them where none is known, and beside a known one
 * each whose like (IBAN, national number) the directory has but not this one, for a forger leaves the others standing. A sender
 * of whom no account is known gives nothing to compare with.
 */
export function changedAccounts(
  kind: DocumentKind,
  fields: FieldSet,
  known: readonly KnownAccount[] | undefined,
): ChangedAccount[] {
  if (!moneyKinds.has(kind) || !known || known.length === 0) return []
  const read = (['iban', 'account'] as const).flatMap(field => {
    const value = fields.get(field)?.value
    return value ? [{ field, value, is: known.some(one => same(bare(value), bare(one.number))) }] : []
  })
  const someKnown = read.some(({ is }) => is)
  const likeKnown = (field: FieldName) => known.some(({ scheme }) => (scheme === 'iban') === (field === 'iban'))
  return read
    .filter(({ field, is }) => !is && (!someKnown || likeKnown(field)))
    .map(({ field, value }) => ({ field, read: value, known: shownOnce(known) }))
}
