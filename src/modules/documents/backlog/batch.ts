/** A batch of old files becomes documents, in one act: filed, found, and nobody's work. */
import { sql, type Insertable } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { accountsOf } from '../account-check.ts'
import { backlogTaken, type FieldName, refusals, takeBacklogBatch } from '../contract.ts'
import { usableFields } from '../commands/record-reading.ts'
import { factsOf } from '../document-store.ts'
import type { KnownField } from '../document-fields.ts'
import type { FileClass } from '../consequences.ts'
import { rulesInForce } from '../plan-store.ts'
import { keepUntil } from '../retention.ts'
import { sheetRows } from '../sheets.ts'
import type { DocumentsTables } from '../tables.ts'
import { type BacklogRow, backlogOf, changeBacklog, lockBacklog, needBacklog } from './store.ts'

type Old = InputOf<typeof takeBacklogBatch>['files'][number]
type Reading = NonNullable<Old['reading']>
type Insert<T extends keyof DocumentsTables> = Insertable<DocumentsTables[T]>[]

/** What a whole batch writes, gathered so that each table is written by few statements. */
interface Sheets {
  readonly documents: Insert<'documents.document'>
  readonly pages: Insert<'documents.page'>
  readonly fields: Insert<'documents.field'>
  readonly bands: Insert<'documents.band'>
  readonly sheets: Insert<'documents.sheet'>
  readonly files: Insert<'documents.backlog_file'>
}

interface Surroundings {
  readonly row: BacklogRow
  readonly digests: ReadonlyMap<string, Buffer>
  readonly classes: ReadonlyMap<string, FileClass>
  readonly destroyed: ReadonlySet<string>
  /** Documents that have these bytes already, by the digest in hexadecimal; grows with the batch. */
  readonly there: Map<string, string>
  readonly ruleOf: Awaited<ReturnType<typeof rulesInForce>>
}

async function digestsOf(act: Act, files: readonly Old[]): Promise<Map<string, Buffer>> {
  const ids = files.flatMap(({ fileId }) => fileId ?? [])
  const { rows } = await sql<{ id: string; digest: Buffer }>`
    select id, digest from kernel.file where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`.execute(
    act.db(),
  )
  const digests = new Map(rows.map(({ id, digest }) => [id, digest]))
  const lacking = ids.find(id => !digests.has(id))
  return lacking ? act.refuse(refusals.fileUnknown, { id: lacking }) : digests
}

async function alreadyThere(act: Act, digests: ReadonlyMap<string, Buffer>): Promise<Map<string, string>> {
  const { rows } = await sql<{ digest: Buffer; id: string }>`
    select distinct on (digest) digest, id from documents.document
    where organisation_id = ${act.office.id} and digest = any(${[...digests.values()]}::bytea[]) and state <> 'discarded'
    order by digest, received_at, id`.execute(act.db())
  return new Map(rows.map(({ digest, id }) => [digest.toString('hex'), id]))
}

/** Of these bytes, those of papers that were destroyed, perhaps after they were read here. */
async function destroyedAmong(act: Act, digests: ReadonlyMap<string, Buffer>): Promise<Set<string>> {
  const { rows } = await sql<{ digest: Buffer }>`
    select distinct digest from documents.certificate_line
    where organisation_id = ${act.office.id} and digest = any(${[...digests.values()]}::bytea[])`.execute(act.db())
  return new Set(rows.map(({ digest }) => digest.toString('hex')))
}

/** Paths that an earlier run has dealt with: its acknowledgement was lost, its work was not. */
async function dealtWith(act: Act, id: string, files: readonly Old[]): Promise<Set<string>> {
  const rows = await act
    .db<DocumentsTables>()
    .selectFrom('documents.backlog_file')
    .select('path')
    .where('organisation_id', '=', act.office.id)
    .where('backlog_id', '=', id)
    .where('path', 'in', [...new Set(files.map(({ path }) => path))])
    .execute()
  return new Set(rows.map(({ path }) => path))
}

