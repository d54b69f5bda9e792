/** Birthdays that people let be shown, and school holidays as they are imported. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import type { DayLayout } from '../contract.ts'
import { dayChoiceOf } from '../days/choice.ts'
import { readSchoolDays, type SchoolStretch } from '../days/read-school-days.ts'

/** Whose birthday: one's own, or that of somebody in the address list who has said that it may be shown. */
async function whose(act: Act, ofId: string | undefined, allowed: boolean): Promise<{ id: string; name: string }> {
  if (ofId === undefined || ofId === act.principal.id) return { id: act.principal.id, name: act.principal.name }
  const name = await requireVisible(act, ofId, ['person', 'principal'])
  const { rows } = await sql<{ kind: string }>`
    select kind from kernel.record where organisation_id = ${act.office.id} and id = ${ofId}`.execute(act.db())
  if (rows[0]?.kind !== 'person' || !allowed) act.refuse(c.birthdayNotYours, { name })
  return { id: ofId, name }
}

const birthdayOf = async (act: Act, id: string): Promise<string | null> => {
  const { rows } = await sql<{ month: number; day: number }>`
    select month, day from calendar.birthday where organisation_id = ${act.office.id} and of_id = ${id}`.execute(
    act.db(),
  )
  return rows[0] ? monthDay(rows[0]) : null
}

const two = (value: number): string => String(value).padStart(2, '0')
export const monthDay = ({ month, day }: { month: number; day: number }): string => `${two(month)}-${two(day)}`

const back = (id: string, on: string | null) =>
  on === null
    ? { command: 'calendar.remove-birthday' as const, input: { ofId: id } }
    : { command: 'calendar.set-birthday' as const, input: { ofId: id, on, allowed: true } }

export const setBirthdayBody = implementCommand(c.setBirthday, {
  async run(act, { on, ofId, allowed }) {
    const { id, name } = await whose(act, ofId, allowed === true)
    const was = await birthdayOf(act, id)
    const [month, day] = on.split('-').map(Number)
    await sql`
      insert into calendar.birthday (organisation_id, of_id, month, day) values (${act.office.id}, ${id}, ${month}, ${day})
      on conflict (organisation_id, of_id) do update set month = excluded.month, day = excluded.day`.execute(act.db())
    act.emit(c.birthdaySet, { ofId: id, name }, [id])
    return { output: { ofId: id }, undo: back(id, was) }
  },
})

export const removeBirthdayBody = implementCommand(c.removeBirthday, {
  async run(act, { ofId }) {
    const { id, name } = await whose(act, ofId, true)
    const was = await birthdayOf(act, id)
    if (was === null) return act.refuse(c.birthdayUnknown, { name })
    await sql`delete from calendar.birthday where organisation_id = ${act.office.id} and of_id = ${id}`.execute(
      act.db(),
    )
    act.emit(c.birthdayRemoved, { ofId: id, name }, [id])
    return { output: { ofId: id }, undo: back(id, was) }
  },
})

interface SchoolCalendar {
  readonly country: string
  readonly region: string | null
  readonly layout: DayLayout | null
  readonly retired_at: Temporal.Instant | null
}

