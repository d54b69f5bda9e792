import { randomBytes } from 'node:crypto'
import { canonicalJson } from '../canonical.ts'
import { runNamed } from '../database/bound.ts'
import type { Outcome, Request } from './outcome.ts'
import type { Line, Walk } from './parts.ts'

const append = 'select kernel.journal_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as first'

/** The chained head of a line; `kontor verify` compares the journal's columns with it. */
function headOf(walk: Walk, line: Line, index: number): string {
  return canonicalJson({
    v: 1,
    organisation: walk.office.id,
    at: walk.opened.at.toString(),
    principal: line.principal.id,
    behalfOf: line.principal.onBehalfOf?.id ?? null,
    mandate: line.principal.onBehalfOf?.mandateId ?? null,
    command: line.command,
    cause: line.cause === null ? 0 : index - line.cause,
    request: walk.requestId,
    surface: walk.surface,
    records: line.records.written(),
  })
}

const raised =
  'select id, version from kernel.record where organisation_id = $1 and id = any($2::uuid[]) and changed_at = $3'

/**
 * Acts over many records raise their versions by a statement of their own: what was touched and bears this act's instant was
 * changed by it, and the first line that touches it says so. Asked only where a line touches what it has not raised.
 */
async function tellRaised({ lines, opened, office }: Walk): Promise<void> {
  const firstOf = new Map<string, Line>()
  for (const line of lines) for (const id of line.records.untold()) if (!firstOf.has(id)) firstOf.set(id, line)
  if (firstOf.size === 0) return
  const untold = [...firstOf.keys()]
  const rows = await runNamed<{ id: string; version: number }>(opened.client, raised, [office.id, untold, opened.at])
  for (const { id, version } of rows) {
    if (lines.some(line => line.records.raised(id, version))) continue
    firstOf.get(id)?.records.raise(id, version)
  }
}

/**
 * Appends the walk's lines and keeps the answer under its key: the last statement before commit, sent when what is given is called. It
 * answers with the number of the first line.
 */
export async function journalAppend(walk: Walk, request: Request, answer: Outcome): Promise<() => Promise<number>> {
  const { lines } = walk
  await tellRaised(walk)
  const heads = lines.map((line, index) => Buffer.from(headOf(walk, line, index)))
  const values = [
    walk.opened.at,
    walk.requestId,
    walk.surface,
    lines.map(line => line.principal.id),
    lines.map(line => line.principal.onBehalfOf?.id ?? null),
    lines.map(line => line.principal.onBehalfOf?.mandateId ?? null),
    lines.map(line => line.command),
    lines.map((line, index) => (line.cause === null ? 0 : index - line.cause)),
    heads,
    lines.map(() => randomBytes(16)),
    lines.map(line => Buffer.from(canonicalJson(line.body))),
    lines.map(line => line.records.written().join(',')),
    request.command,
    request.key ?? null,
    request.key ? JSON.stringify(answer.status === 'done' ? { ...answer, events: [], jobs: [] } : answer) : null,
  ]
  return async () => Number((await runNamed<{ first: bigint }>(walk.opened.client, append, values))[0]!.first)
}
