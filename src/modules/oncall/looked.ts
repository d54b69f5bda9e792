/** What a rota is checked against: who is here, who can be reached, who is away or on call elsewhere. */
import { sql } from 'kysely'
import { phoneDoor } from '../../kernel/phone/door.ts'
import { mailDoor } from '../../kernel/mail/door.ts'
import { pushDoor } from '../../kernel/push/door.ts'
import { workingCalendar } from '../work/contract.ts'
import type { Way } from './contract.ts'
import { type At, instant, type RotaRow, type StepRow, stepsOf } from './rota-row.ts'
import type { Spec } from './schedule/final.ts'
import { momentOf, type Stretch, type Window } from './schedule/layers.ts'
import { type Away, type Problem, problemsOf } from './schedule/problems.ts'

export interface Reach {
  readonly email: string | null
  readonly language: string | null
  readonly phone: string | null
  readonly browsers: readonly { readonly endpoint: string; readonly p256dh: string; readonly auth: string }[]
}

/** How people can be told. Whoever is no colleague any more is not among them. */
export async function reachOf(at: At, ids: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
  const { rows } = await sql<Reach & { id: string }>`
    select c.principal_id as id, a.email, coalesce(platform.member_language(c.principal_id), a.language) as language, p.number as phone,
      coalesce((select json_agg(json_build_object('endpoint', b.endpoint, 'p256dh', b.p256dh, 'auth', b.auth))
        from notifications.browser_fact b
        where b.organisation_id = c.organisation_id and b.principal_id = c.principal_id), '[]') as browsers
    from authority.colleague c
    left join authority.address_fact a on a.organisation_id = c.organisation_id and a.principal_id = c.principal_id
    left join oncall.phone p on p.organisation_id = c.organisation_id and p.principal_id = c.principal_id
    where c.organisation_id = ${at.office.id} and c.kind = 'person' and c.principal_id = any(${[...new Set(ids)]}::uuid[])`.execute(
    at.db(),
  )
  return new Map(rows.map(row => [row.id, row]))
}

/** Ways that this machine can send by. */
export const openWays = (): Way[] => [
  ...(pushDoor() ? (['push'] as const) : []),
  ...(mailDoor() ? (['mail'] as const) : []),
  ...(phoneDoor() ? (['sms', 'voice'] as const) : []),
]

/** Whether somebody has what a way needs. */
export function hasWay(reach: Reach | undefined, way: Way): boolean {
  if (!reach) return false
  if (way === 'push') return reach.browsers.length > 0
  return way === 'mail' ? reach.email !== null : reach.phone !== null
}

/** Absences, what stands in calendars as away, turns on other rotas. */
async function awayOf(at: At, row: RotaRow, ids: readonly string[], [from, until]: Window): Promise<Away[]> {
  const people = sql`any(${ids}::uuid[])`
  const { rows: absences } = await sql<{
    person_id: string
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
  }>`
    select person_id, from_on, until_on from work.absence_fact
    where organisation_id = ${at.office.id} and person_id = ${people}
      and from_on <= (${instant(until)}::timestamptz at time zone ${row.zone})::date
      and until_on >= (${instant(from)}::timestamptz at time zone ${row.zone})::date`.execute(at.db())
  const { rows: spans } = await sql<{
    person_id: string
    start_at: Temporal.Instant
    end_at: Temporal.Instant
    rota_id: string | null
  }>`
    select c.owner_id as person_id, b.start_at, b.end_at, null::uuid as rota_id
    from calendar.calendar_fact c join calendar.busy_fact b on b.organisation_id = c.organisation_id and b.calendar_id = c.calendar_id
    where c.organisation_id = ${at.office.id} and c.owner_id = ${people} and c.type in ('main', 'own') and c.retired_at is null
      and b.show_as = 'away' and b.start_at < ${instant(until)} and b.end_at > ${instant(from)}
    union all
    select person_id, start_at, end_at, rota_id from oncall.turn
    where organisation_id = ${at.office.id} and person_id = ${people} and rota_id <> ${row.id}
      and start_at < ${instant(until)} and end_at > ${instant(from)}
    order by 2`.execute(at.db())
  return [
    ...absences.map(one => ({
      personId: one.person_id,
      start: momentOf(one.from_on.toPlainDateTime(), row.zone),
      end: momentOf(one.until_on.add({ days: 1 }).toPlainDateTime(), row.zone),
      rotaId: null,
    })),
    ...spans.map(one => ({
      personId: one.person_id,
      start: one.start_at.epochMilliseconds,
      end: one.end_at.epochMilliseconds,
      rotaId: one.rota_id,
    })),
  ]
}

const peopleOf = (spec: Spec, final: readonly Stretch[], steps: readonly StepRow[]): string[] => [
  ...new Set([
    ...spec.layers.flatMap(layer => layer.people),
    ...final.map(one => one.personId),
    ...steps.flatMap(step => step.person_id ?? []),
  ]),
]

export async function problemsIn(
  at: At,
  row: RotaRow,
  spec: Spec,
  final: readonly Stretch[],
  window: Window,
): Promise<Problem[]> {
  const steps = await stepsOf(at, row.id)
  const ids = peopleOf(spec, final, steps)
  const reach = await reachOf(at, ids)
  const ways = [...new Set(steps.flatMap(step => step.ways))]
  return problemsOf({
    spec,
    final,
    window,
    always: row.always,
    steps: steps.length,
    here: new Set(reach.keys()),
    reachable: new Set(ids.filter(id => ways.some(way => hasWay(reach.get(id), way)))),
    away: await awayOf(at, row, ids, window),
    mostNights: row.most_nights,
    isWorkday: workingCalendar(row.country).isWorkday,
  })
}
