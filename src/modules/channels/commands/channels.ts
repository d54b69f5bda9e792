import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { requirePeople } from '../rows.ts'

const lock = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'channel', id, expectedVersion },
]

export const connectChannelBody = implementCommand(c.connectChannel, {
  async run(act, { title, wire, address = null, sender = null, account = null, memberIds = [], secretId = null }) {
    await requirePeople(act, memberIds)
    await keepLinkSecret(act.db())
    const id = await act.createRecord({ kind: 'channel', title, class: 0 })
    act.write(sql`
      insert into channels.channel (organisation_id, id, wire, address, sender, account, member_ids, secret_id)
      values (${act.office.id}, ${id}, ${wire}, ${address}, ${sender}, ${account}, ${memberIds}::uuid[], ${secretId})`)
    act.emit(c.channelConnected, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: c.retireChannel.name, input: { id } } }
  },
})

/** Another address or account of the provider needs its secret anew: what is sealed was sealed for the one before. */
export const changeChannelBody = implementCommand(c.changeChannel, {
  locks: input => lock(input),
  async run(act, { id, title = act.locked(id).title, address, sender, account, memberIds, secretId }) {
    if (memberIds) await requirePeople(act, memberIds)
    act.write(sql`
      update channels.channel set
        address = ${address === undefined ? sql`address` : address}, sender = ${sender === undefined ? sql`sender` : sender},
        account = ${account === undefined ? sql`account` : account},
        member_ids = ${memberIds === undefined ? sql`member_ids` : sql`${memberIds}::uuid[]`},
        secret_id = ${secretId === undefined ? sql`secret_id` : secretId}
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id, { title })
    act.emit(c.channelChanged, { id, title }, [id])
    return { output: { id, version } }
  },
})

async function retire(act: Act, id: string, at: Temporal.Instant | null): Promise<number> {
  act.write(sql`
    update channels.channel set retired_at = ${at} where organisation_id = ${act.office.id} and id = ${id}`)
  return act.changeRecord(id)
}

export const retireChannelBody = implementCommand(c.retireChannel, {
  locks: input => lock(input),
  async run(act, { id }) {
    const version = await retire(act, id, act.at)
    act.emit(c.channelRetiredEvent, { id, title: act.locked(id).title }, [id])
    return { output: { id, version }, undo: { command: c.restoreChannel.name, input: { id } } }
  },
})

export const restoreChannelBody = implementCommand(c.restoreChannel, {
  locks: input => lock(input),
  async run(act, { id }) {
    const version = await retire(act, id, null)
    act.emit(c.channelRestored, { id, title: act.locked(id).title }, [id])
    return { output: { id, version }, undo: { command: c.retireChannel.name, input: { id } } }
  },
})
