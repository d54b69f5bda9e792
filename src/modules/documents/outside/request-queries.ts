import { sql } from 'kysely'
import { type Can, can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { outsidePath, readLinkSecret } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  getFileRequest,
  listFileRequests,
  renewFileRequest,
  requestLetter,
  requestRefusals,
  withdrawFileRequest,
} from '../contract/file-requests.ts'
import { itemsOf, type RequestRow, shownRequests } from './request-row.ts'
import { letterOf } from './request-work.ts'

const lineOf = (row: RequestRow) => ({
  id: row.id,
  version: row.version,
  class: row.class,
  title: row.title,
  askedOf: row.asked_of,
  state: row.state,
  dueOn: row.due_on,
  askedAt: row.asked_at.toString(),
  askedBy: row.asked_by_name ?? 'Kontor',
  wanted: row.wanted,
  ticked: row.ticked,
  files: row.files,
  lastCameAt: row.last_came_at?.toString() ?? null,
})

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

export const listFileRequestsBody = implementQuery(listFileRequests, async (view, { text, open, limit, after }) => {
  const offset = offsetOf(after)
  const [words, only] = [text ?? null, open ?? null]
  const { rows } = await sql<RequestRow & { total: number }>`
    select x.*, (count(*) over ())::int as total from (${shownRequests(view)}) x
    where (${only}::boolean is null or (x.closed_as is null) = ${only}::boolean)
      and (${words}::text is null or position(lower(${words}::text) in lower(concat_ws(' ', x.title, x.asked_of, x.asked_by_name))) > 0)
    order by x.closed_as is not null, x.due_on, x.asked_at desc, x.id limit ${limit} offset ${offset}`.execute(
    view.db(),
  )
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(lineOf), total, next: offset + rows.length < total ? String(offset + rows.length) : null }
})

async function shownRequest(view: View, id: string): Promise<RequestRow> {
  const { rows } = await sql<RequestRow>`select * from (${shownRequests(view)}) x where x.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'file-request', id })
}

/** What came, as far as the reader may see it. */
async function papersOf(view: View, id: string) {
  const { rows } = await sql<{
    id: string
    title: string
    name: string
    position: number | null
    came_at: Temporal.Instant
  }>`
    select d.id, d.title, f.name, f.position, f.came_at from documents.file_request_file f
    join (${visibleRecords(view, 'document').selectAll()}) d on d.id = f.document_id
    where f.organisation_id = ${view.office.id} and f.request_id = ${id} order by f.came_at, f.document_id`.execute(
    view.db(),
  )
  return rows.map(({ came_at, ...row }) => ({ ...row, cameAt: came_at.toString() }))
}

function possible(view: View, { id, version, closed_as }: RequestRow): Can[] {
  const input = { id, expectedVersion: version }
  return [...can(view, renewFileRequest, input), ...(closed_as ? [] : can(view, withdrawFileRequest, input))]
}

export const getFileRequestBody = implementQuery(getFileRequest, async (view, { id }) => {
  const row = await shownRequest(view, id)
  const name = naming(await namesOf(view, [row.party_id, row.matter_id]))
  return {
    record: {
      id,
      kind: 'file-request' as const,
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.state,
    },
    request: {
      ...lineOf(row),
      email: row.email,
      language: row.language,
      letter: row.letter,
      mail: row.mail,
      mailError: row.mail_error,
      reply: row.reply,
      repliedAt: row.replied_at?.toString() ?? null,
      closedAt: row.closed_at?.toString() ?? null,
      closedBy: row.closed_at ? (row.closed_by_name ?? 'Kontor') : null,
      party: name(row.party_id),
      matter: name(row.matter_id),
      items: await itemsOf(view, id),
      papers: await papersOf(view, id),
    },
    can: possible(view, row),
  }
})

export const requestLetterBody = implementQuery(requestLetter, async (view, { id }) => {
  const row = await shownRequest(view, id)
  const secret = await readLinkSecret(view.db())
  if (row.closed_as || !secret) return view.refuse(requestRefusals.closed, { title: row.title })
  const path = outsidePath(secret, 'send', { organisationId: view.office.id, id })
  return { path, ...letterOf(view, row, await itemsOf(view, id)), name: row.asked_of, email: row.email }
})
