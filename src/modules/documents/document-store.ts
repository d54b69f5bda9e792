/** The rows of a document, as commands and queries load and keep them. */
import { type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import type { KernelTables } from '../../kernel/database/tables.ts'
import type { Act, Standing } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { accountsOf, changedAccounts, type KnownAccount } from './account-check.ts'
import { type DocumentAct, type FieldName, may, refusals } from './contract.ts'
import { columnsOf, type FieldSet, type Sureness, surenessOf, titleOf } from './document-fields.ts'
import type { DocumentsTables, DocumentTable, FieldTable } from './tables.ts'

/** What an act and a view have in common for reading. */
export type Reader = Pick<Standing, 'office' | 'principal' | 'today' | 'at' | 'refuse'> & {
  db<T>(): Kysely<T & KernelTables>
}

/** All columns but the text, which may be megabytes. */
export const documentColumns = [
  'id',
  'file_id',
  'digest',
  'name',
  'media_kind',
  'media_type',
  'state',
  'state_before',
  'received_at',
  'arrived_by',
  'arrived_from',
  'parent_id',
  'depth',
  'kind',
  'sender_id',
  'sender_name',
  'addressee',
  'number',
  'subject',
  'issued_on',
  'due_on',
  'period_from',
  'period_to',
  'valid_until',
  'currency',
  'net_minor',
  'vat_minor',
  'total_minor',
  'iban',
  'account',
  'reference',
  'order_number',
  'page_count',
  'language',
  'reading_id',
  'read_at',
  'read_error',
  'read_error_data',
  'warnings',
  'sure',
  'doubts',
  'duplicate_of',
  'duplicate_by',
  'duplicate_settled',
  'class_code_id',
  'keep_until',
  'paper_place',
  'may_shred',
  'set_aside_until',
  'confirmed_at',
  'confirmed_by',
  'task_key',
  'unlocked_file_id',
  'own_kind_id',
  'page_plan',
  'archive_number',
] as const satisfies readonly (keyof DocumentTable)[]

export type DocumentRow = Selectable<Pick<DocumentTable, (typeof documentColumns)[number]>>
export type FieldRow = Selectable<FieldTable>

/** A document whose record was locked or found visible before. */
export async function documentOf(reader: Reader, id: string): Promise<DocumentRow> {
  const row = await reader
    .db<DocumentsTables>()
    .selectFrom('documents.document')
    .select(documentColumns)
    .where('organisation_id', '=', reader.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? reader.refuse(kernelRefusals.notFound, { kind: 'document', id })
}

/** Digest of the bytes that open without a password: of the unlocked copy where there is one, else of the original. */
export async function openDigestOf(
  reader: Reader,
  { digest, unlocked_file_id }: Pick<DocumentRow, 'digest' | 'unlocked_file_id'>,
): Promise<Buffer> {
  if (unlocked_file_id === null) return digest
  const { rows } = await sql<{ digest: Buffer }>`
    select digest from kernel.file where organisation_id = ${reader.office.id} and id = ${unlocked_file_id}`.execute(
    reader.db(),
  )
  return rows[0]!.digest
}

export async function fieldsOf(reader: Reader, id: string): Promise<Map<FieldName, FieldRow>> {
  const rows = await reader
    .db<DocumentsTables>()
    .selectFrom('documents.field')
    .selectAll()
    .where('organisation_id', '=', reader.office.id)
    .where('document_id', '=', id)
    .execute()
  return new Map(rows.map(row => [row.name, row]))
}

/** Refuses an act that the state of the document does not allow. */
export function requireState(
  act: Pick<Act, 'refuse'>,
  what: DocumentAct,
  row: Pick<DocumentRow, 'state' | 'name' | 'id'>,
): void {
  if (!may(what, row.state)) act.refuse(refusals.stateUnfit, { state: row.state, name: row.name, id: row.id })
}

export type Changes = Updateable<DocumentTable>

function updateDocuments(act: Act) {
  return act.db<DocumentsTables>().updateTable('documents.document').where('organisation_id', '=', act.office.id)
}

export async function changeDocument(act: Act, id: string, changes: Changes): Promise<void> {
  await updateDocuments(act).set(changes).where('id', '=', id).execute()
}

export async function changeDocuments(act: Act, ids: readonly string[], changes: Changes): Promise<void> {
  await updateDocuments(act)
    .set(changes)
    .where('id', 'in', [...ids])
    .execute()
}

/** Raises the version of many locked records in one statement. */
export async function touchRecords(act: Act, ids: readonly string[]): Promise<void> {
  await sql`update kernel.record set version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
}

/** What a person says a field is; null removes it. Gives the value it had. */
export async function correctField(
  act: Act,
  id: string,
  before: FieldRow | undefined,
  name: FieldName,
  value: string | null,
): Promise<string | null> {
  const fields = act.db<DocumentsTables>()
  if (value === null) {
    await fields
      .deleteFrom('documents.field')
      .where('organisation_id', '=', act.office.id)
      .where('document_id', '=', id)
      .where('name', '=', name)
      .execute()
    return before?.value ?? null
  }
  const corrected = {
    value,
    confidence: 1,
    sure: true,
    reasons: ['said-by-person'],
    corrected: true,
    corrected_from: before?.corrected ? before.corrected_from : (before?.value ?? null),
  }
  const place = placeOf(before, value)
  await fields
    .insertInto('documents.field')
    .values({
      organisation_id: act.office.id,
      document_id: id,
      name,
      ...corrected,
      ...place,
      lesson_id: null,
      alternatives: JSON.stringify(before?.alternatives ?? []),
    })
    .onConflict(conflict =>
      conflict.columns(['organisation_id', 'document_id', 'name']).doUpdateSet({ ...corrected, ...place }),
    )
    .execute()
  return before?.value ?? null
}

/** Where on the page a chosen value stood: known when it was one of the alternatives. */
function placeOf(before: FieldRow | undefined, value: string): { page: number | null; box: number[] | null } {
  if (before?.value === value) return { page: before.page, box: before.box }
  const chosen = before?.alternatives.find(alternative => alternative.value === value)
  return { page: chosen?.page ?? null, box: chosen?.box ?? null }
}

/** What the document is, once its fields have changed: columns, sureness, title. */
export function factsOf(
  fields: FieldSet,
  row: Pick<
    DocumentRow,
    'kind' | 'sender_id' | 'name' | 'duplicate_of' | 'duplicate_settled' | 'read_error' | 'warnings'
  >,
  accounts: ReadonlyMap<string, readonly KnownAccount[]>,
) {
  const changed = changedAccounts(row.kind, fields, accounts.get(row.sender_id ?? ''))
  const sureness: Sureness = surenessOf(fields, {
    kind: row.kind,
    senderKnown: row.sender_id !== null,
    changedAccounts: changed.map(({ field }) => field),
    duplicateOpen: row.duplicate_of !== null && !row.duplicate_settled,
    incomplete: row.read_error !== null || row.warnings.some(({ name }) => name === 'pages-not-read'),
  })
  return {
    columns: { ...columnsOf(fields), sure: sureness.sure, doubts: sureness.doubts.length + sureness.missing.length },
    title: titleOf(fields, row.name),
    sureness,
    changed,
  }
}

/** Reads the fields anew and brings columns, sureness and title up to date; gives the new version. */
export async function refreshDocument(
  act: Act,
  row: DocumentRow,
  changes: Pick<
    Changes,
    'kind' | 'own_kind_id' | 'sender_id' | 'duplicate_settled' | 'duplicate_of' | 'duplicate_by'
  > = {},
): Promise<number> {
  const is = { ...row, ...changes } as DocumentRow
  const accounts = await accountsOf(act, [is.sender_id])
  const { columns, title } = factsOf(await fieldsOf(act, row.id), is, accounts)
  await changeDocument(act, row.id, { ...columns, ...changes })
  return act.changeRecord(row.id, { title })
}
