import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { accountsOf } from '../account-check.ts'
import { pageRefusals } from '../contract/pages.ts'
import { documentRead, duplicateSuspected, type FieldName, recordReading, refusals } from '../contract.ts'
import { changeDocument, type DocumentRow, documentOf, factsOf, fieldsOf } from '../document-store.ts'
import type { KnownField } from '../document-fields.ts'
import { type Duplicate, sameContent, sameNumber } from '../duplicates.ts'
import { normalField } from '../field-value.ts'
import { searchBody } from '../pages/archive-number.ts'
import { bearerOf } from '../pages/marks.ts'
import { ruleOf } from '../plan-store.ts'
import { keepSheets } from '../sheets.ts'
import type { DocumentState } from '../states.ts'
import type { DocumentsTables } from '../tables.ts'

type Reading = InputOf<typeof recordReading>

/** Pages and fields go in by statements of this many rows. */
const rowsAtOnce = 500

/** Forgets what an earlier reading found, but not what a person said, nor any field of what was confirmed. */
async function forgetReading(act: Act, id: string, confirmed: boolean): Promise<void> {
  const db = act.db<DocumentsTables>()
  await db
    .deleteFrom('documents.page')
    .where('organisation_id', '=', act.office.id)
    .where('document_id', '=', id)
    .execute()
  await db
    .deleteFrom('documents.left_page')
    .where('organisation_id', '=', act.office.id)
    .where('document_id', '=', id)
    .execute()
  await db
    .deleteFrom('documents.band')
    .where('organisation_id', '=', act.office.id)
    .where('document_id', '=', id)
    .execute()
  if (confirmed) return
  await db
    .deleteFrom('documents.field')
    .where('organisation_id', '=', act.office.id)
    .where('document_id', '=', id)
    .where('corrected', '=', false)
    .execute()
}

async function keepPages(act: Act, { id, pages, left = [] }: Reading): Promise<void> {
  if (left.length > 0)
    await act
      .db<DocumentsTables>()
      .insertInto('documents.left_page')
      .values(
        left.map(({ words, blank, turned, ...page }) => ({
          organisation_id: act.office.id,
          document_id: id,
          ...page,
          turned: turned ?? 0,
          blank: blank ?? false,
          words: Buffer.from(words, 'base64'),
        })),
      )
      .execute()
  for (let from = 0; from < pages.length; from += rowsAtOnce) {
    await act
      .db<DocumentsTables>()
      .insertInto('documents.page')
      .values(
        pages.slice(from, from + rowsAtOnce).map(({ words, ...page }) => ({
          organisation_id: act.office.id,
          document_id: id,
          ...page,
          words: Buffer.from(words, 'base64'),
        })),
      )
      .execute()
  }
}

async function keepBands(act: Act, { id, bands }: Reading): Promise<void> {
  if (bands.length === 0) return
  await act
    .db<DocumentsTables>()
    .insertInto('documents.band')
    .values([...new Set(bands)].map(band => ({ organisation_id: act.office.id, band: BigInt(band), document_id: id })))
    .execute()
}

/** Values that cannot be a value of their field are kept as doubtful alternatives nowhere: they are left out. */
export function usableFields(
  { kind, fields }: Pick<Reading, 'kind' | 'fields'>,
  said: ReadonlyMap<FieldName, unknown>,
): Reading['fields'] {
  const usable: Reading['fields'] = []
  const names = new Set<FieldName>(said.keys())
  const withKind = fields.some(({ name }) => name === 'kind')
    ? fields
    : [
        ...fields,
        {
          name: 'kind' as const,
          value: kind,
          page: null,
          box: null,
          confidence: 0.5,
          sure: false,
          reasons: [],
          alternatives: [],
        },
      ]
  for (const field of withKind) {
    const value = normalField(field.name, field.value)
    if (value === null || names.has(field.name)) continue
    names.add(field.name)
    usable.push({ ...field, value })
  }
  return usable
}

async function keepFields(act: Act, id: string, fields: Reading['fields']): Promise<void> {
  if (fields.length === 0) return
  await act
    .db<DocumentsTables>()
    .insertInto('documents.field')
    .values(
      fields.map(({ alternatives, lessonId, ...field }) => ({
        organisation_id: act.office.id,
        document_id: id,
        ...field,
        alternatives: JSON.stringify(alternatives),
        corrected_from: null,
        lesson_id: lessonId ?? null,
      })),
    )
    .execute()
}

function stateAfter(row: DocumentRow, error: Reading['error']): Pick<DocumentRow, 'state' | 'state_before'> {
  const read: DocumentState = error ? 'needs-help' : 'to-confirm'
  if (row.state === 'discarded' || row.state === 'set-aside') return { state: row.state, state_before: read }
  if (row.state === 'confirmed') return { state: 'confirmed', state_before: null }
  return { state: read, state_before: null }
}

