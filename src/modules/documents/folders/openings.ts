/** Papers opened in a program of one's own: begun, held, and an earlier version taken up again. */
import { sql } from 'kysely'
import { openHours, openPath } from '../../../kernel/dav/opening.ts'
import { type Act, implementCommand, implementQuery } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { safeName } from '../dav/names.ts'
import { documentOf, requireState } from '../document-store.ts'
import { editingOf, refuseEdited, refuseFor } from './locks.ts'
import { newestVersion, type OpeningRow, openingOf } from './opening-row.ts'
import { makeNewest } from './save-version.ts'
import type { FolderTables } from './tables.ts'
import { writtenBy } from './writing-programs.ts'

export const beginOpeningBody = implementCommand(c.beginOpening, {
  locks: ({ id }) => [{ kind: 'document', id }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id: documentId }, row) {
    requireState(act, 'save-version', row)
    if (!writtenBy(row.name)) act.refuse(c.openingRefusals.notOpenable, { name: row.name })
    const id = act.newId()
    await keepLinkSecret(act.db())
    const openings = act.db<FolderTables>()
    await openings
      .deleteFrom('documents.opening')
      .where('organisation_id', '=', act.office.id)
      .where('until_at', '<=', act.at)
      .execute()
    await openings
      .insertInto('documents.opening')
      .values({
        organisation_id: act.office.id,
        id,
        document_id: documentId,
        principal_id: act.principal.id,
        until_at: act.at.add({ hours: openHours }),
        based_on: (await newestVersion(act, documentId)).number,
      })
      .execute()
    act.emit(c.documentOpened, { documentId, name: row.name }, [documentId])
    return { output: { id } }
  },
})

/** The opening, its document locked by Kontor itself; refuses one whose time is over. */
async function heldOpening(act: Act, id: string): Promise<OpeningRow> {
  const row = await openingOf(act, id)
  if (!row || Temporal.Instant.compare(row.until_at, act.at) <= 0) return act.refuse(c.folderRefusals.openingOver)
  await sql`select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${row.document_id}
    for no key update`.execute(act.db())
  return row
}

/** Holds it until then, as everything is held that somebody edits; refuses while somebody else does. */
async function hold(act: Act, row: OpeningRow, token: string, until: Temporal.Instant): Promise<void> {
  const other = (await editingOf(act, { documentId: row.document_id, path: null })).find(
    one => one.opening_id !== row.id,
  )
  if (other) await refuseFor(act, (await documentOf(act, row.document_id)).name, other)
  await release(act, row)
  await act
    .db<FolderTables>()
    .insertInto('documents.edit_lock')
    .values({
      organisation_id: act.office.id,
      token,
      principal_id: row.principal_id,
      document_id: row.document_id,
      path: null,
      whole: false,
      shared: false,
      owner: '',
      until_at: until,
      opening_id: row.id,
    })
    .execute()
}

const release = (act: Act, { id }: OpeningRow) =>
  act
    .db<FolderTables>()
    .deleteFrom('documents.edit_lock')
    .where('organisation_id', '=', act.office.id)
    .where('opening_id', '=', id)
    .execute()

export const noteDocumentOpeningBody = implementCommand(c.noteDocumentOpening, {
  load: (act, { id }) => heldOpening(act, id),
  async run(act, { basedOn, token, seconds }, row) {
    const until = token && seconds ? act.at.add({ seconds }) : null
    if (until) await hold(act, row, token!, until)
    else if (seconds === 0) await release(act, row)
    if (basedOn !== undefined)
      await act
        .db<FolderTables>()
        .updateTable('documents.opening')
        .set({ based_on: basedOn })
        .where('organisation_id', '=', act.office.id)
        .where('id', '=', row.id)
        .execute()
    return { output: { until: until?.toString() ?? null } }
  },
})

export const restoreDocumentVersionBody = implementCommand(c.restoreDocumentVersion, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, number }, row) {
    requireState(act, 'save-version', row)
    await refuseEdited(act, { documentId: id, name: row.name, token: null })
    const { number: before } = await newestVersion(act, id)
    const { rows } = await sql<{ id: string; digest: Buffer }>`
      select file_id as id, digest from documents.version
      where organisation_id = ${act.office.id} and document_id = ${id} and number = ${number}`.execute(act.db())
    const [file] = rows
    if (!file || number === before) return act.refuse(c.openingRefusals.versionUnknown)
    const output = await makeNewest(act, row, file)
    return { output, undo: { command: 'documents.restore-version', input: { id, number: before } } }
  },
})

interface Shown {
  readonly until: Temporal.Instant
  readonly name: string
}

export const showDocumentOpeningBody = implementQuery(c.showDocumentOpening, async (view, { id }) => {
  const { rows } = await sql<Shown>`
    select o.until_at as until, d.name from documents.opening o
    join ${visibleRecords(view, 'document').selectAll()} r on r.id = o.document_id
    join documents.document d on d.organisation_id = o.organisation_id and d.id = o.document_id
    where o.organisation_id = ${view.office.id} and o.id = ${id} and o.principal_id = ${view.principal.id}
      and o.until_at > ${view.at}`.execute(view.db())
  const [row] = rows
  const name = safeName(row?.name ?? '')
  const path = row ? await openPath(view, id, name) : null
  const by = writtenBy(name)
  if (!row || !path || !by) return view.refuse(c.folderRefusals.openingOver)
  return { path, name, program: by.program, until: row.until }
})
