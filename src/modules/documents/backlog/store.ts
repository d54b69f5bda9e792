/** The row of a backlog, as its acts load and change it. */
import type { Selectable, Updateable } from 'kysely'
import type { Act, Lock } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { type BacklogState, refusals } from '../contract.ts'
import type { Reader } from '../document-store.ts'
import type { BacklogTable, DocumentsTables } from '../tables.ts'

export type BacklogRow = Selectable<BacklogTable>

export async function backlogOf(reader: Reader, id: string): Promise<BacklogRow> {
  const row = await reader
    .db<DocumentsTables>()
    .selectFrom('documents.backlog')
    .selectAll()
    .where('organisation_id', '=', reader.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? reader.refuse(kernelRefusals.notFound, { kind: 'backlog', id })
}

export async function changeBacklog(act: Act, id: string, changes: Updateable<BacklogTable>): Promise<void> {
  await act
    .db<DocumentsTables>()
    .updateTable('documents.backlog')
    .set(changes)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** Refuses what the state does not allow, and what a run says that is not awaited any more. */
export function needBacklog(act: Act, row: BacklogRow, states: readonly BacklogState[], runId?: string): void {
  if (!states.includes(row.state) || (runId !== undefined && row.run_id !== runId))
    act.refuse(refusals.backlogState, { state: row.state, name: row.name, id: row.id })
}

export const lockBacklog = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }): Lock[] => [
  { kind: 'backlog', id, expectedVersion },
]
