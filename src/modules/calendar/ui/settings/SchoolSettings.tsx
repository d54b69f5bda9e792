import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { changeSchoolCalendar, listSchoolCalendars, mindSchoolHolidays } from '../../contract.ts'
import { useCountryNames } from '../countryNames.ts'
import type { KeptSettings } from '../kept.ts'
import type { CalendarKeys } from '../words.ts'
import { SchoolImport } from './SchoolImport.tsx'

/** School holidays: which are shown, in which one would rather not be booked, and the next year's file. */
export function SchoolSettings({ kept }: { readonly kept: KeptSettings }) {
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