async function classesOf(act: Act, id: string): Promise<Map<string, FileClass>> {
  const rows = await act
    .db<DocumentsTables>()
    .selectFrom('documents.backlog_folder as f')
    .innerJoin('documents.class_code as c', join =>
      join.onRef('c.organisation_id', '=', 'f.organisation_id').onRef('c.id', '=', 'f.class_code_id'),
    )
    .select(['f.path', 'c.id', 'c.code', 'c.name', 'c.retention_years', 'c.retention_from', 'c.class'])
    .where('f.organisation_id', '=', act.office.id)
    .where('f.backlog_id', '=', id)
    .execute()
  return new Map(rows.map(({ path, ...row }) => [path, row]))
}

/** The day the search puts it at: its own, else when the file was last changed. */
function dayFound(act: Act, issued: Temporal.PlainDate | null, changed: Temporal.PlainDate | null): Temporal.Instant {
  const on = [issued, changed].find(one => one !== null && Temporal.PlainDate.compare(one, act.today) <= 0)
  return on ? on.toZonedDateTime({ timeZone: act.office.zone, plainTime: '12:00' }).toInstant() : act.at
}

async function fileOne(
  act: Act,
  { row, digests, classes, there, ruleOf }: Surroundings,
  sheets: Sheets,
  old: Old & { reading: Reading; fileId: string },
  parent: { id: string; depth: number } | null,
): Promise<string> {
  const { reading } = old
  const usable = usableFields(reading, new Map())
  const fields = new Map<FieldName, KnownField>(usable.map(field => [field.name, field]))
  const accounts = await accountsOf(act, [])
  const is = {
    kind: reading.kind,
    sender_id: reading.senderId,
    name: old.name,
    duplicate_of: null,
    duplicate_settled: false,
    read_error: reading.error?.name ?? null,
    warnings: reading.warnings as never,
  }
  const { columns, title } = factsOf(fields, is, accounts)
  const fileClass = classes.get(old.folder) ?? null
  const rule = ruleOf(reading.kind)
  const id = await act.createRecord({
    kind: 'document',
    title,
    class: Math.max(row.class, fileClass?.class ?? 0, rule.class ?? 0),
    ...(parent ? { source: parent.id } : {}),
    search: {
      body: `${old.path}\n${reading.text}`,
      language: reading.language,
      at: dayFound(act, columns.issued_on, old.changedOn),
    },
  })
  const digest = digests.get(old.fileId)!
  sheets.documents.push({
    organisation_id: act.office.id,
    id,
    file_id: old.fileId,
    digest,
    name: old.name,
    state: 'confirmed',
    received_at: act.at,
    arrived_by: parent ? 'part' : 'backlog',
    arrived_from: old.path.slice(0, 300),
    parent_id: parent?.id ?? null,
    depth: parent?.depth ?? 0,
    ...columns,
    // Nobody looked: what is doubtful stays marked as such, and asks nothing of anybody.
    kind: reading.kind,
    sender_id: reading.senderId,
    media_kind: reading.mediaKind,
    media_type: reading.mediaType,
    language: reading.language,
    page_count: reading.pageCount,
    text: reading.text,
    read_at: act.at,
    read_error: is.read_error,
    read_error_data: reading.error?.data ? JSON.stringify(reading.error.data) : null,
    warnings: JSON.stringify(reading.warnings),
    class_code_id: fileClass?.id ?? null,
    keep_until: fileClass
      ? keepUntil(fileClass.retention_years, fileClass.retention_from, {
          receivedOn: old.changedOn ?? act.today,
          issuedOn: columns.issued_on,
          validUntil: columns.valid_until,
        })
      : null,
    confirmed_at: act.at,
    confirmed_by: row.accepted_by,
  })
  const of = { organisation_id: act.office.id, document_id: id }
  for (const { words, ...page } of reading.pages)
    sheets.pages.push({ ...of, ...page, words: Buffer.from(words, 'base64') })
  for (const { alternatives, lessonId, ...field } of usable)
    sheets.fields.push({
      ...of,
      ...field,
      alternatives: JSON.stringify(alternatives),
      corrected_from: null,
      lesson_id: lessonId ?? null,
    })
  for (const band of new Set(reading.bands)) sheets.bands.push({ ...of, band: BigInt(band) })
  sheets.sheets.push(...sheetRows(act.office.id, id, reading.sheets))
  there.set(digest.toString('hex'), id)
  return id
}

