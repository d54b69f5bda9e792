import { implementCommand } from '../../../kernel/implement.ts'
import { sql } from 'kysely'
import {
  applicantMissing,
  applicationChanged,
  applicationRegistered,
  changeApplication,
  dayReversed,
  deskSet,
  registerApplication,
  setDesk,
} from '../contract.ts'
import { applicationOf, caseWish, deskOf, numberOf, requireDesk, updateApplication } from '../application-row.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { requirePerson } from '../people.ts'
import { lastDayIn } from '../periods.ts'
import type { PermitsTables } from '../tables.ts'

export const setDeskBody = implementCommand(setDesk, {
  load: act => deskOf(act),
  async run(act, input, before) {
    const { on } = input
    await sql`
      insert into permits.desk (organisation_id, switched_on, decide_days, decide_unit, appeal_days, appeal_unit, appeal_instructions)
      values (${act.office.id}, ${on}, ${input.decideDays ?? before.decide.days}, ${input.decideUnit ?? before.decide.unit},
        ${input.appealDays ?? before.appeal.days}, ${input.appealUnit ?? before.appeal.unit},
        ${input.appealInstructions ?? before.appealInstructions})
      on conflict (organisation_id) do update set switched_on = excluded.switched_on, decide_days = excluded.decide_days,
        decide_unit = excluded.decide_unit, appeal_days = excluded.appeal_days, appeal_unit = excluded.appeal_unit,
        appeal_instructions = excluded.appeal_instructions`.execute(act.db())
    act.emit(deskSet, { on })
    return {
      output: { on },
      undo: {
        command: 'permits.set-desk',
        input: {
          on: before.on,
          decideDays: before.decide.days,
          decideUnit: before.decide.unit,
          appealDays: before.appeal.days,
          appealUnit: before.appeal.unit,
          appealInstructions: before.appealInstructions,
        },
      },
    }
  },
})

const parties = ['person', 'organisation'] as const

export const registerApplicationBody = implementCommand(registerApplication, {
  load: act => requireDesk(act),
  async run(act, input, desk) {
    const { title, applicantId, handlerId, documentIds = [] } = input
    await requirePerson(act, handlerId)
    const known = applicantId ? await requireVisible(act, applicantId, parties) : undefined
    const applicant = (input.applicant ?? known ?? act.refuse(applicantMissing)).slice(0, 200)
    const receivedOn = input.receivedOn ?? act.today
    if (Temporal.PlainDate.compare(receivedOn, act.today) > 0) act.refuse(dayReversed, { on: String(receivedOn) })
    for (const paper of documentIds) await requireVisible(act, paper, ['document'])
    const id = await act.createRecord({
      kind: 'permit-application',
      title,
      ...(input.class === undefined ? {} : { class: input.class }),
      search: { body: [applicant, input.permitType, input.note].filter(Boolean).join('\n') },
    })
    const year = receivedOn.year
    const row = {
      organisation_id: act.office.id,
      id,
      year,
      serial: await act.nextNumber(`permits.application.${year}`),
      state: 'registered' as const,
      permit_type: input.permitType ?? null,
      applicant_id: applicantId ?? null,
      applicant,
      handler_id: handlerId === undefined ? act.principal.id : handlerId,
      received_on: receivedOn,
      is_public: input.isPublic ?? true,
      note: input.note ?? '',
      decide_by: lastDayIn(receivedOn, desk.decide, act.office.country),
    }
    await act
      .db<PermitsTables>()
      .insertInto('permits.application')
      .values({ ...unset, ...row })
      .execute()
    for (const paper of new Set(documentIds)) await act.link(id, paper, 'attachment')
    const number = numberOf(row)
    const key = `permits.case-decide:${id}:1`
    const work = [caseWish(act, row, title, { key, message: 'task.case-decide', dueOn: row.decide_by })]
    act.emit(applicationRegistered, { id, title, number, work }, [id])
    return { output: { id, version: 1, number } }
  },
})

const unset = {
  completion_what: null,
  completion_due_on: null,
  complete_on: null,
  warned_at: null,
  outcome: null,
  decision: null,
  reasons: null,
  appeal_instructions: null,
  decided_on: null,
  decided_by_id: null,
  valid_from: null,
  valid_until: null,
  fee_minor: null,
  fee_currency: null,
  notified_on: null,
  appeal_until: null,
  appealed_on: null,
  final_on: null,
  prior: null,
} as const

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changeApplicationBody = implementCommand(changeApplication, {
  locks: ({ id, expectedVersion }) => [{ kind: 'permit-application', id, expectedVersion }],
  load: (act, { id }) => applicationOf(act, id),
  async run(act, input, before) {
    const { id } = input
    const was = act.locked(id).title
    await requirePerson(act, input.handlerId)
    const known = input.applicantId ? await requireVisible(act, input.applicantId, parties) : undefined
    const note = input.note ?? before.note
    const applicant = (input.applicant ?? known ?? before.applicant).slice(0, 200)
    await updateApplication(act, id, {
      permit_type: keep(input.permitType, before.permit_type),
      applicant_id: keep(input.applicantId, before.applicant_id),
      applicant,
      handler_id: keep(input.handlerId, before.handler_id),
      is_public: input.isPublic ?? before.is_public,
      note,
    })
    const title = input.title ?? was
    const version = await act.changeRecord(id, {
      title,
      search: { body: [applicant, before.permit_type, note].filter(Boolean).join('\n') },
    })
    act.emit(applicationChanged, { id, title, number: numberOf(before) }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'permits.change-application',
        input: {
          id,
          expectedVersion: version,
          title: was,
          permitType: before.permit_type,
          applicantId: before.applicant_id,
          applicant: before.applicant,
          handlerId: before.handler_id,
          isPublic: before.is_public,
          note: before.note,
        },
      },
    }
  },
})
