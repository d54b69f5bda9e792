import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { holdTimes, releaseHold } from '../../calendar/contract.ts'
import { minutesOf } from '../clock.ts'
import * as c from '../contract.ts'
import { roomsOf } from '../days.ts'
import { needsOf } from '../find.ts'
import { requirePapers, requirePeople } from '../meeting.ts'
import { inviteesOf, mainCalendarOf, proposalOf } from '../proposal-row.ts'
import { fittingRooms, takenOf } from '../solve/feasible.ts'
import { holds } from '../solve/spans.ts'

interface Proposed {
  readonly title: string
  readonly minutes: number
  readonly starts: readonly Temporal.Instant[]
  readonly answerUntil: Temporal.Instant
}

/** The room that is named, or the first that fits and is free at every one of the times. */
async function roomFor(act: Act, input: InputOf<typeof c.proposeTimes>): Promise<string | null> {
  const { placeId, minutes, starts } = input
  if (placeId || !input.needs?.room) return placeId ?? null
  const at = starts.map(minutesOf)
  const rooms = await roomsOf(act, minutes, [Math.min(...at) - 1440, Math.max(...at) + 2880])
  const needs = needsOf(input)
  const free = fittingRooms({ rooms, needs }).find(room => {
    const taken = takenOf(room, minutes)
    return !at.some(start => holds(taken, start))
  })
  return free?.id ?? act.refuse(c.noRoomForAll)
}

/** Pencils the times into the organiser's calendar and the place's; nobody else gets the place meanwhile. */
async function hold(act: Act, input: Proposed, placeId: string | null) {
  const own = await mainCalendarOf(act, act.principal.id)
  const calendarIds = [own, placeId].filter(id => id !== null)
  if (calendarIds.length === 0) return null
  const outcome = await act.actAs(act.principal.id, holdTimes, {
    title: input.title,
    calendarIds,
    times: input.starts.map(start => ({ start: String(start), end: String(start.add({ minutes: input.minutes })) })),
    until: String(input.answerUntil),
  })
  if (outcome.status === 'done') return outcome.output.holdId
  if (outcome.status === 'refused')
    throw new Refusal({ name: outcome.refusal.name, status: outcome.refusal.status }, outcome.refusal.data)
  throw new Error('a hold asked for approval')
}

export const proposeTimesBody = implementCommand(c.proposeTimes, {
  async run(act, input) {
    const { way, title, minutes, starts, answerUntil, must, may = [], outside = [] } = input
    const sorted = starts.toSorted(Temporal.Instant.compare)
    const isOver = (at: Temporal.Instant) => Temporal.Instant.compare(at, act.at) <= 0
    if (isOver(sorted[0]!) || isOver(answerUntil))
      act.refuse(c.slotOver, { at: String(isOver(answerUntil) ? answerUntil : sorted[0]!) })
    const twice = sorted.find((start, n) => n > 0 && Temporal.Instant.compare(start, sorted[n - 1]!) === 0)
    if (twice) act.refuse(c.timesTwice, { at: String(twice) })
    if (way !== 'hold' && outside.length === 0) act.refuse(c.nobodyToAsk)
    await requirePeople(act, [...must, ...may], input.zone)
    const papers = await requirePapers(act, input.documentIds)
    const placeId = await roomFor(act, input)
    const holdId = await hold(act, input, placeId)
    if (input.aboutId) await requireVisible(act, input.aboutId)
    const id = await act.createRecord({
      kind: 'time-proposal',
      title,
      ...(input.aboutId ? { source: input.aboutId } : {}),
      search: { body: [...outside.map(({ name }) => name), input.note].filter(Boolean).join('\n') },
    })
    await sql`
      insert into scheduling.proposal (organisation_id, id, way, state, organiser_id, minutes, zone, note, place_id, must, may, answer_until, hold_id, document_ids)
      values (${act.office.id}, ${id}, ${way}, 'open', ${act.principal.id}, ${minutes}, ${input.zone ?? act.office.zone}, ${input.note ?? ''},
        ${placeId}, ${must}::uuid[], ${may}::uuid[], ${answerUntil}, ${holdId}, ${papers}::uuid[])`.execute(act.db())
    for (const start of sorted)
      await sql`
        insert into scheduling.proposed_time (organisation_id, proposal_id, id, start_at, end_at)
        values (${act.office.id}, ${id}, ${act.newId()}, ${start}, ${start.add({ minutes })})`.execute(act.db())
    if (input.aboutId) await act.link(id, input.aboutId, 'about')
    await ask(act, id, way === 'hold' ? [] : outside)
    act.emit(c.timesProposed, { id, title, count: sorted.length }, [id])
    return { output: { id, version: 1 }, undo: { command: c.withdrawProposal.name, input: { id } } }
  },
})

