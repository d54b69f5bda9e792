/** What a planned post is made of, and what it must be before it may go out. */
import { sql } from 'kysely'
import type { Act, InputOf } from '../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../kernel/named.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import { dbOf, partsOf, picturesOf, placementsOf, type PublicationRow } from './rows.ts'

/** What outlets take; anything else would be refused there. */
const shownTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']
/** Confidential papers are shown to nobody outside. */
const confidential = 2

type Pictures = NonNullable<InputOf<typeof c.planPublication>['pictures']>

export async function requirePeople(
  act: Act,
  input: { readonly ownerId?: string | undefined; readonly approverId?: string | null | undefined },
): Promise<void> {
  await requireColleague(act, input.ownerId, c.publisherUnknown)
  await requireColleague(act, input.approverId, c.publisherUnknown)
}

/** Where it goes from now on; those that stay keep their own words. */
export async function placeAt(act: Act, id: string, outletIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(outletIds)]
  for (const outletId of wanted) await requireVisible(act, outletId, ['outlet'])
  const db = dbOf(act)
  const { rows } = await sql<{ title: string }>`
    select r.title from publishing.outlet o join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.id
    where o.organisation_id = ${act.office.id} and o.id = any(${wanted}::uuid[]) and o.retired
      and not exists (select from publishing.placement p where p.organisation_id = o.organisation_id
        and p.publication_id = ${id} and p.outlet_id = o.id)`.execute(db)
  if (rows[0]) act.refuse(c.outletRetired, { title: rows[0].title })
  await sql`delete from publishing.placement where organisation_id = ${act.office.id} and publication_id = ${id}
    and outlet_id <> all(${wanted}::uuid[])`.execute(db)
  if (wanted.length === 0) return
  await sql`insert into publishing.placement (organisation_id, publication_id, outlet_id)
    select ${act.office.id}, ${id}, o from unnest(${wanted}::uuid[]) o on conflict do nothing`.execute(db)
}

export async function keepPictures(act: Act, id: string, pictures: Pictures): Promise<void> {
  const db = dbOf(act)
  for (const one of pictures) await requirePicture(act, one)
  await sql`delete from publishing.picture where organisation_id = ${act.office.id} and publication_id = ${id}`.execute(
    db,
  )
  let n = 0
  for (const one of pictures) {
    await db
      .insertInto('publishing.picture')
      .values({
        organisation_id: act.office.id,
        publication_id: id,
        n: ++n,
        file_id: one.fileId ?? null,
        document_id: one.documentId ?? null,
        alt: one.alt ?? null,
      })
      .execute()
    if (one.documentId) await act.link(id, one.documentId, 'document')
  }
}

async function requirePicture(act: Act, { fileId, documentId }: Pictures[number]): Promise<void> {
  if (documentId) await requireVisible(act, documentId, ['document'])
  const { rows } = await sql<{ media_type: string; class: number }>`
    select media_type, 0 as class from kernel.file where organisation_id = ${act.office.id} and id = ${fileId ?? null}::uuid
    union all
    select d.media_type, r.class from documents.paper_fact d
    join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.document_id
    where d.organisation_id = ${act.office.id} and d.document_id = ${documentId ?? null}::uuid`.execute(dbOf(act))
  const [found] = rows
  if (!found || !shownTypes.includes(found.media_type) || found.class >= confidential) act.refuse(c.pictureWrong)
}

export async function keepOwnWords(
  act: Act,
  id: string,
  own: readonly { readonly outletId: string; readonly text: string | null }[],
): Promise<void> {
  const placed = new Set((await placementsOf(act, [id])).map(one => one.outlet_id))
  for (const { outletId, text } of own) {
    if (!placed.has(outletId)) act.refuse(kernelRefusals.notFound, { kind: 'outlet', id: outletId })
    await sql`update publishing.placement set body = ${text?.trim() ? text : null}
      where organisation_id = ${act.office.id} and publication_id = ${id} and outlet_id = ${outletId}`.execute(
      dbOf(act),
    )
  }
}

/** What an approver is shown: every word for every outlet, the pictures and the time. */
export interface Ready {
  readonly plannedAt: string
  readonly outlets: readonly { readonly outlet: string; readonly words: string }[]
  readonly pictures: readonly string[]
}

/** Refuses what cannot go out as it is; gives what would. */
export async function requireReady(act: Act, row: PublicationRow): Promise<Ready> {
  const { title, class: level } = act.locked(row.id)
  if (level >= confidential) act.refuse(c.publicationConfidential, { title })
  const placements = await placementsOf(act, [row.id])
  const pictures = await picturesOf(act, row.id)
  if (placements.length === 0) act.refuse(c.outletMissing, { title })
  if (!row.planned_at) act.refuse(c.timeMissing, { title })
  if (Temporal.Instant.compare(row.planned_at, act.at) < 0) act.refuse(c.timePassed, { title })
  if (pictures.some(one => !one.alt)) act.refuse(c.altMissing, { title })
  if (pictures.some(one => one.class >= confidential)) act.refuse(c.pictureWrong)
  const outlets = placements.map(one => {
    const parts = partsOf(row, one.body)
    if (one.retired) act.refuse(c.outletRetired, { title: one.title })
    const why = c.unfitFor(one.network, parts, pictures.length)
    const words = c.composed(parts)
    const { length } = c.bounds[one.network]
    if (why) act.refuse(c.unfit[why], { outlet: one.title, count: c.lengthFor(one.network, words), most: length ?? 0 })
    return { outlet: one.title, words }
  })
  return {
    plannedAt: row.planned_at.toString(),
    outlets,
    pictures: pictures.map(one => `${one.digest.toString('hex').slice(0, 16)}: ${one.alt}`),
  }
}
