import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import {
  attendeesOf,
  heldMeeting,
  itemsOf,
  lockOf,
  meetingFor,
  type MeetingRow,
  openKeys,
  stepKey,
  updateMeeting,
} from '../meeting-row.ts'
import { officeWords } from '../words.ts'

/** Colleagues among those who take part; others are not given tasks. */
async function colleaguesOf(act: Act, id: string): Promise<string[]> {
  const ids = (await attendeesOf(act, id)).flatMap(one =>
    one.role !== 'informed' && one.person_id ? [one.person_id] : [],
  )
  if (ids.length === 0) return []
  const rows = await act
    .db()
    .selectFrom('kernel.record')
    .select('id')
    .where('organisation_id', '=', act.office.id)
    .where('id', 'in', ids)
    .where('kind', '=', 'principal')
    .execute()
  return rows.map(row => row.id)
}

/** Until the day before the agenda goes out; where that is over, today. */
function closing(act: Act, { starts_at, agenda_days }: MeetingRow): Temporal.PlainDate {
  const held = starts_at.toZonedDateTimeISO(act.office.zone).toPlainDate()
  const last = held.subtract({ days: (agenda_days ?? 0) + 1 })
  return Temporal.PlainDate.compare(last, act.today) < 0 ? act.today : last
}

export const askPointsBody = implementCommand(c.askPoints, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.askPoints, id),
  async run(act, { id, byOn }, row) {
    const { title } = act.locked(id)
    const until = byOn ?? closing(act, row)
    const people = await colleaguesOf(act, id)
    await updateMeeting(act, id, { points_asked_at: act.at })
    const version = await act.changeRecord(id)
    const work = people
      .filter(ownerId => ownerId !== act.principal.id)
      .map(ownerId => ({
        key: stepKey('points', id, ownerId),
        title: officeWords(act, 'task.points', { title }).slice(0, 300),
        ownerId,
        askedById: act.principal.id,
        sourceId: id,
        dueOn: until,
        ...(row.chair_id ? { forId: row.chair_id } : {}),
        effortMinutes: 5,
        ifLate: 'holds-others' as const,
      }))
    act.emit(c.pointsAsked, { id, title, work }, [id])
    return { output: { id, version, asked: work.length } }
  },
})

export const sendAgendaBody = implementCommand(c.sendAgenda, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.sendAgenda, id),
  async run(act, { id }) {
    if ((await itemsOf(act, id)).length === 0) act.refuse(c.agendaEmpty, { title: act.locked(id).title })
    await updateMeeting(act, id, { agenda_sent_at: act.at })
    const version = await act.changeRecord(id)
    const workDone = await openKeys(act, stepKey('points', id))
    act.emit(c.agendaSent, { id, title: act.locked(id).title, workDone }, [id])
    act.enqueue(c.sendPapersJob, { id, what: 'agenda' })
    return { output: { id, version } }
  },
})

export const sendMinutesBody = implementCommand(c.sendMinutes, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.sendMinutes, id),
  async run(act, { id }) {
    const version = await act.changeRecord(id)
    act.emit(c.minutesSent, { id, title: act.locked(id).title }, [id])
    act.enqueue(c.sendPapersJob, { id, what: 'minutes' })
    return { output: { id, version } }
  },
})

export const notePapersBody = implementCommand(c.notePapers, {
  load: (act, { id }) => heldMeeting(act, id),
  async run(act, { id, sent, failed }, { title }) {
    act.emit(c.papersSent, { id, title, sent, failed }, [id])
    return { output: {} }
  },
})
