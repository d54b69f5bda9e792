import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { bookMeeting } from '../meeting.ts'
import {
  inviteesOf,
  type InviteeRow,
  inviteeOf,
  type ProposalRow,
  proposalOf,
  type TimeRow,
  timesOf,
} from '../proposal-row.ts'
import { officeWords } from '../words.ts'
import { remind } from './propose.ts'

/** From this class on a meeting is confidential too. */
const quietFrom = 2

/** What the times were proposed for, and whether that is confidential. */
async function aboutOf(act: Act, id: string): Promise<{ readonly ids: readonly string[]; readonly isQuiet: boolean }> {
  const { rows } = await sql<{ to_id: string; class: number }>`
    select l.to_id, r.class from kernel.link l join kernel.record r on r.organisation_id = l.organisation_id and r.id = l.to_id
    where l.organisation_id = ${act.office.id} and l.from_id = ${id} and l.relation = 'about'`.execute(act.db())
  return { ids: rows.map(row => row.to_id), isQuiet: rows.some(row => row.class >= quietFrom) }
}

/** Makes the event of a time: its hold becomes the event, so that nobody gets the place between. */
async function settle(act: Act, row: ProposalRow, time: TimeRow): Promise<string> {
  const invitees = await inviteesOf(act, row.id)
  const about = await aboutOf(act, row.id)
  const { id } = await bookMeeting(
    act,
    {
      title: row.title,
      must: row.must,
      may: row.may,
      outside: invitees.map(({ name, email }) => ({ name, email })),
      placeId: row.place_id,
      note: row.note,
      start: time.start_at,
      minutes: row.minutes,
      zone: row.zone,
      holdId: row.hold_id,
      sourceId: row.id,
      documentIds: row.document_ids,
      privacy: about.isQuiet ? 'confidential' : undefined,
    },
    row.organiser_id,
  )
  for (const one of about.ids) await act.link(id, one, 'about')
  await sql`
    update scheduling.proposal set state = 'settled', event_id = ${id}, chosen_id = ${time.id}, chosen_by_id = ${act.principal.id}, hold_id = null
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
  return id
}

async function timeOf(act: Act, proposalId: string, timeId: string): Promise<TimeRow> {
  const time = (await timesOf(act, proposalId)).find(({ id }) => id === timeId)
  return time ?? act.refuse(c.proposedTimeUnknown)
}

const isPast = (act: Act, { start_at }: TimeRow) => Temporal.Instant.compare(start_at, act.at) <= 0

export const chooseTimeBody = implementCommand(c.chooseTime, {
  locks: ({ id, expectedVersion }) => [{ kind: 'time-proposal', id, expectedVersion }],
  load: (act, { id }) => proposalOf(act, id, true),
  async run(act, { id, timeId }, row) {
    if (row.state !== 'open') act.refuse(c.proposalNotOpen, { title: row.title })
    const time = await timeOf(act, id, timeId)
    if (isPast(act, time)) act.refuse(c.slotOver, { at: String(time.start_at) })
    const eventId = await settle(act, row, time)
    const version = await act.changeRecord(id)
    act.emit(c.timeChosen, { id, title: row.title, name: act.principal.name, at: time.start_at, eventId, work: [] }, [
      id,
      eventId,
    ])
    return { output: { id, version, eventId } }
  },
})

/** The proposal an invitee's link belongs to, as long as it is open. */
async function opened(act: Act, id: string, inviteeId: string, way: ProposalRow['way']) {
  const invitee = await inviteeOf(act, inviteeId)
  if (!invitee || invitee.proposal_id !== id) return act.refuse(c.timesLinkClosed)
  const row = await proposalOf(act, id, true)
  if (row.way !== way || row.state === 'withdrawn' || row.state === 'lapsed') return act.refuse(c.timesLinkClosed)
  return { row, invitee }
}

async function noteAnswer(act: Act, { id }: InviteeRow, note?: string): Promise<void> {
  await sql`
    update scheduling.invitee set answered_at = ${act.at}, note = coalesce(${note ?? null}, note)
    where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
}

