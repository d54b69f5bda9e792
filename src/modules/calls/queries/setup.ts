import { type Selectable, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { outsidePages, outsideToken, readLinkSecret } from '../../../kernel/outside/link.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { ruleOf } from '../rows.ts'
import type { WireTable } from '../tables.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly member_ids: readonly string[]
}

type WireRow = Row &
  Pick<
    Selectable<WireTable>,
    | 'heard_at'
    | 'kind'
    | 'host'
    | 'port'
    | 'username'
    | 'public_key'
    | 'number'
    | 'context'
    | 'connected_at'
    | 'problem'
  > & { readonly has_secret: boolean }

interface ExtensionRow {
  readonly wire_id: string
  readonly person_id: string
  readonly told_as: string
}

async function extensionsOf(view: View): Promise<ExtensionRow[]> {
  const { rows } = await sql<ExtensionRow>`
    select wire_id, person_id, told_as from calls.extension where organisation_id = ${view.office.id} order by told_as limit 2000`.execute(
    view.db(),
  )
  return rows
}

export const getSetupBody = implementQuery(c.getSetup, async view => {
  const { rows: lines } = await sql<Row & { told_as: string }>`
    select r.id, r.version::int as version, r.title, l.told_as, l.member_ids from ${visibleRecords(view, 'phone-line').selectAll()} r
    join calls.line l on l.organisation_id = ${view.office.id} and l.id = r.id and l.retired_at is null
    order by lower(r.title), r.id limit 500`.execute(view.db())
  const { rows: wires } = await sql<WireRow>`
    select r.id, r.version::int as version, r.title, w.heard_at, w.member_ids, w.kind, w.host, w.port, w.username, w.public_key, w.number,
      w.context, w.secret_id is not null as has_secret, w.connected_at, w.problem from ${visibleRecords(view, 'phone-wire').selectAll()} r
    join calls.wire w on w.organisation_id = ${view.office.id} and w.id = r.id and w.retired_at is null
    order by lower(r.title), r.id limit 50`.execute(view.db())
  const secret = await readLinkSecret(view.db())
  const extensions = await extensionsOf(view)
  const name = naming(
    await namesOf(view, [
      ...[...lines, ...wires].flatMap(row => row.member_ids),
      ...extensions.map(({ person_id: id }) => id),
    ]),
  )
  const extensionsAt = (id: string) =>
    extensions.flatMap(row => {
      const person = row.wire_id === id ? name(row.person_id) : null
      return person ? [{ person, extension: row.told_as }] : []
    })
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
      kind: row.kind,
      host: row.host,
      port: row.port,
      username: row.username,
      publicKey: row.public_key,
      number: row.number,
      context: row.context,
      hasSecret: row.has_secret,
      connectedAt: row.connected_at,
      problem: row.problem,
      extensions: extensionsAt(row.id),
      heardAt: row.heard_at,
      path: pathOf(row.id),
    })),
    ...(await ruleOf(view)),
  }
})
