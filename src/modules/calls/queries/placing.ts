import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { recordsFor } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { numberAt, telephonesOf } from '../telephones.ts'
import type { WireKind } from '../wires/wire.ts'

export const myTelephonesBody = implementQuery(c.myTelephones, async view => ({
  rows: (await telephonesOf(view, view.principal.id)).map(({ id, title, extension, transfers }) => ({
    id,
    title,
    extension,
    transfers,
  })),
}))

export const callToPlaceBody = implementQuery(c.callToPlace, async (view, { id }) => {
  const { rows } = await sql<{
    wire_id: string
    line: string
    number: string | null
    channel: string | null
    kind: WireKind
  }>`
    select k.wire_id, k.line, k.number, k.channel, w.kind from ${recordsFor(view, 'call')} r
    join calls.call k on k.organisation_id = ${view.office.id} and k.id = r.id
    join calls.wire w on w.organisation_id = k.organisation_id and w.id = k.wire_id
    where r.id = ${id}`.execute(view.db())
  // Whom a call is put through to is asked by the job that does it, and by nobody else.
  const row =
    (view.principal.kind === 'system' && rows[0]) || view.refuse(kernelRefusals.notFound, { kind: 'call', id })
  return {
    wireId: row.wire_id,
    extension: row.line,
    number: numberAt(row.kind, row.number ?? '', view.office.country),
    channel: row.channel,
  }
})

/** Nobody lets it ring, or speaks, for so long. */
const longest = { ringing: { minutes: 10 }, answered: { hours: 6 } } as const

export const lostCallsBody = implementQuery(c.lostCalls, async view => {
  const { rows } = await sql<{ wireId: string; externalId: string }>`
    select k.wire_id as "wireId", k.external_id as "externalId" from ${recordsFor(view, 'call')} r
    join calls.call k on k.organisation_id = ${view.office.id} and k.id = r.id
    where k.state in ('ringing', 'answered') and k.wire_id is not null
      and k.rang_at < case k.state when 'ringing' then ${view.at.subtract(longest.ringing)}::timestamptz
        else ${view.at.subtract(longest.answered)}::timestamptz end
    order by k.rang_at limit 100`.execute(view.db())
  return { rows }
})
