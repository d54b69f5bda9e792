/** What Kontor's own doors and jobs ask; anybody else is told that there is no such thing. */
import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { dbOf, pageOf, partsOf, picturesOf, placementsOf, publicationOf } from '../rows.ts'

function requireSystem(view: View, id: string, kind: string): void {
  if (view.principal.kind !== 'system') view.refuse(kernelRefusals.notFound, { kind, id })
}

export const placementToSendBody = implementQuery(c.placementToSend, async (view, { id, outletId }) => {
  requireSystem(view, id, 'publication')
  const row = await publicationOf(view, id)
  const placed = (await placementsOf(view, [id])).find(one => one.outlet_id === outletId)
  if (!placed) return view.refuse(kernelRefusals.notFound, { kind: 'outlet', id: outletId })
  const outlet = await dbOf(view)
    .selectFrom('publishing.outlet')
    .select(['wire', 'url', 'account', 'secret_id'])
    .where('organisation_id', '=', view.office.id)
    .where('id', '=', outletId)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${view.office.id} and id = ${id}`.execute(view.db())
  const parts = partsOf(row, placed.body)
  return {
    title: rows[0]!.title,
    words: c.composed(parts),
    text: parts.text,
    link: parts.link,
    hashtags: [...parts.hashtags],
    language: row.language,
    wire: outlet.wire,
    url: outlet.url,
    account: outlet.account,
    secretId: outlet.secret_id,
    foreignId: placed.foreign_id,
    tries: placed.tries,
    pictures: (await picturesOf(view, id)).map(one => ({
      digest: one.digest.toString('hex'),
      mediaType: one.media_type,
      alt: one.alt ?? '',
    })),
  }
})

export const pageToCheckBody = implementQuery(c.pageToCheck, async (view, { id }) => {
  requireSystem(view, id, 'page-change')
  const row = await pageOf(view, id)
  return { wanted: row.state === 'approved' || row.state === 'done', address: row.address, after: row.after_text }
})

export const pagesToCheckBody = implementQuery(c.pagesToCheck, async view => {
  if (view.principal.kind !== 'system') return { ids: [] }
  const rows = await dbOf(view)
    .selectFrom('publishing.page_change')
    .select('id')
    .where('organisation_id', '=', view.office.id)
    .where('state', '=', 'approved')
    .limit(500)
    .execute()
  return { ids: rows.map(row => row.id) }
})
