/** Cases as lists, the tray and their own page tell them. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import type { Named } from '../../kernel/shapes.ts'
import { type CaseRow, numberOf, openStates } from './case-row.ts'
import { workingBetween, type WorkingTime } from './clock.ts'
import { type KindRow, kindsOf, kindTitle } from './kinds.ts'

export interface LineRow extends CaseRow {
  readonly title: string
  readonly version: number
}

/** How the promised answer time of a case stands at this moment. */
export function clockOf(row: CaseRow, at: Temporal.Instant, time: WorkingTime) {
  const isOpen = (openStates as readonly string[]).includes(row.state)
  if (!isOpen) {
    const state = row.kept === null ? 'none' : row.kept ? 'kept' : 'broken'
    return { state: state as 'none' | 'kept' | 'broken', dueAt: row.due_at, leftMinutes: null }
  }
  if (row.left_minutes !== null) return { state: 'stopped' as const, dueAt: null, leftMinutes: row.left_minutes }
  if (!row.due_at) return { state: 'none' as const, dueAt: null, leftMinutes: null }
  const isLate = Temporal.Instant.compare(row.due_at, at) <= 0
  const left = workingBetween(at, row.due_at, time)
  return { state: isLate ? ('broken' as const) : ('running' as const), dueAt: row.due_at, leftMinutes: left }
}

export interface Naming {
  readonly name: (id: string | null | undefined) => Named | null
  readonly kinds: ReadonlyMap<string, KindRow>
  readonly causes: ReadonlyMap<string, string>
  readonly time: WorkingTime
}

export async function causesOf(view: Pick<View, 'db' | 'office'>): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from cases.cause where organisation_id = ${view.office.id}`.execute(view.db())
  return new Map(rows.map(row => [row.id, row.name]))
}

export const kindMap = async (view: Pick<View, 'db' | 'office'>) =>
  new Map((await kindsOf(view)).map(kind => [kind.id, kind]))

export const kindNameOf = (view: View, kinds: ReadonlyMap<string, KindRow>, id: string) => {
  const kind = kinds.get(id)!
  return { id, sort: kind.sort, title: kindTitle(view, kind) }
}

/** Who it came from, as it is known: the name given, else the customer in the directory, else an address or number. */
export const fromOf = (row: CaseRow, party: Named | null): string | null =>
  row.contact_name ?? party?.title ?? row.contact_email ?? row.contact_phone

export function lineOf(view: View, row: LineRow, { name, kinds, causes, time }: Naming) {
  const party = name(row.party_id)
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    number: numberOf(row),
    state: row.state,
    kind: kindNameOf(view, kinds, row.kind_id),
    channel: row.channel,
    from: fromOf(row, party),
    party,
    owner: name(row.owner_id),
    tone: row.tone,
    receivedAt: row.received_at,
    clock: clockOf(row, view.at, time),
    waitingFor: row.waiting_for,
    verdict: row.verdict,
    cause: row.cause_id ? (causes.get(row.cause_id) ?? null) : null,
  }
}
