import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { listPapers, listPlaces } from '../contract/paper-places.ts'
import { archiveName } from '../pages/archive-number.ts'
import { visibleDocuments } from './document-rows.ts'

interface PlaceRow {
  place: string
  papers: number
  shreddable: number
  shredded: number
  first_on: Temporal.PlainDate | null
  last_on: Temporal.PlainDate | null
  classes: string[]
  total: number
}

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

export const listPlacesBody = implementQuery(listPlaces, async (view, { text, limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<PlaceRow>`
    select d.paper_place as place, count(*)::int as papers,
      (count(*) filter (where d.shredded_at is null and (d.may_shred or d.shred_from <= ${view.today}::date)
        and cardinality(documents.holds_upon(d.organisation_id, d.id)) = 0))::int as shreddable,
      count(d.shredded_at)::int as shredded,
      min(coalesce(d.issued_on, (d.received_at at time zone ${view.office.zone})::date)) as first_on,
      max(coalesce(d.issued_on, (d.received_at at time zone ${view.office.zone})::date)) as last_on,
      coalesce(array_agg(distinct c.code || ' ' || c.name) filter (where c.code is not null), '{}') as classes,
      (count(*) over ())::int as total
    from ${visibleDocuments(view)}
    where d.paper_place is not null and (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(d.paper_place)) > 0)
    group by d.paper_place order by d.paper_place collate "unicode" limit ${limit} offset ${offset}`.execute(view.db())
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(row => ({
      id: row.place,
      place: row.place,
      papers: row.papers,
      shreddable: row.shreddable,
      shredded: row.shredded,
      firstOn: row.first_on,
      lastOn: row.last_on,
      classes: row.classes,
    })),
    total,
    next: offset + rows.length < total ? String(offset + rows.length) : null,
  }
})

interface PaperRow {
  id: string
  title: string
  place: string
  archive_number: number | null
  received_at: Temporal.Instant
  class_code: string | null
  may_shred: boolean
  shred_from: Temporal.PlainDate | null
  shredded_at: Temporal.Instant | null
  shredded_by: string | null
  held: boolean
  total: number
}

export const listPapersBody = implementQuery(listPapers, async (view, { place, text, shreddable, limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<PaperRow>`
    with x as (
      select d.id, r.title, d.paper_place as place, d.archive_number, d.received_at, c.code || ' ' || c.name as class_code, d.may_shred, d.shred_from, d.shredded_at,
        p.title as shredded_by, cardinality(documents.holds_upon(d.organisation_id, d.id)) > 0 as held
      from ${visibleDocuments(view)}
      left join kernel.record p on p.organisation_id = d.organisation_id and p.id = d.shredded_by
      where d.paper_place is not null and (${place ?? null}::text is null or d.paper_place = ${place ?? null}))
    select x.*, (count(*) over ())::int as total from x
    where (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(x.title)) > 0 or x.archive_number::text = ltrim(${text ?? ''}, 'Aa0'))
      and (${shreddable ?? null}::boolean is null
        or (${shreddable ?? null}::boolean and x.shredded_at is null and not x.held and (x.may_shred or x.shred_from <= ${view.today}::date))
        or (not ${shreddable ?? null}::boolean and x.shredded_at is null))
    order by x.place collate "unicode", x.archive_number, x.received_at, x.id limit ${limit} offset ${offset}`.execute(
    view.db(),
  )
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      place: row.place,
      archiveNumber: row.archive_number === null ? null : archiveName(row.archive_number),
      receivedAt: row.received_at.toString(),
      classCode: row.class_code,
      mayShred: row.may_shred,
      shredFrom: row.shred_from,
      shreddedAt: row.shredded_at?.toString() ?? null,
      shreddedBy: row.shredded_at ? (row.shredded_by ?? 'Kontor') : null,
      held: row.held,
    })),
    total,
    next: offset + rows.length < total ? String(offset + rows.length) : null,
  }
})
