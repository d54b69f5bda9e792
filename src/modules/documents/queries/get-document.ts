import { sql } from 'kysely'
import { type Can, can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { accountsOf, type ChangedAccount, changedAccounts } from '../account-check.ts'
import { askedFields, askedOf } from '../asked-fields.ts'
import {
  beginOpening,
  bringBack,
  confirm,
  correctField,
  discard,
  type DocumentAct,
  type DocumentKind,
  type FieldName,
  fileUnder,
  getDocument,
  isDuplicate,
  keepBoth,
  linkParty,
  may,
  placePaper,
  readAgain,
  refusals,
  reopen,
  restore,
  saveVersion,
  setAside,
  setKind,
  share,
  shareRefusals,
} from '../contract.ts'
import { writtenBy } from '../folders/writing-programs.ts'
import { archiveName } from '../pages/archive-number.ts'
import { changePages, putBack, setArchiveNumber } from '../contract/pages.ts'
import { visibleParty } from '../confirm-plan.ts'
import { type DocumentRow, documentOf, type FieldRow, fieldsOf } from '../document-store.ts'
import { learntFrom } from '../learning/learnt-from.ts'
import { ownKindsOf } from '../own-kinds/store.ts'
import type { DocumentState } from '../states.ts'
import type { DocumentsTables } from '../tables.ts'
import { type RawRow, rowColumns, rowOf, visibleDocuments } from './document-rows.ts'
import { visibleDocument, visibleTitles } from './visible-document.ts'

/** Of a text without pages to show, this much is shown. */
const shownCharacters = 20_000

async function lineOf(
  view: View,
  id: string,
): Promise<RawRow & { text: string; size_bytes: bigint; file_media_type: string }> {
  const { rows } = await sql<RawRow & { text: string; size_bytes: bigint; file_media_type: string }>`
    select ${rowColumns}, left(d.text, ${shownCharacters}) as text, f.size_bytes, f.media_type as file_media_type
    from ${visibleDocuments(view)} join kernel.file f on f.organisation_id = d.organisation_id and f.id = d.file_id where d.id = ${id}`.execute(
    view.db(),
  )
  return rows[0]!
}

/** What may be done, from the transition table and the permissions: the buttons of the page. */
function possible(
  view: View,
  row: DocumentRow,
  { version, class: level }: { version: number; class: number },
  putBackIds: readonly string[],
): Can[] {
  const input = { id: row.id, expectedVersion: version }
  const unfit = { name: refusals.stateUnfit.name, data: { state: row.state, name: row.name } }
  const when = (act: DocumentAct, offer: () => Can[]) => (may(act, row.state) ? offer() : [])
  const waits = row.state === 'arrived'
  return [
    ...(waits
      ? can(view, confirm, input, { primary: true, refusedBecause: unfit })
      : when('confirm', () => can(view, confirm, input, { primary: true }))),
    ...when('bring-back', () => can(view, bringBack, input)),
    ...when('restore', () => can(view, restore, { ids: [row.id] }, { primary: true })),
    ...when('reopen', () => can(view, reopen, input)),
    ...when('put-back', () => can(view, putBack, { ids: [...putBackIds] }, { primary: true })),
    ...when('change-pages', () => can(view, changePages, input)),
    ...(row.duplicate_of && !row.duplicate_settled && may('discard', row.state)
      ? [...can(view, isDuplicate, { ...input, ofId: row.duplicate_of }), ...can(view, keepBoth, input)]
      : []),
    ...when('correct', () => [
      ...can(view, correctField, input),
      ...can(view, setKind, input),
      ...can(view, linkParty, input),
    ]),
    ...when('set-aside', () => can(view, setAside, input)),
    ...when('discard', () => can(view, discard, input)),
    ...when('read-again', () => can(view, readAgain, input)),
    ...when('save-version', () => can(view, saveVersion, input)),
    ...(writtenBy(row.name) ? when('save-version', () => can(view, beginOpening, { id: row.id })) : []),
    ...can(view, fileUnder, { ids: [row.id] }),
    ...can(view, placePaper, input),
    ...(row.state === 'discarded'
      ? []
      : can(
          view,
          share,
          input,
          level > 2 ? { refusedBecause: { name: shareRefusals.tooSecret.name, data: { name: row.name } } } : {},
        )),
    ...can(view, setArchiveNumber, { ...input, ...(row.archive_number ? { number: row.archive_number } : {}) }),
  ]
}

/** A place on a page that is left out (see pages/change-pages.ts) is no place to point at. */
const placeShown = <Box>({ page, box }: { page: number | null; box: Box | null }) =>
  page !== null && page < 0 ? { page: null, box: null } : { page, box }

function fieldOut(field: FieldRow) {
  const { name, value, confidence, sure, reasons, corrected_from } = field
  const alternatives = field.alternatives.map(other => ({ ...other, ...placeShown(other) }))
  return { name, value, ...placeShown(field), confidence, sure, reasons, alternatives, correctedFrom: corrected_from }
}

/** However well it was read, an account that nobody knows is doubtful; those that are known stand beside it. */
function changedOut(field: ReturnType<typeof fieldOut>, changed: readonly ChangedAccount[]): typeof field {
  const alarm = changed.find(one => one.field === field.name)
  if (!alarm) return field
  const known = alarm.known.map(value => ({ value, confidence: 0, page: null, box: null }))
  return {
    ...field,
    sure: false,
    confidence: Math.min(field.confidence, 0.5),
    reasons: ['account-changed', ...field.reasons],
    alternatives: [...known, ...field.alternatives],
  }
}

/** While it waits to be confirmed: afterwards somebody has answered for it. */
async function alarmsOf(view: View, row: DocumentRow, fields: Map<FieldName, FieldRow>): Promise<ChangedAccount[]> {
  if (!may('confirm', row.state)) return []
  const accounts = await accountsOf(view, [(row.sender_id && (await visibleParty(view, row.sender_id))?.id) || null])
  return changedAccounts(row.kind, fields, accounts.get(row.sender_id ?? ''))
}

async function kinOf(view: View, row: DocumentRow) {
  const { rows } = await sql<{ id: string; state: DocumentState; kind: DocumentKind }>`
    select id, state, kind from documents.document
    where organisation_id = ${view.office.id} and parent_id = ${row.id} order by received_at, id limit 500`.execute(
    view.db(),
  )
  const titles = await visibleTitles(view, [
    ...rows.map(({ id }) => id),
    ...[row.parent_id, row.duplicate_of].filter(id => id !== null),
  ])
  const named = (id: string | null) => (id && titles.has(id) ? { id, title: titles.get(id)! } : null)
  const duplicate = row.duplicate_settled ? null : named(row.duplicate_of)
  return {
    parent: named(row.parent_id),
    duplicate: duplicate && row.duplicate_by ? { ...duplicate, by: row.duplicate_by } : null,
    children: rows.filter(({ id }) => titles.has(id)).map(child => ({ ...child, title: titles.get(child.id)! })),
  }
}

/** What it came of and went into, and how many pages of it are not shown. */
async function keptOf(view: View, { id }: DocumentRow) {
  const { rows } = await sql<{ way: 'of' | 'into'; id: string; back: boolean; position: number }>`
    select 'of' as way, old_id as id, back, position from documents.replacement where organisation_id = ${view.office.id} and new_id = ${id}
    union all select 'into', new_id, back, position from documents.replacement where organisation_id = ${view.office.id} and old_id = ${id}
    order by position, id limit 1000`.execute(view.db())
  const into = rows.filter(({ way }) => way === 'into').map(row => row.id)
  const { rows: together } = await sql<{ id: string }>`
    select distinct old_id as id from documents.replacement
    where organisation_id = ${view.office.id} and not back and new_id = any(${into}::uuid[])`.execute(view.db())
  const titles = await visibleTitles(
    view,
    rows.map(row => row.id),
  )
  const named = (ids: readonly string[]) =>
    ids.flatMap(one => (titles.has(one) ? [{ id: one, title: titles.get(one)! }] : []))
  const { rows: left } = await sql<{ blank: number; other: number }>`
    select (count(*) filter (where blank))::int as blank, (count(*) filter (where not blank))::int as other
    from documents.left_page where organisation_id = ${view.office.id} and document_id = ${id}`.execute(view.db())
  return {
    pagesLeft: left[0]!,
    cameOf: named(rows.filter(({ way, back }) => way === 'of' && !back).map(row => row.id)),
    wentInto: named(into),
    toPutBack: together.length > 0 ? together.map(row => row.id) : [id],
  }
}

function pagesOf(view: View, id: string) {
  return view
    .db<DocumentsTables>()
    .selectFrom('documents.page')
    .select(['number', 'width', 'height', 'turn', 'skew', 'source'])
    .where('organisation_id', '=', view.office.id)
    .where('document_id', '=', id)
    .orderBy('number')
    .execute()
}

export const getDocumentBody = implementQuery(getDocument, async (view, { id }) => {
  const record = await visibleDocument(view, id)
  const row = await documentOf(view, id)
  const line = await lineOf(view, id)
  const amount = (minor: bigint | null) =>
    minor !== null && row.currency !== null ? { minor, currency: row.currency } : null
  const { needed, also } = askedFields(row.kind)
  const fields = await fieldsOf(view, id)
  const changed = await alarmsOf(view, row, fields)
  const own = row.own_kind_id ? (await ownKindsOf(view)).get(row.own_kind_id) : undefined
  const taught = await learntFrom(
    view,
    [...fields.values()].flatMap(({ lesson_id }) => lesson_id ?? []),
  )
  const { toPutBack, ...pagesKept } = await keptOf(view, row)
  return {
    record: { ...record, kind: 'document' as const, state: row.state },
    row: rowOf(line),
    ownKind: own ? { id: own.id, name: own.name } : null,
    addressee: row.addressee,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    validUntil: row.valid_until,
    net: amount(row.net_minor),
    vat: amount(row.vat_minor),
    iban: row.iban,
    account: row.account,
    reference: row.reference,
    orderNumber: row.order_number,
    language: row.language,
    arrivedFrom: row.arrived_from,
    sizeBytes: Number(line.size_bytes),
    mediaType: row.media_type ?? line.file_media_type,
    unlocked: row.unlocked_file_id !== null,
    program: writtenBy(row.name)?.program ?? null,
    keepUntil: row.keep_until,
    paperPlace: row.paper_place,
    archiveNumber: row.archive_number === null ? null : archiveName(row.archive_number),
    mayShred: row.may_shred,
    setAsideUntil: row.set_aside_until,
    confirmedAt: row.confirmed_at?.toString() ?? null,
    fields: [...fields.values()].map(field => ({
      ...changedOut(fieldOut(field), changed),
      learnt: taught.get(field.lesson_id ?? '') ?? null,
    })),
    asked: askedOf(needed, also, own?.wants),
    pages: await pagesOf(view, id),
    text: line.text,
    readError: row.read_error
      ? { name: row.read_error, ...(row.read_error_data ? { data: row.read_error_data } : {}) }
      : null,
    warnings: [
      ...changed.map(({ read, known }) => ({ name: 'account-changed', data: { read, known: known.join(', ') } })),
      ...row.warnings,
    ],
    ...(await kinOf(view, row)),
    ...pagesKept,
    can: possible(view, row, record, toPutBack),
  }
})
