import { sql } from 'kysely'
import { type Act, implementCommand, implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import * as c from '../contract/desk.ts'
import { threadSeen } from './thread.ts'

/** How long somebody who writes holds a thread without a sign of life, minutes; the page renews it while one types. */
const heldMinutes = 3

interface Holding {
  readonly holder_id: string
  readonly since_at: Temporal.Instant
  readonly until_at: Temporal.Instant
}

async function holdingOf(reader: Pick<View, 'db' | 'office' | 'at'>, threadId: string): Promise<Holding | null> {
  const { rows } = await sql<Holding>`
    select holder_id, since_at, until_at from mail.holding
    where organisation_id = ${reader.office.id} and thread_id = ${threadId} and until_at > ${reader.at}`.execute(
    reader.db(),
  )
  return rows[0] ?? null
}

async function refuseHeld(act: Act, threadId: string, holder: string): Promise<never> {
  const name = naming(await namesOf(act, [holder]))(holder)
  return act.refuse(c.threadHeld, { id: threadId, who: name?.title ?? '' })
}

/** Refuses where somebody else is writing the answer: what a person sends asks this, within the lock of the thread's record. */
export async function requireFree(act: Act, threadId: string): Promise<void> {
  const held = await holdingOf(act, threadId)
  if (held && held.holder_id !== act.principal.id) await refuseHeld(act, threadId, held.holder_id)
}

/** Nobody writes there any more: the answer is on its way. */
export function release(act: Act, threadId: string): void {
  act.write(
    sql`delete from mail.holding where organisation_id = ${act.office.id} and thread_id = ${threadId}
      and holder_id = ${act.principal.id}`,
  )
}

/**
 * Takes it in one statement, so that of two at the same moment the database chooses: the row is there once, and is given on
 * only when it is over, one's own, or taken.
 */
async function take(act: Act, threadId: string, takeOver: boolean): Promise<Temporal.Instant | null> {
  const until = act.at.add({ minutes: heldMinutes })
  const { rows } = await sql<{ until_at: Temporal.Instant }>`
    insert into mail.holding as h (organisation_id, thread_id, holder_id, since_at, until_at)
    values (${act.office.id}, ${threadId}, ${act.principal.id}, ${act.at}, ${until})
    on conflict (organisation_id, thread_id) do update
      set since_at = case when h.holder_id = excluded.holder_id and h.until_at > excluded.since_at then h.since_at
        else excluded.since_at end,
        holder_id = excluded.holder_id, until_at = excluded.until_at
      where h.holder_id = excluded.holder_id or h.until_at <= excluded.since_at or ${takeOver}
    returning until_at`.execute(act.db())
  return rows[0]?.until_at ?? null
}

export const holdThreadBody = implementCommand(c.holdThread, {
  locks: ({ id }) => [{ kind: 'mail-thread', id }],
  load: (act, { id }) => holdingOf(act, id),
  async run(act, { id, takeOver = false }, before) {
    const until = await take(act, id, takeOver)
    if (!until) return refuseHeld(act, id, before?.holder_id ?? '')
    if (before && before.holder_id !== act.principal.id) {
      const from = naming(await namesOf(act, [before.holder_id]))(before.holder_id)
      act.emit(c.threadTaken, { id, title: act.locked(id).title, from: from?.title ?? '' }, [id])
    } else if (!before) act.emit(c.answerBegun, { id, title: act.locked(id).title }, [id])
    return { output: { id, until } }
  },
})

export const releaseThreadBody = implementCommand(c.releaseThread, {
  locks: ({ id }) => [{ kind: 'mail-thread', id }],
  load: (act, { id }) => holdingOf(act, id),
  async run(act, { id }, before) {
    if (before?.holder_id !== act.principal.id) return { output: { id } }
    release(act, id)
    act.emit(c.answerLeft, { id, title: act.locked(id).title }, [id])
    return { output: { id } }
  },
})

export const whoAnswersBody = implementQuery(c.whoAnswers, async (view, { id }) => {
  await threadSeen(view, id)
  const held = await holdingOf(view, id)
  return {
    holder: held ? naming(await namesOf(view, [held.holder_id]))(held.holder_id) : null,
    mine: held?.holder_id === view.principal.id,
    since: held?.since_at ?? null,
    until: held?.until_at ?? null,
  }
})
