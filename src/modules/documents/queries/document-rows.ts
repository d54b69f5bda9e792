/** Rows of lists: what may be seen, joined with what a line shows. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { snippetOf, wordsOf } from '../../../kernel/search/snippet.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { Arrival, DocumentKind, documentRow } from '../contract.ts'
import type { MediaKind } from '../reading/types.ts'
import type { DocumentState } from '../states.ts'

export type Row = ReturnType<typeof documentRow>['_zod']['output']

export interface RawRow {
  id: string
  title: string
  version: number
  class: number
  state: DocumentState
  kind: DocumentKind
  sender_id: string | null
  party_name: string | null
  sender_name: string | null
  number: string | null
  subject: string | null
  issued_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  total_minor: bigint | null
  currency: string | null
  class_code_id: string | null
  class_code: string | null
  class_name: string | null
  received_at: Temporal.Instant
  arrived_by: Arrival
  name: string
  media_kind: MediaKind | null
  page_count: number | null
  sure: boolean
  doubts: number
  duplicate: boolean
  parent_id: string | null
  read_error: string | null
}

/** `from` with the documents one may see as `d`, their records as `r`, their class as `c`, their sender as `s`. */
export function visibleDocuments(view: View): RawBuilder<unknown> {
  return sql`(${visibleRecords(view, 'document').selectAll()}) r
    join documents.document d on d.organisation_id = ${view.office.id} and d.id = r.id
    left join documents.class_code c on c.organisation_id = d.organisation_id and c.id = d.class_code_id
    left join kernel.record s on s.organisation_id = d.organisation_id and s.id = d.sender_id and s.class <= ${view.principal.clearance}`
}

export const rowColumns = sql`r.id, r.title, r.version, r.class, d.state, d.kind, d.sender_id, s.title as party_name, d.sender_name, d.number,
  d.subject, d.issued_on, d.due_on, d.total_minor, d.currency, d.class_code_id, c.code as class_code, c.name as class_name, d.received_at,
  d.arrived_by, d.name, d.media_kind, d.page_count, d.sure, d.doubts, d.parent_id, d.read_error,
  (d.duplicate_of is not null and not d.duplicate_settled) as duplicate`

export function rowOf(raw: RawRow, snippet: Row['snippet'] = null): Row {
  const senderName = raw.party_name ?? raw.sender_name
  return {
    id: raw.id,
    title: raw.title,
    version: raw.version,
    class: raw.class,
    state: raw.state,
    kind: raw.kind,
    sender: senderName === null ? null : { id: raw.party_name === null ? null : raw.sender_id, name: senderName },
    number: raw.number,
    subject: raw.subject,
    issuedOn: raw.issued_on,
    dueOn: raw.due_on,
    total:
      raw.total_minor !== null && raw.currency !== null ? { minor: raw.total_minor, currency: raw.currency } : null,
    classCode: raw.class_code_id ? { id: raw.class_code_id, code: raw.class_code!, name: raw.class_name! } : null,
    receivedAt: raw.received_at.toString(),
    arrivedBy: raw.arrived_by,
    name: raw.name,
    mediaKind: raw.media_kind,
    pageCount: raw.page_count,
    sure: raw.sure,
    doubts: raw.doubts,
    duplicate: raw.duplicate,
    parentId: raw.parent_id,
    readError: raw.read_error,
    snippet,
  }
}

/** Snippets are made for this many lines: nobody reads more at once. */
const mostSnippets = 100

/** Words around what was searched for, for the lines given. */
export async function snippetsFor(
  view: View,
  ids: readonly string[],
  typed: string,
): Promise<Map<string, Row['snippet']>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select id, left(text, 20000) as text from documents.document
    where organisation_id = ${view.office.id} and id = any(${ids.slice(0, mostSnippets)}::uuid[])`.execute(view.db())
  const words = wordsOf(typed)
  return new Map(rows.map(({ id, text }) => [id, snippetOf(text, words)]))
}