/** Whoever locks the proposal first has the time; all others find it settled. */
export const takeTimeBody = implementCommand(c.takeTime, {
  locks: ({ id }) => [{ kind: 'time-proposal', id }],
  async run(act, { id, inviteeId, timeId }) {
    const { row, invitee } = await opened(act, id, inviteeId, 'offer')
    const time = await timeOf(act, id, timeId)
    if (row.state !== 'open' || isPast(act, time)) act.refuse(c.timeGone)
    await noteAnswer(act, invitee)
    const eventId = await settle(act, row, time).catch((error: unknown) => {
      if (error instanceof Refusal) act.refuse(c.timeGone)
      throw error
    })
    await act.changeRecord(id)
    act.emit(c.timeChosen, { id, title: row.title, name: invitee.name, at: time.start_at, eventId, work: [] }, [
      id,
      eventId,
    ])
    return { output: {} }
  },
})

export const castVoteBody = implementCommand(c.castVote, {
  locks: ({ id }) => [{ kind: 'time-proposal', id }],
  async run(act, { id, inviteeId, votes, note }) {
    const { row, invitee } = await opened(act, id, inviteeId, 'poll')
    if (row.state !== 'open') act.refuse(c.timesLinkClosed)
    const times = new Set((await timesOf(act, id)).map(time => time.id))
    for (const { timeId, says } of votes) {
      if (!times.has(timeId)) act.refuse(c.proposedTimeUnknown)
      await sql`
        insert into scheduling.vote (organisation_id, proposal_id, time_id, invitee_id, says)
        values (${act.office.id}, ${id}, ${timeId}, ${inviteeId}, ${says})
        on conflict (organisation_id, proposal_id, time_id, invitee_id) do update set says = excluded.says`.execute(
        act.db(),
      )
    }
    await noteAnswer(act, invitee, note)
    await act.changeRecord(id)
    act.emit(c.voteCast, { id, title: row.title, name: invitee.name }, [id])
    return { output: {} }
  },
})

const task = (act: Act, row: ProposalRow): TaskWish => ({
  key: `scheduling.lapsed:${row.id}`,
  title: officeWords(act, 'task.proposal-lapsed', { title: row.title }).slice(0, 300),
  ownerId: row.organiser_id,
  sourceId: row.id,
  dueOn: act.today,
  effortMinutes: 10,
})

/** What ends now, and what has a day left of which somebody has said nothing. */
export const endProposalsBody = implementCommand(c.endProposals, {
  async run(act) {
    const { rows: over } = await sql<{ id: string }>`
      select id from scheduling.proposal
      where organisation_id = ${act.office.id} and state = 'open' and answer_until <= ${act.at} order by id limit 200 for update`.execute(
      act.db(),
    )
    for (const { id } of over) {
      const row = await proposalOf(act, id)
      await sql`
        update scheduling.proposal set state = 'lapsed', hold_id = null
        where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
      act.emit(c.proposalLapsed, { id, title: row.title, work: [task(act, row)] }, [id])
    }
    const soon = await toRemind(act)
    for (const [id, invitees] of soon) {
      await remind(act, id, invitees)
      act.emit(c.inviteesReminded, { id, title: invitees[0]!.title, count: invitees.length }, [id])
    }
    return { output: { lapsed: over.length, reminded: [...soon.values()].flat().length } }
  },
})

async function toRemind(act: Act) {
  const { rows } = await sql<{ id: string; proposal_id: string; title: string }>`
    select i.id, i.proposal_id, r.title from scheduling.proposal p
    join scheduling.invitee i on i.organisation_id = p.organisation_id and i.proposal_id = p.id
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    where p.organisation_id = ${act.office.id} and ${remindable(act.at)} order by i.proposal_id, i.id limit 500`.execute(
    act.db(),
  )
  return Map.groupBy(rows, row => row.proposal_id)
}

/** A day before it ends, once, and not on the day somebody was asked. */
export const remindable = (at: Temporal.Instant) => sql`
  p.state = 'open' and i.answered_at is null and i.reminded_at is null and i.mail = 'sent'
  and p.answer_until > ${at} and p.answer_until <= ${at.add({ hours: 24 })}`
