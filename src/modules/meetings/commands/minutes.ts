/** Minutes as they are typed, finished, approved and kept. */
import { sql } from 'kysely'
import type { Command } from '../../../kernel/declare.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { type TaskWish, workingCalendar } from '../../work/contract.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { settleCarried } from './next.ts'
import {
  actionKey,
  approversOf,
  attendeesOf,
  heldMeeting,
  itemsOf,
  type LineRow,
  linesOf,
  lockOf,
  meetingFor,
  type MeetingRow,
  numberOf,
  openKeys,
  stepKey,
  updateMeeting,
} from '../meeting-row.ts'
import { meant } from '../people.ts'
import type { MeetingsTables } from '../tables.ts'
import { takes } from '../states.ts'
import { readTypedLine } from '../typed-line.ts'
import { officeWords } from '../words.ts'
import { lineAnswer } from '../line-answer.ts'
import { actionWish } from '../actions.ts'

export const writeLinesBody = implementCommand(c.writeLines, {
  locks: ({ id }) => [{ kind: 'meeting', id }],
  load: (act, { id }) => meetingFor(act, c.writeLines, id),
  async run(act, { id, lines, removed = [] }, row) {
    const items = new Set((await itemsOf(act, id)).map(item => item.id))
    if (lines.some(line => line.itemId && !items.has(line.itemId))) act.refuse(c.itemUnknown)
    const db = act.db<MeetingsTables>()
    if (removed.length > 0)
      await db
        .deleteFrom('meetings.line')
        .where('organisation_id', '=', act.office.id)
        .where('meeting_id', '=', id)
        .where(
          'id',
          'in',
          removed.map(line => line.lineId),
        )
        .execute()
    const attendees = await attendeesOf(act, id)
    const settings = {
      today: act.today,
      language: act.principal.language,
      calendar: workingCalendar(act.office.country),
    }
    const rows: LineRow[] = []
    for (const line of new Map(lines.map(line => [line.lineId, line])).values()) {
      const { kind, text, who, dueOn } = readTypedLine(line.typed, settings)
      rows.push({
        organisation_id: act.office.id,
        meeting_id: id,
        id: line.lineId,
        item_id: line.itemId ?? null,
        position: line.position,
        typed: line.typed,
        kind,
        body: text,
        who,
        owner_id: who ? await meant(act, who, attendees) : null,
        due_on: dueOn,
        decision_id: null,
      })
    }
    if (rows.length > 0)
      await db
        .insertInto('meetings.line')
        .values(rows)
        .onConflict(on =>
          on.columns(['organisation_id', 'meeting_id', 'id']).doUpdateSet(set => ({
            item_id: set.ref('excluded.item_id'),
            position: set.ref('excluded.position'),
            typed: set.ref('excluded.typed'),
            kind: set.ref('excluded.kind'),
            body: set.ref('excluded.body'),
            who: set.ref('excluded.who'),
            owner_id: set.ref('excluded.owner_id'),
            due_on: set.ref('excluded.due_on'),
          })),
        )
        .execute()
    if (row.state === 'preparing') await updateMeeting(act, id, { state: 'underway' })
    const version = await act.changeRecord(id, { search: { body: await allText(act, id) } })
    act.emit(c.minutesWritten, { id, title: act.locked(id).title, count: lines.length + removed.length }, [id])
    const name = naming(
      await namesOf(
        act,
        rows.map(line => line.owner_id),
      ),
    )
    return { output: { id, version, lines: rows.map(line => lineAnswer(line, name)) } }
  },
})

async function allText(act: Act, id: string): Promise<string> {
  const [items, lines] = [await itemsOf(act, id), await linesOf(act, id)]
  return [...items.map(item => item.title), ...lines.map(line => line.body)].join('\n').slice(0, 200_000)
}

