/** How threads stand once mail has come into them. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import type { FolderRole, ThreadState } from '../contract/shapes.ts'
import type { MailFacts } from '../reading/types.ts'
import type { Mailbox } from './known.ts'

interface Come {
  readonly direction: 'in' | 'out'
  readonly facts: Pick<MailFacts, 'automatic'>
  readonly seen: boolean
  readonly flagged: boolean
  readonly at: Temporal.Instant
}

/** A thread's first state: by where its mail lies. Of what lay there when the mailbox was connected, only what is unread or flagged is open. */
export function stateOfNew({ direction, seen, flagged }: Come, role: FolderRole, fresh: boolean): ThreadState {
  if (role === 'trash') return 'trash'
  if (role === 'junk') return 'noise'
  if (direction === 'out') return fresh ? 'waiting' : 'done'
  if (role !== 'inbox') return 'done'
  return fresh || !seen || flagged ? 'open' : 'done'
}

/**
 * New mail opens what was done, waited or slept; noise stays noise where a machine writes to many. An answer that was sent from a mail
 * program there makes what was open wait. Where answers are promised, the time runs from here.
 */
export async function reopenThreads(
  act: Act,
  { answer_hours }: Pick<Mailbox, 'answer_hours'>,
  planned: readonly { mail: Come; threadId: string }[],
  fresh: boolean,
): Promise<void> {
  if (!fresh || planned.length === 0) return
  const came = planned.filter(({ mail }) => mail.direction === 'in')
  const toMany = (kind: string | null) => kind === 'bulk' || kind === 'list'
  const open = came.filter(({ mail }) => !toMany(mail.facts.automatic)).map(({ threadId }) => threadId)
  const opened = (ids: readonly string[], states: readonly ThreadState[]) =>
    ids.length > 0 &&
    act.write(sql`update mail.thread set state = 'open', snoozed_until = null where organisation_id = ${act.office.id}
      and id = any(${[...ids]}::uuid[]) and state = any(${[...states]}::text[])`)
  opened(open, ['done', 'waiting', 'snoozed', 'noise', 'draft'])
  opened(
    came.map(({ threadId }) => threadId),
    ['done', 'waiting', 'snoozed'],
  )
  const sent = planned.filter(({ mail }) => mail.direction === 'out').map(({ threadId }) => threadId)
  if (sent.length > 0)
    act.write(sql`update mail.thread t set state = 'waiting', promised_at = null where organisation_id = ${act.office.id}
      and id = any(${sent}::uuid[]) and state in ('open', 'snoozed') and snoozed_until is null
      and last_at > coalesce(last_incoming_at, '-infinity')`)
  const owed = came.filter(({ mail }) => mail.facts.automatic === null).map(({ threadId }) => threadId)
  if (answer_hours !== null && owed.length > 0)
    act.write(sql`update mail.thread set promised_at = last_incoming_at + make_interval(hours => ${answer_hours})
      where organisation_id = ${act.office.id} and id = any(${owed}::uuid[]) and state = 'open' and promised_at is null`)
}
