import { sql } from 'kysely'
import type { z } from 'zod'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { letterheadOf } from '../letter-row.ts'
import { layLetter, layWords } from '../paper/sheet.ts'
import { drawsWordFiles } from '../office/convert.ts'
import {
  askedBy,
  type Laid,
  mailProblem,
  type MergeRow,
  mergeOf,
  type RowRow,
  rowLayout,
  rowsAfter,
  textsOf,
} from './rows.ts'
import { cellOf, meantBy } from './columns.ts'

type Seen = MergeRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly rows: number
  readonly done: number
  readonly failed: number
  readonly sort: string
}

const counted = sql`
  (select count(*)::int from letters.merge_row w where w.organisation_id = m.organisation_id and w.merge_id = m.id) as rows,
  (select count(*)::int from letters.merge_row w where w.organisation_id = m.organisation_id and w.merge_id = m.id and w.state = 'done') as done,
  (select count(*)::int from letters.merge_row w where w.organisation_id = m.organisation_id and w.merge_id = m.id and w.state in ('failed', 'unsure')) as failed`

const seen = (view: View) => sql`
  from ${visibleRecords(view, 'letter-merge').selectAll()} r
  join letters.merge m on m.organisation_id = ${view.office.id} and m.id = r.id`

export const listMergesBody = implementQuery(c.listMerges, async (view, { text, ...input }) => {
  const wanted = text ? sql`where r.title ilike ${liked(text)}` : sql``
  const lines = sql`(select m.*, r.title, r.class, r.version, ${counted},
    lpad((99999999999 - extract(epoch from r.created_at)::bigint)::text, 12, '0') as sort ${seen(view)} ${wanted}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.template_id),
    ),
  )
  return {
    rows: shown.map(({ id, version, title, state, how, template_id, rows, done, failed }) => ({
      id,
      version,
      title,
      state,
      how,
      template: name(template_id),
      rows,
      done,
      failed,
    })),
    ...slice,
  }
})

async function seenMerge(view: View, id: string): Promise<Seen> {
  const { rows } =
    await sql<Seen>`select m.*, r.title, r.class, r.version, ${counted} ${seen(view)} where r.id = ${id}`.execute(
      view.db(),
    )
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'letter-merge', id })
}

export const getMergeBody = implementQuery(c.getMerge, async (view, { id }) => {
  const row = await seenMerge(view, id)
  const { rows: counts } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from letters.merge_row
    where organisation_id = ${view.office.id} and merge_id = ${id} group by state`.execute(view.db())
  const name = naming(await namesOf(view, [row.template_id, row.document_id]))
  const { variants, files } = await textsOf(view, row)
  const asks = asksOf(view, row, variants).map(one => `ask.${one}`)
  const printed = await printedOf(view, row.file_id)
  return {
    record: { id, kind: 'letter-merge', title: row.title, class: row.class, version: row.version, state: row.state },
    how: row.how,
    template: name(row.template_id),
    rows: row.rows,
    done: row.done,
    failed: row.failed,
    counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    columns: row.columns,
    mapping: row.mapping.map(({ target, column }) => ({ target, column })),
    targets: row.columns.length > 0 ? [...c.targets, ...asks] : asks,
    language: row.language,
    datedOn: row.dated_on,
    signerName: row.signer_name,
    signerRole: row.signer_role,
    answers: row.answers,
    wordFile: (row.word_file_id && files.get(row.word_file_id)?.name) || null,
    isOffice: files.size > 0,
    drawsPdf: files.size === 0 || drawsWordFiles(),
    hasFile: printed !== null,
    printed,
    document: name(row.document_id),
    can: canOf(view, row),
  }
})

/** What it asks for; not what a Word file asks in the words of an address, unless a column was chosen for it: that is known. */
function asksOf(view: View, row: Seen, variants: Awaited<ReturnType<typeof textsOf>>['variants']): string[] {
  const worded = wordedFor(view, row, variants)
  const isKnown = (ask: string) => meantBy(ask) !== null && !row.mapping.some(({ target }) => target === `ask.${ask}`)
  return [...new Set(worded.flatMap(one => askedBy([one]).filter(ask => one.file_id === null || !isKnown(ask))))]
}

/** What was drawn last, by its type. */
async function printedOf(view: View, fileId: string | null): Promise<(typeof c.printedAs)[number] | null> {
  if (!fileId) return null
  const { rows } = await sql<{ type: string }>`select media_type as type from kernel.file
    where organisation_id = ${view.office.id} and id = ${fileId}`.execute(view.db())
  const [type = ''] = rows.map(row => row.type)
  return type.endsWith('/pdf') ? 'pdf' : type.endsWith('/zip') ? 'zip' : 'docx'
}

