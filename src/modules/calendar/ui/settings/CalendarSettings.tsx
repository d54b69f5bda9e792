import '../../../../web/kit/calendar/events.css'
import '../calendar.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { weekdayName } from '../../../../web/kit/calendar/dayHead.ts'
import { firstWeekdayIn, type Weekday } from '../../../../web/kit/calendar/weeks.ts'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { addDays } from '../../../../web/format/day.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { changeCalendar, getCalendar, listCalendars, shareCalendar, unshareCalendar } from '../../contract.ts'
import { type KeptSettings, useKept, views } from '../kept.ts'
import { type CalendarKeys, type CalendarLine, colours } from '../words.ts'
import { DaySettings } from './DaySettings.tsx'

const degrees = ['busy', 'read', 'write', 'manage'] as const
const everyone = ['none', 'busy', 'read', 'write'] as const
const monday = '2024-01-01'

/** What I see and how; my calendars, their colours, and with whom each is shared. */
export default function CalendarSettings() {
  const say = useSay<CalendarKeys>()
  const kept = useKept()
  const [search, change] = useSearch()
  const asked = useQuery<typeof listCalendars>('calendar.list-calendars', {})
  const managed = (asked.data?.rows ?? []).filter(({ degree, type }) => degree === 'manage' && type !== 'place')
  const open = managed.find(({ id }) => id === search['calendar']) ?? managed.find(({ mine }) => mine) ?? managed[0]
  return (
    <Page
      title={say('page.calendar.settings')}
      crumbs={[{ label: say('page.calendar'), href: '/calendar' }, { label: say('page.calendar.settings') }]}
    >
      <Look kept={kept} />
      {asked.isError ? <QueryProblem fault={asked.error} again={() => void asked.refetch()} /> : null}
      <Section
        title={say('page.calendar.calendars')}
        count={managed.length}
        more={
          <Button size="s" icon="plus" onClick={() => openCommand({ command: 'calendar.create-calendar' })}>
            {say('page.calendar.new-calendar')}
          </Button>
        }
      >
        <div className="cal-set">
          <ul className="cal-set-list">
            {managed.map(({ id, title, colour }) => (
              <li key={id}>
                <button
                  type="button"
                  data-hue={colour}
                  aria-current={id === open?.id ? 'true' : undefined}
                  onClick={() => change({ calendar: id })}
                >
                  <i className="hue-dot" />
                  <span className="clip">{title}</span>
                </button>
              </li>
            ))}
          </ul>
          {open ? <OneCalendar key={open.id} line={open} /> : null}
        </div>
      </Section>
      <DaySettings kept={kept} />
    </Page>
  )
}

/** What a person sees, kept on this computer. */
function Look({ kept }: { readonly kept: KeptSettings }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const byCountry = firstWeekdayIn(formats.country)
  const day = (weekday: Weekday) => weekdayName(addDays(monday, weekday - 1), language, 'long')
  return (
    <Section title={say('page.calendar.look')}>
      <div className="cal-look">
        <SelectField
          label={say('page.calendar.default-view')}
          value={kept.view}
          options={views.map(view => [view, say(`page.calendar.${view}`)] as const)}
          onChange={value => kept.change({ view: value })}
        />
        <Field label={say('page.calendar.first-weekday')}>
          {control => (
            <select
              className="input"
              {...control}
              value={kept.firstWeekday ?? ''}
              onChange={event =>
                kept.change({ firstWeekday: event.target.value ? (Number(event.target.value) as Weekday) : null })
              }
            >
              <option value="">{say('page.calendar.by-country', { day: day(byCountry) })}</option>
              {([1, 6, 7] as const).map(weekday => (
                <option key={weekday} value={weekday}>
                  {day(weekday)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <SelectField
          label={say('page.calendar.other-zone')}
          value={kept.otherZone ?? ''}
          options={[
            ['', say('page.calendar.no-zone')],
            ...Intl.supportedValuesOf('timeZone').map(zone => [zone, zone.replaceAll('_', ' ')] as const),
          ]}
          onChange={value => kept.change({ otherZone: value || null })}
        />
        {(['weekends', 'declined'] as const).map(name => (
          <label key={name} className="tick">
            <input
              className="box"
              type="checkbox"
              checked={kept[name]}
              onChange={event => kept.change({ [name]: event.target.checked })}
            />
            {say(`page.calendar.${name}`)}
          </label>
        ))}
      </div>
    </Section>
  )
}

/** One calendar: its colour, what everybody sees of it, and who more. */
function OneCalendar({ line }: { readonly line: CalendarLine }) {
  const say = useSay<CalendarKeys>()
  const { data } = useQuery<typeof getCalendar>('calendar.get-calendar', { id: line.id })
  const change = useCommand<typeof changeCalendar>('calendar.change-calendar')
  const share = useCommand<typeof shareCalendar>('calendar.share-calendar')
  const unshare = useCommand<typeof unshareCalendar>('calendar.unshare-calendar')
  const [degree, setDegree] = useState<(typeof degrees)[number]>('read')
  if (!data) return null
  const { id } = line
  const expectedVersion = data.record.version
  return (
    <div className="cal-one">
      <div className="cal-colours" role="radiogroup" aria-label={say('page.calendar.colour')}>
        {colours.map(colour => (
          <button
            key={colour}
            type="button"
            role="radio"
            aria-checked={data.colour === colour}
            data-hue={colour}
            aria-label={say(`page.calendar.colour.${colour}` as CalendarKeys)}
            onClick={() => void change.run({ id, expectedVersion, colour: colour as never })}
          >
            <i className="hue-dot" />
          </button>
        ))}
      </div>
      <Field label={say('page.calendar.everyone')}>
        {control => (
          <select
            className="input"
            {...control}
            value={data.everyone}
            onChange={event =>
              void change.run({ id, expectedVersion, everyone: event.target.value as typeof data.everyone })
            }
          >
            {everyone.map(one => (
              <option key={one} value={one}>
                {say(`page.calendar.degree.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {data.shares.length ? <h3>{say('page.calendar.shared-with')}</h3> : null}
      <ul className="event-lines">
        {data.shares.map(({ with: who, degree: has }) => (
          <li key={who.id}>
            <Icon name="user" small />
            <span className="what">{who.title}</span>
            <select
              className="input"
              aria-label={say('page.calendar.may', { name: who.title })}
              value={has}
              onChange={event =>
                void share.run({ id, expectedVersion, withId: who.id, degree: event.target.value as typeof has })
              }
            >
              {degrees.map(one => (
                <option key={one} value={one}>
                  {say(`page.calendar.degree.${one}`)}
                </option>
              ))}
            </select>
            <Button
              size="s"
              look="quiet"
              icon="x"
              onClick={() => void unshare.run({ id, expectedVersion, withId: who.id })}
            >
              {say('page.calendar.unshare')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="cal-share">
        <select
          className="input"
          aria-label={say('page.calendar.degree')}
          value={degree}
          onChange={event => setDegree(event.target.value as typeof degree)}
        >
          {degrees.map(one => (
            <option key={one} value={one}>
              {say(`page.calendar.degree.${one}`)}
            </option>
          ))}
        </select>
        <Button
          icon="user-share"
          onClick={() =>
            openCommand({
              command: 'calendar.share-calendar',
              input: { id, expectedVersion, degree },
              about: line.title,
            })
          }
        >
          {say('page.calendar.share')}
        </Button>
      </div>
    </div>
  )
}
