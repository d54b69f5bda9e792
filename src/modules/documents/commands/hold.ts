import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { refusals } from '../contract.ts'
import { holdLifted, holdPlaced, keepingRefusals, liftHold, placeHold } from '../contract/keeping.ts'
import { lockHolds } from '../keeping/standing.ts'
import type { KeepingTables } from '../keeping/tables.ts'
import { classOf } from '../plan-store.ts'

/** What belongs to no matter of its own cannot be held: a hold upon the plan would be one upon nothing. */
async function requireTarget(act: Act, id: string): Promise<void> {
  const found = await visibleRecords(act).select('kernel.record.id').where('kernel.record.id', '=', id).execute()
  if (found.length === 0) act.refuse(keepingRefusals.holdTargetUnknown, { id })
}

/** Words as papers are compared with them: small letters without accents, each once. */
async function folded(act: Act, words: string): Promise<string[] | null> {
  const { rows } = await sql<{ words: string }>`select lower(public.unaccent(${words})) as words`.execute(act.db())
  const each = [...new Set(rows[0]!.words.split(/\s+/).filter(Boolean))].slice(0, 20)
  return each.length > 0 ? each : null
}

export const placeHoldBody = implementCommand(placeHold, {
  async run(act, input) {
    const { title, reason, recordId, words, kind, classCodeId, receivedFrom, receivedTo } = input
    const asks = [words, kind, classCodeId, receivedFrom, receivedTo].some(part => part !== null && part !== undefined)
    if (recordId && asks) act.refuse(keepingRefusals.holdAimsAtBoth)
    if (!recordId && !asks) act.refuse(keepingRefusals.holdAimsAtNothing)
    if (receivedFrom && receivedTo && Temporal.PlainDate.compare(receivedFrom, receivedTo) > 0)
      act.refuse(keepingRefusals.holdAimsAtNothing)
    if (recordId) await requireTarget(act, recordId)
    if (classCodeId && !(await classOf(act, classCodeId))) act.refuse(refusals.classCodeUnknown, { id: classCodeId })
    await lockHolds(act)
    const id = await act.createRecord({
      kind: 'hold',
      title,
      ...(recordId ? { source: recordId } : {}),
      search: { body: reason },
    })
    await act
      .db<KeepingTables>()
      .insertInto('documents.hold')
      .values({
        organisation_id: act.office.id,
        id,
        reason,
        record_id: recordId ?? null,
        words: words ? await folded(act, words) : null,
        kind: kind ?? null,
        class_code_id: classCodeId ?? null,
        received_from: receivedFrom ?? null,
        received_to: receivedTo ?? null,
        placed_at: act.at,
        placed_by: act.principal.id,
        lifted_at: null,
        lifted_by: null,
        lift_reason: null,
      })
      .execute()
    act.emit(holdPlaced, { holdId: id, name: title, reason }, recordId ? [id, recordId] : [id])
    return { output: { id } }
  },
})

export const liftHoldBody = implementCommand(liftHold, {
  locks: ({ id, expectedVersion }) => [{ kind: 'hold', id, expectedVersion }],
  async load(act, { id }) {
    const row = await act
      .db<KeepingTables>()
      .selectFrom('documents.hold')
      .select(['lifted_at', 'record_id'])
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ?? act.refuse(kernelRefusals.notFound, { kind: 'hold', id })
  },
  async run(act, { id, reason }, before) {
    const name = act.locked(id).title
    if (before.lifted_at !== null) act.refuse(keepingRefusals.holdLifted, { name })
    await act
      .db<KeepingTables>()
      .updateTable('documents.hold')
      .set({ lifted_at: act.at, lifted_by: act.principal.id, lift_reason: reason })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(holdLifted, { holdId: id, name, reason }, before.record_id ? [id, before.record_id] : [id])
    return { output: { version } }
  },
})
