import { sql } from 'kysely'
import { type Act, implementCommand, implementJob } from '../../../kernel/implement.ts'
import { namesOf, naming, requireColleague } from '../../../kernel/named.ts'
import * as c from '../contract/desk.ts'
import { layBack } from '../moving.ts'
import { backTo, idsOf, raise, setState, type ThreadRow, threadsOf, toldOf } from './set-threads.ts'

/** As many as one act brings back. */
const wokenAtOnce = 500

const locks = ({ ids }: { readonly ids: readonly string[] }) => ids.map(id => ({ kind: 'mail-thread', id }))
const outputOf = (threads: readonly ThreadRow[]) => ({ ids: idsOf(threads), count: threads.length })

/** Whoever is given mails by somebody else hears of it: one notice, however many they are. */
function telling(act: Act, toId: string, { ids, count, title }: ReturnType<typeof toldOf>) {
  const [recordId] = ids
  if (toId === act.principal.id || !recordId) return {}
  const titleKey = count > 1 ? 'notice.mail-assigned-many' : 'notice.mail-assigned'
  const params = { title: title.slice(0, 200), count: count - 1 }
  return { notify: [{ key: `mail.assigned:${recordId}`, toId, titleKey, params, recordId, urgency: 'today' as const }] }
}

export const assignThreadsBody = implementCommand(c.assignThreads, {
  locks: input => locks(input),
  load: (act, input) => threadsOf(act, input.ids),
  async run(act, { ownerId }, threads) {
    await requireColleague(act, ownerId, c.deskOwnerUnknown)
    const ids = idsOf(threads)
    act.write(sql`update mail.thread set owner_id = ${ownerId}
      where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`)
    raise(act, ids)
    const told = toldOf(act, threads)
    if (ownerId === null) act.emit(c.threadsLaidBack, told, ids)
    else {
      const owner = naming(await namesOf(act, [ownerId]))(ownerId)?.title ?? act.principal.name
      act.emit(c.threadsAssigned, { ...told, owner, ...telling(act, ownerId, told) }, ids)
    }
    return { output: outputOf(threads), undo: backTo(threads) }
  },
})

export const snoozeThreadsBody = implementCommand(c.snoozeThreads, {
  locks: input => locks(input),
  load: (act, input) => threadsOf(act, input.ids),
  async run(act, { until }, threads) {
    if (Temporal.Instant.compare(until, act.at) <= 0) act.refuse(c.snoozePast)
    await setState(act, threads, 'snoozed', until)
    act.emit(c.threadsSnoozed, { ...toldOf(act, threads), at: until }, idsOf(threads))
    return { output: outputOf(threads), undo: backTo(threads) }
  },
})

export const finishThreadsBody = implementCommand(c.finishThreads, {
  locks: input => locks(input),
  load: (act, input) => threadsOf(act, input.ids),
  async run(act, _input, threads) {
    await setState(act, threads, 'done')
    act.emit(c.threadsFinished, toldOf(act, threads), idsOf(threads))
    return { output: outputOf(threads), undo: backTo(threads) }
  },
})

export const reopenThreadsBody = implementCommand(c.reopenThreads, {
  locks: input => locks(input),
  load: (act, input) => threadsOf(act, input.ids),
  async run(act, _input, threads) {
    await setState(act, threads, 'open')
    act.emit(c.threadsReopened, toldOf(act, threads), idsOf(threads))
    return { output: outputOf(threads), undo: backTo(threads) }
  },
})

export const restoreThreadsBody = implementCommand(c.restoreThreads, {
  locks: ({ threads }) => threads.map(({ id }) => ({ kind: 'mail-thread', id })),
  load: (act, { threads }) =>
    threadsOf(
      act,
      threads.map(({ id }) => id),
    ),
  async run(act, { threads: wanted, mails }, threads) {
    for (const [, group] of Map.groupBy(wanted, one => `${one.state} ${one.snoozedUntil ?? ''}`)) {
      const [first] = group
      const ids = new Set(group.map(({ id }) => id))
      const until = first!.state === 'snoozed' ? first!.snoozedUntil : null
      const state = first!.state === 'snoozed' && !until ? 'open' : first!.state
      await setState(
        act,
        threads.filter(({ id }) => ids.has(id)),
        state,
        until,
      )
    }
    for (const [ownerId, group] of Map.groupBy(wanted, one => one.ownerId)) {
      await requireColleague(act, ownerId, c.deskOwnerUnknown)
      act.write(sql`update mail.thread set owner_id = ${ownerId}
        where organisation_id = ${act.office.id} and id = any(${group.map(({ id }) => id)}::uuid[])`)
    }
    await layBack(act, idsOf(threads), mails)
    act.emit(c.threadsReopened, toldOf(act, threads), idsOf(threads))
    return { output: outputOf(threads) }
  },
})

export const labelThreadsBody = implementCommand(c.labelThreads, {
  locks: input => locks(input),
  load: (act, input) => threadsOf(act, input.ids),
  async run(act, { label, off = false }, threads) {
    const changed = threads.filter(({ labels }) => labels.includes(label) === off)
    const ids = idsOf(changed)
    if (ids.length > 0) {
      const labels = off ? sql`array_remove(labels, ${label})` : sql`(labels || array[${label}::text])[1:50]`
      act.write(sql`update mail.thread set labels = ${labels}
        where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`)
      raise(act, ids)
    }
    act.emit(c.threadsLabelled, { ...toldOf(act, threads), label }, ids)
    return {
      output: outputOf(threads),
      ...(ids.length > 0 && { undo: { command: 'mail.label-threads' as const, input: { ids, label, off: !off } } }),
    }
  },
})

/** Kontor itself wakes what only some may see: the records are locked by the statement, not by who looks. */
export const wakeThreadsBody = implementCommand(c.wakeThreads, {
  async run(act) {
    const { rows } = await sql<{ id: string; title: string }>`
      select r.id, r.title from mail.thread t
      join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
      where t.organisation_id = ${act.office.id} and t.state = 'snoozed' and t.snoozed_until <= ${act.at}
      order by r.id limit ${wokenAtOnce} for no key update of r`.execute(act.db())
    const ids = rows.map(({ id }) => id)
    const threads = (await threadsOf(act, ids)).filter(({ state }) => state === 'snoozed')
    await setState(act, threads, 'open')
    if (threads.length > 0) act.emit(c.threadsWoken, { ids, count: ids.length, title: rows[0]!.title }, idsOf(threads))
    return { output: { count: threads.length } }
  },
})

export const wakeJobBody = implementJob(c.wakeJob, {
  schedule: { cron: '*/5 * * * *', zone: 'organisation', atStart: true },
  async run(run) {
    for (let round = 0; round < 20; round++) {
      const answer = await run.dispatch(c.wakeThreads, {}, `wake-${round}`)
      if (answer.status !== 'done' || answer.output.count < wokenAtOnce) return
    }
  },
})
