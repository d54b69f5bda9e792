import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { documentsPutBack, pageRefusals, putBack } from '../contract/pages.ts'
import { readJob } from '../contract.ts'
import { changeDocument, type DocumentRow } from '../document-store.ts'
import { documentsOf } from '../many.ts'
import { searchBody } from './archive-number.ts'
import { keepBandsOf, textOf } from './change-pages.ts'
import { hideReplaced } from './split.ts'

/** What can no longer be undone without taking somebody's work back. */
const dealtWith: ReadonlySet<string> = new Set(['confirmed', 'replaced'])

interface Involved {
  readonly olds: readonly string[]
  readonly news: readonly string[]
}

/** The papers that came of these, and all that went into them. */
async function involved(act: Act, ids: readonly string[]): Promise<Involved> {
  const { rows } = await sql<{ old_id: string; new_id: string }>`
    select r.old_id, r.new_id from documents.replacement r
    where r.organisation_id = ${act.office.id} and not r.back and r.new_id in (
      select m.new_id from documents.replacement m where m.organisation_id = ${act.office.id} and not m.back and m.old_id = any(${[...ids]}::uuid[]))`.execute(
    act.db(),
  )
  return {
    olds: [...new Set([...ids, ...rows.map(row => row.old_id)])],
    news: [...new Set(rows.map(row => row.new_id))],
  }
}

/** A paper that came of splitting or joining is replaced in its turn; its label goes back to what it came of. */
async function replaceNew(act: Act, row: DocumentRow): Promise<void> {
  if (dealtWith.has(row.state)) act.refuse(pageRefusals.partConfirmed, { name: row.name })
  await changeDocument(act, row.id, {
    state: 'replaced',
    state_before: row.state_before ?? (row.state as 'arrived'),
    set_aside_until: null,
    reading_id: null,
    archive_number: null,
    duplicate_of: null,
    duplicate_by: null,
  })
}

async function bringOld(act: Act, row: DocumentRow, archiveNumber: number | null): Promise<void> {
  const unread = row.read_at === null || row.state_before === 'arrived'
  const readingId = unread ? act.newId() : null
  await changeDocument(act, row.id, {
    state: unread ? 'arrived' : (row.state_before ?? 'to-confirm'),
    state_before: null,
    reading_id: readingId,
    archive_number: row.archive_number ?? archiveNumber,
  })
  const text = await textOf(act, row.id)
  await keepBandsOf(act, row.id, text)
  await act.changeRecord(row.id, {
    search: {
      body: searchBody(row.name, text, row.archive_number ?? archiveNumber),
      language: row.language,
      at: row.received_at,
    },
  })
  if (readingId) act.enqueue(readJob, { documentId: row.id, readingId })
}

/** The records of papers that came of those that are put back: in sight of whoever sees what they came of. */
async function lockAlso(act: Act, ids: readonly string[]): Promise<void> {
  await sql`select from kernel.record where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) order by kind, id for no key update`.execute(
    act.db(),
  )
  await sql`update kernel.record set version = version + 1, changed_at = ${act.at} where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(
    act.db(),
  )
}

export const putBackBody = implementCommand(putBack, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: async (act, { ids }) => {
    const { olds, news } = await involved(act, ids)
    return { olds: await documentsOf(act, olds), news: news.length > 0 ? await documentsOf(act, news) : [] }
  },
  async run(act, { ids }, { olds, news }) {
    const mine = olds.filter(({ id }) => ids.includes(id)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    // A whole is taken apart only as it was made: with all that went into it.
    if (mine.length < olds.length)
      act.refuse(pageRefusals.notReplaced, { name: olds.find(o => !ids.includes(o.id))!.name })
    for (const row of mine) if (row.state !== 'replaced') act.refuse(pageRefusals.notReplaced, { name: row.name })
    const newIds = news.map(({ id }) => id)
    if (newIds.length > 0) await lockAlso(act, newIds)
    for (const row of news) await replaceNew(act, row)
    await hideReplaced(act, newIds)
    await sql`
      with gone as (
        delete from documents.replacement where organisation_id = ${act.office.id} and not back and old_id = any(${ids}::uuid[]) returning *)
      insert into documents.replacement (organisation_id, old_id, new_id, position, pages, back)
      select organisation_id, new_id, old_id, position, pages, true from gone`.execute(act.db())
    const number = news.find(({ archive_number }) => archive_number !== null)?.archive_number ?? null
    for (const [index, row] of mine.entries()) await bringOld(act, row, index === 0 ? number : null)
    act.emit(documentsPutBack, { count: ids.length, ids }, [...ids, ...newIds])
    return { output: { count: ids.length } }
  },
})
