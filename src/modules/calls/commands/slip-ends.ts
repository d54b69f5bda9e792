import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { deputyOf, ruleOf, type SlipRow, slipOf, titleOf } from '../rows.ts'
import { audienceOf, firstStepAt, noticesOf, setTimer, slipOfKey, taskKey, tasksOf } from '../slip-parts.ts'
import { wordsIn } from '../words.ts'
import { lockSlip, requireOpen } from './slips.ts'

const about = (slip: SlipRow) => ({ id: slip.id, title: slip.title, partyId: slip.party_id })

/** Done as read: whoever has dealt with it has read it. */
function finish(act: Act, slip: SlipRow, outcome: string): void {
  act.write(sql`
    update calls.slip set state = 'done', done_at = ${act.at}, outcome = ${outcome}, next_at = null,
      read_at = coalesce(read_at, ${act.at}), read_by_id = coalesce(read_by_id, ${act.principal.id})
    where organisation_id = ${act.office.id} and id = ${slip.id}`)
}

export const finishSlipBody = implementCommand(c.finishSlip, {
  locks: input => lockSlip(input),
  load: (act, { id }) => slipOf(act, id),
  async run(act, { id, outcome }, slip) {
    requireOpen(act, slip)
    finish(act, slip, outcome?.trim() ?? '')
    const version = await act.changeRecord(id)
    act.emit(c.slipDone, { ...about(slip), workDone: [{ key: taskKey(slip) }] }, [id])
    return { output: { id, version }, undo: { command: c.reopenSlip.name, input: { id } } }
  },
})

export const reopenSlipBody = implementCommand(c.reopenSlip, {
  locks: input => lockSlip(input),
  load: (act, { id }) => slipOf(act, id),
  async run(act, { id }, slip) {
    if (slip.state !== 'done' && slip.state !== 'withdrawn') act.refuse(c.slipOpen, { title: slip.title })
    const wasRead = slip.read_at !== null
    const next = { ...slip, turn: slip.turn + 1 }
    const nextAt = wasRead ? null : await firstStepAt(act, slip)
    act.write(sql`
      update calls.slip set state = ${wasRead ? 'read' : 'unread'}, done_at = null, outcome = '', turn = ${next.turn}, step = 0, next_at = ${nextAt}
      where organisation_id = ${act.office.id} and id = ${id}`)
    setTimer(act, id, 1, nextAt)
    const version = await act.changeRecord(id)
    act.emit(c.slipReopened, { ...about(slip), work: tasksOf(act, next) }, [id])
    const back = slip.state === 'done' ? c.finishSlip : c.withdrawSlip
    return { output: { id, version }, undo: { command: back.name, input: { id } } }
  },
})

export const withdrawSlipBody = implementCommand(c.withdrawSlip, {
  locks: input => lockSlip(input),
  load: (act, { id }) => slipOf(act, id),
  async run(act, { id }, slip) {
    requireOpen(act, slip)
    if (slip.state === 'read') act.refuse(c.slipRead)
    act.write(sql`
      update calls.slip set state = 'withdrawn', next_at = null where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id)
    act.emit(c.slipWithdrawn, { ...about(slip), workWithdrawn: [{ key: taskKey(slip) }] }, [id])
    return { output: { id, version }, undo: { command: c.reopenSlip.name, input: { id } } }
  },
})

/** Who is called when there is nobody else: whoever leads the office. */
const leaders = ['manager', 'owner'] as const

async function toDeputy(act: Act, slip: SlipRow): Promise<string | null> {
  const deputyId = slip.for_id ? await deputyOf(act, slip.for_id) : null
  if (!deputyId || slip.also_ids.includes(deputyId)) return null
  const nextAt = act.at.add({ minutes: (await ruleOf(act)).onCallMinutes })
  act.write(sql`
    update calls.slip set step = 1, next_at = ${nextAt}, also_ids = also_ids || ${deputyId}::uuid
    where organisation_id = ${act.office.id} and id = ${slip.id}`)
  setTimer(act, slip.id, 2, nextAt)
  return deputyId
}

async function isSomebodyOnCall(act: Act): Promise<boolean> {
  const { rows } = await sql`
    select 1 from oncall.turn_fact
    where organisation_id = ${act.office.id} and start_at <= ${act.at} and end_at > ${act.at} limit 1`.execute(act.db())
  return rows.length > 0
}

async function toOnCall(act: Act, slip: SlipRow): Promise<string | null> {
  act.write(sql`
    update calls.slip set step = 2, next_at = null where organisation_id = ${act.office.id} and id = ${slip.id}`)
  const isPaged = await isSomebodyOnCall(act)
  const key = slip.private ? 'page.calls.paged-private' : 'page.calls.paged'
  const words = { name: await titleOf(act, slip.for_id), about: slip.title }
  const title = wordsIn(act.office.language, key, words).slice(0, 200)
  const notify = isPaged
    ? []
    : leaders.map(role => ({
        key: `calls.slip-unread:${slip.id}`,
        role,
        titleKey: 'notice.calls.slip-unread',
        params: { name: words.name, caller: slip.caller },
        recordId: slip.id,
        urgency: 'now' as const,
      }))
  act.emit(
    c.slipEscalated,
    {
      ...about(slip),
      name: wordsIn(act.office.language, isPaged ? 'page.calls.on-call' : 'page.calls.leaders'),
      notify,
    },
    [slip.id],
  )
  return isPaged ? title : null
}

export const escalateSlipBody = implementCommand(c.escalateSlip, {
  locks: ({ id }) => [{ kind: 'slip', id }],
  load: (act, { id }) => slipOf(act, id),
  async run(act, { id, step }, slip) {
    // Somebody has read it, or the step was taken by a timer that came before.
    if (slip.state !== 'unread' || slip.next_at === null || slip.step !== step - 1)
      return { output: { done: false, page: null, private: slip.private } }
    const deputyId = step === 1 ? await toDeputy(act, slip) : null
    if (deputyId !== null) {
      const audience = audienceOf([slip.for_id, ...slip.also_ids, slip.taken_by_id, deputyId])
      await act.changeRecord(id, slip.private ? { audience } : {})
      const name = await titleOf(act, deputyId)
      act.emit(c.slipEscalated, { ...about(slip), name, notify: noticesOf(slip, [deputyId]) }, [id])
      return { output: { done: true, page: null, private: slip.private } }
    }
    const page = await toOnCall(act, slip)
    await act.changeRecord(id)
    return { output: { done: true, page, private: slip.private } }
  },
})

export const calledBackBody = implementCommand(c.calledBack, {
  async run(act, { keys }) {
    const ids = keys.flatMap(key => slipOfKey(key) ?? [])
    const { rows } = await sql<{ id: string; turn: number }>`
      select id, turn from calls.slip
      where organisation_id = ${act.office.id} and id = any(${ids}::uuid[]) and state in ('unread', 'read') order by id`.execute(
      act.db(),
    )
    // A task of a turn before was another's.
    const done = rows.filter(row => keys.includes(taskKey(row)))
    await act.lockAlso(done.map(({ id }) => ({ kind: 'slip', id })))
    for (const { id } of done) {
      const slip = await slipOf(act, id)
      finish(act, slip, '')
      await act.changeRecord(id)
      act.emit(c.slipDone, about(slip), [id])
    }
    return { output: { done: done.length } }
  },
})
