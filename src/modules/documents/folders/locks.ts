/** Who edits what (RFC 4918, 6): kept until it is ended, or its time is over. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { beginEditing, endEditing, folderRefusals } from '../contract.ts'
import { documentOf, type Reader } from '../document-store.ts'
import type { FolderTables } from './tables.ts'

export interface Editing {
  readonly token: string
  readonly principal_id: string
  readonly document_id: string | null
  readonly path: string | null
  readonly whole: boolean
  readonly shared: boolean
  readonly owner: string
  readonly until_at: Temporal.Instant
  /** The opening at whose address it is held, if it is. */
  readonly opening_id?: string | null
}

/** What is edited: a document, a path of one's own, or a document at such a path. */
export interface Edited {
  readonly documentId: string | null
  readonly path: string | null
}

/**
 * The editing that covers this and is not over: of the document by anybody, of the path or a whole folder above it by
 * oneself; with `beneath` also what is edited beneath the path.
 */
export async function editingOf(
  reader: Pick<Reader, 'office' | 'principal' | 'at' | 'db'>,
  { documentId, path }: Edited,
  beneath = false,
): Promise<Editing[]> {
  const { rows } = await sql<Editing>`
    select token, principal_id, document_id, path, whole, shared, owner, until_at, opening_id from documents.edit_lock l
    where l.organisation_id = ${reader.office.id} and l.until_at > ${reader.at} and (
      l.document_id = ${documentId}::uuid
      or (l.principal_id = ${reader.principal.id} and (
        l.path = ${path}::text
        or (l.whole and starts_with(${path}::text, l.path || '/'))
        or (${beneath} and starts_with(l.path, ${path}::text || '/')))))
    order by until_at`.execute(reader.db())
  return rows
}

async function nameOf(act: Act, principalId: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${principalId}`.execute(act.db())
  return rows[0]?.title ?? '–'
}

const clockTime = (act: Act, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(act.office.zone).toPlainTime().round('minute').toString({ smallestUnit: 'minute' })

/** Refuses whoever would write into what somebody else edits, or what one edits oneself in another program. */
export async function refuseEdited(act: Act, { documentId, name, token, openingId }: Writing): Promise<void> {
  const editing = await editingOf(act, { documentId, path: null })
  if (openingId ? editing.some(one => one.opening_id === openingId) : editing.some(one => isOwn(act, one, token)))
    return
  if (editing[0]) await refuseFor(act, name, editing[0])
}

interface Writing {
  readonly documentId: string
  readonly name: string
  readonly token: string | null
  /** The opening at whose address it is written. */
  readonly openingId?: string | null
}

const isOwn = (act: Act, one: Editing, token: string | null): boolean =>
  one.token === token && one.principal_id === act.principal.id

/** Says who edits it, and until when. */
export async function refuseFor(act: Act, name: string, { principal_id, until_at }: Editing): Promise<never> {
  return act.refuse(folderRefusals.beingEdited, {
    name,
    who: await nameOf(act, principal_id),
    until: clockTime(act, until_at),
  })
}

export const beginEditingBody = implementCommand(beginEditing, {
  locks: ({ documentId }) => (documentId ? [{ kind: 'document', id: documentId }] : []),
  async run(act, { token, documentId = null, path = null, whole, shared, owner, seconds }) {
    if (documentId === null && path === null) act.refuse(folderRefusals.editingUnknown)
    // Two programs of one person at one path come one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`edit ${act.office.id} ${act.principal.id}`}, 0))`.execute(
      act.db(),
    )
    await sql`delete from documents.edit_lock where organisation_id = ${act.office.id} and until_at <= ${act.at}`.execute(
      act.db(),
    )
    const until = act.at.add({ seconds })
    const locks = act.db<FolderTables>()
    const known = await locks
      .selectFrom('documents.edit_lock')
      .select('principal_id')
      .where('organisation_id', '=', act.office.id)
      .where('token', '=', token)
      .executeTakeFirst()
    if (known) {
      if (known.principal_id !== act.principal.id) act.refuse(folderRefusals.editingUnknown)
      await locks
        .updateTable('documents.edit_lock')
        .set({ until_at: until })
        .where('organisation_id', '=', act.office.id)
        .where('token', '=', token)
        .execute()
      return { output: { until: until.toString() } }
    }
    const other = (await editingOf(act, { documentId, path }, whole)).find(one => !(one.shared && shared))
    if (other) await refuseFor(act, documentId ? (await documentOf(act, documentId)).name : (path ?? '–'), other)
    await locks
      .insertInto('documents.edit_lock')
      .values({
        organisation_id: act.office.id,
        token,
        principal_id: act.principal.id,
        document_id: documentId,
        path,
        whole,
        shared,
        owner,
        until_at: until,
        opening_id: null,
      })
      .execute()
    return { output: { until: until.toString() } }
  },
})

export const endEditingBody = implementCommand(endEditing, {
  async run(act, { token }) {
    const ended = await act
      .db<FolderTables>()
      .deleteFrom('documents.edit_lock')
      .where('organisation_id', '=', act.office.id)
      .where('token', '=', token)
      .where('principal_id', '=', act.principal.id)
      .executeTakeFirst()
    if (ended.numDeletedRows === 0n) act.refuse(folderRefusals.editingUnknown)
    return { output: {} }
  },
})
