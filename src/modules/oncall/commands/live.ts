/** A rota goes live, is taken off line, and is kept laid out. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { cancelEvent, createEvent, moveEvent } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { horizonDays, layTurns } from '../lay.ts'
import { problemsIn } from '../looked.ts'
import { reckoned, type RotaRow, rotaOf, specOf, type TurnRow } from '../rota-row.ts'
import type { Window } from '../schedule/layers.ts'
import { wordsIn } from '../words.ts'
import { lockRota } from './rotas.ts'

/** From now to the horizon: what is looked at before a rota goes live. */
export const ahead = (at: Temporal.Instant): Window => [
  at.epochMilliseconds,
  at.add({ hours: 24 * horizonDays }).epochMilliseconds,
]

/** Refuses what cannot be; gives how much is doubtful. */
async function requireReady(act: Act, row: RotaRow): Promise<number> {
  const window = ahead(act.at)
  const final = await reckoned(act, row, false, window)
  const problems = await problemsIn(act, row, specOf(row, false), final, window)
  const hard = problems.filter(problem => problem.hard)
  if (hard.length > 0) {
    const codes = [...new Set(hard.map(problem => problem.code))]
    const reasons = codes
      .map(code => wordsIn(act.principal.language, act.office.language, `page.rota.problem.${code}.plain`))
      .join('; ')
    act.refuse(c.rotaNotReady, { title: row.title, count: hard.length, reasons })
  }
  return problems.length
}

export const publishRotaBody = implementCommand(c.publishRota, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id }, row) {
    const warnings = await requireReady(act, row)
    await sql`
      update oncall.rota set state = 'live', live = layers, published_at = ${act.at}, laid_until = coalesce(laid_until, ${act.at})
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const count = await layTurns(act, await rotaOf(act, id))
    const version = await act.changeRecord(id)
    act.emit(c.rotaPublished, { id, title: row.title, count }, [id])
    return { output: { id, version, warnings } }
  },
})

export const pauseRotaBody = implementCommand(c.pauseRota, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id }, row) {
    if (row.state !== 'live') act.refuse(c.rotaNotLive, { title: row.title })
    await sql`update oncall.rota set state = 'paused' where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    await layTurns(act, { ...row, state: 'paused' })
    const version = await act.changeRecord(id)
    act.emit(c.rotaPaused, { id, title: row.title }, [id])
    return {
      output: { id, version },
      undo: { command: c.publishRota.name, input: { id, expectedVersion: version } },
    }
  },
})

/** Each night: the horizon moves on, and calendars that refused are tried again. */
export const keepTurnsBody = implementCommand(c.keepTurns, {
  async run(act) {
    const { rows } = await sql<{ id: string }>`
      select id from oncall.rota where organisation_id = ${act.office.id} and state = 'live' order by id for update`.execute(
      act.db(),
    )
    let rotas = 0
    for (const { id } of rows) {
      await sql`
        update oncall.turn set calendar = 'due'
        where organisation_id = ${act.office.id} and rota_id = ${id} and calendar = 'refused' and end_at > ${act.at}`.execute(
        act.db(),
      )
      const row = await rotaOf(act, id)
      const count = await layTurns(act, row)
      if (count === 0) continue
      rotas++
      act.emit(c.turnsKept, { id, title: row.title, count }, [id])
    }
    return { output: { rotas } }
  },
})

/** As many as one act writes. */
const mostAtOnce = 25

export const writeCalendarsBody = implementCommand(c.writeCalendars, {
  locks: ({ id }) => [{ kind: 'rota', id }],
  load: (act, { id }) => rotaOf(act, id),
  async run(act, { id }, row) {
    const removed = await takeOut(act, id)
    const { rows } = await sql<TurnRow>`
      select * from oncall.turn where organisation_id = ${act.office.id} and rota_id = ${id} and calendar = 'due'
      order by start_at limit ${mostAtOnce} for update`.execute(act.db())
    for (const turn of rows) await write(act, row, turn)
    const written = removed + rows.length
    if (written > 0) act.emit(c.calendarsWritten, { id, title: row.title, count: written }, [id])
    return { output: { written } }
  },
})

/** Events of turns that are no more; whoever took one out by themselves has done it already. */
async function takeOut(act: Act, rotaId: string): Promise<number> {
  const { rows } = await sql<{ event_id: string; person_id: string }>`
    delete from oncall.stale_event where (organisation_id, event_id) in (
      select organisation_id, event_id from oncall.stale_event
      where organisation_id = ${act.office.id} and rota_id = ${rotaId} limit ${mostAtOnce})
    returning event_id, person_id`.execute(act.db())
  for (const { event_id, person_id } of rows) await act.actAs(person_id, cancelEvent, { id: event_id })
  return rows.length
}

/** Stands in their calendar as free time: others may meet them, and see that they are on call. */
async function write(act: Act, row: RotaRow, turn: TurnRow): Promise<void> {
  const local = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(row.zone).toPlainDateTime().toString({ smallestUnit: 'second' })
  const when = { allDay: false as const, start: local(turn.start_at), end: local(turn.end_at), zone: row.zone }
  const outcome = turn.event_id
    ? await act.actAs(turn.person_id, moveEvent, { id: turn.event_id, when })
    : await act.actAs(turn.person_id, createEvent, {
        title: wordsIn(await languageOf(act, turn.person_id), act.office.language, 'calendar.turn', {
          title: row.title,
        }).slice(0, 300),
        when,
        showAs: 'free',
        reminders: [],
        sourceId: row.id,
      })
  const eventId = outcome.status === 'done' ? outcome.output.id : turn.event_id
  await sql`
    update oncall.turn set calendar = ${outcome.status === 'done' ? 'written' : 'refused'}, event_id = ${eventId}
    where organisation_id = ${act.office.id} and id = ${turn.id}`.execute(act.db())
}

async function languageOf(act: Act, principalId: string): Promise<string | null> {
  const { rows } = await sql<{ language: string | null }>`
    select platform.member_language(${principalId}) as language`.execute(act.db())
  return rows[0]?.language ?? null
}
