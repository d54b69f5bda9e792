import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type {
  changeSchoolCalendar,
  listBirthdays,
  listHolidayCountries,
  listSchoolCalendars,
  mindSchoolHolidays,
  removeBirthday,
  setBirthday,
} from '../../contract.ts'
import type { KeptSettings } from '../kept.ts'
import { regionName, useCountryNames } from '../countryNames.ts'
import type { CalendarKeys } from '../words.ts'
import { SchoolImport } from './SchoolImport.tsx'

/** Days that a calendar marks: other countries' holidays, birthdays, school holidays. */
export function DaySettings({ kept }: { readonly kept: KeptSettings }) {
  return (
    <>
      <Countries kept={kept} />
      <Birthdays kept={kept} />
      <Schools kept={kept} />
    </>
  )
}

function Countries({ kept }: { readonly kept: KeptSettings }) {
  const say = useSay<CalendarKeys>()
  const nameOf = useCountryNames()
  const { country: own } = useFormats()
  const [country, setCountry] = useState('')
  const asked = useQuery<typeof listHolidayCountries>('calendar.list-holiday-countries', {}, { fresh_ms: 3_600_000 })
  const rows = useMemo(() => asked.data?.rows ?? [], [asked.data])
  const sorted = useMemo(
    () => rows.map(row => ({ ...row, name: nameOf(row.country) })).toSorted((a, b) => a.name.localeCompare(b.name)),
    [rows, nameOf],
  )
  const regions = rows.find(row => row.country === country)?.regions ?? []
  const add = (place: string) => {
    kept.change({ countries: [...new Set([...kept.countries, place])] })
    setCountry('')
  }
  return (
    <Section title={say('page.calendar.holidays')} count={kept.countries.length + (kept.holidays ? 1 : 0)}>
      <ul className="event-lines">
        <li>
          <label className="tick what">
            <input
              className="box"
              type="checkbox"
              checked={kept.holidays}
              onChange={event => kept.change({ holidays: event.target.checked })}
            />
            {nameOf(own)}
          </label>
        </li>
        {kept.countries.map(place => (
          <li key={place}>
            <span className="what">{regionName(place, rows, nameOf)}</span>
            <Button
              size="s"
              look="quiet"
              icon="x"
              aria-label={say('page.calendar.days.remove', { name: regionName(place, rows, nameOf) })}
              onClick={() => kept.change({ countries: kept.countries.filter(one => one !== place) })}
            >
              {say('page.calendar.days.off')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="cal-share">
        <Field label={say('page.calendar.days.country')}>
          {control => (
            <select className="input" {...control} value={country} onChange={event => setCountry(event.target.value)}>
              <option value="">{say('page.calendar.days.choose')}</option>
              {sorted.map(row => (
                <option key={row.country} value={row.country}>
                  {row.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {regions.length > 0 ? (
          <Field label={say('page.calendar.days.region')}>
            {control => (
              <select
                className="input"
                {...control}
                value=""
                onChange={event => event.target.value && add(`${country}-${event.target.value}`)}
              >
                <option value="">{say('page.calendar.days.choose')}</option>
                {regions.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        {country ? (
          <Button icon="plus" onClick={() => add(country)}>
            {say('page.calendar.days.add', { name: nameOf(country) })}
          </Button>
        ) : null}
      </div>
    </Section>
  )
}

function Birthdays({ kept }: { readonly kept: KeptSettings }) {
  const say = useSay<CalendarKeys>()
  const language = useLanguage()
  const asked = useQuery<typeof listBirthdays>('calendar.list-birthdays', {})
  const set = useCommand<typeof setBirthday>('calendar.set-birthday')
  const remove = useCommand<typeof removeBirthday>('calendar.remove-birthday')
  const own = asked.data?.own ?? null
  const [chosen, setChosen] = useState<readonly [month: string, day: string] | null>(null)
  const [month, day] = chosen ?? ((own?.split('-') ?? ['', '']) as [string, string])
  const choose = (next: readonly [string, string]) => {
    setChosen(next)
    if (next[0] && next[1] && next.join('-') !== own) void set.run({ on: next.join('-') })
  }
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const monthFormat = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const others = (asked.data?.rows ?? []).filter(({ kind }) => kind === 'person')
  return (
    <Section
      title={say('page.calendar.birthdays')}
      more={
        <Button size="s" icon="plus" onClick={() => openCommand({ command: 'calendar.set-birthday' })}>
          {say('page.calendar.birthdays.add')}
        </Button>
      }
    >
      <label className="tick">
        <input
          className="box"
          type="checkbox"
          checked={kept.birthdays}
          onChange={event => kept.change({ birthdays: event.target.checked })}
        />
        {say('page.calendar.birthdays.show')}
      </label>
      <div className="cal-share">
        <Field label={say('page.calendar.birthdays.own-month')}>
          {control => (
            <select className="input" {...control} value={month} onChange={event => choose([event.target.value, day])}>
              <option value="">{say('page.calendar.birthdays.not')}</option>
              {Array.from({ length: 12 }, (_, n) => (
                <option key={n} value={String(n + 1).padStart(2, '0')}>
                  {monthFormat.format(new Date(Date.UTC(2024, n, 1)))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('page.calendar.birthdays.own-day')}>
          {control => (
            <select className="input" {...control} value={day} onChange={event => choose([month, event.target.value])}>
              <option value="">–</option>
              {Array.from({ length: daysIn(month) }, (_, n) => (
                <option key={n} value={String(n + 1).padStart(2, '0')}>
                  {n + 1}
                </option>
              ))}
            </select>
          )}
        </Field>
        {own ? (
          <Button
            look="quiet"
            icon="x"
            onClick={() => {
              setChosen(null)
              void remove.run({})
            }}
          >
            {say('page.calendar.birthdays.hide')}
          </Button>
        ) : null}
      </div>
      <p className="t3">{say('page.calendar.birthdays.why')}</p>
      <ul className="event-lines">
        {others.map(({ ofId, name, on }) => (
          <li key={ofId}>
            <span className="what">{name}</span>
            <span className="t3">{format.format(new Date(`2024-${on}T00:00:00Z`))}</span>
            <Button size="s" look="quiet" icon="x" onClick={() => void remove.run({ ofId })}>
              {say('page.calendar.days.off')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const daysIn = (month: string): number => (month ? new Date(Date.UTC(2024, Number(month), 0)).getUTCDate() : 31)

function Schools({ kept }: { readonly kept: KeptSettings }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const nameOf = useCountryNames()
  const asked = useQuery<typeof listSchoolCalendars>('calendar.list-school-calendars', {})
  const mind = useCommand<typeof mindSchoolHolidays>('calendar.mind-school-holidays')
  const change = useCommand<typeof changeSchoolCalendar>('calendar.change-school-calendar')
  const [mayImport, mayChange] = [
    usePermission('calendar.import-school-days'),
    usePermission('calendar.change-school-calendar'),
  ]
  const [importing, setImporting] = useState<string | true | null>(null)
  const rows = asked.data?.rows ?? []
  const minded = rows.filter(row => row.minded).map(({ id }) => id)
  return (
    <Section
      title={say('page.calendar.schools')}
      count={rows.length}
      more={
        mayImport ? (
          <Button size="s" icon="upload" onClick={() => setImporting(true)}>
            {say('page.calendar.schools.import')}
          </Button>
        ) : null
      }
    >
      {rows.length === 0 ? <p className="t3">{say('page.calendar.schools.none')}</p> : null}
      <ul className="event-lines">
        {rows.map(row => (
          <li key={row.id}>
            <label className="tick what">
              <input
                className="box"
                type="checkbox"
                checked={kept.schools.includes(row.id)}
                onChange={event =>
                  kept.change({
                    schools: event.target.checked
                      ? [...kept.schools, row.id]
                      : kept.schools.filter(id => id !== row.id),
                  })
                }
              />
              <span>
                {row.title}
                <span className="t3">
                  {' '}
                  {[row.region, nameOf(row.country)].filter(Boolean).join(', ')}
                  {row.until ? `, ${say('page.calendar.schools.until', { day: formats.fullDay(row.until) })}` : ''}
                </span>
              </span>
            </label>
            <label className="tick">
              <input
                className="box"
                type="checkbox"
                checked={row.minded}
                onChange={event =>
                  void mind.run({
                    ids: event.target.checked ? [...minded, row.id] : minded.filter(id => id !== row.id),
                  })
                }
              />
              {say('page.calendar.schools.mind')}
            </label>
            {mayImport ? (
              <Button size="s" look="quiet" icon="upload" onClick={() => setImporting(row.id)}>
                {say('page.calendar.schools.next')}
              </Button>
            ) : null}
            {mayChange ? (
              <Button
                size="s"
                look="quiet"
                icon="x"
                onClick={() => void change.run({ id: row.id, expectedVersion: row.version, retired: true })}
              >
                {say('page.calendar.days.off')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {importing ? (
        <SchoolImport
          into={rows.find(({ id }) => id === importing) ?? null}
          onClose={() => setImporting(null)}
          onDone={id => kept.change({ schools: [...new Set([...kept.schools, id])] })}
        />
      ) : null}
    </Section>
  )
}
