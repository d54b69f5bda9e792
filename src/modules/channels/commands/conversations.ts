import { sql } from 'kysely'
import { type Act, implementCommand, implementJob } from '../../../kernel/implement.ts'
import { namesOf, naming, requireColleague, requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { conversationOf, type ConversationRow } from '../rows.ts'
import { raise, searchConversation } from '../standing.ts'

const lock = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'conversation', id, expectedVersion },
]

/** How it stood, as the way back puts it. */
const backTo = ({ id, state, owner_id, snoozed_until, unanswered }: ConversationRow) => ({
  command: c.restoreConversation.name,
  input: { id, state, ownerId: owner_id, snoozedUntil: snoozed_until ? String(snoozed_until) : null, unanswered },
})

interface Standing {
  readonly state: c.ConversationState
  readonly unanswered: boolean
  readonly until?: Temporal.Instant | null
}

async function stand(act: Act, id: string, { state, unanswered, until = null }: Standing) {
  act.write(sql`update channels.conversation set state = ${state}, unanswered = ${unanswered}, snoozed_until = ${until}
    where organisation_id = ${act.office.id} and id = ${id}`)
  return { id, version: await act.changeRecord(id) }
}

export const assignConversationBody = implementCommand(c.assignConversation, {
  locks: input => lock(input),
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id, ownerId }, before) {
    await requireColleague(act, ownerId, c.personUnknown)
    act.write(sql`update channels.conversation set owner_id = ${ownerId}
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id)
    const { title } = before
    if (ownerId === null) act.emit(c.conversationLaidBack, { id, title }, [id])
    else {
      const owner = naming(await namesOf(act, [ownerId]))(ownerId)?.title ?? act.principal.name
      act.emit(c.conversationAssigned, { id, title, owner }, [id])
    }
    return { output: { id, version }, undo: backTo(before) }
  },
})

export const snoozeConversationBody = implementCommand(c.snoozeConversation, {
  locks: input => lock(input),
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id, until }, before) {
    if (Temporal.Instant.compare(until, act.at) <= 0) act.refuse(c.snoozePast)
    const output = await stand(act, id, { state: 'snoozed', unanswered: false, until })
    act.emit(c.conversationSnoozed, { id, title: before.title, at: until }, [id])
    return { output, undo: backTo(before) }
  },
})

export const finishConversationBody = implementCommand(c.finishConversation, {
  locks: input => lock(input),
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id }, before) {
    const output = await stand(act, id, { state: 'done', unanswered: false })
    act.emit(c.conversationFinished, { id, title: before.title }, [id])
    return { output, undo: backTo(before) }
  },
})

export const reopenConversationBody = implementCommand(c.reopenConversation, {
  locks: input => lock(input),
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id }, before) {
    const output = await stand(act, id, { state: 'open', unanswered: true })
    act.emit(c.conversationReopened, { id, title: before.title }, [id])
    return { output, undo: backTo(before) }
  },
})

export const setAsideBody = implementCommand(c.setAside, {
  locks: input => lock(input),
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id }, before) {
    const output = await stand(act, id, { state: 'unwanted', unanswered: false })
    act.emit(c.conversationSetAside, { id, title: before.title }, [id])
    return { output, undo: backTo(before) }
  },
})

export const restoreConversationBody = implementCommand(c.restoreConversation, {
  locks: input => lock(input),
  async run(act, { id, state, ownerId, snoozedUntil, unanswered }) {
    await requireColleague(act, ownerId, c.personUnknown)
    const isAway = state === 'snoozed' && snoozedUntil !== null
    act.write(sql`update channels.conversation set owner_id = ${ownerId}
      where organisation_id = ${act.office.id} and id = ${id}`)
    const stood = state === 'snoozed' && !isAway ? 'open' : state
    const output = await stand(act, id, { state: stood, unanswered, until: isAway ? snoozedUntil : null })
    act.emit(c.conversationReopened, { id, title: act.locked(id).title }, [id])
    return { output }
  },
})

/** A conversation is as confidential as whoever it is with. */
async function standingOf(act: Act, id: string) {
  const { rows } = await sql<{ title: string; class: number; audience: string[] | null }>`
    select title, class, audience from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return rows[0]!
}

export const setPartyBody = implementCommand(c.setParty, {
  locks: input => lock(input),
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id, partyId }, before) {
    if (partyId) await requireVisible(act, partyId, ['person', 'organisation'])
    const party = partyId ? await standingOf(act, partyId) : null
    if (before.party_id) await act.unlink(id, before.party_id, 'about')
    if (partyId) await act.link(id, partyId, 'about')
    act.write(sql`update channels.conversation set party_id = ${partyId}, party_said = true
      where organisation_id = ${act.office.id} and id = ${id}`)
    const title = party?.title ?? (before.name || before.handle || before.title)
    const isRaised = party !== null && party.class > before.class
    const version = await act.changeRecord(id, {
      title,
      ...(isRaised && { class: party.class }),
      ...(party?.audience && { audience: party.audience }),
    })
    await searchConversation(act, id)
    const touched = [id, before.party_id, partyId].filter(one => one !== null)
    act.emit(c.partySet, { id, title, name: party?.title ?? '–' }, touched)
    return { output: { id, version }, undo: { command: c.setParty.name, input: { id, partyId: before.party_id } } }
  },
})

/** As many as one act brings back. */
const wokenAtOnce = 500

/** Kontor itself wakes what only some may see: the records are locked by the statement, not by who looks. */
export const wakeConversationsBody = implementCommand(c.wakeConversations, {
  async run(act) {
    const { rows } = await sql<{ id: string; title: string }>`
      select r.id, r.title from channels.conversation c
      join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
      where c.organisation_id = ${act.office.id} and c.state = 'snoozed' and c.snoozed_until <= ${act.at}
      order by r.id limit ${wokenAtOnce} for no key update of r`.execute(act.db())
    const ids = rows.map(({ id }) => id)
    const [first] = rows
    if (!first) return { output: { count: 0 } }
    act.write(sql`update channels.conversation set state = 'open', unanswered = true, snoozed_until = null
      where organisation_id = ${act.office.id} and id = any(${ids}::uuid[]) and state = 'snoozed'`)
    raise(act, ids)
    act.emit(c.conversationsWoken, { id: first.id, title: first.title, count: ids.length }, ids)
    return { output: { count: ids.length } }
  },
})

export const wakeJobBody = implementJob(c.wakeJob, {
  schedule: { cron: '*/5 * * * *', zone: 'organisation', atStart: true },
  async run(run) {
    for (let round = 0; round < 20; round++) {
      const answer = await run.dispatch(c.wakeConversations, {}, `wake-${round}`)
      if (answer.status !== 'done' || answer.output.count < wokenAtOnce) return
    }
  },
})
