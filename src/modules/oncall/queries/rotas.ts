import { type RawBuilder, sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { openWays } from '../looked.ts'
import { livedRow, overridesOf, type RotaRow, rotaOf, stepsOf } from '../rota-row.ts'
import { at as personAt } from '../schedule/final.ts'

interface Standing {
  readonly now_id: string | null
  readonly now_until: Temporal.Instant | null
  readonly next_id: string | null
  readonly next_from: Temporal.Instant | null
  readonly open_alarms: number
}

/** Who has it now, who is next, and how many alarms are open. */
const standing = (view: View): RawBuilder<unknown> => sql`
  left join lateral (select t.person_id as now_id, t.end_at as now_until from oncall.turn t
    where t.organisation_id = o.organisation_id and t.rota_id = o.id and t.start_at <= ${view.at} and t.end_at > ${view.at}) n on true
  left join lateral (select t.person_id as next_id, t.start_at as next_from from oncall.turn t
    where t.organisation_id = o.organisation_id and t.rota_id = o.id and t.start_at > ${view.at} order by t.start_at limit 1) x on true
  cross join lateral (select count(*)::int as open_alarms from oncall.alarm a
    where a.organisation_id = o.organisation_id and a.rota_id = o.id and a.state <> 'resolved') al`

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'rota').selectAll()} r
  join oncall.rota o on o.organisation_id = ${view.office.id} and o.id = r.id ${standing(view)}`

type Line = RotaRow & Standing & { readonly place: string }

export const listRotasBody = implementQuery(c.listRotas, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.states?.length) conditions.push(sql`o.state = any(${input.states}::text[])`)
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select o.*, r.title, r.version::int as version, n.*, x.*, al.*, lower(r.title) as place ${from(view)}
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Line>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.now_id, row.next_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      zone: row.zone,
      purpose: row.purpose,
      now: nowOf(row, name),
      next: nextOf(row, name),
      openAlarms: row.open_alarms,
    })),
    ...slice,
  }
})

type Namer = ReturnType<typeof naming>

function nowOf(row: Standing, name: Namer) {
  const person = name(row.now_id)
  return person && row.now_until ? { person, until: row.now_until } : null
}

function nextOf(row: Standing, name: Namer) {
  const person = name(row.next_id)
  return person && row.next_from ? { person, from: row.next_from } : null
}

interface SwapRow {
  readonly id: string
  readonly rota_id: string
  readonly state: c.SwapState
  readonly asked_by_id: string
  readonly with_id: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly return_start_at: Temporal.Instant | null
  readonly return_end_at: Temporal.Instant | null
  readonly note: string
  readonly asked_at: Temporal.Instant
}

/** Swaps that are asked, the newest first. */
export async function swapsWhere(view: View, condition: RawBuilder<unknown>): Promise<SwapRow[]> {
  const { rows } = await sql<SwapRow>`
    select s.* from oncall.swap s where s.organisation_id = ${view.office.id} and ${condition}
    order by s.asked_at desc, s.id limit 50`.execute(view.db())
  return rows
}

export const toldSwap = (swap: SwapRow, name: Namer) => ({
  id: swap.id,
  state: swap.state,
  askedBy: name(swap.asked_by_id),
  with: name(swap.with_id),
  start: swap.start_at,
  end: swap.end_at,
  returnStart: swap.return_start_at,
  returnEnd: swap.return_end_at,
  note: swap.note,
  askedAt: swap.asked_at,
})

export const getRotaBody = implementQuery(c.getRota, async (view, { id }) => {
  const { rows } = await sql<Line>`
    select o.*, r.title, r.class, r.version::int as version, n.*, x.*, al.* ${from(view)} where r.id = ${id}`.execute(
    view.db(),
  )
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'rota', id })
  const steps = await stepsOf(view, id)
  const overrides = await overridesOf(view, id, view.at)
  const recent = sql`s.rota_id = ${id} and (s.state = 'asked' or s.settled_at > ${view.at.subtract({ hours: 24 * 14 })})`
  const swaps = await swapsWhere(view, recent)
  const name = naming(
    await namesOf(view, [
      row.now_id,
      row.next_id,
      ...row.raise_by,
      ...row.layers.flatMap(layer => layer.people),
      ...steps.map(step => step.person_id),
      ...overrides.map(one => one.person_id),
      ...swaps.flatMap(swap => [swap.asked_by_id, swap.with_id]),
    ]),
  )
  const named = (ids: readonly string[]) => ids.flatMap(one => name(one) ?? [])
  return {
    record: { id, kind: 'rota', title: row.title, class: row.class, version: row.version, state: row.state },
    zone: row.zone,
    country: row.country,
    purpose: row.purpose,
    alarmKinds: [...row.alarm_kinds],
    raiseBy: named(row.raise_by),
    always: row.always,
    mostNights: row.most_nights,
    rounds: row.rounds,
    layers: row.layers.map(layer => ({ ...layer, days: [...layer.days], people: named(layer.people) })),
    steps: steps.map(step => ({
      minutes: step.minutes,
      whom: step.whom,
      layerId: step.layer_id,
      person: name(step.person_id),
      ways: [...step.ways],
    })),
    publishedAt: row.published_at,
    changed: row.live !== null && JSON.stringify(row.live) !== JSON.stringify(row.layers),
    now: nowOf(row, name),
    overrides: overrides.map(one => ({
      id: one.id,
      person: name(one.person_id),
      start: one.start_at,
      end: one.end_at,
      reason: one.reason,
      bySwap: one.swap_id !== null,
    })),
    swaps: swaps.map(swap => toldSwap(swap, name)),
    openAlarms: row.open_alarms,
    ways: openWays(),
    mayChange: limitOf(view.principal, c.setLayers.permission) !== undefined,
    can: whatCan(view, row),
  }
})

function whatCan(view: View, row: RotaRow) {
  const input = { id: row.id, expectedVersion: row.version }
  const isLive = row.state === 'live'
  const isNew = !isLive || JSON.stringify(row.live) !== JSON.stringify(row.layers)
  return [
    ...(isNew ? can(view, c.publishRota, input, { primary: true }) : []),
    ...(isLive ? can(view, c.raiseAlarm, { rotaId: row.id }) : []),
    ...can(view, c.giveTurn, { id: row.id }),
    ...can(view, c.changeRota, input),
    ...(isLive ? can(view, c.pauseRota, input) : []),
  ]
}

/** Who is on call by the turns as they are laid out; beyond them as they would be. */
export const whoBody = implementQuery(c.who, async (view, { rotaId, at }) => {
  const moment = at ?? view.at
  const { rows } = await sql<{
    id: string
    title: string
    person_id: string | null
    end_at: Temporal.Instant | null
    beyond: boolean
  }>`
    select r.id, r.title, t.person_id, t.end_at, o.laid_until <= ${moment} as beyond
    from ${visibleRecords(view, 'rota').selectAll()} r
    join oncall.rota o on o.organisation_id = ${view.office.id} and o.id = r.id and o.state = 'live'
    left join oncall.turn t on t.organisation_id = o.organisation_id and t.rota_id = o.id and t.start_at <= ${moment} and t.end_at > ${moment}
    where ${rotaId ? sql`r.id = ${rotaId}` : sql`true`} order by lower(r.title), r.id limit 200`.execute(view.db())
  const found = await Promise.all(
    rows.map(async row => {
      if (row.person_id !== null || !row.beyond) return row
      const now = moment.epochMilliseconds
      const stretch = personAt(await livedRow(view, await rotaOf(view, row.id), [now, now + 60_000]), now)
      return { ...row, person_id: stretch?.personId ?? null }
    }),
  )
  const ids = found.flatMap(row => row.person_id ?? [])
  const name = naming(await namesOf(view, ids))
  const { rows: phones } = await sql<{ id: string; number: string }>`
    select principal_id as id, number from oncall.phone
    where organisation_id = ${view.office.id} and principal_id = any(${ids}::uuid[])`.execute(view.db())
  const phoneOf = new Map(phones.map(phone => [phone.id, phone.number]))
  return {
    rows: found.map(row => ({
      rota: { id: row.id, kind: 'rota', title: row.title },
      person: name(row.person_id),
      until: row.end_at,
      phone: row.person_id ? (phoneOf.get(row.person_id) ?? null) : null,
    })),
  }
})
