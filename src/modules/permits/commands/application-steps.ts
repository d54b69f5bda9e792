/** The steps of an application at the desk: completeness, decision, notification, appeal. */
import { implementCommand, type Undo } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import {
  applicationOf,
  type ApplicationRow,
  caseKey,
  caseWish,
  deskOf,
  hearingsOf,
  numberOf,
  requireStep,
  takeStep,
  updateApplication,
} from '../application-row.ts'
import { lastDayIn } from '../periods.ts'
import { feeColumns, openKeys, type Prior } from '../permit-row.ts'

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0
const done = ({ id }: ApplicationRow, { version, undo }: { version: number; undo: Undo }) => ({
  output: { id, version },
  undo,
})
const underWay = ['registered', 'completion', 'complete'] as const

export const requestCompletionBody = implementCommand(c.requestCompletion, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, { id, what, dueOn }, row) {
    requireStep(act, row, ['registered', 'completion'])
    if (before(dueOn, act.today)) act.refuse(c.dayReversed, { on: String(dueOn) })
    const { title, version } = act.locked(id)
    const key = `${caseKey('completion', id)}${version + 1}`
    const work = [caseWish(act, row, title, { key, message: 'task.case-completion', dueOn })]
    const change = { state: 'completion' as const, completion_what: what, completion_due_on: dueOn }
    const workWithdrawn = await openKeys(act, caseKey('completion', id))
    const step = { change, event: c.completionRequested, work, workWithdrawn, more: { on: dueOn } }
    return done(row, await takeStep(act, row, step))
  },
})

export const noteCompleteBody = implementCommand(c.noteComplete, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: async (act, { id }) => ({ row: await applicationOf(act, id), desk: await deskOf(act) }),
  async run(act, { id, completeOn }, { row, desk }) {
    requireStep(act, row, ['registered', 'completion'])
    const on = completeOn ?? act.today
    if (before(on, row.received_on) || before(act.today, on)) act.refuse(c.dayReversed, { on: String(on) })
    const { title, version } = act.locked(id)
    const decideBy = lastDayIn(on, desk.decide, act.office.country)
    const key = `${caseKey('decide', id)}${version + 1}`
    const { version: now, undo } = await takeStep(act, row, {
      change: { state: 'complete', complete_on: on, decide_by: decideBy, warned_at: null },
      event: c.applicationComplete,
      work: [caseWish(act, row, title, { key, message: 'task.case-decide', dueOn: decideBy })],
      workWithdrawn: await openKeys(act, caseKey('decide', id)),
      workDone: await openKeys(act, caseKey('completion', id)),
      more: { on },
    })
    return { output: { id, version: now, decideBy }, undo }
  },
})

export const decideApplicationBody = implementCommand(c.decideApplication, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: async (act, { id }) => ({
    row: await applicationOf(act, id),
    hearings: await hearingsOf(act, id),
    desk: await deskOf(act),
  }),
  weigh: ({ fee }) => (fee ? { amount: fee } : {}),
  async run(act, input, { row, hearings, desk }) {
    const { id, outcome, validFrom, validUntil } = input
    // what is not complete can only be refused or dismissed
    requireStep(act, row, outcome === 'granted' || outcome === 'partly' ? ['complete'] : underWay)
    if (validFrom && validUntil && before(validUntil, validFrom)) act.refuse(c.validityReversed)
    const waiting = hearings.filter(one => !one.answered_on && !before(one.due_on, act.today))
    if (waiting.length > 0 && !input.anyway)
      act.refuse(c.hearingsOpen, { number: numberOf(row), party: waiting[0]!.party, on: String(waiting[0]!.due_on) })
    const { title, version } = act.locked(id)
    const key = `${caseKey('notify', id)}${version + 1}`
    const step = {
      change: {
        state: 'decided' as const,
        outcome,
        decision: input.decision,
        reasons: input.reasons,
        appeal_instructions: (input.appealInstructions ?? desk.appealInstructions) || null,
        decided_on: act.today,
        decided_by_id: act.principal.id,
        valid_from: validFrom ?? null,
        valid_until: validUntil ?? null,
        ...feeColumns(input.fee ?? null),
      },
      event: c.applicationDecided,
      work: [caseWish(act, row, title, { key, message: 'task.case-notify' as const, dueOn: act.today })],
      workDone: [
        ...(await openKeys(act, caseKey('decide', id))),
        ...(await openKeys(act, caseKey('completion', id))),
        ...(await openKeys(act, caseKey('hearing', id))),
      ],
    }
    return done(row, await takeStep(act, row, step))
  },
})

export const noteNotifiedBody = implementCommand(c.noteNotified, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: async (act, { id }) => ({ row: await applicationOf(act, id), desk: await deskOf(act) }),
  async run(act, { id, notifiedOn }, { row, desk }) {
    requireStep(act, row, ['decided'])
    const on = notifiedOn ?? act.today
    if (before(on, row.decided_on!) || before(act.today, on)) act.refuse(c.dayReversed, { on: String(on) })
    const appealUntil = lastDayIn(on, desk.appeal, act.office.country)
    const { version, undo } = await takeStep(act, row, {
      change: { state: 'notified', notified_on: on, appeal_until: appealUntil },
      event: c.partiesNotified,
      workDone: await openKeys(act, caseKey('notify', id)),
      more: { on },
    })
    return { output: { id, version, appealUntil }, undo }
  },
})

export const noteAppealBody = implementCommand(c.noteAppeal, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, { id, appealedOn }, row) {
    requireStep(act, row, ['notified'])
    const on = appealedOn ?? act.today
    if (before(row.appeal_until!, on)) act.refuse(c.appealLate, { on: String(row.appeal_until) })
    const { title, version } = act.locked(id)
    const key = `${caseKey('appeal', id)}${version + 1}`
    const step = {
      change: { state: 'appealed' as const, appealed_on: on },
      event: c.decisionAppealed,
      work: [
        caseWish(act, row, title, { key, message: 'task.case-appeal' as const, dueOn: act.today.add({ days: 7 }) }),
      ],
    }
    return done(row, await takeStep(act, row, step))
  },
})

export const noteWithdrawnBody = implementCommand(c.noteWithdrawn, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, { id }, row) {
    requireStep(act, row, underWay)
    const workWithdrawn = [
      ...(await openKeys(act, caseKey('decide', id))),
      ...(await openKeys(act, caseKey('completion', id))),
      ...(await openKeys(act, caseKey('hearing', id))),
    ]
    const change = { state: 'withdrawn' as const }
    return done(row, await takeStep(act, row, { change, event: c.applicationWithdrawn, workWithdrawn }))
  },
})

export const takeBackApplicationStepBody = implementCommand(c.takeBackApplicationStep, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, { id }, row) {
    const prior = row.prior as Prior | null
    if (!prior || row.state === 'final') return act.refuse(c.nothingToTakeBack, { title: act.locked(id).title })
    await updateApplication(act, id, { ...(prior.columns as object), prior: null })
    const version = await act.changeRecord(id)
    const { title, number } = { title: act.locked(id).title, number: numberOf(row) }
    const workWithdrawn = prior.keys.map(key => ({ key }))
    act.emit(
      c.applicationStepTakenBack,
      { id, title, number, ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) },
      [id],
    )
    return { output: { id, version } }
  },
})
