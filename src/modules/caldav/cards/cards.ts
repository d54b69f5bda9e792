/** The address book: people and organisations of the directory that one may see and take out, as cards. */
import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import type { View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { exportParties } from '../../directory/contract.ts'
import type { Call } from '../dav/call.ts'
import { DavFault } from '../reading/fault.ts'
import { withExtra } from './extra.ts'

export interface Card {
  readonly id: string
  readonly kind: 'person' | 'organisation'
  readonly href: string
  /** As the program that made it calls it; null for one of ours. */
  readonly uid: string | null
  readonly extra: string
  readonly etag: string
  readonly version: number
  readonly changedAt: Temporal.Instant
}

export interface CardChange {
  readonly href: string
  /** Null where it is gone, or may not be seen any more. */
  readonly card: Card | null
}

export interface Book {
  readonly name: string
  readonly token: string
  readonly writable: boolean
  cards(wish?: { hrefs?: readonly string[] }): Promise<Card[]>
  changesSince(at: number): Promise<CardChange[]>
}

const permitted = (view: View, permission: string): boolean => limitOf(view.principal, permission) !== undefined

/** Changes are asked for from a while before the last one seen: what was begun earlier may be done later. */
const overlapMs = 120_000

interface Row {
  readonly id: string
  readonly kind: Card['kind']
  readonly href: string
  readonly uid: string | null
  readonly extra: string
  readonly digest: string
  readonly version: number
  readonly changed_at: Temporal.Instant
  readonly here: boolean
}

const cardOf = (row: Row): Card => ({
  id: row.id,
  kind: row.kind,
  href: row.href,
  uid: row.uid,
  extra: row.extra,
  etag: `"${row.version}${row.digest}"`,
  version: row.version,
  changedAt: row.changed_at,
})

/** The book of whoever asks; null for those who may not take the directory out of the office. */
export async function bookOf(view: View): Promise<Book | null> {
  if (!permitted(view, 'directory.export-parties')) return null
  const rowsOf = async (where: ReturnType<typeof sql>): Promise<Row[]> =>
    (
      await sql<Row>`
        select f.party_id as id, f.kind, coalesce(c.href, f.party_id::text || '.vcf') as href, c.uid, coalesce(c.extra, '') as extra,
          case when c.extra is null then '' else '-' || left(md5(c.extra), 8) end as digest, r.version,
          greatest(r.changed_at, c.changed_at) as changed_at,
          not f.retired and exists (select 1 from (${visibleRecords(view).selectAll()}) v where v.id = f.party_id) as here
        from directory.party_fact f
        join kernel.record r on r.organisation_id = f.organisation_id and r.id = f.party_id
        left join caldav.card c on c.organisation_id = f.organisation_id and c.party_id = f.party_id
        where f.organisation_id = ${view.office.id}::uuid and ${where}`.execute(view.db())
    ).rows
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select greatest(max(r.changed_at), max(c.changed_at)) as at from directory.party_fact f
    join kernel.record r on r.organisation_id = f.organisation_id and r.id = f.party_id
    left join caldav.card c on c.organisation_id = f.organisation_id and c.party_id = f.party_id
    where f.organisation_id = ${view.office.id}::uuid`.execute(view.db())
  return {
    name: view.office.name,
    token: `urn:kontor:cards:${rows[0]?.at?.epochMilliseconds ?? 0}`,
    writable: permitted(view, 'directory.create-person') && permitted(view, 'directory.change-party'),
    cards: async ({ hrefs } = {}) =>
      (
        await rowsOf(
          hrefs
            ? sql`(c.href = any(${[...hrefs]}::text[]) or (c.href is null and f.party_id = any(${idsIn(hrefs)}::uuid[])))`
            : sql`not f.retired`,
        )
      )
        .filter(({ here }) => here)
        .map(cardOf),
    changesSince: async at => {
      const from = Temporal.Instant.fromEpochMilliseconds(Math.max(0, at - overlapMs))
      const changed = await rowsOf(sql`greatest(r.changed_at, c.changed_at) >= ${from}`)
      return changed.map(row => ({ href: row.href, card: row.here ? cardOf(row) : null }))
    },
  }
}

const ownName = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.vcf$/i
const idsIn = (hrefs: readonly string[]): string[] => hrefs.flatMap(href => ownName.exec(href)?.[1] ?? [])

/** The moment a token tells; null for one that is not ours. */
export function momentOfToken(token: string): number | null {
  const found = /^urn:kontor:cards:(\d{1,15})$/.exec(token.trim())
  return found ? Number(found[1]) : null
}

/** As many as are asked of the directory at once. */
const atOnce = 5000

/** The texts of cards, by the party's id. */
export async function textsOf(
  call: Call,
  cards: readonly Card[],
  version: '3.0' | '4.0',
): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const byId = new Map(cards.map(card => [card.id, card]))
  for (let from = 0; from < cards.length; from += atOnce) {
    const ids = cards.slice(from, from + atOnce).map(({ id }) => id)
    const answer = await call.ask(exportParties, { form: version === '4.0' ? 'vcard4' : 'vcard3', ids })
    if ('refused' in answer) throw new DavFault(403, 'D:need-privileges')
    for (const text of answer.text.split(/(?<=^END:VCARD\r?\n)/im)) {
      const id = /^UID(?:;[^:\r\n]*)?:urn:uuid:([0-9a-f-]{36})\s*$/im.exec(text)?.[1]
      const card = id && byId.get(id)
      if (card) texts.set(id, withExtra(text, card))
    }
  }
  return texts
}
