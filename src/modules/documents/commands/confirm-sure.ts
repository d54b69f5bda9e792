import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import { accountsOf } from '../account-check.ts'
import { classesFor, factsForEvent, planFrom, type ConfirmPlan, totalOf } from '../confirm-plan.ts'
import { taskKeyOf, wishOf } from '../confirm-task.ts'
import { confirmSure, type FieldName, pileConfirmed, refusals } from '../contract.ts'
import { type DocumentRow, documentColumns, type FieldRow, touchRecords } from '../document-store.ts'
import { lessonsOf } from '../learning/lesson-store.ts'
import { ownKindsOf } from '../own-kinds/store.ts'
import { rulesInForce } from '../plan-store.ts'
import type { DocumentsTables } from '../tables.ts'
import { confirmedColumns } from './confirm.ts'

/** Documents confirmed by one act; what is left is told, and taken by the next. */
const mostAtOnce = 1000

interface SureRecord {
  readonly id: string
  readonly version: number
  readonly class: number
}

/** Locks what is sure and may be seen, in the order in which every act locks records. */
async function lockSure(
  act: Act,
  ids: readonly string[] | undefined,
): Promise<{ locked: SureRecord[]; total: number }> {
  const { rows } = await sql<SureRecord>`
    select r.id, r.version, r.class from kernel.record r
    where r.organisation_id = ${act.office.id} and r.kind = 'document' and r.merged_into is null
      and r.class <= ${act.principal.clearance} and (r.audience is null or r.audience && ${[...act.principal.audiences]}::uuid[])
      and r.id in (
        select d.id from documents.document d
        where d.organisation_id = ${act.office.id} and d.state = 'to-confirm' and d.sure and (${ids ? [...ids] : null}::uuid[] is null or d.id = any(${ids ? [...ids] : null}::uuid[])))
    order by r.kind, r.id for no key update`.execute(act.db())
  return { locked: rows.slice(0, mostAtOnce), total: rows.length }
}

/** The rows again after the lock: somebody may have confirmed one while this act waited for it. */
async function loadDocuments(
  act: Act,
  ids: readonly string[],
): Promise<{
  rows: DocumentRow[]
  fields: Map<string, Map<FieldName, FieldRow>>
  parties: Map<string, string>
  accounts: Awaited<ReturnType<typeof accountsOf>>
}> {
  const db = act.db<DocumentsTables>()
  const rows = await db
    .selectFrom('documents.document')
    .select(documentColumns)
    .where('organisation_id', '=', act.office.id)
    .where('id', 'in', [...ids])
    .where('state', '=', 'to-confirm')
    .where('sure', '=', true)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  const fields = new Map<string, Map<FieldName, FieldRow>>(rows.map(({ id }) => [id, new Map()]))
  for (const row of await db
    .selectFrom('documents.field')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('document_id', 'in', [...ids])
    .execute()) {
    fields.get(row.document_id)?.set(row.name, row)
  }
  const senders = rows.map(row => row.sender_id).filter(id => id !== null)
  const named = await sql<{ id: string; title: string }>`
    select id, title from kernel.record where organisation_id = ${act.office.id} and id = any(${senders}::uuid[]) and merged_into is null`.execute(
    act.db(),
  )
  const accounts = await accountsOf(act, senders)
  return { rows, fields, parties: new Map(named.rows.map(({ id, title }) => [id, title])), accounts }
}

interface Planned {
  readonly row: DocumentRow
  readonly plan: ConfirmPlan
  readonly taskKey: string | null
}

/** What is above one's limit is asked for paper by paper; a pile leaves it where it lies. */
function withinLimit(act: Act, total: Money | null): boolean {
  const limit = limitOf(act.principal, confirmSure.permission)
  if (limit === undefined || limit === null || total === null) return true
  const { minor, currency } = total
  return currency === limit.currency && (minor < 0n ? -minor : minor) <= limit.minor
}

async function planPile(act: Act, locked: readonly SureRecord[]): Promise<Planned[]> {
  if (locked.length === 0) return []
  const records = new Map(locked.map(record => [record.id, record]))
  const { rows, fields, parties, accounts } = await loadDocuments(act, [...records.keys()])
  const ruleFor = await rulesInForce(act)
  const lessons = await lessonsOf(act, [...parties.keys()])
  const ownKinds = await ownKindsOf(act)
  const classes = await classesFor(act, lessons, ownKinds, rows)
  const planned: Planned[] = []
  for (const row of rows) {
    const record = records.get(row.id)!
    const partyName = row.sender_id ? parties.get(row.sender_id) : undefined
    const party = row.sender_id && partyName !== undefined ? { id: row.sender_id, name: partyName } : null
    const grounds = {
      row,
      fields: fields.get(row.id)!,
      class: record.class,
      ruleFor,
      party,
      accounts,
      lessons,
      ownKinds,
      classes,
    }
    const plan = planFrom(act, grounds, {}, undefined)
    // What follows something that was learnt and has not held long is looked at, so that it can be said to be wrong.
    if (!plan.taught.proven) continue
    // What would become more secret, or should rather be thrown away, is looked at by a person.
    if (!withinLimit(act, totalOf(plan.columns))) continue
    if (!plan.sureness.sure || plan.consequences.confidentiality !== record.class || plan.consequences.discardProposed)
      continue
    planned.push({ row, plan, taskKey: plan.consequences.task ? taskKeyOf(row.id, record.version + 1) : null })
  }
  return planned
}

/** One statement for the whole pile: facts do not change, only what confirming sets. */
async function keepPile(act: Act, pile: readonly Planned[]): Promise<void> {
  const wire = pile.map(({ row, plan, taskKey }) => {
    const { class_code_id, keep_until } = confirmedColumns(act, plan, taskKey)
    return { id: row.id, class_code_id, keep_until: keep_until?.toString() ?? null, task_key: taskKey }
  })
  await sql`
    update documents.document d set state = 'confirmed', confirmed_at = ${act.at}, confirmed_by = ${act.principal.id},
      class_code_id = p.class_code_id, keep_until = p.keep_until, task_key = p.task_key
    from jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as p(id uuid, class_code_id uuid, keep_until date, task_key text)
    where d.organisation_id = ${act.office.id} and d.id = p.id`.execute(act.db())
  await touchRecords(
    act,
    wire.map(({ id }) => id),
  )
}

export const confirmSureBody = implementCommand(confirmSure, {
  async load(act, { ids }) {
    const { locked, total } = await lockSure(act, ids)
    return { pile: await planPile(act, locked), total }
  },
  async run(act, _input, { pile, total }) {
    if (pile.length === 0) act.refuse(refusals.nothingSure)
    await keepPile(act, pile)
    const ids = pile.map(({ row }) => row.id)
    const work = pile.flatMap(({ row, plan, taskKey }) =>
      plan.consequences.task && taskKey ? [wishOf(plan.consequences.task, row.id, taskKey)] : [],
    )
    act.emit(
      pileConfirmed,
      {
        count: pile.length,
        documents: pile.map(({ row, plan }) => factsForEvent(row.id, plan)),
        ...(work.length > 0 ? { work } : {}),
      },
      ids,
    )
    return {
      output: { count: pile.length, ids, left: total - pile.length },
      undo: { command: 'documents.reopen-pile', input: { ids } },
    }
  },
})
