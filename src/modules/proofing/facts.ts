/** What the office knows of whom and what a text is about: as far as the writer may see it. */
import { sql } from 'kysely'
import type { Standing, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { ProofAttachment, ProofRecipient } from '../../formats/proof/model.ts'
import type { RecipientGiven } from './asked.ts'

/** Acts look as well as views. */
export type Reader = Standing & Pick<View, 'db'>

/** What somebody outside may be sent: open and internal papers, nothing confidential. */
const outsideMaySee = 1

interface Colleague {
  readonly id: string
  /** Null of who has no account of their own: assistants. */
  readonly email: string | null
  readonly name: string
  readonly language: string | null
  readonly clearance: number
}

export async function colleaguesOf(view: Reader): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select a.principal_id as id, lower(a.email) as email, r.title as name, a.language,
      coalesce((select max(s.clearance) from authority.sight s where s.organisation_id = a.organisation_id
        and s.principal_id = a.principal_id and s.from_at <= ${view.at} and (s.until_at is null or s.until_at > ${view.at})), 0)::int as clearance
    from authority.address_fact a join kernel.record r on r.organisation_id = a.organisation_id and r.id = a.principal_id
    where a.organisation_id = ${view.office.id}`.execute(view.db())
  return rows
}

interface Known {
  readonly id: string
  readonly email: string | null
  readonly name: string
  readonly language: string | null
}

/** Parties by their addresses and by their ids, those that may be seen. */
async function partiesOf(view: Reader, emails: readonly string[], ids: readonly string[]): Promise<Known[]> {
  if (emails.length === 0 && ids.length === 0) return []
  const { rows } = await sql<Known>`
    select r.id, m.email, r.title as name, m.language from ${visibleRecords(view).selectAll()} r
    join directory.mail_fact m on m.organisation_id = ${view.office.id} and m.party_id = r.id
    where m.email = any(${emails}::text[])
    union all
    select r.id, null, r.title, c.language from ${visibleRecords(view).selectAll()} r
    join directory.correspondent_fact c on c.organisation_id = ${view.office.id} and c.party_id = r.id
    where r.id = any(${ids}::uuid[])`.execute(view.db())
  return rows
}

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()
/** Where everybody may have a mailbox, a domain makes nobody a colleague. */
const shared = /^(?:gmail|hotmail|outlook|yahoo|icloud|live|telia|online|protonmail|gmx|sapo|kpnmail|ziggo)\./

export interface WhoKnown {
  readonly recipients: readonly ProofRecipient[]
  readonly colleagues: readonly Colleague[]
  readonly partyIds: readonly string[]
}

export async function recipientsKnown(view: Reader, given: readonly RecipientGiven[]): Promise<WhoKnown> {
  const colleagues = await colleaguesOf(view)
  const emails = given.flatMap(one => (one.email ? [one.email.trim().toLowerCase()] : []))
  const parties = await partiesOf(
    view,
    emails,
    given.flatMap(one => one.partyId ?? []),
  )
  const ours = new Set(
    colleagues.flatMap(one => (one.email ? [domainOf(one.email)] : [])).filter(domain => !shared.test(domain)),
  )
  const partyIds = new Set<string>()
  const recipients = given.map((one): ProofRecipient => {
    const email = one.email?.trim().toLowerCase() ?? null
    const colleague = colleagues.find(other => other.id === one.partyId || (email !== null && other.email === email))
    const party =
      parties.find(other => other.id === one.partyId) ?? parties.find(other => email !== null && other.email === email)
    if (party) partyIds.add(party.id)
    const inside = colleague !== undefined || (one.inside ?? (email !== null && ours.has(domainOf(email))))
    return {
      name: one.name ?? null,
      email: one.email?.trim() ?? null,
      role: one.role,
      inside,
      mayStand: colleague?.clearance ?? outsideMaySee,
      knownName: colleague?.name ?? party?.name ?? null,
      language: colleague ? null : (party?.language ?? null),
      namesakes: [],
    }
  })
  return { recipients, colleagues, partyIds: [...partyIds] }
}

/** The classes of what it tells of and hands over. */
export async function thingsKnown(
  view: Reader,
  ids: readonly string[],
): Promise<{ id: string; title: string; class: number }[]> {
  if (ids.length === 0) return []
  return visibleRecords(view)
    .select(['id', 'title', 'class'])
    .where('id', 'in', [...ids])
    .execute()
}

export const attachmentsKnown = (
  given: readonly { readonly name: string; readonly documentId?: string | null | undefined }[],
  things: readonly { readonly id: string; readonly class: number }[],
): ProofAttachment[] =>
  given.map(one => ({ name: one.name, class: things.find(thing => thing.id === one.documentId)?.class ?? 0 }))

/** Names of the directory that share a word with these: what may have been meant where a name is nearly right. */
export async function namesLike(view: Reader, words: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (words.length === 0) return []
  const { clearance, audiences } = view.principal
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct f.record_id as id, f.title as name from unnest(${[...words]}::text[]) w,
    lateral (select * from kernel.search(w, ${clearance}::smallint, ${[...audiences]}::uuid[], ${['person', 'organisation']}::text[], ${view.today}, 40) limit 40) f`.execute(
    view.db(),
  )
  return rows
}

/** Parties that stand in a link with what it is about. */
export async function namesAround(view: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select r.title as name from ${visibleRecords(view).selectAll()} r
    where r.kind in ('person', 'organisation') and (r.id = any(${[...ids]}::uuid[]) or r.id in (
      select to_id from kernel.link where organisation_id = ${view.office.id} and from_id = any(${[...ids]}::uuid[])
      union select from_id from kernel.link where organisation_id = ${view.office.id} and to_id = any(${[...ids]}::uuid[]))) limit 100`.execute(
    view.db(),
  )
  return rows.map(row => row.name)
}

/** Domains of the directory that are as long as these, a letter more or less; asked only for addresses that nobody is known by. */
export async function domainsLike(view: Reader, unknown: readonly string[]): Promise<string[]> {
  if (unknown.length === 0) return []
  const lengths = [
    ...new Set(unknown.flatMap(one => [one.length - 2, one.length - 1, one.length, one.length + 1, one.length + 2])),
  ]
  const { rows } = await sql<{ domain: string }>`
    select distinct split_part(m.email, '@', 2) as domain from directory.mail_fact m
    join ${visibleRecords(view).selectAll()} r on r.id = m.party_id
    where m.organisation_id = ${view.office.id} and length(split_part(m.email, '@', 2)) = any(${lengths}::int[])`.execute(
    view.db(),
  )
  return rows.map(row => row.domain)
}
