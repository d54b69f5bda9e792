/** Days that calendars mark: public holidays, school holidays, birthdays. */
import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { monthDay } from '../commands/days.ts'
import * as c from '../contract.ts'
import type { DayLayout } from '../contract.ts'
import { countriesKnown, holidaysOf } from '../days/countries.ts'
import { dayChoiceOf } from '../days/choice.ts'
import { readSchoolDays, type SchoolStretch } from '../days/read-school-days.ts'

interface DayRow {
  readonly set: (typeof c.daySets)[number]
  readonly of: string
  readonly title: string
  readonly from: string
  readonly until: string
}

/** What is asked about at once. */
const longestDays = 800

function holidayRows(view: View, places: readonly string[], from: string, until: string): DayRow[] {
  const years = [Number(from.slice(0, 4)), Number(until.slice(0, 4))] as const
  return places.flatMap(place =>
    holidaysOf(place, ...years, view.principal.language)
      .filter(({ day }) => day >= from && day <= until)
      .map(({ day, title }) => ({ set: 'holiday' as const, of: place, title, from: day, until: day })),
  )
}

async function schoolRows(view: View, ids: readonly string[], from: string, until: string): Promise<DayRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Omit<DayRow, 'set'>>`
    select d.calendar_id as of, d.title, d.from_on::text as "from", d.until_on::text as "until" from calendar.school_day d
    join (${visibleRecords(view, 'school-calendar').selectAll()}) r on r.id = d.calendar_id
    join calendar.school_calendar s on s.organisation_id = d.organisation_id and s.id = d.calendar_id and s.retired_at is null
    where d.organisation_id = ${view.office.id} and d.calendar_id = any(${[...ids]}::uuid[])
      and d.from_on <= ${until}::date and d.until_on >= ${from}::date order by d.from_on, d.title limit 5000`.execute(
    view.db(),
  )
  return rows.map(row => ({ set: 'school' as const, ...row }))
}

interface BirthdayRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly month: number
  readonly day: number
}

async function birthdays(view: View): Promise<BirthdayRow[]> {
  const { rows } = await sql<BirthdayRow>`
    select r.id, r.kind, r.title, b.month, b.day from calendar.birthday b join (${visibleRecords(view).selectAll()}) r on r.id = b.of_id
    where b.organisation_id = ${view.office.id} order by b.month, b.day, r.title, r.id limit 5000`.execute(view.db())
  return rows
}

/** Whoever was born on the 29th of February celebrates on the 28th in other years. */
const inYear = (year: number, row: Pick<BirthdayRow, 'month' | 'day'>): string =>
  Temporal.PlainDate.from({ year, month: row.month, day: row.day }, { overflow: 'constrain' }).toString()

async function birthdayRows(view: View, from: string, until: string): Promise<DayRow[]> {
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, n) => Number(from.slice(0, 4)) + n,
  )
  return (await birthdays(view)).flatMap(row =>
    years
      .map(year => inYear(year, row))
      .filter(day => day >= from && day <= until)
      .map(day => ({ set: 'birthday' as const, of: row.id, title: row.title, from: day, until: day })),
  )
}

export const listDaysBody = implementQuery(
  c.listDays,
  async (view, { from, until, countries, schools, birthdays: asked }) => {
    if (until < from || (Date.parse(until) - Date.parse(from)) / 86_400_000 > longestDays)
      view.refuse(kernelRefusals.inputInvalid, {
        issues: [{ path: 'until', message: `after from, within ${longestDays} days`, code: 'custom' }],
      })
    const rows = [
      ...holidayRows(view, [...new Set(countries)], from, until),
      ...(await schoolRows(view, schools, from, until)),
      ...(asked ? await birthdayRows(view, from, until) : []),
    ]
    return { rows: rows.sort((a, b) => a.from.localeCompare(b.from)) }
  },
)

export const listHolidayCountriesBody = implementQuery(c.listHolidayCountries, async () => ({ rows: countriesKnown() }))

interface SchoolRow {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly country: string
  readonly region: string | null
  readonly layout: DayLayout | null
  readonly retired: boolean
  readonly days: number
  readonly until: string | null
  readonly minded: boolean
}

async function schools(view: View, which: RawBuilder<unknown>): Promise<SchoolRow[]> {
  const { rows } = await sql<SchoolRow>`
    select s.id, r.title, r.class, r.version, s.country, s.region, s.layout, s.retired_at is not null as retired,
      (select count(*)::int from calendar.school_day d where d.organisation_id = s.organisation_id and d.calendar_id = s.id) as days,
      (select max(until_on)::text from calendar.school_day d where d.organisation_id = s.organisation_id and d.calendar_id = s.id) as "until",
      exists (select from calendar.school_choice m where m.organisation_id = s.organisation_id and m.calendar_id = s.id
        and m.principal_id = ${view.principal.id}) as minded
    from calendar.school_calendar s join (${visibleRecords(view, 'school-calendar').selectAll()}) r on r.id = s.id
    where s.organisation_id = ${view.office.id} and ${which} order by lower(r.title), s.id limit 1000`.execute(
    view.db(),
  )
  return rows
}

const lineOf = ({ layout: _layout, class: _class, ...row }: SchoolRow) => row

export const listSchoolCalendarsBody = implementQuery(c.listSchoolCalendars, async (view, { retired }) => {
  const rows = await schools(view, retired === true ? sql`true` : sql`s.retired_at is null`)
  return { rows: rows.map(lineOf), total: rows.length, next: null }
})

export const getSchoolCalendarBody = implementQuery(c.getSchoolCalendar, async (view, { id }) => {
  const [row] = await schools(view, sql`s.id = ${id}`)
  if (!row) return view.refuse(kernelRefusals.notFound, { kind: 'school-calendar', id })
  const { rows } = await sql<SchoolStretch>`
    select from_on::text as "from", until_on::text as "until", title from calendar.school_day
    where organisation_id = ${view.office.id} and calendar_id = ${id} order by from_on, title limit 2000`.execute(
    view.db(),
  )
  const { title, version } = row
  const state = row.retired ? 'retired' : null
  return {
    ...lineOf(row),
    record: { id, kind: 'school-calendar', title, class: row.class, version, state },
    layout: row.layout,
    stretches: rows,
    can: [
      ...can(view, c.changeSchoolCalendar, { id, expectedVersion: version, retired: !row.retired }),
      ...can(view, addComment, { id }),
    ],
  }
})

export const readSchoolDaysBody = implementQuery(c.readSchoolDays, async (view, { id, file, layout }) => {
  const [known] = id ? await schools(view, sql`s.id = ${id}`) : []
  if (id && !known) return view.refuse(kernelRefusals.notFound, { kind: 'school-calendar', id })
  const first = layout ?? known?.layout ?? null
  const read = readSchoolDays(file, first, known?.title ?? '–')
  const best = read.badLine !== null && !layout && first ? readSchoolDays(file, null, known?.title ?? '–') : read
  return { ...best, stretches: [...best.stretches] }
})

export const listBirthdaysBody = implementQuery(c.listBirthdays, async view => {
  const rows = await birthdays(view)
  return {
    own: rows.filter(({ id }) => id === view.principal.id).map(monthDay)[0] ?? null,
    rows: rows.map(row => ({ ofId: row.id, kind: row.kind, name: row.title, on: monthDay(row) })),
    total: rows.length,
    next: null,
  }
})

export const getDayChoiceBody = implementQuery(c.getDayChoice, view => dayChoiceOf(view))
