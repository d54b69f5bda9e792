import { sql } from 'kysely'
import { guessSeparator, splitTable } from '../../../kernel/table/split.ts'
import { type Act, implementCommand, type InputOf, type Lock } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { dbOf } from '../letter-row.ts'
import { variantsOf } from '../template-row.ts'
import { guessMapping, hasHeader, type Mapped } from './columns.ts'
import { requireOfficeFile } from '../office/rows.ts'
import { askedBy, mergeOf, type MergeRow } from './rows.ts'

type NewMerge = InputOf<typeof c.createMerge>

type Text = Parameters<typeof askedBy>[0][number]

interface Given {
  readonly columns: readonly string[]
  readonly mapping: readonly Mapped[]
  readonly rows: readonly { readonly partyId: string | null; readonly cells: readonly string[] }[]
}

const mostColumns = 60

/** Columns of a pasted table, under the names of its header or numbered. */
function tableOf(text: string, asks: readonly string[]): Given {
  const cells = splitTable(text, guessSeparator(text)).map(row =>
    row.slice(0, mostColumns).map(cell => cell.slice(0, 2000)),
  )
  const [first = []] = cells
  const isHeader = hasHeader(first, asks)
  const width = Math.max(0, ...cells.map(row => row.length))
  const columns = Array.from({ length: width }, (_, at) => (isHeader && first[at]) || `${at + 1}`)
  const rows = (isHeader ? cells.slice(1) : cells).map(row => ({ partyId: null, cells: row }))
  // without a header the first column is whom it is to
  const mapping = isHeader ? guessMapping(first, asks) : [{ target: 'name', column: 0 }]
  return { columns, mapping, rows }
}

async function partiesOf(act: Act, ids: readonly string[]): Promise<Given> {
  const wanted = [...new Set(ids)]
  const { rows } = await sql<{ id: string }>`
    select id from kernel.record where organisation_id = ${act.office.id} and id = any(${wanted}::uuid[])
      and kind in ('person', 'organisation') and merged_into is null and class <= ${act.principal.clearance}
      and (audience is null or audience && ${[...act.principal.audiences]}::uuid[])`.execute(dbOf(act))
  const there = new Set(rows.map(row => row.id))
  for (const id of wanted) if (!there.has(id)) act.refuse(kernelRefusals.notFound, { kind: 'person', id })
  return { columns: [], mapping: [], rows: wanted.map(partyId => ({ partyId, cells: [] })) }
}

async function requireTemplate(act: Act, id: string): Promise<void> {
  const title = await requireVisible(act, id, ['letter-template'])
  const { rows } = await sql`select 1 from letters.template
    where organisation_id = ${act.office.id} and id = ${id} and not retired`.execute(dbOf(act))
  if (rows.length === 0) act.refuse(c.templateRetired, { title })
}

/** What is written: the texts of a template, or one Word file. */
async function textOf(act: Act, { templateId, fileId }: NewMerge): Promise<readonly Text[]> {
  if ((templateId === undefined) === (fileId === undefined)) act.refuse(c.mergeOfWhat)
  if (templateId === undefined) return [{ subject: '', body: (await requireOfficeFile(act, fileId!)).body }]
  await requireTemplate(act, templateId)
  return variantsOf(act, templateId)
}

async function givenOf(act: Act, input: NewMerge): Promise<Given> {
  const { partyIds = [], table = '' } = input
  const asks = askedBy(await textOf(act, input))
  const given = partyIds.length > 0 ? await partiesOf(act, partyIds) : tableOf(table, asks)
  if (given.rows.length === 0) act.refuse(c.mergeEmpty)
  if (given.rows.length > c.mostRows) act.refuse(c.mergeTooLong, { count: c.mostRows })
  return given
}