export const finishMinutesBody = implementCommand(c.finishMinutes, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.finishMinutes, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    const lines = (await linesOf(act, id)).filter(line => line.body.trim() !== '')
    if (lines.length === 0) act.refuse(c.minutesEmpty, { title })
    await finishItems(act, id)
    await settleCarried(act, id)
    const work = []
    for (const line of lines.filter(one => one.kind === 'action')) work.push(await actionWish(act, row, title, line))
    const approvers = await approversOf(act, id)
    for (const one of approvers) work.push(approveWish(act, id, title, one.principal_id))
    const actions = work.length - approvers.length
    const workDone = await openKeys(act, stepKey('minutes', id))
    await updateMeeting(act, id, { state: 'to-approve', finished_at: act.at, sent_back_because: null })
    act.emit(c.minutesFinished, { id, title, actions, work, workDone }, [id])
    if (approvers.length === 0) await lockMinutes(act, row)
    return { output: { id, version: await act.changeRecord(id), actions } }
  },
})

/** An item under which something was written is finished, unless somebody has said otherwise of it. */
async function finishItems(act: Act, id: string): Promise<void> {
  await sql`
    update meetings.item i set finished = true where i.organisation_id = ${act.office.id} and i.meeting_id = ${id}
      and not i.finished and exists (select from meetings.line l where l.organisation_id = i.organisation_id
        and l.meeting_id = i.meeting_id and l.item_id = i.id and l.kind = 'decision')`.execute(act.db())
}

const approveWish = (act: Act, id: string, title: string, ownerId: string): TaskWish => ({
  key: stepKey('approve', id, `${ownerId}:${act.at.epochMilliseconds}`),
  title: officeWords(act, 'task.approve', { title }).slice(0, 300),
  ownerId,
  askedById: act.principal.id,
  sourceId: id,
  dueOn: act.today.add({ days: 7 }),
  effortMinutes: 10,
  ifLate: 'holds-others',
})

/** Locks the minutes: decisions get their numbers and become records of their own, the paper is drawn. */
async function lockMinutes(act: Act, row: MeetingRow): Promise<number> {
  const { id } = row
  const on = row.starts_at.toZonedDateTimeISO(act.office.zone).toPlainDate()
  const decided = (await linesOf(act, id)).filter(line => line.kind === 'decision' && line.body.trim() !== '')
  const db = act.db<MeetingsTables>()
  for (const line of decided) {
    const serial = await act.nextNumber(`meetings.decision:${on.year}`)
    const number = numberOf({ year: on.year, serial })
    const decisionId = await act.createRecord({
      kind: 'meeting-decision',
      title: `${number} ${line.body}`.slice(0, 200),
      source: id,
      search: { body: line.body },
    })
    await db
      .insertInto('meetings.decision')
      .values({
        organisation_id: act.office.id,
        id: decisionId,
        meeting_id: id,
        year: on.year,
        serial,
        decided_on: on,
        body: line.body,
      })
      .execute()
    await db
      .updateTable('meetings.line')
      .set({ decision_id: decisionId })
      .where('organisation_id', '=', act.office.id)
      .where('meeting_id', '=', id)
      .where('id', '=', line.id)
      .execute()
  }
  await updateMeeting(act, id, { state: 'approved', approved_at: act.at })
  act.emit(c.minutesLocked, { id, title: act.locked(id).title, decisions: decided.length }, [id])
  act.enqueue(c.keepMinutesJob, { id })
  return decided.length
}

