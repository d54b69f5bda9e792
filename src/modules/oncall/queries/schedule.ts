import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { workingCalendar } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { problemsIn } from '../looked.ts'
import { instant, livedRow, reckoned, type RotaRow, rotaOf, specOf } from '../rota-row.ts'
import { layerRow, momentOf, type Stretch, type Window } from '../schedule/layers.ts'
import { loadOf } from '../schedule/load.ts'

const mostDays = 100

const told = ({ start, end, personId, by }: Stretch) => ({ start: instant(start), end: instant(end), personId, by })

/** The row as it is, or as it would be from now on if it were published. */
async function finalOf(view: View, row: RotaRow, isDraft: boolean, window: Window): Promise<Stretch[]> {
  if (!isDraft) return livedRow(view, row, window)
  const now = Math.min(Math.max(view.at.epochMilliseconds, window[0]), window[1])
  const past = now > window[0] ? await livedRow(view, { ...row, state: 'paused' }, [window[0], now]) : []
  const next = now < window[1] ? await reckoned(view, row, false, [now, window[1]]) : []
  return [...past, ...next]
}

export const getScheduleBody = implementQuery(c.getSchedule, async (view, { id, from, until, draft }) => {
  const record = await visibleRecords(view, 'rota').select('id').where('id', '=', id).executeTakeFirst()
  if (!record) return view.refuse(kernelRefusals.notFound, { kind: 'rota', id })
  const count = from.until(until, { largestUnit: 'day' }).days
  if (count < 1 || count > mostDays) view.refuse(c.windowWrong, { days: mostDays })
  const row = await rotaOf(view, id)
  const isDraft = draft ?? row.state !== 'live'
  const spec = specOf(row, !isDraft)
  const days = Array.from({ length: count + 1 }, (_, n) => from.add({ days: n }))
  const begins = days.map(day => momentOf(day.toPlainDateTime(), row.zone))
  const window: Window = [begins[0]!, begins.at(-1)!]
  const layers = spec.layers.map(layer => ({ id: layer.id, name: layer.name, row: layerRow(layer, row.zone, window) }))
  const final = await finalOf(view, row, isDraft, window)
  const ahead: Window = [Math.min(window[1], Math.max(window[0], view.at.epochMilliseconds)), window[1]]
  const coming = final.filter(one => one.end > ahead[0]).map(one => ({ ...one, start: Math.max(one.start, ahead[0]) }))
  const problems = ahead[1] > ahead[0] ? await problemsIn(view, row, spec, coming, ahead) : []
  const { isWorkday } = workingCalendar(row.country)
  const ids = [...layers.flatMap(layer => layer.row.map(one => one.personId)), ...final.map(one => one.personId)]
  const names = await namesOf(view, [...ids, ...problems.flatMap(one => [one.personId, one.aboutId])])
  const name = naming(names)
  return {
    zone: row.zone,
    days: begins.map(instant),
    people: [...new Set([...spec.layers.flatMap(layer => layer.people), ...ids])].flatMap(one => name(one) ?? []),
    layers: layers.map(layer => ({ ...layer, row: layer.row.map(told) })),
    final: final.map(told),
    holidays: days
      .slice(0, -1)
      .filter(day => day.dayOfWeek <= 5 && !isWorkday(day))
      .map(String),
    problems: problems.map(({ personId, aboutId, start, end, ...problem }) => ({
      ...problem,
      person: name(personId),
      about: name(aboutId),
      start: start === null ? null : instant(start),
      end: end === null ? null : instant(end),
    })),
    loads: [...Map.groupBy(final, one => one.personId)].map(([personId, own]) => ({
      personId,
      ...loadOf(own, row.zone, isWorkday),
    })),
  }
})

interface Had {
  readonly person_id: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly zone: string
  readonly country: string
}

/** What somebody was on call between two days, and how long they worked when called. */
export const getHoursBody = implementQuery(c.getHours, async (view, { fromOn, untilOn, rotaId, text }) => {
  if (Temporal.PlainDate.compare(fromOn, untilOn) > 0) view.refuse(c.windowWrong, { days: mostDays })
  const zone = view.office.zone
  const [from, until] = [
    instant(momentOf(fromOn.toPlainDateTime(), zone)),
    instant(momentOf(untilOn.add({ days: 1 }).toPlainDateTime(), zone)),
  ]
  const visible = visibleRecords(view, 'rota').select('id')
  const ofRota = rotaId ? sql`f.rota_id = ${rotaId}` : sql`true`
  const { rows: had } = await sql<Had>`
    select f.person_id, greatest(f.start_at, ${from}) as start_at, least(f.end_at, ${until}, ${view.at}) as end_at, o.zone, o.country
    from oncall.turn f join oncall.rota o on o.organisation_id = f.organisation_id and o.id = f.rota_id
    where f.organisation_id = ${view.office.id} and f.rota_id in (${visible}) and ${ofRota}
      and f.start_at < least(${until}, ${view.at}::timestamptz) and f.end_at > ${from} order by f.start_at`.execute(
    view.db(),
  )
  const { rows: called } = await sql<{ person_id: string; minutes: number; alarms: number }>`
    select f.acknowledged_by_id as person_id, coalesce(sum(f.worked_minutes), 0)::int as minutes, count(*)::int as alarms
    from oncall.alarm f
    where f.organisation_id = ${view.office.id} and f.rota_id in (${visible}) and ${ofRota}
      and f.acknowledged_at >= ${from} and f.acknowledged_at < ${until}
    group by 1`.execute(view.db())
  const turns = Map.groupBy(had, one => one.person_id)
  const calls = new Map(called.map(one => [one.person_id, one]))
  const name = naming(await namesOf(view, [...turns.keys(), ...calls.keys()]))
  const rows = [...new Set([...turns.keys(), ...calls.keys()])].flatMap(id => {
    const person = name(id)
    if (!person || !person.title.toLowerCase().includes(text?.toLowerCase() ?? '')) return []
    const call = calls.get(id)
    return [
      { id, person, ...sumOf(turns.get(id) ?? []), calledOutMinutes: call?.minutes ?? 0, alarms: call?.alarms ?? 0 },
    ]
  })
  rows.sort((a, b) => a.person.title.localeCompare(b.person.title))
  return { rows, total: rows.length, next: null }
})

function sumOf(had: readonly Had[]) {
  const parts = [...Map.groupBy(had, one => `${one.zone} ${one.country}`).values()].map(own =>
    loadOf(
      own.map(one => ({
        start: one.start_at.epochMilliseconds,
        end: one.end_at.epochMilliseconds,
        personId: one.person_id,
        by: one.person_id,
        turn: 0,
      })),
      own[0]!.zone,
      workingCalendar(own[0]!.country).isWorkday,
    ),
  )
  return {
    minutes: parts.reduce((sum, one) => sum + one.minutes, 0),
    nights: parts.reduce((sum, one) => sum + one.nights, 0),
    freeMinutes: parts.reduce((sum, one) => sum + one.freeMinutes, 0),
  }
}
