/** Where the office publishes, and the switch that pauses all of it. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { dbOf, holdOf, outletLock, type OutletRow } from '../rows.ts'

async function requireNew(act: Act, name: string, except: string | null): Promise<void> {
  const { rows } = await sql`
    select 1 from publishing.outlet o join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.id
    where o.organisation_id = ${act.office.id} and not o.retired and lower(r.title) = lower(${name})
      and o.id is distinct from ${except}::uuid`.execute(act.db())
  if (rows.length > 0) act.refuse(c.outletTwice, { name })
}

const outletOf = (act: Act, id: string): Promise<OutletRow> =>
  dbOf(act)
    .selectFrom('publishing.outlet')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const update = (act: Act, id: string, change: Partial<OutletRow>) =>
  dbOf(act)
    .updateTable('publishing.outlet')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()

export const addOutletBody = implementCommand(c.addOutlet, {
  async run(act, input) {
    await requireColleague(act, input.keeperId, c.publisherUnknown)
    await requireNew(act, input.name, null)
    const id = await act.createRecord({ kind: 'outlet', title: input.name, search: { body: input.address ?? '' } })
    await dbOf(act)
      .insertInto('publishing.outlet')
      .values({
        organisation_id: act.office.id,
        id,
        network: input.network,
        language: input.language ?? null,
        address: input.address ?? null,
        keeper_id: input.keeperId ?? null,
      })
      .execute()
    act.emit(c.outletAdded, { id, title: input.name }, [id])
    return { output: { id, version: 1 } }
  },
})

export const changeOutletBody = implementCommand(c.changeOutlet, {
  locks: input => outletLock(input),
  load: (act, { id }) => outletOf(act, id),
  async run(act, input, row) {
    const { id } = input
    const { title } = act.locked(id)
    await requireColleague(act, input.keeperId, c.publisherUnknown)
    const isUsed = !(input.retired ?? row.retired)
    if (isUsed) await requireNew(act, input.name ?? title, id)
    await update(act, id, {
      language: input.language === undefined ? row.language : input.language,
      address: input.address === undefined ? row.address : input.address,
      keeper_id: input.keeperId === undefined ? row.keeper_id : input.keeperId,
      retired: input.retired ?? row.retired,
    })
    act.emit(c.outletChanged, { id, title: input.name ?? title }, [id])
    const version = await act.changeRecord(id, { title: input.name ?? title })
    const before = {
      id,
      expectedVersion: version,
      name: title,
      language: row.language,
      address: row.address,
      keeperId: row.keeper_id,
      retired: row.retired,
    }
    return { output: { id, version }, undo: { command: 'publishing.change-outlet', input: before } }
  },
})

export const connectOutletBody = implementCommand(c.connectOutlet, {
  locks: input => outletLock(input),
  load: (act, { id }) => outletOf(act, id),
  async run(act, { id, wire, url, account, secretId }, row) {
    const { title } = act.locked(id)
    if (row.retired) act.refuse(c.outletRetired, { title })
    if (row.secret_id) await forget(act, row.secret_id)
    await update(act, id, { wire, url, account: account ?? null, secret_id: secretId, problem: null })
    act.emit(c.outletConnected, { id, title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

const forget = (act: Act, secretId: string) => sql`select platform.sealed_forget(${secretId})`.execute(act.db())

export const disconnectOutletBody = implementCommand(c.disconnectOutlet, {
  locks: input => outletLock(input),
  load: (act, { id }) => outletOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    await forget(act, row.secret_id ?? act.refuse(c.wireMissing, { title }))
    await update(act, id, { wire: 'hand', url: null, account: null, secret_id: null, problem: null })
    act.emit(c.outletDisconnected, { id, title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const noteOutletBody = implementCommand(c.noteOutlet, {
  async run(act, { id, problem }) {
    await update(act, id, { problem })
    return { output: {} }
  },
})

export const holdAllBody = implementCommand(c.holdAll, {
  async run(act, { reason }) {
    const hold = await holdOf(act)
    if (hold.reason) act.refuse(c.allHeld, { reason: hold.reason })
    await sql`insert into publishing.hold (organisation_id, held_at, held_by, reason)
      values (${act.office.id}, ${act.at}, ${act.principal.id}, ${reason})
      on conflict (organisation_id) do update set held_at = excluded.held_at, held_by = excluded.held_by, reason = excluded.reason`.execute(
      act.db(),
    )
    act.emit(c.heldAll, { reason })
    return { output: {}, undo: { command: 'publishing.release-hold', input: {} } }
  },
})

export const releaseHoldBody = implementCommand(c.releaseHold, {
  async run(act) {
    const hold = await holdOf(act)
    if (!hold.reason) act.refuse(c.notHeld)
    await sql`update publishing.hold set held_at = null, held_by = null, reason = null, released_at = ${act.at}
      where organisation_id = ${act.office.id}`.execute(act.db())
    act.emit(c.holdReleased, {})
    return { output: {} }
  },
})