type Asked = { name: string; email: string; language?: string | undefined }

/** Each gets a link and a mail of their own; an address is asked once. */
async function ask(act: Act, id: string, outside: readonly Asked[]): Promise<void> {
  if (outside.length === 0) return
  await keepLinkSecret(act.db())
  const once = new Map(outside.map(one => [one.email.toLowerCase(), one]))
  for (const { name, email, language } of once.values()) {
    const inviteeId = act.newId()
    await sql`
      insert into scheduling.invitee (organisation_id, id, proposal_id, name, email, language, mail)
      values (${act.office.id}, ${inviteeId}, ${id}, ${name}, ${email}, ${nearestLanguage(language ?? act.office.language)}, 'sending')`.execute(
      act.db(),
    )
    act.enqueue(c.sendTimesJob, { id, inviteeId, reminder: false })
  }
}

/** Frees what was held, in the name of whoever held it; a hold that has ended by itself is free already. */
export async function freeHold(act: Act, row: { hold_id: string | null; organiser_id: string }): Promise<void> {
  if (row.hold_id === null) return
  const outcome = await act.actAs(row.organiser_id, releaseHold, { holdId: row.hold_id })
  if (outcome.status === 'refused' && outcome.refusal.name !== 'hold-unknown')
    throw new Refusal({ name: outcome.refusal.name, status: outcome.refusal.status }, outcome.refusal.data)
}

export const withdrawProposalBody = implementCommand(c.withdrawProposal, {
  locks: ({ id, expectedVersion }) => [{ kind: 'time-proposal', id, expectedVersion }],
  load: (act, { id }) => proposalOf(act, id, true),
  async run(act, { id }, row) {
    if (row.state !== 'open') act.refuse(c.proposalNotOpen, { title: row.title })
    await sql`
      update scheduling.proposal set state = 'withdrawn', hold_id = null
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    await freeHold(act, row)
    const version = await act.changeRecord(id)
    act.emit(c.proposalWithdrawn, { id, title: row.title }, [id])
    return { output: { id, version } }
  },
})

export const remindInviteesBody = implementCommand(c.remindInvitees, {
  locks: ({ id, expectedVersion }) => [{ kind: 'time-proposal', id, expectedVersion }],
  load: (act, { id }) => proposalOf(act, id, true),
  async run(act, { id }, row) {
    if (row.state !== 'open') act.refuse(c.proposalNotOpen, { title: row.title })
    const silent = (await inviteesOf(act, id)).filter(({ answered_at }) => answered_at === null)
    if (silent.length === 0) act.refuse(c.nobodyToRemind, { title: row.title })
    await remind(act, id, silent)
    const version = await act.changeRecord(id)
    act.emit(c.inviteesReminded, { id, title: row.title, count: silent.length }, [id])
    return { output: { id, version } }
  },
})

export async function remind(act: Act, id: string, invitees: readonly { readonly id: string }[]): Promise<void> {
  const ids = invitees.map(one => one.id)
  await sql`
    update scheduling.invitee set reminded_at = ${act.at}, mail = 'sending', mail_error = null
    where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`.execute(act.db())
  for (const inviteeId of ids) act.enqueue(c.sendTimesJob, { id, inviteeId, reminder: true })
}
