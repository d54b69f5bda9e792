import { type Selectable, sql } from 'kysely'
import type { Reader } from '../document-store.ts'
import type { RuleInForce } from '../plan-store.ts'
import type { FileClass } from '../consequences.ts'
import type { OwnKindTable } from './tables.ts'

export type OwnKind = Omit<Selectable<OwnKindTable>, 'organisation_id'>

/** Those that stand and that the reader may see. */
export async function ownKindsOf(
  reader: Pick<Reader, 'office' | 'principal' | 'db'>,
): Promise<ReadonlyMap<string, OwnKind>> {
  const { clearance, audiences } = reader.principal
  const { rows } = await sql<OwnKind>`
    select k.id, k.name, k.base, k.class_code_id, k.makes_task, k.title, k.owner_id, k.days_after_arrival, k.wants, k.retired
    from documents.own_kind k join kernel.record r on r.organisation_id = k.organisation_id and r.id = k.id
    where k.organisation_id = ${reader.office.id} and not k.retired and r.class <= ${clearance}
      and (r.audience is null or r.audience && ${[...audiences]}::uuid[])`.execute(reader.db())
  return new Map(rows.map(row => [row.id, row]))
}

/** The rule of its base with what the office said of its own kind. */
export function ownRule(rule: RuleInForce, kind: OwnKind, classes: ReadonlyMap<string, FileClass>): RuleInForce {
  const filed = kind.class_code_id ? (classes.get(kind.class_code_id) ?? null) : rule.classCode
  const task = kind.makes_task
    ? {
        makes_task: true,
        title: kind.title ?? rule.title,
        owner_id: kind.owner_id ?? rule.owner_id,
        role: kind.owner_id ? null : rule.role,
        days_before_due: kind.days_after_arrival === null ? rule.days_before_due : null,
        days_after_arrival: kind.days_after_arrival ?? rule.days_after_arrival ?? 7,
        proposes_discard: false,
      }
    : { makes_task: false }
  return { ...rule, ...task, classCode: filed }
}