async function schoolCalendar(act: Act, id: string): Promise<SchoolCalendar> {
  const { rows } = await sql<SchoolCalendar>`
    select country, region, layout, retired_at from calendar.school_calendar
    where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'school-calendar', id })
}

/** What the file tells of is told anew; years before and after it stay. */
async function writeStretches(act: Act, id: string, stretches: readonly SchoolStretch[]): Promise<void> {
  const first = stretches[0]!.from
  const last = stretches.reduce((latest, { until }) => (until > latest ? until : latest), first)
  await sql`delete from calendar.school_day where organisation_id = ${act.office.id} and calendar_id = ${id}
    and from_on <= ${last}::date and until_on >= ${first}::date`.execute(act.db())
  await sql`
    insert into calendar.school_day (organisation_id, calendar_id, from_on, until_on, title)
    select ${act.office.id}, ${id}::uuid, f, u, t from unnest(${stretches.map(({ from }) => from)}::date[],
      ${stretches.map(({ until }) => until)}::date[], ${stretches.map(({ title }) => title)}::text[]) as row (f, u, t)`.execute(
    act.db(),
  )
}

export const importSchoolDaysBody = implementCommand(c.importSchoolDays, {
  locks: ({ id }) => (id ? [{ kind: 'school-calendar', id }] : []),
  async run(act, { id: given, title, country, region, file, layout }) {
    const known = given ? await schoolCalendar(act, given) : null
    const first = layout ?? known?.layout ?? null
    let read = readSchoolDays(file, first, title)
    // Last year's layout that fits this year's table no more gives way to what the table looks like.
    if (read.badLine !== null && !layout && first) read = readSchoolDays(file, null, title)
    if (read.badLine !== null) act.refuse(c.schoolDaysUnreadable, { line: read.badLine })
    const kept = read.layout ? JSON.stringify(read.layout) : null
    const id = given ?? (await act.createRecord({ kind: 'school-calendar', title, search: { body: region ?? '' } }))
    const version = given ? await act.changeRecord(given, { title }) : 1
    await sql`
      insert into calendar.school_calendar (organisation_id, id, country, region, layout)
      values (${act.office.id}, ${id}, ${country}, ${region ?? null}, ${kept}::jsonb)
      on conflict (organisation_id, id) do update set country = excluded.country, region = excluded.region,
        layout = coalesce(excluded.layout, calendar.school_calendar.layout), retired_at = null`.execute(act.db())
    await writeStretches(act, id, read.stretches)
    act.emit(c.schoolDaysImported, { id, title, days: read.stretches.length }, [id])
    return { output: { id, version, days: read.stretches.length } }
  },
})

export const changeSchoolCalendarBody = implementCommand(c.changeSchoolCalendar, {
  locks: ({ id, expectedVersion }) => [{ kind: 'school-calendar', id, expectedVersion }],
  load: (act, { id }) => schoolCalendar(act, id),
  async run(act, { id, title, region, retired }, before) {
    const was = act.locked(id).title
    const retiredAt = retired === undefined ? before.retired_at : retired ? act.at : null
    await sql`update calendar.school_calendar set region = ${region === undefined ? before.region : region}, retired_at = ${retiredAt}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id, title === undefined ? {} : { title })
    act.emit(c.schoolCalendarChanged, { id, title: title ?? was }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'calendar.change-school-calendar',
        input: {
          id,
          expectedVersion: version,
          ...(title === undefined ? {} : { title: was }),
          ...(region === undefined ? {} : { region: before.region }),
          ...(retired === undefined ? {} : { retired: before.retired_at !== null }),
        },
      },
    }
  },
})

export const mindSchoolHolidaysBody = implementCommand(c.mindSchoolHolidays, {
  async run(act, { ids }) {
    const wanted = [...new Set(ids)]
    for (const id of wanted) await requireVisible(act, id, ['school-calendar'])
    const { rows } = await sql<{ calendar_id: string }>`
      delete from calendar.school_choice where organisation_id = ${act.office.id} and principal_id = ${act.principal.id}
      returning calendar_id`.execute(act.db())
    await sql`
      insert into calendar.school_choice (organisation_id, principal_id, calendar_id)
      select ${act.office.id}, ${act.principal.id}, id from unnest(${wanted}::uuid[]) as row (id)`.execute(act.db())
    act.emit(c.schoolHolidaysMinded, { count: wanted.length }, wanted)
    return {
      output: { count: wanted.length },
      undo: { command: 'calendar.mind-school-holidays', input: { ids: rows.map(row => row.calendar_id) } },
    }
  },
})

export const chooseDaysBody = implementCommand(c.chooseDays, {
  async run(act, { holidays, countries, schools, birthdays }) {
    const was = await dayChoiceOf(act)
    const wanted = [...new Set(schools)]
    for (const id of wanted) await requireVisible(act, id, ['school-calendar'])
    await sql`
      insert into calendar.day_choice (organisation_id, principal_id, holidays, countries, schools, birthdays)
      values (${act.office.id}, ${act.principal.id}, ${holidays}, ${[...new Set(countries)]}::text[], ${wanted}::uuid[], ${birthdays})
      on conflict (organisation_id, principal_id) do update set holidays = excluded.holidays, countries = excluded.countries,
        schools = excluded.schools, birthdays = excluded.birthdays`.execute(act.db())
    act.emit(c.daysChosen, {})
    const { chosen: _chosen, ...before } = was
    return { output: {}, undo: { command: 'calendar.choose-days', input: before } }
  },
})