const tables = {
  documents: 'documents.document',
  pages: 'documents.page',
  fields: 'documents.field',
  bands: 'documents.band',
  sheets: 'documents.sheet',
  files: 'documents.backlog_file',
} as const
/** PostgreSQL takes 65,535 parameters a statement; a document has the most columns. */
const rowsAtOnce = 500

async function write(act: Act, sheets: Sheets): Promise<void> {
  const db = act.db<DocumentsTables>()
  for (const sheet of Object.keys(tables) as (keyof Sheets)[]) {
    const rows = sheets[sheet] as unknown as Insert<'documents.document'>
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await db
        .insertInto(tables[sheet] as 'documents.document')
        .values(rows.slice(from, from + rowsAtOnce))
        .execute()
  }
}

export const takeBacklogBatchBody = implementCommand(takeBacklogBatch, {
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id, runId, files }, row) {
    needBacklog(act, row, ['running'], runId)
    const digests = await digestsOf(act, files)
    const surroundings: Surroundings = {
      row,
      digests,
      destroyed: await destroyedAmong(act, digests),
      there: await alreadyThere(act, digests),
      classes: await classesOf(act, id),
      ruleOf: await rulesInForce(act),
    }
    const before = await dealtWith(act, id, files)
    const sheets: Sheets = { documents: [], pages: [], fields: [], bands: [], sheets: [], files: [] }
    const placed: ({ id: string; depth: number } | null)[] = []
    let [same, leftOut, done] = [0, 0, 0]
    for (const old of files) {
      placed.push(null)
      if (before.has(old.path)) continue
      before.add(old.path)
      if (old.inside === null) done++
      const line = { organisation_id: act.office.id, backlog_id: id, path: old.path }
      const digest = old.fileId ? digests.get(old.fileId)!.toString('hex') : ''
      const twin = surroundings.there.get(digest)
      const destroyed = surroundings.destroyed.has(digest) && !twin
      if (old.fileId === null || old.reading === null || destroyed) {
        leftOut++
        sheets.files.push({
          ...line,
          document_id: null,
          outcome: 'left-out',
          reason: destroyed ? 'paper-destroyed' : (old.reason ?? 'file-not-readable'),
        })
      } else if (twin) {
        same++
        sheets.files.push({ ...line, document_id: twin, outcome: 'same', reason: null })
      } else {
        const around = old.inside === null ? null : (placed[old.inside] ?? null)
        const parent = around && { id: around.id, depth: around.depth + 1 }
        const made = await fileOne(
          act,
          surroundings,
          sheets,
          { ...old, reading: old.reading, fileId: old.fileId },
          parent,
        )
        placed[placed.length - 1] = { id: made, depth: parent?.depth ?? 0 }
        sheets.files.push({ ...line, document_id: made, outcome: 'taken', reason: null })
      }
    }
    await write(act, sheets)
    const documents = sheets.documents.length
    await changeBacklog(act, id, {
      // What was destroyed since it was filed is dealt with a second time, and counted once.
      done: Math.min(row.files, row.done + done),
      same: row.same + same,
      left_out: row.left_out + leftOut,
      documents: row.documents + documents,
      unreadable: row.unreadable + sheets.documents.filter(({ read_error }) => read_error).length,
    })
    await act.changeRecord(id)
    const ids = sheets.documents.map(document => document.id)
    act.emit(backlogTaken, { backlogId: id, name: row.name, count: documents }, [id, ...ids])
    return { output: { documents, same, leftOut } }
  },
})