export const approveMinutesBody = implementCommand(c.approveMinutes, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.approveMinutes, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    const approvers = await approversOf(act, id)
    const mine = approvers.find(one => one.principal_id === act.principal.id)
    if (!mine || mine.approved_at) act.refuse(c.notApprover, { title })
    await act
      .db<MeetingsTables>()
      .updateTable('meetings.approver')
      .set({ approved_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('meeting_id', '=', id)
      .where('principal_id', '=', act.principal.id)
      .execute()
    const workDone = await openKeys(act, stepKey('approve', id, act.principal.id))
    const rest = approvers.filter(one => one !== mine && !one.approved_at)
    act.emit(c.minutesApproved, { id, title, workDone }, [id])
    if (rest.length === 0) await lockMinutes(act, row)
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const sendBackMinutesBody = implementCommand(c.sendBackMinutes, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.sendBackMinutes, id),
  async run(act, { id, because }, row) {
    const { title } = act.locked(id)
    await updateMeeting(act, id, { state: 'underway', sent_back_because: because })
    await sql`update meetings.approver set approved_at = null where organisation_id = ${act.office.id} and meeting_id = ${id}`.execute(
      act.db(),
    )
    const workWithdrawn = [...(await openKeys(act, stepKey('approve', id))), ...(await openKeys(act, actionKey(id)))]
    const work: TaskWish[] = row.secretary_id
      ? [
          {
            key: stepKey('minutes', id, String(act.at.epochMilliseconds)),
            title: officeWords(act, 'task.sent-back', { title }).slice(0, 300),
            note: because,
            ownerId: row.secretary_id,
            askedById: act.principal.id,
            sourceId: id,
            dueOn: act.today.add({ days: 3 }),
          },
        ]
      : []
    act.emit(c.minutesSentBack, { id, title, because, workWithdrawn, work }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const addCorrectionBody = implementCommand(c.addCorrection, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.addCorrection, id),
  async run(act, { id, text }) {
    await act
      .db<MeetingsTables>()
      .insertInto('meetings.correction')
      .values({
        organisation_id: act.office.id,
        meeting_id: id,
        id: act.newId(),
        body: text,
        by_id: act.principal.id,
        at: act.at,
      })
      .execute()
    act.emit(c.correctionAdded, { id, title: act.locked(id).title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const fileMinutesBody = implementCommand(c.fileMinutes, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.fileMinutes, id),
  async run(act, { id }, row) {
    if (!row.file_id) act.refuse(c.meetingStateWrong, { title: act.locked(id).title })
    act.emit(c.filingAsked, { id, title: act.locked(id).title }, [id])
    act.enqueue(c.fileMinutesJob, { id })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const keepMinutesBody = implementCommand(c.keepMinutes, {
  load: (act, { id }) => heldMeeting(act, id),
  async run(act, { id, fileId }, row) {
    if (row.file_id || row.state !== 'approved') return { output: { kept: false } }
    await updateMeeting(act, id, { file_id: fileId })
    await raiseRecord(act, id)
    act.emit(c.minutesKept, { id, title: row.title }, [id])
    act.enqueue(c.sendPapersJob, { id, what: 'minutes' })
    return { output: { kept: true } }
  },
})

export const noteFiledBody = implementCommand(c.noteFiled, {
  load: (act, { id }) => heldMeeting(act, id),
  async run(act, { id, documentId }, { title }) {
    await updateMeeting(act, id, { document_id: documentId })
    await raiseRecord(act, id)
    act.emit(c.minutesFiled, { id, title }, [id, documentId])
    return { output: {} }
  },
})

export const awaitMinutesBody = implementCommand(c.awaitMinutes, {
  load: (act, { id }) => heldMeeting(act, id),
  async run(act, { id }, row) {
    const { title } = row
    if (!takes(c.awaitMinutes.name, row.state)) act.refuse(c.meetingStateWrong, { title })
    await updateMeeting(act, id, { awaited_at: act.at })
    await raiseRecord(act, id)
    const work: TaskWish[] = row.secretary_id
      ? [
          {
            key: stepKey('minutes', id),
            title: officeWords(act, 'task.minutes', { title }).slice(0, 300),
            ownerId: row.secretary_id,
            sourceId: id,
            dueOn: act.today.add({ days: 3 }),
            effortMinutes: 30,
            ifLate: 'holds-others',
          },
        ]
      : []
    act.emit(c.minutesAwaited, { id, title, work }, [id])
    return { output: {} }
  },
})

/** In the name of whoever writes the minutes, or leads the meeting: what they laid down is done when its time comes. */
async function inTheirName<Wire>(act: Act, id: string, command: Command<unknown, Wire>, wire: Wire): Promise<boolean> {
  const { secretary_id, chair_id } = await heldMeeting(act, id)
  for (const principalId of new Set([secretary_id, chair_id]))
    if (principalId && (await act.actAs(principalId, command as never, wire as never)).status === 'done') return true
  return false
}

export const raiseDueBody = implementCommand(c.raiseDue, {
  async run(act, { agendas, next, points = [] }) {
    let done = 0
    for (const { id } of points) if (await inTheirName(act, id, c.askPoints, { id })) done++
    for (const { id } of next) if (await inTheirName(act, id, c.createNext, { id })) done++
    for (const { id } of agendas) if (await inTheirName(act, id, c.sendAgenda, { id })) done++
    return { output: { done } }
  },
})
