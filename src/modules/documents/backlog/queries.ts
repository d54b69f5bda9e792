import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  acceptBacklog,
  backlogSource,
  endBacklog,
  followedBacklogs,
  getBacklog,
  listBacklogs,
  resumeBacklog,
  stopBacklog,
} from '../contract.ts'
import type { DocumentsTables } from '../tables.ts'
import { type BacklogRow, backlogOf } from './store.ts'

type Visible = { id: string; title: string; class: number; version: number }

const lineOf = (row: BacklogRow, { title, version }: Visible) => ({
  id: row.id,
  title,
  version,
  state: row.state,
  files: row.files,
  done: row.done,
  same: row.same,
  leftOut: row.left_out,
  documents: row.documents,
  unreadable: row.unreadable,
  begunAt: row.begun_at.toString(),
})

async function visible(view: View): Promise<Map<string, Visible>> {
  const { rows } = await sql<Visible>`
    select id, title, class, version from (${visibleRecords(view, 'backlog').selectAll()}) r`.execute(view.db())
  return new Map(rows.map(row => [row.id, row]))
}

export const listBacklogsBody = implementQuery(listBacklogs, async view => {
  const seen = await visible(view)
  const rows = await view
    .db<DocumentsTables>()
    .selectFrom('documents.backlog')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const lines = rows.filter(({ id }) => seen.has(id)).map(row => lineOf(row, seen.get(row.id)!))
  return { rows: lines, total: lines.length, next: null }
})

async function foldersOf(view: View, id: string) {
  const rows = await view
    .db<DocumentsTables>()
    .selectFrom('documents.backlog_folder as f')
    .leftJoin('documents.class_code as c', join =>
      join.onRef('c.organisation_id', '=', 'f.organisation_id').onRef('c.id', '=', 'f.class_code_id'),
    )
    .select(['f.path', 'f.files', 'f.left_out', 'f.new_code', 'f.new_name', 'c.id', 'c.code', 'c.name'])
    .where('f.organisation_id', '=', view.office.id)
    .where('f.backlog_id', '=', id)
    .orderBy('f.path')
    .execute()
  return rows.map(({ path, files, left_out, new_code, new_name, id: classId, code, name }) => ({
    path,
    files,
    leftOut: left_out,
    classCode: classId && code && name ? { id: classId, code, name } : null,
    newClass: new_code && new_name ? { code: new_code, name: new_name } : null,
  }))
}

async function notOpened(view: View, id: string) {
  const rows = await view
    .db<DocumentsTables>()
    .selectFrom('documents.backlog_file')
    .select(['path', 'reason'])
    .where('organisation_id', '=', view.office.id)
    .where('backlog_id', '=', id)
    .where('outcome', '=', 'left-out')
    .orderBy('path')
    .limit(100)
    .execute()
  return rows.map(({ path, reason }) => ({ path, reason: reason ?? '' }))
}

export const getBacklogBody = implementQuery(getBacklog, async (view, { id }) => {
  const record = (await visible(view)).get(id) ?? view.refuse(kernelRefusals.notFound, { kind: 'backlog', id })
  const row = await backlogOf(view, id)
  const input = { id, expectedVersion: record.version }
  const acts = [
    ...(row.state === 'proposed' ? can(view, acceptBacklog, input, { primary: true }) : []),
    // Without a version: it is taken in while one looks, and stopping must not lose a race against it.
    ...(['running', 'following'].includes(row.state) ? can(view, stopBacklog, { id }) : []),
    ...(row.follow && ['running', 'following', 'stopped'].includes(row.state) ? can(view, endBacklog, { id }) : []),
    ...(['stopped', 'failed'].includes(row.state) && row.accepted_by
      ? can(view, resumeBacklog, { id }, { primary: true })
      : []),
  ]
  return {
    record: { ...record, kind: 'backlog' as const, state: row.state },
    ...lineOf(row, record),
    bytes: Number(row.bytes),
    follow: row.follow,
    runningSince: row.running_since?.toString() ?? null,
    endedAt: row.ended_at?.toString() ?? null,
    problem: row.problem,
    folders: await foldersOf(view, id),
    notOpened: await notOpened(view, id),
    can: acts,
  }
})

/** What certificates say of what is no more. */
async function destroyedDigests(view: View): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    select distinct encode(digest, 'hex') as digest from documents.certificate_line
    where organisation_id = ${view.office.id}`.execute(view.db())
  return rows.map(({ digest }) => digest)
}

export const backlogSourceBody = implementQuery(backlogSource, async (view, { id }) => {
  // Where files lie on the machine is nobody's to know but the job's.
  if (view.principal.id !== systemPrincipalId) view.refuse(kernelRefusals.notFound, { kind: 'backlog', id })
  const row = await backlogOf(view, id)
  const db = view.db<DocumentsTables>()
  const folders = await foldersOf(view, id)
  const done = await db
    .selectFrom('documents.backlog_file')
    .select('path')
    .where('organisation_id', '=', view.office.id)
    .where('backlog_id', '=', id)
    .execute()
  const file = row.file_id
    ? await db
        .selectFrom('kernel.file')
        .select('digest')
        .where('organisation_id', '=', view.office.id)
        .where('id', '=', row.file_id)
        .executeTakeFirst()
    : null
  return {
    state: row.state,
    runId: row.run_id,
    digest: file ? file.digest.toString('hex') : null,
    folder: row.folder,
    country: view.office.country,
    today: view.today,
    files: row.files,
    follow: row.follow,
    folders: folders.map(({ path, leftOut }) => ({ path, leftOut })),
    done: done.map(({ path }) => path),
    destroyed: await destroyedDigests(view),
  }
})

export const followedBacklogsBody = implementQuery(followedBacklogs, async view => {
  // Where files lie on the machine is nobody's to know but Kontor's.
  if (view.principal.id !== systemPrincipalId) return { rows: [] }
  const rows = await view
    .db<DocumentsTables>()
    .selectFrom('documents.backlog')
    .select(['id', 'folder'])
    .where('organisation_id', '=', view.office.id)
    .where('state', '=', 'following')
    .orderBy('id')
    .execute()
  return { rows: rows.flatMap(({ id, folder }) => (folder ? [{ id, folder }] : [])) }
})
