/** The steps of an application for a permit, each kept so that it can be taken back. */
import type { Updateable } from 'kysely'
import { type Act, implementCommand, type Undo } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { insertPermit } from '../new-permit.ts'
import { appealPeriod, lastDayIn } from '../periods.ts'
import { requireVisible } from '../../../kernel/named.ts'
import {
  conditionsOf,
  openKeys,
  permitKey,
  permitOf,
  type PermitRow,
  permitWish,
  type Prior,
  priorOf,
  requirementsOf,
  requirePermitState,
  type Step,
  updateCondition,
  updatePermit,
  whatFollows,
} from '../permit-row.ts'
import type { PermitTable } from '../tables.ts'

/** Changes the columns, keeps what they held, says so; gives the version and the way back. */
async function take(
  act: Act,
  row: PermitRow,
  step: Step<Updateable<PermitTable>>,
): Promise<{ version: number; undo: Undo }> {
  const { id } = row
  const { title } = act.locked(id)
  const change = { renewal_raised_at: row.renewal_raised_at, ...step.change }
  await updatePermit(act, id, { ...change, prior: priorOf(row, change, step.work ?? []) })
  const version = await act.changeRecord(id)
  act.emit(
    step.event,
    {
      id,
      title,
      ...whatFollows(step),
    },
    [id],
  )
  return { version, undo: { command: 'permits.take-back-step', input: { id, expectedVersion: version } } }
}

const answer = ({ id }: PermitRow, { version, undo }: { version: number; undo: Undo }) => ({
  output: { id, version },
  undo,
})

export const sendApplicationBody = implementCommand(c.sendApplication, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, { id, sentOn, reference, anyway }, row) {
    const { title } = act.locked(id)
    requirePermitState(act, row, ['preparing'], title)
    const open = (await requirementsOf(act, id)).filter(one => !one.met)
    if (open.length > 0 && !anyway) act.refuse(c.requirementsOpen, { title, count: open.length })
    const change = { state: 'sent' as const, sent_on: sentOn ?? act.today, reference: reference ?? row.reference }
    return answer(row, await take(act, row, { change, event: c.applicationSent }))
  },
})

export const noteCompletionAskedBody = implementCommand(c.noteCompletionAsked, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, { id, what, dueOn }, row) {
    const { title, version } = act.locked(id)
    requirePermitState(act, row, ['sent', 'completion'], title)
    const key = `${permitKey('completion', id)}${version + 1}`
    const work = [permitWish(act, row, { key, message: 'task.completion', title, dueOn, note: what })]
    const workWithdrawn = await openKeys(act, permitKey('completion', id))
    const change = { state: 'completion' as const, completion_what: what, completion_due_on: dueOn }
    return answer(
      row,
      await take(act, row, { change, event: c.completionAsked, work, workWithdrawn, more: { on: dueOn } }),
    )
  },
})

export const sendCompletionBody = implementCommand(c.sendCompletion, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, { id }, row) {
    requirePermitState(act, row, ['completion'], act.locked(id).title)
    const workDone = await openKeys(act, permitKey('completion', id))
    return answer(row, await take(act, row, { change: { state: 'sent' }, event: c.completionSent, workDone }))
  },
})

export const noteDecisionBody = implementCommand(c.noteDecision, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, input, row) {
    const { id, outcome, decidedOn, validFrom, validUntil, documentId } = input
    const { title, version } = act.locked(id)
    requirePermitState(act, row, ['preparing', 'sent', 'completion'], title)
    if (validFrom && validUntil && Temporal.PlainDate.compare(validUntil, validFrom) < 0) act.refuse(c.validityReversed)
    if (documentId) {
      await requireVisible(act, documentId, ['document'])
      await act.link(id, documentId, 'decision')
    }
    const appealUntil = input.appealUntil ?? lastDayIn(decidedOn, appealPeriod(act.office.country), act.office.country)
    const held = outcome !== 'refused'
    const change = {
      state: outcome,
      decided_on: decidedOn,
      valid_from: held ? (validFrom ?? decidedOn) : null,
      valid_until: held ? (validUntil ?? null) : null,
      appeal_until: appealUntil,
      renewal_lead_days: input.renewalLeadDays ?? row.renewal_lead_days,
    }
    const key = `${permitKey('appeal', id)}${version + 1}`
    const appealable = outcome !== 'granted' && Temporal.PlainDate.compare(appealUntil, act.today) >= 0
    const work = appealable ? [permitWish(act, row, { key, message: 'task.appeal', title, dueOn: appealUntil })] : []
    const workDone = await openKeys(act, permitKey('completion', id))
    return answer(row, await take(act, row, { change, event: c.decisionNoted, work, workDone }))
  },
})

export const withdrawApplicationBody = implementCommand(c.withdrawApplication, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, { id }, row) {
    requirePermitState(act, row, ['preparing', 'sent', 'completion'], act.locked(id).title)
    const workWithdrawn = await openKeys(act, permitKey('completion', id))
    return answer(
      row,
      await take(act, row, { change: { state: 'withdrawn' }, event: c.permitWithdrawn, workWithdrawn }),
    )
  },
})

export const endPermitBody = implementCommand(c.endPermit, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, { id }, row) {
    requirePermitState(act, row, ['granted', 'partly', 'refused'], act.locked(id).title)
    const workWithdrawn = [
      ...(await openKeys(act, permitKey('renewal', id))),
      ...(await openKeys(act, permitKey('appeal', id))),
      ...(await openKeys(act, `permits.check:${id}:`)),
    ]
    // should it be taken up again, its checks are asked for anew
    for (const one of await conditionsOf(act, id)) await updateCondition(act, id, one.id, { raised_on: null })
    const change = { state: 'ended' as const, renewal_raised_at: null }
    return answer(row, await take(act, row, { change, event: c.permitEnded, workWithdrawn }))
  },
})

export const takeBackStepBody = implementCommand(c.takeBackStep, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    const prior = row.prior as Prior | null
    if (!prior) return act.refuse(c.nothingToTakeBack, { title })
    // the columns come back as text, which PostgreSQL reads as what they are
    await updatePermit(act, id, { ...(prior.columns as Updateable<PermitTable>), prior: null })
    const version = await act.changeRecord(id)
    act.emit(
      c.stepTakenBack,
      {
        id,
        title,
        ...whatFollows({ workWithdrawn: prior.keys.map(key => ({ key })) }),
      },
      [id],
    )
    return { output: { id, version } }
  },
})

export const renewPermitBody = implementCommand(c.renewPermit, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit', id, expectedVersion }],
  load: (act, { id }) => permitOf(act, id),
  async run(act, { id }, row) {
    const { title, class: level } = act.locked(id)
    requirePermitState(act, row, ['granted', 'partly', 'ended'], title)
    const newId = await insertPermit(act, {
      title,
      class: level,
      source: id,
      requirements: (await requirementsOf(act, id)).map(one => one.requirement),
      facts: {
        state: 'preparing',
        permit_type: row.permit_type,
        authority_id: row.authority_id,
        owner_id: row.owner_id,
        note: row.note,
        renewal_lead_days: row.renewal_lead_days,
        renews_id: id,
      },
    })
    await updatePermit(act, id, { renewal_raised_at: act.at })
    const version = await act.changeRecord(id)
    const workDone = await openKeys(act, permitKey('renewal', id))
    act.emit(c.renewalBegun, { id, title, ...whatFollows({ workDone }) }, [id, newId])
    return { output: { id, version, newId } }
  },
})
