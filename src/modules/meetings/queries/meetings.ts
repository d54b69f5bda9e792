import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import type { Command } from '../../../kernel/declare.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { lineAnswer } from '../line-answer.ts'
import {
  approversOf,
  attendeesOf,
  itemsOf,
  linesOf,
  type MeetingRow,
  numberOf,
  papersOf,
  turnsOf,
} from '../meeting-row.ts'
import { takes } from '../states.ts'
import type { MeetingsTables } from '../tables.ts'

type Seen = MeetingRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly items: number
  readonly attendees: number
  readonly open_actions: number
  readonly sort: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'meeting').selectAll()} r
  join meetings.meeting m on m.organisation_id = ${view.office.id} and m.id = r.id`

/** Tasks that a meeting made and that are not done, as `t`. */
const openOf = sql`
  from work.task_fact t where t.organisation_id = m.organisation_id and t.source_id = m.id
    and t.raised_key like 'meetings.action:%' and t.state in ('open', 'waiting')`

/** What comes is listed forwards, what was backwards: the moment is turned for those. */
const sortOf = (box: string): RawBuilder<unknown> =>
  box === 'coming'
    ? sql`to_char(m.starts_at at time zone 'UTC', 'YYYYMMDDHH24MISS')`
    : sql`lpad((99999999999 - extract(epoch from m.starts_at)::bigint)::text, 12, '0')`

const columns = (box: string) => sql`m.*, r.title, r.class, r.version, ${sortOf(box)} as sort,
  (select count(*)::int from meetings.item i where i.organisation_id = m.organisation_id and i.meeting_id = m.id) as items,
  (select count(*)::int from meetings.attendee a where a.organisation_id = m.organisation_id and a.meeting_id = m.id) as attendees,
  (select count(*)::int ${openOf}) as open_actions`

function inBox(view: View, box: (typeof c.boxes)[number]): RawBuilder<unknown> {
  switch (box) {
    case 'coming':
      return sql`m.state in ('preparing', 'underway') and m.ends_at > ${view.at}`
    case 'to-finish':
      return sql`(m.state = 'to-approve' or (m.state in ('preparing', 'underway') and m.ends_at <= ${view.at}))`
    case 'past':
      return sql`m.state <> 'cancelled' and m.ends_at <= ${view.at}`
    case 'all':
      return sql`true`
  }
}

export const listMeetingsBody = implementQuery(c.listMeetings, async (view, input) => {
  const conditions = [inBox(view, input.box)]
  if (input.text) conditions.push(sql`(r.title ilike ${liked(input.text)} or m.place ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns(input.box)} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.chair_id, row.secretary_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...factsOf(row, name),
      items: row.items,
      attendees: row.attendees,
    })),
    ...slice,
  }
})

const factsOf = (row: Seen, name: ReturnType<typeof naming>) => ({
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  chair: name(row.chair_id),
  secretary: name(row.secretary_id),
  agendaSentAt: row.agenda_sent_at,
  openActions: row.open_actions,
})

export const getMeetingBody = implementQuery(c.getMeeting, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns('all')} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'meeting', id })
  const items = await itemsOf(view, id)
  const papers = await papersOf(view, id)
  const people = await attendeesOf(view, id)
  const lines = await linesOf(view, id)
  const approvers = await approversOf(view, id)
  const turns = await turnsOf(view, id)
  const corrections = await view
    .db<MeetingsTables>()
    .selectFrom('meetings.correction')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('meeting_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const nextId = await nextOf(view, id)
  const numbers = await numbersOf(view, id)
  const actions = await actionsOf(view, id)
  const name = naming(
    await namesOf(view, [
      row.chair_id,
      row.secretary_id,
      row.previous_id,
      nextId,
      row.document_id,
      row.procedure_id,
      row.run_id,
      ...items.map(item => item.owner_id),
      ...[...papers.values()].flat(),
      ...people.map(one => one.person_id),
      ...lines.map(line => line.owner_id),
      ...approvers.map(one => one.principal_id),
      ...corrections.map(one => one.by_id),
      ...turns,
    ]),
  )
  return {
    record: { id, kind: 'meeting', title: row.title, class: row.class, version: row.version, state: row.state },
    ...factsOf(row, name),
    eventId: row.event_id,
    agendaDays: row.agenda_days,
    pointsDays: row.points_days,
    procedure: name(row.procedure_id),
    run: name(row.run_id),
    rotates: row.rotates,
    turns: turns.map(name).filter(one => one !== null),
    previous: name(row.previous_id),
    next: name(nextId),
    agenda: items.map(item => ({
      id: item.id,
      position: item.position,
      title: item.title,
      kind: item.kind,
      owner: name(item.owner_id),
      minutes: item.minutes,
      note: item.note,
      standing: item.standing,
      carried: item.carried_id !== null,
      finished: item.finished,
      documents: (papers.get(item.id) ?? []).map(name).filter(one => one !== null),
    })),
    people: people.map(one => ({
      id: one.id,
      name: one.name,
      email: one.email,
      person: name(one.person_id),
      role: one.role,
      presence: one.presence,
    })),
    lines: lines.map(line => lineAnswer(line, name, line.decision_id ? (numbers.get(line.decision_id) ?? null) : null)),
    approvers: approvers.flatMap(one => {
      const person = name(one.principal_id)
      return person ? [{ person, approvedAt: one.approved_at }] : []
    }),
    corrections: corrections.map(one => ({ id: one.id, text: one.body, by: name(one.by_id), at: one.at })),
    actions,
    sentBackBecause: row.state === 'underway' ? row.sent_back_because : null,
    paperKept: row.file_id !== null,
    document: name(row.document_id),
    can: canOf(view, row, { items: items.length, lines: lines.length, next: nextId !== null, approvers }),
  }
})

