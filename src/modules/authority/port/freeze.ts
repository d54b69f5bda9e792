import { sql, type Transaction } from 'kysely'
import type { FrozenAct, Tx } from '../../../kernel/authority.ts'
import type { KernelTables } from '../../../kernel/database/tables.ts'
import { idPattern } from '../../../kernel/ids.ts'
import { closeLapsed } from '../approval-term.ts'
import type { AuthorityTables } from '../tables.ts'

type Tables = Transaction<KernelTables & AuthorityTables>

/** Keeps the act as an open approval, or finds the one already open for it; gives the approval's id. */
export async function freeze(tx: Tx, act: FrozenAct): Promise<string> {
  const db = tx as unknown as Tables
  await closeLapsed(db as never, act.askedAt, act)
  const open = await openApproval(db, act)
  if (open) return open
  await insertRecord(db, act)
  const inserted = await insertApproval(db, act)
  if (inserted) return act.id
  // Somebody else froze the same act in between: theirs holds.
  await sql`delete from kernel.record where organisation_id = kernel.organisation_id() and id = ${act.id}`.execute(db)
  return (await openApproval(db, act))!
}

async function openApproval(db: Tables, act: FrozenAct): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from authority.approval where organisation_id = kernel.organisation_id()
      and command = ${act.command} and input_digest = ${act.inputDigest} and state = 'open'`.execute(db)
  return rows[0]?.id
}

/** Every id in a wire input: the records an approval may tell something about. */
export function idsIn(wire: unknown): string[] {
  if (typeof wire === 'string') return idPattern.test(wire) ? [wire] : []
  if (wire === null || typeof wire !== 'object') return []
  return [...new Set(Object.values(wire).flatMap(idsIn))]
}

// The approval is made from the records it speaks of, so it is as confidential as they are, whatever becomes of them. It is
// for the asker and for those who may decide: where the records have audiences, for these, else for the roles that hold
// the permission.
async function insertRecord(db: Tables, act: FrozenAct): Promise<void> {
  const { permission } = act
  const module = `${permission.slice(0, permission.indexOf('.'))}.*`
  const asker = act.askedBy.onBehalfOf ? [act.askedBy.id, act.askedBy.onBehalfOf.id] : [act.askedBy.id]
  const about = idsIn(act.inputWire)
  await sql`
    with about as (
      select class, audience from kernel.record
      where organisation_id = kernel.organisation_id() and id = any(${about}::uuid[])),
    may_decide as (
      select unnest(audience) as id from about where audience is not null
      union
      select role_id from authority.role_permission
      where organisation_id = kernel.organisation_id() and permission = any(${[permission, module, '*']}::text[])
        and not exists (select from about where audience is not null)),
    meant as (select array(select id from may_decide union select unnest(${asker}::uuid[])) as audience)
    insert into kernel.record (organisation_id, id, kind, title, class, audience, own_class, own_audience, created_at, changed_at)
    select kernel.organisation_id(), ${act.id}::uuid, 'approval', ${act.title.slice(0, 500)}, 1, audience, 1, audience,
      ${act.askedAt}::timestamptz, ${act.askedAt}::timestamptz from meant`.execute(db)
  await sql`
    insert into kernel.derivation (organisation_id, record_id, source_id)
    select organisation_id, ${act.id}::uuid, id from kernel.record
    where organisation_id = kernel.organisation_id() and id = any(${about}::uuid[])`.execute(db)
}

async function insertApproval(db: Tables, act: FrozenAct): Promise<boolean> {
  const { askedBy, amount, permission } = act
  const { numAffectedRows } = await sql`
    insert into authority.approval (organisation_id, id, command, permission, input, input_digest, basis, basis_digest,
      because, amount_minor, amount_currency, asked_by, asked_for, mandate_id, asked_at)
    values (kernel.organisation_id(), ${act.id}, ${act.command}, ${permission}, ${JSON.stringify(act.inputWire)}::jsonb,
      ${act.inputDigest}, ${JSON.stringify(act.basisWire ?? null)}::jsonb, ${act.basisDigest}, ${act.because},
      ${amount?.minor ?? null}, ${amount?.currency ?? null}, ${askedBy.id}, ${askedBy.onBehalfOf?.id ?? null},
      ${askedBy.onBehalfOf?.mandateId ?? null}, ${act.askedAt})
    on conflict (organisation_id, command, input_digest) where state = 'open' do nothing`.execute(db)
  return numAffectedRows === 1n
}
