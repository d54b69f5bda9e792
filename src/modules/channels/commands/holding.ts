import { sql } from 'kysely'
import { type Act, implementCommand, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import * as c from '../contract.ts'

/** How long somebody who writes holds a conversation without a sign of life, minutes; the page renews it while one types. */
const heldMinutes = 3

export async function holderOf(at: Pick<View, 'db' | 'office' | 'at'>, id: string): Promise<string | null> {
  const { rows } = await sql<{ holder_id: string }>`
    select holder_id from channels.holding
    where organisation_id = ${at.office.id} and conversation_id = ${id} and until_at > ${at.at}`.execute(at.db())
  return rows[0]?.holder_id ?? null
}

async function refuseHeld(act: Act, holder: string): Promise<never> {
  const name = naming(await namesOf(act, [holder]))(holder)
  return act.refuse(c.conversationHeld, { who: name?.title ?? '' })
}

/** Refuses where somebody else is writing the answer: asked within the lock of the conversation. */
export async function requireFree(act: Act, id: string): Promise<void> {
  const holder = await holderOf(act, id)
  if (holder && holder !== act.principal.id) await refuseHeld(act, holder)
}

export function release(act: Act, id: string): void {
  act.write(
    sql`delete from channels.holding where organisation_id = ${act.office.id} and conversation_id = ${id}
      and holder_id = ${act.principal.id}`,
  )
}

/** Taken in one statement, so that of two at the same moment the database chooses. */
async function take(act: Act, id: string, takeOver: boolean): Promise<Temporal.Instant | null> {
  const until = act.at.add({ minutes: heldMinutes })
  const { rows } = await sql<{ until_at: Temporal.Instant }>`
    insert into channels.holding as h (organisation_id, conversation_id, holder_id, since_at, until_at)
    values (${act.office.id}, ${id}, ${act.principal.id}, ${act.at}, ${until})
    on conflict (organisation_id, conversation_id) do update
      set since_at = case when h.holder_id = excluded.holder_id and h.until_at > excluded.since_at then h.since_at
        else excluded.since_at end,
        holder_id = excluded.holder_id, until_at = excluded.until_at
      where h.holder_id = excluded.holder_id or h.until_at <= excluded.since_at or ${takeOver}
    returning until_at`.execute(act.db())
  return rows[0]?.until_at ?? null
}

const lock = ({ id }: { id: string }) => [{ kind: 'conversation', id }]

export const holdConversationBody = implementCommand(c.holdConversation, {
  locks: input => lock(input),
  load: (act, { id }) => holderOf(act, id),
  async run(act, { id, takeOver = false }, before) {
    const until = await take(act, id, takeOver)
    if (!until) return refuseHeld(act, before ?? '')
    const { title } = act.locked(id)
    if (before && before !== act.principal.id) {
      const from = naming(await namesOf(act, [before]))(before)
      act.emit(c.answerTakenOver, { id, title, from: from?.title ?? '' }, [id])
    } else if (!before) act.emit(c.answerBegun, { id, title }, [id])
    return { output: { id, until } }
  },
})

export const releaseConversationBody = implementCommand(c.releaseConversation, {
  locks: input => lock(input),
  load: (act, { id }) => holderOf(act, id),
  async run(act, { id }, before) {
    if (before !== act.principal.id) return { output: { id } }
    release(act, id)
    act.emit(c.answerLeft, { id, title: act.locked(id).title }, [id])
    return { output: { id } }
  },
})