/** Where all letters are in one language, what the texts of the others would ask is nobody's question. */
function wordedFor<V extends { readonly language: string }>(view: View, row: Seen, variants: readonly V[]) {
  const perRow = row.columns.length === 0 || row.mapping.some(({ target }) => target === 'language')
  const one = row.language ?? (perRow ? null : view.office.language)
  const worded = variants.filter(({ language }) => language === one)
  return worded.length > 0 ? worded : variants
}

function canOf(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  if (row.state === 'running') return can(view, c.stopMerge, input, { primary: true })
  const isOpen = row.state !== 'done'
  return [
    ...can(view, c.startMerge, { ...input, how: 'print' }, { primary: isOpen }),
    ...(isOpen ? can(view, c.changeMerge, input) : []),
  ]
}

export const listMergeRowsBody = implementQuery(c.listMergeRows, async (view, { id, state, ...input }) => {
  const merge = await seenMerge(view, id)
  const wanted = state ? sql`and w.state = ${state}` : sql``
  const lines = sql`(select w.*, w.merge_id as id, lpad(w.position::text, 8, '0') as sort from letters.merge_row w
    where w.organisation_id = ${view.office.id} and w.merge_id = ${id} ${wanted}) l`
  const { shown, ...slice } = await sliceOf<RowRow & { id: string; sort: string }>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.party_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id,
      position: row.position,
      name:
        name(row.party_id)?.title ?? (cellOf(row.cells, merge.mapping, 'name') || row.cells.filter(Boolean)[0] || '–'),
      party: name(row.party_id),
      state: row.state,
      reason: row.reason,
    })),
    ...slice,
  }
})

type WirePages = z.output<typeof c.pages>
const pagesOf = ({ facts, file }: Laid) =>
  (file ? layWords(facts) : layLetter(facts)).map(({ items }) => ({ items })) as unknown as WirePages

export const previewMergeRowBody = implementQuery(c.previewMergeRow, async (view, { id, position }) => {
  const merge = await seenMerge(view, id)
  const [row] = await rowsAfter(view, id, position - 1, 1)
  if (row?.position !== position) return view.refuse(kernelRefusals.notFound, { kind: 'letter-merge', id })
  const laid = (await rowLayout(view, merge, [row]))(row)
  return {
    pages: pagesOf(laid),
    language: laid.language,
    email: laid.email,
    problem: laid.problem,
    isFile: laid.file !== null,
  }
})

export const mergeWorkBody = implementQuery(c.mergeWork, async (view, { id, run, after, limit }) => {
  // asked by Kontor itself; anybody else is told that there is nothing
  const merge = view.principal.kind === 'system' ? await mergeOf(view, id) : undefined
  if (!merge) return view.refuse(kernelRefusals.notFound, { kind: 'letter-merge', id })
  const { rows: records } = await sql<{ title: string; class: number; total: number }>`
    select r.title, r.class, (select count(*)::int from letters.merge_row w
      where w.organisation_id = r.organisation_id and w.merge_id = r.id) as total
    from kernel.record r where r.organisation_id = ${view.office.id} and r.id = ${id}`.execute(view.db())
  const goesOn = merge.state === 'running' && merge.run === run
  const rows = goesOn ? await rowsAfter(view, id, after, limit) : []
  const lay = await rowLayout(view, merge, rows)
  return {
    goesOn,
    how: merge.how ?? 'print',
    title: records[0]!.title,
    class: records[0]!.class,
    office: (await letterheadOf(view)).name,
    on: merge.dated_on,
    total: records[0]!.total,
    isOffice: (await textsOf(view, merge)).files.size > 0,
    rows: rows.map(row => {
      const laid = lay(row)
      const problem = merge.how === 'mail' ? mailProblem(laid) : laid.problem
      return {
        position: row.position,
        state: row.state,
        name: laid.name,
        email: laid.email,
        language: laid.language,
        subject: laid.facts.subject,
        signer: merge.signer_name,
        problem,
        pages: problem || laid.file ? [] : pagesOf(laid),
        file: laid.file
          ? {
              digest: laid.file.digest.toString('hex'),
              sizeBytes: laid.file.sizeBytes,
              values: [...laid.values].map(([name, value]) => ({ name, value })),
            }
          : null,
      }
    }),
  }
})
