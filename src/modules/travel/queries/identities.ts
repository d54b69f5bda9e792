import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { type IdentityRow, standingOf } from '../identity-row.ts'
import { looksAfterTravel } from '../trip-row.ts'

type Seen = IdentityRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly sort_key: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'travel-document').selectAll()} r
  join travel.identity i on i.organisation_id = ${view.office.id} and i.id = r.id`
const columns = sql`i.*, r.title, r.class, r.version, coalesce(i.expires_on::text, '9999-12-31') as sort_key`

export const listDocumentsBody = implementQuery(c.listDocuments, async (view, { text, removed = false, ...input }) => {
  const conditions = [removed ? sql`true` : sql`i.removed_at is null`]
  if (text) conditions.push(sql`r.title ilike ${liked(text)}`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'sort_key', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.person_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      sort: row.sort,
      person: name(row.person_id),
      country: row.country,
      expiresOn: row.expires_on,
      standing: standingOf(row, view.today),
    })),
    ...slice,
  }
})

export const getDocumentBody = implementQuery(c.getDocument, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'travel-document', id })
  const name = naming(await namesOf(view, [row.person_id, row.document_id, ...row.reader_ids]))
  const state = standingOf(row, view.today)
  return {
    record: { id, kind: 'travel-document', title: row.title, class: row.class, version: row.version, state },
    sort: row.sort,
    person: name(row.person_id),
    country: row.country,
    expiresOn: row.expires_on,
    number: row.number,
    issuedOn: row.issued_on,
    remindDays: row.remind_days,
    readers: row.reader_ids.map(name).filter(one => one !== null),
    note: row.note,
    document: name(row.document_id),
    can: canOf(view, row),
  }
})

function canOf(view: View, row: Seen): Can[] {
  if (row.person_id !== view.principal.id && !looksAfterTravel(view)) return []
  const input = { id: row.id, expectedVersion: row.version }
  return row.removed_at
    ? can(view, c.restoreDocument, input, { primary: true })
    : [...can(view, c.changeDocument, input, { primary: true }), ...can(view, c.removeDocument, input)]
}