/** The archive number on its label; another paper that bears the same is a doubt, for a person to settle. */
async function labelOf(act: Act, row: DocumentRow, [number]: readonly number[]) {
  if (number === undefined || row.archive_number !== null) return { archiveNumber: row.archive_number, bearerId: null }
  const bearer = await bearerOf(act, number, row.id)
  return bearer ? { archiveNumber: null, bearerId: bearer.id } : { archiveNumber: number, bearerId: null }
}

async function findDuplicate(
  act: Act,
  row: DocumentRow,
  input: Reading,
  bearerId: string | null,
): Promise<Duplicate | null> {
  if (row.duplicate_settled) return null
  if (bearerId) return { ofId: bearerId, by: 'label' }
  if (row.duplicate_of && row.duplicate_by === 'bytes') return { ofId: row.duplicate_of, by: 'bytes' }
  const content = await sameContent(act, row.id, row.received_at, row, input.bands.map(BigInt), input.text)
  if (content) return { ofId: content, by: 'content' }
  const number = await sameNumber(act, row.id, row.received_at, row)
  return number ? { ofId: number, by: 'number' } : null
}

export const recordReadingBody = implementCommand(recordReading, {
  locks: ({ id }) => [{ kind: 'document', id }],
  load: (act, { id }) => documentOf(act, id),
  constraints: { document_archive_number: pageRefusals.numberTaken },
  async run(act, input, row) {
    if (row.reading_id !== input.readingId) act.refuse(refusals.readingOutdated, { id: input.id })
    // A version saved back of what was confirmed is found by its new words; what it was confirmed to say stands.
    const confirmed = row.state === 'confirmed'
    if (row.read_at !== null) await forgetReading(act, input.id, confirmed)
    const said = await fieldsOf(act, input.id)
    const fields = confirmed ? [] : usableFields(input, said)
    await keepPages(act, input)
    await keepBands(act, input)
    await keepSheets(act, input.id, input.sheets)
    await keepFields(act, input.id, fields)

    const kindSaid = said.get('kind')?.value as Reading['kind'] | undefined
    const read = {
      ...row,
      kind: confirmed ? row.kind : (kindSaid ?? input.kind),
      sender_id: row.sender_id ?? (confirmed ? null : input.senderId),
      read_error: input.error?.name ?? null,
      warnings: input.warnings,
    } as DocumentRow
    const known = new Map<FieldName, KnownField>([...fields, ...said.values()].map(field => [field.name, field]))
    const accounts = await accountsOf(act, [read.sender_id])
    const before = factsOf(known, read, accounts)
    const { archiveNumber, bearerId } = await labelOf(act, row, input.archiveNumbers ?? [])
    const duplicate = await findDuplicate(act, { ...read, ...before.columns }, input, bearerId)
    const is = { ...read, duplicate_of: duplicate?.ofId ?? null, duplicate_by: duplicate?.by ?? null }
    const { columns, title } = factsOf(known, is, accounts)
    const { state, state_before } = stateAfter(row, input.error)
    await changeDocument(act, input.id, {
      ...columns,
      state,
      state_before,
      kind: is.kind,
      own_kind_id: kindSaid ? row.own_kind_id : (input.ownKindId ?? null),
      sender_id: is.sender_id,
      duplicate_of: is.duplicate_of,
      duplicate_by: is.duplicate_by,
      media_kind: input.mediaKind,
      media_type: input.mediaType,
      language: input.language,
      page_count: input.pageCount,
      archive_number: archiveNumber,
      text: input.text,
      arrived_from: row.arrived_from ?? input.mailFrom,
      read_at: act.at,
      reading_id: null,
      read_error: input.error?.name ?? null,
      read_error_data: input.error?.data ? JSON.stringify(input.error.data) : null,
      warnings: JSON.stringify(input.warnings),
    })
    const rule = await ruleOf(act, is.kind)
    await act.changeRecord(input.id, {
      title,
      class: Math.max(act.locked(input.id).class, rule.class ?? 0, rule.classCode?.class ?? 0),
      search: { body: searchBody(row.name, input.text, archiveNumber), language: input.language, at: row.received_at },
    })
    act.emit(documentRead, { documentId: input.id, name: title, kind: is.kind, state, sure: columns.sure }, [input.id])
    if (duplicate && duplicate.by !== 'bytes')
      act.emit(duplicateSuspected, { documentId: input.id, name: title, ...duplicate }, [input.id])
    return { output: { state, sure: columns.sure, duplicate } }
  },
})
