import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { storedFile } from '../commands/take-in.ts'
import { arrangeDropFolder, folderRefusals, mostEntries } from '../contract.ts'
import type { FolderTables } from './tables.ts'

/** What programs lay down for a moment is forgotten after so long, whether or not they took it away. */
const laidDownFor = { hours: 7 * 24 }
/** A program that moved a document away puts another in its place at once, or never. */
const awayFor = { minutes: 10 }

/** Removes entries with what lies beneath; gives the digests of the files that were laid down there. */
async function drop(act: Act, paths: readonly string[]): Promise<Buffer[]> {
  const { rows } = await sql<{ digest: Buffer | null }>`
    with gone as (delete from documents.drop_entry e
      where e.organisation_id = ${act.office.id} and e.principal_id = ${act.principal.id} and (
        exists (select from unnest(${[...paths]}::text[]) p where e.path = p or starts_with(e.path, p || '/'))
        or (e.kind = 'file' and e.changed_at < ${act.at.subtract(laidDownFor)})
        or (e.kind = 'away' and e.changed_at < ${act.at.subtract(awayFor)})) returning file_id)
    select f.digest from gone join kernel.file f on f.organisation_id = ${act.office.id} and f.id = gone.file_id`.execute(
    act.db(),
  )
  await endEditingAt(act, paths)
  return rows.flatMap(({ digest }) => (digest ? [digest] : []))
}

/** Editing of a path ends when nothing is there any more (RFC 4918, 9.6 and 9.9). */
async function endEditingAt(act: Act, paths: readonly string[]): Promise<void> {
  await sql`delete from documents.edit_lock l
    where l.organisation_id = ${act.office.id} and l.principal_id = ${act.principal.id}
      and exists (select from unnest(${[...paths]}::text[]) p where l.path = p or starts_with(l.path, p || '/'))`.execute(
    act.db(),
  )
}

async function move(act: Act, from: string, to: string): Promise<void> {
  await sql`update documents.drop_entry set path = ${to} || substr(path, ${from.length + 1}), changed_at = ${act.at}
    where organisation_id = ${act.office.id} and principal_id = ${act.principal.id}
      and (path = ${from} or starts_with(path, ${`${from}/`}))`.execute(act.db())
  await endEditingAt(act, [from])
}

async function requireRoom(act: Act): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from documents.drop_entry
    where organisation_id = ${act.office.id} and principal_id = ${act.principal.id}`.execute(act.db())
  if (rows[0]!.count > mostEntries) act.refuse(folderRefusals.dropFolderFull, { limit: mostEntries })
}

/** The bytes that nothing refers to any more. */
async function unreferred(act: Act, digests: readonly Buffer[]): Promise<string[]> {
  if (digests.length === 0) return []
  await sql`select documents.forget_files(${act.office.id}, ${[...digests]}::bytea[])`.execute(act.db())
  const { rows } = await sql<{ digest: Buffer }>`
    select digest from unnest(${[...digests]}::bytea[]) digest
    where not exists (select from kernel.file f where f.organisation_id = ${act.office.id} and f.digest = digest)`.execute(
    act.db(),
  )
  return [...new Set(rows.map(({ digest }) => digest.toString('hex')))]
}

export const arrangeDropFolderBody = implementCommand(arrangeDropFolder, {
  locks: ({ puts }) =>
    [...new Set(puts.flatMap(({ documentId }) => documentId ?? []))].map(id => ({ kind: 'document', id })),
  async run(act, { drops, moves, puts }) {
    const gone = await drop(act, drops)
    for (const { from, to } of moves) await move(act, from, to)
    for (const { path, kind, documentId, fileId } of puts) {
      const entry = {
        kind,
        document_id: documentId ?? null,
        file_id: fileId ? (await storedFile(act, fileId)).id : null,
        changed_at: act.at,
      }
      await act
        .db<FolderTables>()
        .insertInto('documents.drop_entry')
        .values({ organisation_id: act.office.id, principal_id: act.principal.id, path, ...entry })
        .onConflict(conflict => conflict.columns(['organisation_id', 'principal_id', 'path']).doUpdateSet(entry))
        .execute()
    }
    await requireRoom(act)
    return { output: { gone: await unreferred(act, gone) } }
  },
})
