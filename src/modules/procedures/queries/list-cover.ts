import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { workingCalendar } from '../../work/contract.ts'
import { listCover, type Named, type Recurrence } from '../contract.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { editionsOf, type ProcedureRow, readContent, ruleOf } from '../procedure-row.ts'
import { recurrenceOf } from '../obligation-row.ts'
import { daysBetween } from '../rule-dates.ts'
import { readObligations } from './obligation-lines.ts'

type Duty = z.output<typeof listCover.output>['duties'][number]
type Finding = Duty['finding']

/** A duty before it is known who covers it. */
interface Owed {
  readonly id: string
  readonly kind: Duty['kind']
  readonly record: Named
  readonly what: string
  readonly ownerId: string | null
  readonly ownerRole: string | null
  readonly nextOn: Temporal.PlainDate | null
  readonly rule: Recurrence | null
}

export interface Absence {
  readonly person_id: string
  readonly deputy_id: string | null
  readonly from_on: Temporal.PlainDate
  readonly until_on: Temporal.PlainDate
}

/** Absences that are not over, the nearest first. */
export async function absencesAhead(view: View): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select person_id, deputy_id, from_on, until_on from work.absence_fact
    where organisation_id = ${view.office.id} and until_on >= ${view.today}::date order by from_on`.execute(view.db())
  return rows
}

/** The standing deputy of everybody who can act here. */
export async function deputies(view: View): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ principal_id: string; deputy_id: string | null }>`
    select c.principal_id, c.deputy_id from authority.colleague c
    join ${visibleRecords(view, 'principal').select('kernel.record.id')} r on r.id = c.principal_id
    where c.organisation_id = ${view.office.id} and c.kind = 'person'`.execute(view.db())
  return new Map(rows.map(row => [row.principal_id, row.deputy_id]))
}

async function ofProcedures(view: View): Promise<Owed[]> {
  const { rows } = await sql<ProcedureRow & { title: string }>`
    select p.*, r.title from ${visibleRecords(view, 'procedure').selectAll()} r
    join procedures.procedure p on p.organisation_id = ${view.office.id} and p.id = r.id
    where p.state = 'in-force' and p.rrule is not null order by r.title`.execute(view.db())
  const owed: Owed[] = []
  for (const row of rows) {
    const record = { id: row.id, kind: 'procedure', title: row.title }
    const rule = ruleOf(row)
    const shared = { record, nextOn: row.next_on, rule }
    owed.push({
      id: row.id,
      kind: 'procedure',
      what: row.title,
      ownerId: row.owner_id,
      ownerRole: row.owner_role,
      ...shared,
    })
    const edition = (await editionsOf(view as never, row.id)).find(({ number }) => number === row.number)
    for (const step of edition ? readContent(edition).steps : []) {
      const ownerId = step.who === 'person' ? (step.personId ?? null) : null
      const ownerRole = step.who === 'role' ? (step.role ?? null) : null
      if ((ownerId && ownerId !== row.owner_id) || ownerRole)
        owed.push({ id: row.id, kind: 'step', what: step.title, ownerId, ownerRole, ...shared })
    }
  }
  return owed
}

async function ofObligations(view: View): Promise<Owed[]> {
  const rows = await readObligations(
    view,
    sql`where o.state = 'in-force' and o.next_on is not null order by o.next_on, o.id`,
  )
  return rows.map(row => ({
    id: row.id,
    kind: 'obligation',
    record: { id: row.id, kind: 'obligation', title: row.title },
    what: row.title,
    ownerId: row.owner_id,
    ownerRole: row.owner_role,
    nextOn: row.next_on,
    rule: recurrenceOf(row) ?? { rrule: 'FREQ=DAILY;COUNT=1', fromOn: row.from_on, shift: 'none' },
  }))
}

async function ofTasks(view: View): Promise<Owed[]> {
  const { rows } = await sql<{
    id: string
    title: string
    owner_id: string | null
    owner_role: string | null
    due_on: Temporal.PlainDate | null
  }>`
    select r.id, r.title, coalesce(t.stands_in_for_id, t.owner_id) as owner_id, t.owner_role, t.due_on
    from ${visibleRecords(view, 'task').selectAll()} r
    join work.task_fact t on t.organisation_id = ${view.office.id} and t.task_id = r.id
    where t.repeats and t.state in ('open', 'waiting') order by t.due_on, r.id limit 500`.execute(view.db())
  return rows.map(row => ({
    id: row.id,
    kind: 'task',
    record: { id: row.id, kind: 'task', title: row.title },
    what: row.title,
    ownerId: row.owner_id,
    ownerRole: row.owner_role,
    nextOn: row.due_on,
    rule: null,
  }))
}

async function rolesHeld(view: View): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ role: string }>`
    select role_key as role from authority.role_holder where organisation_id = ${view.office.id} and role_key is not null
    union select role_id::text from authority.role_holder where organisation_id = ${view.office.id}`.execute(view.db())
  return new Set(rows.map(row => row.role))
}

export const listCoverBody = implementQuery(listCover, async (view, { personId }) => {
  const owed = [...(await ofProcedures(view)), ...(await ofObligations(view)), ...(await ofTasks(view))].filter(
    duty => !personId || duty.ownerId === personId,
  )
  const [absences, standing, held] = [await absencesAhead(view), await deputies(view), await rolesHeld(view)]
  const calendar = workingCalendar(view.office.country)
  const fallsIn = (duty: Owed, away: Absence): boolean =>
    duty.rule
      ? daysBetween(duty.rule, away.from_on, away.until_on, calendar).length > 0
      : duty.nextOn !== null && Temporal.PlainDate.compare(duty.nextOn, away.until_on) <= 0
  const isAway = (id: string, { from_on: from, until_on: until }: Absence): boolean =>
    absences.some(
      other =>
        other.person_id === id &&
        Temporal.PlainDate.compare(other.from_on, until) <= 0 &&
        Temporal.PlainDate.compare(other.until_on, from) >= 0,
    )
  const judge = (duty: Owed): { finding: Finding; away: Absence | null; deputyId: string | null } => {
    const { ownerId, ownerRole } = duty
    const none = { away: null, deputyId: null }
    if (!ownerId) return { finding: !ownerRole ? 'nobody' : held.has(ownerRole) ? null : 'role-empty', ...none }
    if (!standing.has(ownerId)) return { finding: 'nobody', ...none }
    const deputyId = standing.get(ownerId) ?? null
    const away = absences.find(one => one.person_id === ownerId && fallsIn(duty, one)) ?? null
    if (away && !away.deputy_id) return { finding: 'away-uncovered', away, deputyId }
    if (away?.deputy_id && isAway(away.deputy_id, away))
      return { finding: 'deputy-away', away, deputyId: away.deputy_id }
    return { finding: deputyId || away ? null : 'no-deputy', away, deputyId: away?.deputy_id ?? deputyId }
  }
  const judged = owed.map(duty => ({ duty, ...judge(duty) }))
  const people = [...standing.keys()].filter(id => !personId || id === personId)
  const name = naming(
    await namesOf(view, [...people, ...standing.values(), ...judged.flatMap(one => [one.duty.ownerId, one.deputyId])]),
  )
  const shown = people.flatMap(id => {
    const person = name(id)
    return person
      ? [{ person, deputy: name(standing.get(id)), duties: owed.filter(duty => duty.ownerId === id).length }]
      : []
  })
  return {
    duties: judged.map(({ duty, finding, away, deputyId }) => ({
      id: duty.id,
      kind: duty.kind,
      record: duty.record,
      what: duty.what,
      owner: name(duty.ownerId),
      ownerRole: duty.ownerRole,
      deputy: name(deputyId),
      nextOn: duty.nextOn,
      finding,
      away: away && { fromOn: away.from_on, untilOn: away.until_on },
    })),
    people: shown.sort((a, b) => a.person.title.localeCompare(b.person.title)),
    // that somebody has no deputy is worth knowing, not yet worth an alarm
    findings: judged.filter(({ finding }) => finding !== null && finding !== 'no-deputy').length,
  }
})
