import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage, wordLocale } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { linkMark } from '../../../kernel/outside/link.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { type AlarmRow, alarmOf, attemptOf, attemptsOf } from '../alarm-row.ts'
import * as c from '../contract.ts'
import { stepAt } from '../escalation.ts'
import { reachOf } from '../looked.ts'
import { rotaOf, stepsOf } from '../rota-row.ts'
import { wordsIn } from '../words.ts'
import { swapsWhere, toldSwap } from './rotas.ts'

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'oncall-alarm').selectAll()} r
  join oncall.alarm a on a.organisation_id = ${view.office.id} and a.id = r.id`

/** Open ones first, then the newest: as a text that sorts so. */
const place = sql`case a.state when 'open' then '0' when 'acknowledged' then '1' else '2' end
  || to_char(10000000000 - extract(epoch from a.raised_at), 'FM00000000000.000000')`

type Line = AlarmRow & { readonly place: string }

const lineOf = (row: AlarmRow, name: ReturnType<typeof naming>) => ({
  rota: name(row.rota_id),
  kind: row.kind,
  raisedBy: name(row.raised_by_id),
  raisedAt: row.raised_at,
  acknowledgedBy: name(row.acknowledged_by_id),
  acknowledgedAt: row.acknowledged_at,
  resolvedAt: row.resolved_at,
})

export const listAlarmsBody = implementQuery(c.listAlarms, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.states?.length) conditions.push(sql`a.state = any(${input.states}::text[])`)
  if (input.rotaId) conditions.push(sql`a.rota_id = ${input.rotaId}`)
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select a.*, r.title, r.version::int as version, ${place} as place ${from(view)}
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Line>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.rota_id, row.raised_by_id, row.acknowledged_by_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...lineOf(row, name),
    })),
    ...slice,
  }
})

export const getAlarmBody = implementQuery(c.getAlarm, async (view, { id }) => {
  const { rows } = await sql<AlarmRow>`
    select a.*, r.title, r.class, r.version::int as version ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'oncall-alarm', id })
  const rota = await rotaOf(view, row.rota_id)
  const steps = await stepsOf(view, row.rota_id)
  const attempts = await attemptsOf(view, id)
  const name = naming(
    await namesOf(view, [
      row.rota_id,
      row.raised_by_id,
      row.acknowledged_by_id,
      row.resolved_by_id,
      row.about_id,
      ...attempts.map(one => one.person_id),
    ]),
  )
  return {
    record: { id, kind: 'oncall-alarm', title: row.title, class: row.class, version: row.version, state: row.state },
    ...lineOf(row, name),
    details: row.details,
    about: name(row.about_id),
    nextAt: row.next_at,
    step: row.taken,
    steps: steps.length,
    rounds: rota.rounds,
    resolvedBy: name(row.resolved_by_id),
    outcome: row.outcome,
    workedMinutes: row.worked_minutes,
    attempts: attempts.map(one => ({
      id: one.id,
      taken: one.taken,
      person: name(one.person_id),
      way: one.way,
      at: one.at,
      state: one.state,
      settledAt: one.settled_at,
      error: one.error,
    })),
    can: whatCan(view, row, stepAt(steps, rota.rounds, row.taken + 1) !== null),
  }
})

function whatCan(view: View, row: AlarmRow, hasNext: boolean) {
  const input = { id: row.id, expectedVersion: row.version }
  if (row.state === 'resolved') return []
  if (row.state === 'acknowledged') return can(view, c.resolveAlarm, input, { primary: true })
  return [
    ...can(view, c.acknowledgeAlarm, input, { primary: true }),
    ...(hasNext ? can(view, c.escalateAlarm, input) : []),
    ...can(view, c.resolveAlarm, input),
  ]
}

