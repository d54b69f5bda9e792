import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { changePages, pageRefusals, pagesChanged } from '../contract/pages.ts'
import { readJob } from '../contract.ts'
import {
  changeDocument,
  documentOf,
  type DocumentRow,
  type FieldRow,
  fieldsOf,
  requireState,
} from '../document-store.ts'
import { bandsOf } from '../near-duplicate.ts'
import type { Box } from '../reading/types.ts'
import type { DocumentsTables } from '../tables.ts'
import { searchBody } from './archive-number.ts'
import { turnedBox } from './lay-out.ts'
import { keepSheets, mostPages, type Sheet, sheetsOf, turnSheet } from './page-rows.ts'

export async function textOf(act: Pick<Act, 'db' | 'office'>, id: string): Promise<string> {
  const row = await act
    .db<DocumentsTables>()
    .selectFrom('documents.document')
    .select('text')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.text
}

/** All pages of a document, or a refusal where it has none that could be laid out. */
export async function requireSheets(act: Act, row: DocumentRow): Promise<Sheet[]> {
  const sheets = await sheetsOf(act, row, await textOf(act, row.id))
  return sheets ?? act.refuse(pageRefusals.noPages, { name: row.name, limit: mostPages })
}

interface Place {
  page: number | null
  box: number[] | null
}

/** A place that stood on a page follows it; on a page that is left out it waits under the page's own number, made negative. */
function follower(before: readonly Sheet[], after: readonly Sheet[]) {
  const originOf = new Map(before.filter(({ number }) => number !== null).map(({ number, origin }) => [number, origin]))
  const numberOf = new Map(after.map(({ origin }, index) => [origin, index + 1]))
  const turnOf = new Map(before.map(({ origin, turned }) => [origin, turned]))
  const turnedTo = new Map(after.map(({ origin, turned }) => [origin, turned]))
  return ({ page, box }: Place): Place => {
    if (page === null) return { page, box }
    const origin = page < 0 ? -page : originOf.get(page)
    if (origin === undefined) return { page, box }
    const by = (turnedTo.get(origin) ?? turnOf.get(origin) ?? 0) - (turnOf.get(origin) ?? 0)
    return {
      page: numberOf.get(origin) ?? -origin,
      box: box && by !== 0 ? [...turnedBox(box as unknown as Box, by)] : box,
    }
  }
}

async function moveFields(act: Act, id: string, fields: Iterable<FieldRow>, follow: (place: Place) => Place) {
  for (const field of fields) {
    const alternatives = field.alternatives.map(other => ({ ...other, ...follow(other) }))
    await act
      .db<DocumentsTables>()
      .updateTable('documents.field')
      .set({ ...follow(field), alternatives: JSON.stringify(alternatives) })
      .where('organisation_id', '=', act.office.id)
      .where('document_id', '=', id)
      .where('name', '=', field.name)
      .execute()
  }
}

/** The hashes by which a text like this one is found. */
export async function keepBandsOf(act: Act, id: string, text: string): Promise<void> {
  const db = act.db<DocumentsTables>()
  await db
    .deleteFrom('documents.band')
    .where('organisation_id', '=', act.office.id)
    .where('document_id', '=', id)
    .execute()
  const bands = [...new Set(bandsOf(text))]
  if (bands.length === 0) return
  await db
    .insertInto('documents.band')
    .values(bands.map(band => ({ organisation_id: act.office.id, band, document_id: id })))
    .execute()
}

/** The pages as they are asked for, turned as they are asked to be. */
function wanted(
  act: Act,
  row: DocumentRow,
  sheets: readonly Sheet[],
  pages: readonly { page: number; turned: number }[],
) {
  const known = new Map(sheets.map(sheet => [sheet.origin, sheet]))
  if (new Set(pages.map(({ page }) => page)).size < pages.length)
    act.refuse(pageRefusals.pagesUnfit, { name: row.name })
  return pages.map(({ page, turned }) => {
    const sheet = known.get(page) ?? act.refuse(pageRefusals.pagesUnfit, { name: row.name })
    return turnSheet(sheet, turned as Sheet['turned'])
  })
}

/** What was recognised lying on its side is rubbish: once a person has turned it, it is read anew. */
function mustBeRead(row: DocumentRow, before: readonly Sheet[], after: readonly Sheet[]): boolean {
  if (row.state === 'confirmed') return false
  const turnOf = new Map(before.map(sheet => [sheet.origin, sheet.turned]))
  return (
    row.state === 'arrived' ||
    after.some(({ origin, turned, source }) => source === 'ocr' && turnOf.get(origin) !== turned)
  )
}

export const changePagesBody = implementCommand(changePages, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, pages }, row) {
    requireState(act, 'change-pages', row)
    const before = await requireSheets(act, row)
    const kept = wanted(act, row, before, pages)
    const shown = new Set(kept.map(({ origin }) => origin))
    const left = before.filter(({ origin }) => !shown.has(origin))
    await keepSheets(act, id, kept, left)
    await moveFields(act, id, (await fieldsOf(act, id)).values(), follower(before, kept))
    const text = kept.map(sheet => sheet.text).join('\f')
    await keepBandsOf(act, id, text)
    const again = mustBeRead(row, before, kept) ? act.newId() : null
    const plan = { kept: kept.map(({ origin, turned }) => [origin, turned]), left: left.map(({ origin }) => origin) }
    await changeDocument(act, id, {
      text,
      page_count: kept.length,
      page_plan: JSON.stringify(plan),
      ...(again ? { reading_id: again } : {}),
      ...(again && row.state !== 'set-aside' ? { state: 'arrived' as const } : {}),
    })
    const version = await act.changeRecord(id, {
      search: { body: searchBody(row.name, text, row.archive_number), language: row.language, at: row.received_at },
    })
    if (again) act.enqueue(readJob, { documentId: id, readingId: again })
    act.emit(pagesChanged, { documentId: id, name: act.locked(id).title, kept: kept.length, left: left.length }, [id])
    const was = before.filter(({ number }) => number !== null).toSorted((a, b) => a.number! - b.number!)
    const input = { id, expectedVersion: version, pages: was.map(({ origin, turned }) => ({ page: origin, turned })) }
    return { output: { version }, undo: { command: 'documents.change-pages', input } }
  },
})