async function nextOf(view: View, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from meetings.meeting where organisation_id = ${view.office.id} and previous_id = ${id}
      and state <> 'cancelled'`.execute(view.db())
  return rows[0]?.id ?? null
}

/** Numbers of the decisions of a meeting, by their record. */
export async function numbersOf(view: View, id: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; year: number; serial: bigint }>`
    select id, year, serial from meetings.decision where organisation_id = ${view.office.id} and meeting_id = ${id}`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.id, numberOf(row)]))
}

interface ActionRow {
  readonly id: string
  readonly text: string
  readonly who: string | null
  readonly due_on: Temporal.PlainDate | null
  readonly meeting_id: string
  readonly meeting: string
  readonly held_at: Temporal.Instant
  readonly sort: string
}

/**
 * Tasks of meetings that are not done, whose meeting and task the asker may see. `upTo`: of this meeting and those before it in
 * its row, as `row_before`.
 */
const actionLines = (view: View, where: RawBuilder<unknown>, upTo: string | null) => sql`(
  with recursive row_before (id) as (
    select ${upTo}::uuid union select m.previous_id from row_before b
      join meetings.meeting m on m.organisation_id = ${view.office.id} and m.id = b.id where m.previous_id is not null
  )
  select t.task_id as id, tr.title as text, coalesce(t.waiting_for, w.title) as who, t.due_on, a.meeting_id, r.title as meeting,
    a.held_at, coalesce(t.due_on::text, '9999-12-31') as sort
  from (select id as meeting_id, starts_at as held_at from meetings.meeting where organisation_id = ${view.office.id}) a
  join ${visibleRecords(view, 'meeting').selectAll()} r on r.id = a.meeting_id
  join work.task_fact t on t.organisation_id = ${view.office.id} and t.source_id = a.meeting_id
    and t.raised_key like 'meetings.action:%' and t.state in ('open', 'waiting')
  join ${visibleRecords(view, 'task').selectAll()} tr on tr.id = t.task_id
  left join kernel.record w on w.organisation_id = ${view.office.id} and w.id = t.owner_id
  where ${where}) l`

const actionAnswer = (view: View) => (row: ActionRow) => ({
  id: row.id,
  text: row.text,
  who: row.who ?? '',
  dueOn: row.due_on,
  late: row.due_on !== null && Temporal.PlainDate.compare(row.due_on, view.today) < 0,
  taskId: row.id,
  meeting: { id: row.meeting_id, kind: 'meeting', title: row.meeting },
  heldAt: row.held_at,
})

async function actionsOf(view: View, upTo: string) {
  const where = sql`a.meeting_id in (select id from row_before)`
  const { rows } = await sql<ActionRow>`
    select * from ${actionLines(view, where, upTo)} order by l.sort, l.id limit 200`.execute(view.db())
  return rows.map(actionAnswer(view))
}

export const listActionsBody = implementQuery(c.listActions, async (view, input) => {
  const { shown, ...slice } = await sliceOf<ActionRow>(view, actionLines(view, sql`true`, null), 'sort', 'text', input)
  return { rows: shown.map(actionAnswer(view)), ...slice }
})

interface Standing {
  readonly items: number
  readonly lines: number
  readonly next: boolean
  readonly approvers: Awaited<ReturnType<typeof approversOf>>
}

function canOf(view: View, row: Seen, { items, lines, next, approvers }: Standing): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const { title } = row
  const offer = (command: Command, options: Parameters<typeof can>[3] = {}, more: object = {}): Can[] =>
    takes(command.name, row.state) ? can(view, command, { ...input, ...more }, options) : []
  const mine = approvers.some(one => one.principal_id === view.principal.id && !one.approved_at)
  const over = Temporal.Instant.compare(row.ends_at, view.at) <= 0
  return [
    ...(mine ? offer(c.approveMinutes, { primary: true }) : []),
    ...offer(c.sendAgenda, {
      primary: !over && row.agenda_sent_at === null,
      refusedBecause: items === 0 ? { name: 'agenda-empty', data: { title } } : null,
    }),
    ...offer(c.finishMinutes, {
      primary: true,
      refusedBecause: lines === 0 ? { name: 'minutes-empty', data: { title } } : null,
    }),
    ...offer(c.addItem),
    ...offer(c.askPoints),
    ...offer(c.addAttendee),
    ...(next ? [] : offer(c.createNext, { primary: row.state === 'approved' })),
    ...offer(c.sendBackMinutes),
    ...offer(c.addCorrection),
    ...(row.file_id ? [...offer(c.sendMinutes), ...(row.document_id ? [] : offer(c.fileMinutes))] : []),
    ...offer(c.changeMeeting),
    ...offer(c.cancelMeeting),
    ...offer(c.restoreMeeting, { primary: true }),
    ...can(view, addComment, { recordId: row.id }),
  ]
}
