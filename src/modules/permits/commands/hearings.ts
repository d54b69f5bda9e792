import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  applicantMissing,
  dayReversed,
  hearingAnswered,
  hearingRemoved,
  hearingUnknown,
  hearParty,
  noteAnswer,
  partyHeard,
  removeHearing,
} from '../contract.ts'
import {
  applicationOf,
  caseKey,
  caseWish,
  type HearingRow,
  hearingsOf,
  numberOf,
  requireStep,
} from '../application-row.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { openKeys } from '../permit-row.ts'

async function hearingOf(act: Act, id: string, hearingId: string): Promise<HearingRow> {
  const found = (await hearingsOf(act, id)).find(one => one.id === hearingId)
  return found ?? act.refuse(hearingUnknown)
}

export const hearPartyBody = implementCommand(hearParty, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, { id, party: given, partyId, dueOn }, row) {
    requireStep(act, row, ['registered', 'completion', 'complete'])
    const known = partyId ? await requireVisible(act, partyId, ['person', 'organisation']) : undefined
    const party = (given ?? known ?? act.refuse(applicantMissing)).slice(0, 200)
    if (Temporal.PlainDate.compare(dueOn, act.today) < 0) act.refuse(dayReversed, { on: String(dueOn) })
    const { title } = act.locked(id)
    const hearingId = act.newId()
    await sql`
      insert into permits.hearing (organisation_id, application_id, id, party_id, party, asked_on, due_on)
      values (${act.office.id}, ${id}, ${hearingId}, ${partyId ?? null}::uuid, ${party}, ${act.today}::date, ${dueOn}::date)`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    const key = `${caseKey('hearing', id)}${hearingId}`
    const work = [caseWish(act, row, title, { key, message: 'task.case-hearing', dueOn, params: { party } })]
    act.emit(partyHeard, { id, title, number: numberOf(row), party, work }, [id])
    return {
      output: { id, version, hearingId },
      undo: { command: 'permits.remove-hearing', input: { id, expectedVersion: version, hearingId } },
    }
  },
})

export const removeHearingBody = implementCommand(removeHearing, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, { id, hearingId }, row) {
    const { party } = await hearingOf(act, id, hearingId)
    await sql`
      delete from permits.hearing where organisation_id = ${act.office.id} and application_id = ${id} and id = ${hearingId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    const workWithdrawn = await openKeys(act, `${caseKey('hearing', id)}${hearingId}`)
    const { title } = act.locked(id)
    act.emit(
      hearingRemoved,
      { id, title, number: numberOf(row), party, ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) },
      [id],
    )
    return { output: { id, version } }
  },
})

export const noteAnswerBody = implementCommand(noteAnswer, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, { id, hearingId, answer, answeredOn }, row) {
    const { party } = await hearingOf(act, id, hearingId)
    await sql`
      update permits.hearing set answer = ${answer}, answered_on = ${answeredOn ?? act.today}::date
      where organisation_id = ${act.office.id} and application_id = ${id} and id = ${hearingId}`.execute(act.db())
    const version = await act.changeRecord(id)
    const workDone = await openKeys(act, `${caseKey('hearing', id)}${hearingId}`)
    act.emit(
      hearingAnswered,
      {
        id,
        title: act.locked(id).title,
        number: numberOf(row),
        party,
        ...(workDone.length > 0 ? { workDone } : {}),
      },
      [id],
    )
    return { output: { id, version } }
  },
})
