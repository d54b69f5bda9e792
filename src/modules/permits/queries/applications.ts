import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { type ApplicationRow, deskOf, hearingsOf, numberOf } from '../application-row.ts'
import * as c from '../contract.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { feeOf } from '../permit-row.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { linkedPapers } from './permits.ts'

type Seen = ApplicationRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly place: Temporal.PlainDate
}

const open = sql`('registered', 'completion', 'complete')`
const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'permit-application').selectAll()} r
  join permits.application a on a.organisation_id = ${view.office.id} and a.id = r.id`
/** What is to be decided stands first; what is decided by its last day to appeal, then what is over. */
const columns = sql`a.*, r.title, r.class, r.version, case when a.state in ${open} then a.decide_by
  when a.state = 'notified' then a.appeal_until else '9999-12-31'::date end as place`

const isOpen = ({ state }: ApplicationRow): boolean =>
  state === 'registered' || state === 'completion' || state === 'complete'

async function factsOf(view: View, rows: readonly Seen[]) {
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.handler_id),
    ),
  )
  return (row: Seen) => ({
    number: numberOf(row),
    permitType: row.permit_type,
    applicant: row.applicant,
    handler: name(row.handler_id),
    receivedOn: row.received_on,
    decideBy: row.decide_by,
    late: isOpen(row) && Temporal.PlainDate.compare(row.decide_by, view.today) < 0,
    outcome: row.outcome,
  })
}

export const listApplicationsBody = implementQuery(c.listApplications, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.states) conditions.push(sql`a.state = any(${input.states}::text[])`)
  if (input.handlerId) conditions.push(sql`a.handler_id = ${input.handlerId}`)
  if (input.text)
    conditions.push(sql`(r.title ilike ${liked(input.text)} or a.applicant ilike ${liked(input.text)}
      or a.year || '-' || lpad(a.serial::text, greatest(4, length(a.serial::text)), '0') ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'date', input)
  const facts = await factsOf(view, shown)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...facts(row),
    })),
    ...slice,
  }
})

export const getApplicationBody = implementQuery(c.getApplication, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'permit-application', id })
  const facts = await factsOf(view, [row])
  const papers = await linkedPapers(view, id)
  const name = naming(await namesOf(view, [row.applicant_id, row.decided_by_id, ...papers]))
  return {
    record: {
      id,
      kind: 'permit-application',
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.state,
    },
    ...facts(row),
    office: view.office.name,
    applicantRecord: name(row.applicant_id),
    isPublic: row.is_public,
    note: row.note,
    completionWhat: row.completion_what,
    completionDueOn: row.completion_due_on,
    completeOn: row.complete_on,
    decision: row.decision,
    reasons: row.reasons,
    appealInstructions: row.appeal_instructions,
    decidedOn: row.decided_on,
    decidedBy: name(row.decided_by_id),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    fee: feeOf(row),
    notifiedOn: row.notified_on,
    appealUntil: row.appeal_until,
    appealedOn: row.appealed_on,
    finalOn: row.final_on,
    hearings: (await hearingsOf(view, id)).map(one => ({
      id: one.id,
      party: one.party,
      askedOn: one.asked_on,
      dueOn: one.due_on,
      answer: one.answer,
      answeredOn: one.answered_on,
      late: one.answered_on === null && Temporal.PlainDate.compare(one.due_on, view.today) < 0,
    })),
    documents: papers.flatMap(paper => name(paper) ?? []),
    can: offers(view, row),
  }
})

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const primary = { primary: true }
  const common = [...can(view, c.changeApplication, input), ...can(view, addComment, { recordId: row.id })]
  switch (row.state) {
    case 'registered':
    case 'completion':
      return [
        ...can(view, c.noteComplete, input, primary),
        ...can(view, c.requestCompletion, input),
        ...can(view, c.hearParty, input),
        ...common,
        ...can(view, c.decideApplication, input),
        ...can(view, c.noteWithdrawn, input),
      ]
    case 'complete':
      return [
        ...can(view, c.decideApplication, input, primary),
        ...can(view, c.hearParty, input),
        ...common,
        ...can(view, c.noteWithdrawn, input),
      ]
    case 'decided':
      return [...can(view, c.noteNotified, input, primary), ...common]
    case 'notified':
      return [
        ...(Temporal.PlainDate.compare(view.today, row.appeal_until!) <= 0 ? can(view, c.noteAppeal, input) : []),
        ...common,
      ]
    default:
      return common
  }
}

export const listDiaryBody = implementQuery(c.listDiary, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`a.is_public and r.class <= 1`]
  if (input.year) conditions.push(sql`a.year = ${input.year}`)
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select a.*, r.title,
    lpad((9999 - a.year)::text, 4, '0') || lpad((999999999 - a.serial)::text, 9, '0') as key
    ${from(view)} where (${sql.join(conditions, sql`) and (`)})) l`
  const { shown, ...slice } = await sliceOf<Seen & { key: string }>(view, lines, 'key', 'text', input)
  return {
    // nothing of applicants and parties, and an outcome only once the parties know it
    rows: shown.map(row => ({
      id: row.id,
      number: numberOf(row),
      title: row.title,
      permitType: row.permit_type,
      receivedOn: row.received_on,
      outcome: row.notified_on ? row.outcome : null,
      decidedOn: row.notified_on ? row.decided_on : null,
    })),
    ...slice,
  }
})

export const getDeskBody = implementQuery(c.getDesk, async view => {
  const desk = await deskOf(view)
  return {
    on: desk.on,
    decideDays: desk.decide.days,
    decideUnit: desk.decide.unit,
    appealDays: desk.appeal.days,
    appealUnit: desk.appeal.unit,
    appealInstructions: desk.appealInstructions,
  }
})
