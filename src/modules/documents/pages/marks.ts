/** Codes that the office prints on its own papers: separator sheets and archive labels. */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  archiveNumberSet,
  labelsMade,
  makeLabels,
  makeSeparator,
  pageRefusals,
  separatorMade,
  setArchiveNumber,
} from '../contract/pages.ts'
import { refusals } from '../contract.ts'
import { changeDocument, documentOf } from '../document-store.ts'
import { classOf } from '../plan-store.ts'
import type { DocumentsTables } from '../tables.ts'
import { archiveName, searchBody } from './archive-number.ts'
import { textOf } from './change-pages.ts'

/** Letters and digits that are not mistaken for each other. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomToken = (length: number) => Array.from({ length }, () => signs[randomInt(signs.length)]).join('')

/** The matter, or what it was merged into; null where there is none. */
export async function livingMatter(act: Act, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(merged_into, id) as id from kernel.record
    where organisation_id = ${act.office.id} and id = ${id} and kind = 'matter'`.execute(act.db())
  return rows[0]?.id ?? null
}

interface Wanted {
  readonly kind: 'separator' | 'label'
  readonly classCodeId: string | null
  readonly matterId: string | null
}

/** The office's mark of this meaning, made when first asked for: sheets that were printed before stay good. */
async function markOf(act: Act, { kind, classCodeId, matterId }: Wanted): Promise<string> {
  const db = act.db<DocumentsTables>()
  await db
    .insertInto('documents.mark')
    .values({
      organisation_id: act.office.id,
      // A label is small: the fewer signs, the larger they are.
      token: randomToken(kind === 'label' ? 8 : 12),
      kind,
      class_code_id: classCodeId,
      matter_id: matterId,
      made_at: act.at,
      made_by: act.principal.id,
    })
    .onConflict(conflict => conflict.columns(['organisation_id', 'kind', 'class_code_id', 'matter_id']).doNothing())
    .execute()
  const row = await db
    .selectFrom('documents.mark')
    .select('token')
    .where('organisation_id', '=', act.office.id)
    .where('kind', '=', kind)
    .where(
      sql<boolean>`class_code_id is not distinct from ${classCodeId}::uuid and matter_id is not distinct from ${matterId}::uuid`,
    )
    .executeTakeFirstOrThrow()
  return row.token
}

async function visibleTitle(act: Act, kind: 'matter' | 'class-code', id: string): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind = ${kind} and merged_into is null
      and class <= ${act.principal.clearance} and (audience is null or audience && ${[...act.principal.audiences]}::uuid[])`.execute(
    act.db(),
  )
  return rows[0]?.title ?? null
}

export const makeSeparatorBody = implementCommand(makeSeparator, {
  async run(act, { classCodeId, matterId }) {
    const seen = classCodeId ? (await visibleTitle(act, 'class-code', classCodeId)) !== null : false
    const classCode = classCodeId && seen ? await classOf(act, classCodeId) : null
    if (classCodeId && !classCode) act.refuse(refusals.classCodeUnknown, { id: classCodeId })
    const matter = matterId ? await visibleTitle(act, 'matter', matterId) : null
    if (matterId && matter === null) act.refuse(pageRefusals.matterUnknown, { id: matterId })
    const token = await markOf(act, {
      kind: 'separator',
      classCodeId: classCodeId ?? null,
      matterId: matterId ?? null,
    })
    const records = [classCodeId, matterId].filter(id => id !== undefined)
    act.emit(separatorMade, { name: classCode ? `${classCode.code} ${classCode.name}` : null }, records)
    return { output: { token } }
  },
})

export const makeLabelsBody = implementCommand(makeLabels, {
  async run(act, { format, labels }) {
    await markOf(act, { kind: 'label', classCodeId: null, matterId: null })
    const { rows } = await sql<{ last: string }>`
      insert into kernel.counter values (${act.office.id}, 'archive-label', ${labels})
      on conflict (organisation_id, series) do update set value = counter.value + ${labels} returning value::text as last`.execute(
      act.db(),
    )
    const last = Number(rows[0]!.last)
    const first = last - labels + 1
    const id = act.newId()
    await act
      .db<DocumentsTables>()
      .insertInto('documents.label_run')
      .values({
        organisation_id: act.office.id,
        id,
        first_number: first,
        last_number: last,
        format,
        made_at: act.at,
        made_by: act.principal.id,
      })
      .execute()
    act.emit(labelsMade, { count: labels, first: archiveName(first), last: archiveName(last) }, [])
    return { output: { id, first, last } }
  },
})

/** The paper that bears this number and is still worked with; what was thrown away or replaced gives it up. */
export async function bearerOf(
  act: Act,
  number: number,
  exceptId: string,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string; spent: boolean }>`
    select d.id, r.title as name, d.state in ('discarded', 'replaced') as spent from documents.document d
    join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.id
    where d.organisation_id = ${act.office.id} and d.archive_number = ${number} and d.id <> ${exceptId}`.execute(
    act.db(),
  )
  const [bearer] = rows
  if (!bearer?.spent) return bearer ?? null
  await changeDocument(act, bearer.id, { archive_number: null })
  return null
}

export const setArchiveNumberBody = implementCommand(setArchiveNumber, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  constraints: { document_archive_number: pageRefusals.numberTaken },
  async run(act, { id, number }, row) {
    const bearer = number === null ? null : await bearerOf(act, number, id)
    // Who may not see the other paper is not told which it is.
    if (bearer) act.refuse(pageRefusals.numberTaken, { number: archiveName(number!) })
    await changeDocument(act, id, { archive_number: number })
    const version = await act.changeRecord(id, {
      search: {
        body: searchBody(row.name, await textOf(act, id), number),
        language: row.language,
        at: row.received_at,
      },
    })
    const shown = number === null ? null : archiveName(number)
    act.emit(archiveNumberSet, { documentId: id, name: act.locked(id).title, number: shown }, [id])
    return {
      output: { version },
      undo: {
        command: 'documents.set-archive-number',
        input: { id, number: row.archive_number, expectedVersion: version },
      },
    }
  },
})
