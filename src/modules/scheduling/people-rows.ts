/** How people work and like to meet, as it stands; for whom nothing is said, the hours of the office. */
import { sql } from 'kysely'
import type { Standing, View } from '../../kernel/implement.ts'
import type { Weekly } from './hours.ts'

export type Reader = Pick<View, 'db'> & Standing

export interface Habits {
  readonly zone: string
  readonly country: string
  readonly hours: readonly Weekly[]
  readonly avoid: readonly Weekly[]
  readonly restMinutes: number
  readonly movable: readonly string[]
  readonly own: boolean
}

interface PersonRow {
  readonly principal_id: string
  readonly zone: string
  readonly country: string
  readonly rest_minutes: number
  readonly movable: readonly string[]
  readonly times: readonly { purpose: 'work' | 'avoid'; weekday: number; from: number; until: number }[]
}

/** The habits of each; whoever has said nothing has those of the office. */
export async function habitsOf(view: Reader, ids: readonly string[]): Promise<(id: string) => Habits> {
  const usual = await officeHabits(view)
  if (ids.length === 0) return () => usual
  const { rows } = await sql<PersonRow>`
    select p.principal_id, p.zone, p.country, p.rest_minutes, p.movable, coalesce((
      select jsonb_agg(jsonb_build_object('purpose', t.purpose, 'weekday', t.weekday, 'from', t.from_minute, 'until', t.until_minute)
        order by t.weekday, t.from_minute)
      from scheduling.weekly_time t where t.organisation_id = p.organisation_id and t.principal_id = p.principal_id), '[]') as times
    from scheduling.person p where p.organisation_id = ${view.office.id} and p.principal_id = any(${ids}::uuid[])`.execute(
    view.db(),
  )
  const known = new Map(rows.map(row => [row.principal_id, habits(row)]))
  return id => known.get(id) ?? usual
}

const habits = (row: PersonRow): Habits => {
  const of = (purpose: 'work' | 'avoid') =>
    row.times
      .filter(time => time.purpose === purpose)
      .map(({ weekday, from, until }): Weekly => ({ weekday, from, until }))
  return {
    zone: row.zone,
    country: row.country,
    hours: of('work'),
    avoid: of('avoid'),
    restMinutes: row.rest_minutes,
    movable: row.movable,
    own: true,
  }
}

const usualDay = { from: '08:00', until: '17:00', breakFrom: '12:00', breakUntil: '13:00' }
const clockPattern = /^([01]\d|2[0-3]):[0-5]\d$/

/** The office's working day from its settings, Monday to Friday, the break left out. */
async function officeHabits(view: Reader): Promise<Habits> {
  const { rows } = await sql<{ settings: Record<string, unknown> }>`
    select settings from kernel.organisation where organisation_id = ${view.office.id}`.execute(view.db())
  const minute = (name: keyof typeof usualDay): number => {
    const said = rows[0]?.settings[`workday.${name}`]
    const text = typeof said === 'string' && clockPattern.test(said) ? said : usualDay[name]
    return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  }
  const [from, until, breakFrom, breakUntil] = (['from', 'until', 'breakFrom', 'breakUntil'] as const).map(minute) as [
    number,
    number,
    number,
    number,
  ]
  const parts: readonly (readonly [number, number])[] =
    breakFrom > from && breakUntil < until && breakUntil > breakFrom
      ? [
          [from, breakFrom],
          [breakUntil, until],
        ]
      : [[from, until]]
  return {
    zone: view.office.zone,
    country: view.office.country,
    hours: [1, 2, 3, 4, 5].flatMap(weekday =>
      parts.flatMap(([start, end]) => (end > start ? [{ weekday, from: start, until: end }] : [])),
    ),
    avoid: [],
    restMinutes: 0,
    movable: [],
    own: false,
  }
}
