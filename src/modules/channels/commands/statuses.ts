/** What became of messages of ours, as their provider tells it. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import type * as c from '../contract.ts'
import type { ChannelRow, MessageRow } from '../rows.ts'
import { raise } from '../standing.ts'
import { stop } from './sending.ts'

/** Told out of order, a message stands where it was told to have come furthest. */
const further: Readonly<Record<string, readonly string[]>> = {
  given: ['sending', 'doubtful'],
  delivered: ['sending', 'doubtful', 'given'],
  seen: ['sending', 'doubtful', 'given', 'delivered'],
  failed: ['sending', 'doubtful', 'given'],
}

export async function noteStatuses(act: Act, channel: ChannelRow, statuses: readonly c.HeardStatus[]): Promise<void> {
  for (const { externalId, state, because } of statuses) {
    const { rows } = await sql<MessageRow>`
      select * from channels.message where organisation_id = ${act.office.id} and channel_id = ${channel.id}
        and direction = 'out' and external_id = ${externalId} for update`.execute(act.db())
    const [message] = rows
    if (!message || !further[state]!.includes(message.state)) continue
    if (state === 'failed') await stop(act, message, 'failed', because ?? '')
    else {
      await sql`update channels.message set state = ${state}, problem = null
        where organisation_id = ${act.office.id} and id = ${message.id}`.execute(act.db())
      raise(act, [message.conversation_id])
    }
  }
}
