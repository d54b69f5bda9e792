import { type ReactNode, useId, useState } from 'react'
import { addMonths } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { MiniMonth } from '../../../../web/kit/calendar/MiniMonth.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listSchoolCalendars } from '../../contract.ts'
import { useCountryNames } from '../countryNames.ts'
import type { CalendarView, KeptSettings } from '../kept.ts'
import { type CalendarKeys, type CalendarLine, isOwn, type PlaceLine } from '../words.ts'
import { GoTo } from './GoTo.tsx'

interface CalendarSideProps {
  readonly kept: KeptSettings
  readonly day: string
  readonly today: string
  /** Only one calendar is shown, since its address says so. */
  readonly only: string | undefined
  readonly shown: readonly [string, string] | undefined
  readonly calendars: readonly CalendarLine[]
  readonly places: readonly PlaceLine[]
  readonly onDay: (day: string) => void
  readonly onWeek: (monday: string) => void
  readonly onSaid: (day: string, view?: CalendarView) => void
  readonly onAll: () => void
  readonly onOnly: (id: string) => void
}

/** The way to any day, a month in small, and whose calendars are shown: mine, the team's, others', rooms. */
export function CalendarSide(props: CalendarSideProps) {
  const { kept, day, today, only, shown, calendars, places, onDay, onWeek, onSaid, onAll, onOnly } = props
  const say = useSay<CalendarKeys>()
  const nameOf = useCountryNames()
  const mayMirror = usePermission('mirrors.keep-calendars')
  const schools = useQuery<typeof listSchoolCalendars>('calendar.list-school-calendars', {}, { fresh_ms: 300_000 })
  const [month, setMonth] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const drawn = month ?? day
  const use = (id: string, on: boolean, isAdded: boolean) => {
    if (only) onAll()
    if (isAdded) kept.change({ added: on ? [...kept.added, id] : kept.added.filter(one => one !== id) })
    else kept.change({ hidden: on ? kept.hidden.filter(one => one !== id) : [...kept.hidden, id] })
  }
  const line = ({ id, title, colour }: CalendarLine | PlaceLine, isAdded: boolean) => (
    <Tick
      key={id}
      title={title}
      hue={colour}
      on={only ? only === id : isAdded ? kept.added.includes(id) : !kept.hidden.includes(id)}
      onChange={on => use(id, on, isAdded)}
      onOnly={() => onOnly(id)}
    />
  )
  const of = (fits: (one: CalendarLine) => boolean) => calendars.filter(fits).map(one => line(one, !isOwn(one)))
  const isTeam = (one: CalendarLine) => one.type === 'team'
  return (
    <aside className="cal-side" aria-label={say('page.calendar.calendars')} data-open={isOpen ? '' : undefined}>
      <button type="button" className="cal-side-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="filter" small />
        {say('page.calendar.calendars')}
      </button>
      <GoTo today={today} onDay={onSaid} />
      <div className="cal-side-in">
        <MiniMonth
          month={drawn}
          firstWeekday={kept.weekFirst}
          today={today}
          shown={shown}
          weekWord={week => say('page.calendar.week-no', { week })}
          onDay={picked => {
            setMonth(null)
            onDay(picked)
          }}
          onWeek={onWeek}
          onMonth={setMonth}
          end={
            <>
              <button
                type="button"
                aria-label={say('form.date.previous')}
                onClick={() => setMonth(addMonths(drawn, -1))}
              >
                <Icon name="chevron-left" small />
              </button>
              <button type="button" aria-label={say('form.date.next')} onClick={() => setMonth(addMonths(drawn, 1))}>
                <Icon name="chevron-right" small />
              </button>
            </>
          }
        />
        {only ? (
          <Button size="s" icon="x" onClick={onAll}>
            {say('page.calendar.show-all')}
          </Button>
        ) : null}
        <Group title={say('page.calendar.mine')}>{of(one => one.mine && !isTeam(one))}</Group>
        <Group title={say('page.calendar.team')}>{of(isTeam)}</Group>
        <Group title={say('page.calendar.others')}>{of(one => !one.mine && !isTeam(one))}</Group>
        <Group title={say('page.rooms')}>{places.filter(({ retired }) => !retired).map(one => line(one, true))}</Group>
        <Group title={say('page.calendar.shown')}>
          <Tick
            title={say('page.calendar.holidays')}
            on={kept.holidays}
            onChange={holidays => kept.change({ holidays })}
          />
          {kept.countries.map(place => (
            <Tick
              key={place}
              title={say('page.calendar.holidays-of', {
                place: nameOf(place.slice(0, 2)) + place.slice(2).replace('-', ' '),
              })}
              on
              onChange={() => kept.change({ countries: kept.countries.filter(one => one !== place) })}
            />
          ))}
          {(schools.data?.rows ?? []).map(({ id, title }) => (
            <Tick
              key={id}
              title={title}
              on={kept.schools.includes(id)}
              onChange={on =>
                kept.change({ schools: on ? [...kept.schools, id] : kept.schools.filter(one => one !== id) })
              }
            />
          ))}
          <Tick
            title={say('page.calendar.birthdays')}
            on={kept.birthdays}
            onChange={shows => kept.change({ birthdays: shows })}
          />
          <Tick
            title={say('page.calendar.declined')}
            on={kept.declined}
            onChange={declined => kept.change({ declined })}
          />
          <Tick
            title={say('page.calendar.weekends')}
            on={kept.weekends}
            onChange={weekends => kept.change({ weekends })}
          />
        </Group>
        <Link className="cal-settings" href="/calendar/settings">
          <Icon name="settings" small />
          {say('page.calendar.settings')}
        </Link>
        {mayMirror ? (
          <Link className="cal-settings" href="/calendar/elsewhere">
            <Icon name="refresh" small />
            {say.maybe('mirrors.list-accounts')}
          </Link>
        ) : null}
      </div>
    </aside>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  if (Array.isArray(children) && children.length === 0) return null
  return (
    <section className="cal-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

interface TickProps {
  readonly title: string
  readonly hue?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly onOnly?: () => void
}

function Tick({ title, hue, on, onChange, onOnly }: TickProps) {
  const say = useSay<CalendarKeys>()
  return (
    <li className="cal-tick" data-hue={hue}>
      <label>
        <input className="box" type="checkbox" checked={on} onChange={event => onChange(event.target.checked)} />
        <span className="clip">{title}</span>
      </label>
      {onOnly ? (
        <button type="button" className="cal-only" onClick={onOnly} aria-label={say('page.calendar.only', { title })}>
          {say('page.calendar.only-this')}
        </button>
      ) : null}
    </li>
  )
}
