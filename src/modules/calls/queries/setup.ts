import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { outsidePages, outsideToken, readLinkSecret } from '../../../kernel/outside/link.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { ruleOf } from '../rows.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly member_ids: readonly string[]
}

export const getSetupBody = implementQuery(c.getSetup, async view => {
  const { rows: lines } = await sql<Row & { told_as: string }>`
    select r.id, r.version::int as version, r.title, l.told_as, l.member_ids from ${visibleRecords(view, 'phone-line').selectAll()} r
    join calls.line l on l.organisation_id = ${view.office.id} and l.id = r.id and l.retired_at is null
    order by lower(r.title), r.id limit 500`.execute(view.db())
  const { rows: wires } = await sql<Row & { heard_at: Temporal.Instant | null }>`
    select r.id, r.version::int as version, r.title, w.heard_at, w.member_ids from ${visibleRecords(view, 'phone-wire').selectAll()} r
    join calls.wire w on w.organisation_id = ${view.office.id} and w.id = r.id and w.retired_at is null
    order by lower(r.title), r.id limit 50`.execute(view.db())
  const secret = await readLinkSecret(view.db())
  const name = naming(
    await namesOf(
      view,
      [...lines, ...wires].flatMap(row => row.member_ids),
    ),
  )
  const members = (ids: readonly string[]) => ids.flatMap(id => name(id) ?? [])
  const pathOf = (id: string) =>
    secret && `${outsidePages.calls}/${outsideToken(secret, 'calls', { organisationId: view.office.id, id })}`
  return {
    lines: lines.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      toldAs: row.told_as,
      members: members(row.member_ids),
    })),
    wires: wires.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      members: members(row.member_ids),
      heardAt: row.heard_at,
      path: pathOf(row.id),
    })),
    ...(await ruleOf(view)),
  }
})