export const myTurnsBody = implementQuery(c.myTurns, async (view, { limit }) => {
  const me = view.principal.id
  const visible = visibleRecords(view, 'rota').select('id')
  const { rows: turns } = await sql<{
    id: string
    rota_id: string
    start_at: Temporal.Instant
    end_at: Temporal.Instant
  }>`
    select id, rota_id, start_at, end_at from oncall.turn
    where organisation_id = ${view.office.id} and person_id = ${me} and end_at > ${view.at} and rota_id in (${visible})
    order by start_at limit ${Math.min(limit ?? 100, 200)}`.execute(view.db())
  const swaps = await swapsWhere(
    view,
    sql`s.state = 'asked' and (s.with_id = ${me} or s.asked_by_id = ${me}) and s.rota_id in (${visible})`,
  )
  const { rows: alarms } = await sql<AlarmRow>`
    select a.*, r.title ${from(view)}
    where a.state = 'open' or (a.state = 'acknowledged' and a.acknowledged_by_id = ${me})
    order by a.raised_at limit 20`.execute(view.db())
  const reach = (await reachOf(view, [me])).get(me)
  const ids = [...turns, ...swaps, ...alarms].map(one => one.rota_id)
  const name = naming(await namesOf(view, [...ids, ...swaps.flatMap(one => [one.asked_by_id, one.with_id])]))
  const rotaNamed = (id: string) => name(id) ?? { id, kind: 'rota', title: '–' }
  return {
    turns: turns.map(turn => ({
      id: turn.id,
      rota: rotaNamed(turn.rota_id),
      start: turn.start_at,
      end: turn.end_at,
    })),
    swaps: swaps.map(swap => ({ ...toldSwap(swap, name), rota: rotaNamed(swap.rota_id) })),
    alarms: alarms.map(alarm => ({
      id: alarm.id,
      title: alarm.title,
      state: alarm.state,
      rota: rotaNamed(alarm.rota_id),
      raisedAt: alarm.raised_at,
    })),
    phone: reach?.phone ?? null,
    browsers: reach?.browsers.length ?? 0,
    email: reach?.email ?? null,
  }
})

/** From this class on what it is about is told on the page alone. */
const quietFrom = 2

const moment = (language: Language, zone: string, at: Temporal.Instant): string =>
  new Intl.DateTimeFormat(wordLocale(language), {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at.epochMilliseconds)

export const attemptToSendBody = implementQuery(c.attemptToSend, async (view, { id, attemptId }) => {
  const record = await visibleRecords(view, 'oncall-alarm')
    .select(['id', 'class'])
    .where('id', '=', id)
    .executeTakeFirst()
  const attempt = record && (await attemptOf(view, attemptId))
  if (!record || !attempt?.person_id || !attempt.way || attempt.alarm_id !== id)
    return view.refuse(kernelRefusals.notFound, { kind: 'oncall-alarm', id })
  const alarm = await alarmOf(view, id)
  const name = naming(await namesOf(view, [alarm.rota_id, alarm.raised_by_id, attempt.person_id]))
  const reach = (await reachOf(view, [attempt.person_id])).get(attempt.person_id)
  const language = nearestLanguage(reach?.language ?? view.office.language)
  const isQuiet = record.class >= quietFrom
  const rota = name(alarm.rota_id)?.title ?? view.office.name
  const params = {
    office: view.office.name,
    rota,
    title: isQuiet ? rota : alarm.title,
    who: name(alarm.raised_by_id)?.title ?? view.office.name,
    at: moment(language, view.office.zone, alarm.raised_at),
    link: linkMark,
  }
  const say = (key: Parameters<typeof wordsIn>[2]) => wordsIn(language, language, key, params)
  return {
    wanted: attempt.state === 'sending' && alarm.state === 'open',
    way: attempt.way,
    name: name(attempt.person_id)?.title ?? '',
    language: wordLocale(language),
    email: reach?.email ?? null,
    phone: reach?.phone ?? null,
    browsers: [...(reach?.browsers ?? [])],
    title: say('message.alarm.subject').slice(0, 200),
    body: [say('message.alarm.body'), isQuiet ? '' : alarm.details, say('message.alarm.take')]
      .filter(Boolean)
      .join('\n\n'),
    short: say('message.alarm.short'),
    spoken: say('message.alarm.spoken'),
  }
})

/** A timer is late by so much before it is taken for lost. */
const lateSeconds = 60

export const dueAlarmsBody = implementQuery(c.dueAlarms, async view => {
  const { rows } = await sql<{ id: string; taken: number }>`
    select a.id, a.taken + 1 as taken ${from(view)}
    where a.state = 'open' and a.next_at < ${view.at.subtract({ seconds: lateSeconds })} order by a.next_at limit 100`.execute(
    view.db(),
  )
  return { rows }
})