export const createMergeBody = implementCommand(c.createMerge, {
  async run(act, input) {
    const { columns, mapping, rows } = await givenOf(act, input)
    const { title } = input
    const id = await act.createRecord({
      kind: 'letter-merge',
      title,
      source: [...(input.templateId ? [input.templateId] : []), ...(input.partyIds ?? []).slice(0, 200)],
    })
    await dbOf(act)
      .insertInto('letters.merge')
      .values({
        organisation_id: act.office.id,
        id,
        template_id: input.templateId ?? null,
        word_file_id: input.fileId ?? null,
        state: 'preparing',
        how: null,
        language: input.language ?? null,
        dated_on: input.datedOn ?? act.today,
        signer_name: input.signerName ?? act.principal.name.slice(0, 120),
        signer_role: input.signerRole ?? '',
        columns: [...columns],
        mapping: JSON.stringify(mapping),
        answers: JSON.stringify(input.answers ?? []),
        begun_by: null,
        file_id: null,
        document_id: null,
      })
      .execute()
    for (let at = 0; at < rows.length; at += 1000) await insertRows(act, id, rows.slice(at, at + 1000), at)
    act.emit(c.mergeCreated, { id, title, count: rows.length }, [id])
    return { output: { id, version: 1, rows: rows.length } }
  },
})

async function insertRows(act: Act, id: string, rows: Given['rows'], from: number): Promise<void> {
  await dbOf(act)
    .insertInto('letters.merge_row')
    .values(
      rows.map(({ partyId, cells }, n) => ({
        organisation_id: act.office.id,
        merge_id: id,
        position: from + n + 1,
        party_id: partyId,
        cells: [...cells],
        reason: null,
      })),
    )
    .execute()
}

const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }): Lock[] => [
  { kind: 'letter-merge', id, expectedVersion },
]

async function mergeIn(act: Act, id: string, ...states: readonly c.MergeState[]): Promise<MergeRow> {
  const row = (await mergeOf(act, id)) ?? act.refuse(kernelRefusals.notFound, { kind: 'letter-merge', id })
  if (!states.includes(row.state)) act.refuse(c.mergeNotSoFar, { title: act.locked(id).title })
  return row
}

