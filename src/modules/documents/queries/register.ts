import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { maskRegistration } from '../contract/public-register.ts'
import { maskOf } from '../outside/public-register.ts'
import { type Direction, getRegistration, listRegister, strikeRegistration } from '../contract/registration.ts'

interface Row {
  id: string
  title: string
  class: number
  version: number
  number: string
  direction: Direction
  year: number
  serial: bigint
  happened_on: Temporal.PlainDate
  subject: string
  correspondent: string | null
  party_id: string | null
  party_title: string | null
  party_kind: string | null
  document_id: string | null
  document_title: string | null
  document_kind: string | null
  matter_id: string | null
  matter_title: string | null
  matter_kind: string | null
  secret: boolean
  secrecy_basis: string | null
  registered_at: Temporal.Instant
  registered_by: string | null
  struck_at: Temporal.Instant | null
  struck_by: string | null
  strike_reason: string | null
}

/** Entries one may see; what they point at is named to those only who may see that too. */
function entries(view: View): RawBuilder<Row> {
  const seen = visibleRecords(view).selectAll()
  return sql<Row>`
    select r.id, r.title, r.class, r.version, g.number, g.direction, g.year, g.serial, g.happened_on, g.subject, g.correspondent,
      p.id as party_id, p.title as party_title, p.kind as party_kind, d.id as document_id, d.title as document_title, d.kind as document_kind,
      m.id as matter_id, m.title as matter_title, m.kind as matter_kind, g.secret, g.secrecy_basis, g.registered_at, b.title as registered_by,
      g.struck_at, s.title as struck_by, g.strike_reason
    from (${visibleRecords(view, 'registration').selectAll()}) r
    join documents.registration g on g.organisation_id = ${view.office.id} and g.id = r.id
    left join (${seen}) p on p.id = g.party_id
    left join (${seen}) d on d.id = g.document_id
    left join (${seen}) m on m.id = g.matter_id
    left join kernel.record b on b.organisation_id = g.organisation_id and b.id = g.registered_by
    left join kernel.record s on s.organisation_id = g.organisation_id and s.id = g.struck_by`
}

const named = (id: string | null, title: string | null, kind: string | null) =>
  id ? { id, title: title ?? '', kind: kind ?? '' } : null

const factsOf = (row: Row) => ({
  id: row.id,
  number: row.number,
  direction: row.direction,
  happenedOn: row.happened_on,
  subject: row.subject,
  correspondent: row.correspondent,
  party: named(row.party_id, row.party_title, row.party_kind),
  document: named(row.document_id, row.document_title, row.document_kind),
  matter: named(row.matter_id, row.matter_title, row.matter_kind),
  secret: row.secret,
  secrecyBasis: row.secrecy_basis,
  registeredAt: row.registered_at.toString(),
  registeredBy: row.registered_by ?? 'Kontor',
  struckAt: row.struck_at?.toString() ?? null,
  struckBy: row.struck_at ? (row.struck_by ?? 'Kontor') : null,
  strikeReason: row.strike_reason,
})

const offsetOf = (after: string | undefined): number => (/^\d{1,7}$/.test(after ?? '') ? Number(after) : 0)

export const listRegisterBody = implementQuery(listRegister, async (view, input) => {
  const offset = offsetOf(input.after)
  const parts = [
    input.text &&
      sql`position(lower(${input.text}) in lower(concat_ws(' ', x.number, x.subject, x.correspondent))) > 0`,
    input.direction && sql`x.direction = ${input.direction}`,
    input.year && sql`x.year = ${Number(input.year)}`,
    input.from && sql`x.happened_on >= ${input.from}`,
    input.to && sql`x.happened_on <= ${input.to}`,
    input.secret !== undefined && sql`x.secret = ${input.secret}`,
    input.documentId && sql`x.document_id = ${input.documentId}`,
    input.matterId && sql`x.matter_id = ${input.matterId}`,
  ].filter((part): part is RawBuilder<unknown> => Boolean(part))
  const where = parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
  const { rows } = await sql<Row & { total: number }>`
    select x.*, (count(*) over ())::int as total from (${entries(view)}) x where ${where}
    order by x.year desc, x.registered_at desc, x.serial desc, x.id limit ${input.limit} offset ${offset}`.execute(
    view.db(),
  )
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(factsOf), total, next: offset + rows.length < total ? String(offset + rows.length) : null }
})

export const getRegistrationBody = implementQuery(getRegistration, async (view, { id }) => {
  const { rows } = await sql<Row>`select * from (${entries(view)}) x where x.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'registration', id })
  return {
    record: {
      id: row.id,
      kind: 'registration' as const,
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.struck_at ? ('struck' as const) : ('entered' as const),
    },
    entry: factsOf(row),
    can: row.struck_at
      ? []
      : [
          ...can(view, strikeRegistration, { id: row.id, expectedVersion: row.version }),
          ...(row.secret
            ? []
            : can(view, maskRegistration, { id: row.id, expectedVersion: row.version, ...(await maskOf(view, id)) })),
        ],
  }
})
