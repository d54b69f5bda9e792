import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import type { ThreadState } from '../contract/shapes.ts'
import { moveMessages } from '../moving.ts'

export interface ThreadRow {
  readonly id: string
  readonly state: ThreadState
  readonly owner_id: string | null
  readonly snoozed_until: Temporal.Instant | null
  readonly labels: string[]
  /** What is done is put away there too. */
  readonly archives: boolean
}

/** Threads that are locked, in the order they were named, each once. */
export async function threadsOf(act: Act, ids: readonly string[]): Promise<ThreadRow[]> {
  const { rows } = await sql<ThreadRow>`
    select t.id, t.state, t.owner_id, t.snoozed_until, t.labels, b.archives from mail.thread t
    join mail.mailbox b on b.organisation_id = t.organisation_id and b.id = t.mailbox_id
    where t.organisation_id = ${act.office.id} and t.id = any(${[...ids]}::uuid[])`.execute(act.db())
  const byId = new Map(rows.map(row => [row.id, row]))
  return [...new Set(ids)].flatMap(id => byId.get(id) ?? [])
}

export const idsOf = (threads: readonly ThreadRow[]): string[] => threads.map(({ id }) => id)

/** Raises the records of many threads at once. */
export function raise(act: Act, ids: readonly string[]): void {
  act.write(sql`update kernel.record set version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`)
}

/** Where the mails of a thread lie there, by how it stands here; nowhere else where only its owner or its moment changed. */
function moveTo(threads: readonly ThreadRow[], state: ThreadState): readonly [string[], 'inbox' | 'archive' | 'junk'] {
  const moved = threads.filter(thread => thread.state !== state)
  if (state === 'done') return [idsOf(moved.filter(({ archives }) => archives)), 'archive']
  const away = moved.filter(one => one.state === 'done' || one.state === 'trash')
  return [state === 'open' ? idsOf(away) : [], 'inbox']
}

/** Puts threads into a state, and their mails where they belong then on their server. */
export async function setState(
  act: Act,
  threads: readonly ThreadRow[],
  state: ThreadState,
  until: Temporal.Instant | null = null,
): Promise<void> {
  if (threads.length === 0) return
  const ids = idsOf(threads)
  act.write(sql`update mail.thread set state = ${state}, snoozed_until = ${until}
    where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`)
  const [moved, to] = moveTo(threads, state)
  if (moved.length > 0) await moveMessages(act, moved, to)
  raise(act, ids)
}

/** How threads stood, as the way back puts them. */
export const backTo = (threads: readonly ThreadRow[]) => ({
  command: 'mail.restore-threads' as const,
  input: {
    threads: threads.map(({ id, state, owner_id, snoozed_until }) => ({
      id,
      state,
      ownerId: owner_id,
      snoozedUntil: snoozed_until ? String(snoozed_until) : null,
    })),
  },
})

/** What an event tells of threads: the first by its name. */
export const toldOf = (act: Act, threads: readonly ThreadRow[]) => ({
  ids: idsOf(threads),
  count: threads.length,
  title: threads[0] ? act.locked(threads[0].id).title : '',
})
