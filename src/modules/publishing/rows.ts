/** Reading and writing the rows of publishing. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act, Standing } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import type { OutletTable, PageChangeTable, PlacementTable, PublicationTable, PublishingTables } from './tables.ts'

export type PublicationRow = Selectable<PublicationTable>
export type PlacementRow = Selectable<PlacementTable>
export type OutletRow = Selectable<OutletTable>
export type PageRow = Selectable<PageChangeTable>
export type Reading = Pick<Standing, 'office'> & { db(): unknown }

export const dbOf = (at: Reading) => (at as unknown as Act).db<PublishingTables>()

interface One {
  readonly id: string
  readonly expectedVersion?: number | undefined
}
export const publicationLock = ({ id, expectedVersion }: One) => [{ kind: 'publication', id, expectedVersion }]
export const outletLock = ({ id, expectedVersion }: One) => [{ kind: 'outlet', id, expectedVersion }]
export const pageLock = ({ id, expectedVersion }: One) => [{ kind: 'page-change', id, expectedVersion }]

export const publicationOf = (at: Reading, id: string): Promise<PublicationRow> =>
  dbOf(at)
    .selectFrom('publishing.publication')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updatePublication(act: Act, id: string, change: Updateable<PublicationTable>): Promise<void> {
  await dbOf(act)
    .updateTable('publishing.publication')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export function requireState(act: Act, row: PublicationRow, ...states: readonly c.PublicationState[]): void {
  if (!states.includes(row.state)) act.refuse(c.publicationStateWrong, { title: act.locked(row.id).title })
}

/** Locked by Kontor itself, for an inner step of what was allowed. */
export async function heldPublication(act: Act, id: string): Promise<PublicationRow & { readonly title: string }> {
  const { rows } = await sql<PublicationRow & { title: string }>`
    select p.*, r.title from publishing.publication p
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    where p.organisation_id = ${act.office.id} and p.id = ${id} for no key update of r`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'publication', id })
}

export interface PlacedRow extends PlacementRow {
  readonly title: string
  readonly network: c.Network
  readonly wire: c.Wire
  readonly retired: boolean
  readonly keeper_id: string | null
}

/** Where a post goes, in the order of the outlets' names. */
export async function placementsOf(at: Reading, ids: readonly string[]): Promise<PlacedRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PlacedRow>`
    select p.*, r.title, o.network, o.wire, o.retired, o.keeper_id from publishing.placement p
    join publishing.outlet o on o.organisation_id = p.organisation_id and o.id = p.outlet_id
    join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.id
    where p.organisation_id = ${at.office.id} and p.publication_id = any(${[...ids]}::uuid[])
    order by r.title, p.outlet_id`.execute(dbOf(at))
  return rows
}

export async function placedAt(act: Act, id: string, outletId: string): Promise<PlacedRow> {
  const placed = (await placementsOf(act, [id])).find(one => one.outlet_id === outletId)
  return placed ?? act.refuse(kernelRefusals.notFound, { kind: 'outlet', id: outletId })
}

/** Before anything of it is out or in somebody's hands; what missed its time may have another. */
export const hasBegun = (placements: readonly Pick<PlacementRow, 'state'>[]): boolean =>
  placements.some(({ state }) => state !== 'waiting' && state !== 'missed')

/** Refuses what has begun to go out: from then on each place is settled by itself. */
export async function requireNotBegun(act: Act, id: string): Promise<PlacedRow[]> {
  const placements = await placementsOf(act, [id])
  if (hasBegun(placements)) act.refuse(c.publicationStateWrong, { title: act.locked(id).title })
  return placements
}

export async function updatePlacement(
  act: Act,
  id: string,
  outletId: string,
  change: Updateable<PlacementTable>,
): Promise<void> {
  await dbOf(act)
    .updateTable('publishing.placement')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('publication_id', '=', id)
    .where('outlet_id', '=', outletId)
    .execute()
}

export interface PictureSeen {
  readonly publication_id: string
  readonly n: number
  readonly file_id: string | null
  readonly document_id: string | null
  readonly alt: string | null
  readonly media_type: string
  readonly digest: Buffer
  /** The class of the paper it is of. */
  readonly class: number
}

export async function picturesOf(at: Reading, id: string): Promise<PictureSeen[]> {
  const { rows } = await sql<PictureSeen>`
    select p.publication_id, p.n, p.file_id, p.document_id, p.alt, coalesce(f.media_type, d.media_type) as media_type,
      coalesce(f.digest, d.digest) as digest, coalesce(r.class, 0)::int as class
    from publishing.picture p
    left join kernel.file f on f.organisation_id = p.organisation_id and f.id = p.file_id
    left join documents.paper_fact d on d.organisation_id = p.organisation_id and d.document_id = p.document_id
    left join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.document_id
    where p.organisation_id = ${at.office.id} and p.publication_id = ${id} and coalesce(f.digest, d.digest) is not null
    order by p.n`.execute(dbOf(at))
  return rows
}

export interface HoldRow {
  readonly held_at: Temporal.Instant | null
  readonly held_by: string | null
  readonly reason: string | null
  readonly released_at: Temporal.Instant | null
}

export async function holdOf(at: Reading): Promise<HoldRow> {
  const row = await dbOf(at)
    .selectFrom('publishing.hold')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .executeTakeFirst()
  return row ?? { held_at: null, held_by: null, reason: null, released_at: null }
}

export const partsOf = (row: Pick<PublicationRow, 'body' | 'link' | 'hashtags'>, own: string | null): c.Parts => ({
  text: own ?? row.body,
  link: row.link,
  hashtags: row.hashtags,
})

/** What a post is found by. */
export const searchOf = (row: Pick<PublicationRow, 'body' | 'campaign' | 'hashtags'>) => ({
  body: [row.campaign, row.body, row.hashtags.join(' ')].filter(Boolean).join('\n').slice(0, 100_000),
})

/** After so long it is not published by itself any more: its moment has passed. */
export const latestHours = 6

/** After so long whoever had begun to publish it has gone. */
export const lostMinutes = 10

export const pageOf = (at: Reading, id: string): Promise<PageRow> =>
  dbOf(at)
    .selectFrom('publishing.page_change')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updatePage(act: Act, id: string, change: Updateable<PageChangeTable>): Promise<void> {
  await dbOf(act)
    .updateTable('publishing.page_change')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}