export const changeMergeBody = implementCommand(c.changeMerge, {
  locks: input => lockOf(input),
  load: (act, { id }) => mergeIn(act, id, 'preparing', 'stopped'),
  async run(act, { id, mapping, language, datedOn, signerName, signerRole, answers }, before) {
    for (const one of mapping ?? [])
      if (one.column >= before.columns.length) act.refuse(c.mergeColumnUnknown, { number: one.column + 1 })
    await sql`
      update letters.merge set mapping = ${JSON.stringify(mapping ?? before.mapping)}::jsonb,
        language = ${language === undefined ? before.language : language}, dated_on = ${datedOn ?? before.dated_on},
        signer_name = ${signerName ?? before.signer_name}, signer_role = ${signerRole ?? before.signer_role},
        answers = ${JSON.stringify(answers ?? before.answers)}::jsonb
      where organisation_id = ${act.office.id} and id = ${id}`.execute(dbOf(act))
    act.emit(c.mergeChanged, { id, title: act.locked(id).title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

/** Confidential letters, and those of templates that say so, are looked at by a second person before they leave. */
const confidential = 2

export const startMergeBody = implementCommand(c.startMerge, {
  locks: input => lockOf(input),
  async load(act, { id }) {
    const row = await mergeIn(act, id, 'preparing', 'stopped', 'done')
    const { rows } = await sql<{ needs: boolean }>`select needs_approval as needs from letters.template
      where organisation_id = ${act.office.id} and id = ${row.template_id}`.execute(dbOf(act))
    const level = act.locked(id).class
    return { row, level, title: act.locked(id).title, fourEyes: (rows[0]?.needs ?? false) || level >= confidential }
  },
  weigh: (_input, { level, fourEyes }) => ({ class: level, fourEyes }),
  basis: ({ how }, { row, title }) => ({
    title,
    shown: { title, how, templateId: row.template_id, fileId: row.word_file_id, mapping: row.mapping },
  }),
  async run(act, { id, how }, { row, title }) {
    // on paper all are drawn anew, since they are one file; a mail that has gone out, or may have, is not sent again
    const again = how === 'print' ? sql`true` : sql`state = 'failed' or (state = 'done' and ${row.how === 'print'})`
    await sql`update letters.merge_row set state = 'waiting', reason = null
      where organisation_id = ${act.office.id} and merge_id = ${id} and (${again})`.execute(dbOf(act))
    const { rows } = await sql`select 1 from letters.merge_row
      where organisation_id = ${act.office.id} and merge_id = ${id} and state = 'waiting' limit 1`.execute(dbOf(act))
    if (rows.length === 0) act.refuse(c.mergeNothingLeft, { title })
    const run = row.run + 1
    await sql`update letters.merge set state = 'running', how = ${how}, run = ${run}, begun_by = ${act.principal.id}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(dbOf(act))
    act.enqueue(c.runMergeJob, { id, run })
    act.emit(c.mergeStarted, { id, title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const stopMergeBody = implementCommand(c.stopMerge, {
  locks: input => lockOf(input),
  load: (act, { id }) => mergeIn(act, id, 'running'),
  async run(act, { id }) {
    await sql`update letters.merge set state = 'stopped' where organisation_id = ${act.office.id} and id = ${id}`.execute(
      dbOf(act),
    )
    act.emit(c.mergeStopped, { id, title: act.locked(id).title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

/** Locked by Kontor itself; whether this run of it still goes on. */
async function held(act: Act, id: string, run: number): Promise<MergeRow & { title: string; goesOn: boolean }> {
  const { rows } = await sql<MergeRow & { title: string }>`
    select m.*, r.title from letters.merge m join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.id
    where m.organisation_id = ${act.office.id} and m.id = ${id} for no key update of r`.execute(act.db())
  const row = rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'letter-merge', id })
  return { ...row, goesOn: row.state === 'running' && row.run === run }
}

export const noteMergeRowsBody = implementCommand(c.noteMergeRows, {
  load: (act, { id, run }) => held(act, id, run),
  async run(act, { id, rows }, merge) {
    const values = JSON.stringify(rows.map(({ position, state, reason = null }) => ({ position, state, reason })))
    await sql`
      update letters.merge_row r set state = n.state, reason = n.reason
      from jsonb_to_recordset(${values}::jsonb) as n(position integer, state text, reason text)
      where r.organisation_id = ${act.office.id} and r.merge_id = ${id} and r.position = n.position`.execute(dbOf(act))
    const went = rows.filter(({ state }) => state === 'done').map(({ position }) => position)
    const parties = await partiesAt(act, id, went)
    for (const party of parties) await act.link(id, party, 'party')
    const failed = rows.filter(({ state }) => state === 'failed' || state === 'unsure').length
    if (went.length + failed > 0) {
      await raiseRecord(act, id)
      act.emit(c.mergeWent, { id, title: merge.title, done: went.length, failed }, [id, ...parties])
    }
    return { output: { goesOn: merge.goesOn } }
  },
})

async function partiesAt(act: Act, id: string, positions: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ party: string }>`
    select distinct party_id as party from letters.merge_row where organisation_id = ${act.office.id} and merge_id = ${id}
      and position = any(${[...positions]}::integer[]) and party_id is not null`.execute(dbOf(act))
  return rows.map(({ party }) => party)
}

export const noteMergeDoneBody = implementCommand(c.noteMergeDone, {
  load: (act, { id, run }) => held(act, id, run),
  async run(act, { id, fileId, documentIds = [] }, merge) {
    if (!merge.goesOn) return { output: {} }
    await sql`update letters.merge set state = 'done', file_id = coalesce(${fileId ?? null}, file_id),
      document_id = coalesce(${documentIds[0] ?? null}, document_id) where organisation_id = ${act.office.id} and id = ${id}`.execute(
      dbOf(act),
    )
    for (const documentId of documentIds) await act.link(id, documentId, 'document')
    const { rows } = await sql<{ done: number; failed: number }>`
      select count(*) filter (where state = 'done')::int as done, count(*) filter (where state in ('failed', 'unsure'))::int as failed
      from letters.merge_row where organisation_id = ${act.office.id} and merge_id = ${id}`.execute(dbOf(act))
    await raiseRecord(act, id)
    act.emit(c.mergeEnded, { id, title: merge.title, ...rows[0]! }, [id])
    return { output: {} }
  },
})
