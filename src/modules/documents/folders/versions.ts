/** The versions of a document, and the stream of one of them. */
import { type FileStream, fileNamed, refusedAnswer, shut } from '../../../kernel/files/stream.ts'
import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { listVersions } from '../contract.ts'
import { visibleDocument } from '../queries/visible-document.ts'
import { editingOf } from './locks.ts'

interface VersionRow {
  readonly number: number
  readonly saved_at: Temporal.Instant
  readonly saved_by: string | null
  readonly size_bytes: bigint
  readonly digest: Buffer
  readonly name: string
  readonly aside: boolean
}

/** What was never saved back has one version, the original. */
async function versionsOf(view: View, id: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select coalesce(v.number, 1) as number, coalesce(v.saved_at, d.received_at) as saved_at, p.title as saved_by, f.size_bytes, f.digest, d.name,
      coalesce(v.aside, false) as aside
    from documents.document d
    left join documents.version v on v.organisation_id = d.organisation_id and v.document_id = d.id
    join kernel.file f on f.organisation_id = d.organisation_id and f.id = coalesce(v.file_id, d.file_id)
    left join kernel.record p on p.organisation_id = v.organisation_id and p.id = v.saved_by
    where d.organisation_id = ${view.office.id} and d.id = ${id} order by 1 desc`.execute(view.db())
  return rows
}

export const listVersionsBody = implementQuery(listVersions, async (view, { id }) => {
  await visibleDocument(view, id)
  const rows = await versionsOf(view, id)
  const editing = await editingOf(view, { documentId: id, path: null })
  const names = await sql<{ id: string; title: string }>`
    select id, title from kernel.record where organisation_id = ${view.office.id}
      and id = any(${editing.map(one => one.principal_id)}::uuid[])`.execute(view.db())
  const newest = rows.find(({ aside }) => !aside)
  return {
    rows: rows.map(row => ({
      number: row.number,
      savedAt: row.saved_at.toString(),
      savedBy: row.saved_by,
      aside: row.aside,
      isNewest: row === newest,
      sizeBytes: Number(row.size_bytes),
      digest: row.digest.toString('hex'),
    })),
    editing: editing.map(one => ({
      who: names.rows.find(({ id: known }) => known === one.principal_id)?.title ?? '–',
      until: one.until_at.toString(),
    })),
  }
})

/** GET /api/documents/:id/versions/:number: those bytes, as an attachment. */
export const versionStream: FileStream = {
  path: '/api/documents/:id/versions/:number',
  async answer(kernel, request) {
    const { caller, params, requestId } = request
    const missing = () => refusedAnswer(kernel, request, { status: 404, name: 'version-not-found' })
    const allowed = await kernel.ask({
      ...caller,
      query: listVersions.name,
      input: { id: params['id'] },
      requestId,
    })
    if (allowed.status === 'refused') return refusedAnswer(kernel, request, allowed.refusal)
    const found = await kernel.viewing({ ...caller, requestId }, async view => {
      view.noteRead(await visibleDocument(view, params['id']!))
      return (await versionsOf(view, params['id']!)).find(({ number }) => String(number) === params['number'])
    })
    if (!found) return missing()
    const etag = `"${found.digest.toString('hex')}"`
    if (request.ifNoneMatch === etag) return { status: 304, headers: { etag, ...shut }, body: null }
    return {
      headers: {
        ...shut,
        etag,
        'content-type': 'application/octet-stream',
        'content-length': String(found.size_bytes),
        'content-disposition': fileNamed(found.name),
        'cache-control': 'private, no-cache',
      },
      body: await kernel.files.open(caller.organisationId, found.digest),
    }
  },
}
