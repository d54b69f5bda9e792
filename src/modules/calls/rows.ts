/** Rows as commands load them, and names that they need. */
import { type Selectable, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { callsPersonUnknown } from './contract.ts'
import type { CallTable, SlipTable } from './tables.ts'

export type At = Pick<Act | View, 'office' | 'db' | 'at'>
interface Head {
  readonly title: string
  readonly class: number
  readonly version: number
}
export type SlipRow = Readonly<Selectable<SlipTable>> & Head
export type CallRow = Readonly<Selectable<CallTable>> & Head

/** Of a record that is there; whoever changes it has locked its record. */
export async function slipOf(at: At, id: string): Promise<SlipRow> {
  const { rows } = await sql<SlipRow>`
    select s.*, r.title, r.class, r.version::int as version from calls.slip s
    join kernel.record r on r.organisation_id = s.organisation_id and r.id = s.id
    where s.organisation_id = ${at.office.id} and s.id = ${id}`.execute(at.db())
  return rows[0]!
}

export async function callOf(at: At, id: string): Promise<CallRow> {
  const { rows } = await sql<CallRow>`
    select c.*, r.title, r.class, r.version::int as version from calls.call c
    join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    where c.organisation_id = ${at.office.id} and c.id = ${id}`.execute(at.db())
  return rows[0]!
}

/** Refuses whoever is no person of the office. */
export async function requirePeople(act: Act, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select id from kernel.record
    where organisation_id = ${act.office.id} and kind = 'principal' and id = any(${wanted}::uuid[])`.execute(act.db())
  const known = new Set(rows.map(row => row.id))
  const unknown = wanted.find(id => !known.has(id))
  if (unknown) act.refuse(callsPersonUnknown, { id: unknown })
}

export async function titleOf(at: At, id: string | null): Promise<string> {
  if (id === null) return '–'
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]?.title ?? '–'
}

export interface Rule {
  readonly deputyMinutes: number
  readonly onCallMinutes: number
}

const usualRule: Rule = { deputyMinutes: 10, onCallMinutes: 15 }

export async function ruleOf(at: At): Promise<Rule> {
  const { rows } = await sql<Rule>`
    select deputy_minutes as "deputyMinutes", on_call_minutes as "onCallMinutes" from calls.rule
    where organisation_id = ${at.office.id}`.execute(at.db())
  return rows[0] ?? usualRule
}

/** Who stands in for somebody now: whoever the absence names, else the standing deputy. */
export async function deputyOf(act: Act, personId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select coalesce((
      select a.deputy_id from work.absence_fact a
      where a.organisation_id = c.organisation_id and a.person_id = c.principal_id and a.from_on <= ${act.today} and a.until_on >= ${act.today}
        and a.deputy_id is not null limit 1), c.deputy_id) as id
    from authority.colleague c where c.organisation_id = ${act.office.id} and c.principal_id = ${personId}`.execute(
    act.db(),
  )
  return rows[0]?.id ?? null
}
