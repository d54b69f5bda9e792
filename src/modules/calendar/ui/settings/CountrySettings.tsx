import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listHolidayCountries } from '../../contract.ts'
import { regionName, useCountryNames } from '../countryNames.ts'
import type { KeptSettings } from '../kept.ts'
import type { CalendarKeys } from '../words.ts'

/** Whose public holidays are shown: of the office's country, of others, of their regions. */
export function CountrySettings({ kept }: { readonly kept: KeptSettings }) {
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
        <SelectField
          label={say('page.calendar.days.country')}
          value={country}
          options={[['', say('page.calendar.days.choose')], ...sorted.map(row => [row.country, row.name] as const)]}
          onChange={setCountry}
        />
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
