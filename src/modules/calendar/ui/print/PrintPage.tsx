import './print.css'
import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { byStart, daysOf, hoursOf } from '../../../../web/kit/calendar/gridEvent.ts'
import { daysFrom, weekStart } from '../../../../web/kit/calendar/weeks.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import { isPlace, keyOfGuest } from '../event/guests.ts'
import { useKept } from '../kept.ts'
import { useGridWords } from '../../../../web/kit/calendar/useGridWords.ts'
import type { CalendarKeys, EventDetail, Guest } from '../words.ts'
import { type PrintedEvent, usePrinted } from './usePrinted.ts'

/** A day, or a week, on paper: what, when, where, with whom and how they are reached, which papers. */
export default function PrintPage() {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const kept = useKept()
  const { span = 'day' } = useParams()
  const [search, change] = useSearch()
  const on = search['on'] ?? formats.today()
  const days = useMemo(
    () => (span === 'week' ? daysFrom(weekStart(on, kept.weekFirst), 7) : [on]),
    [span, on, kept.weekFirst],
  )
  const [first, last] = [days[0] ?? on, days.at(-1) ?? on]
  const { whose, calendars, printed, isWaiting } = usePrinted(first, last, search['calendar'])
  useHotkeys([{ keys: 'p', label: say('page.calendar.print'), run: () => window.print() }])
  const week = say('page.calendar.week-no', { week: formats.week(first) }).toLocaleLowerCase(formats.language)
  return (
    <Page
      title={span === 'week' ? `${formats.weekday(first)} – ${formats.weekday(last)}` : formats.longDay(on)}
      beside={[whose?.title, week].filter(Boolean).join(', ')}
      end={
        <>
          <select
            className="input sheet-whose"
            aria-label={say('page.calendar-event.calendar')}
            value={whose?.id ?? ''}
            onChange={event => change({ calendar: event.target.value })}
          >
            {calendars.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <ButtonLink href={`/calendar?on=${on}`}>{say('page.calendar')}</ButtonLink>
          <Button look="primary" icon="printer" keys="p" busy={isWaiting} onClick={() => window.print()}>
            {say('page.calendar.print')}
          </Button>
        </>
      }
    >
      {days.map(day => (
        <Day key={day} day={day} isAlone={days.length === 1} printed={printed} />
      ))}
    </Page>
  )
}

function Day({
  day,
  isAlone,
  printed,
}: {
  readonly day: string
  readonly isAlone: boolean
  readonly printed: readonly PrintedEvent[]
}) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const words = useGridWords()
  const on = printed
    .filter(({ event }) => daysOf(event)[0] <= day && daysOf(event)[1] >= day)
    .toSorted((a, b) => byStart(a.event, b.event))
  return (
    <section className="sheet-day" aria-label={formats.longDay(day)}>
      {isAlone ? null : <h2>{formats.longDay(day)}</h2>}
      {on.length === 0 ? <p className="t3">{say('page.calendar.nothing')}</p> : null}
      {on.map(({ event, detail }) => (
        <article key={event.key} className="sheet-event">
          <p className="sheet-hours num">{event.allDay ? words.allDay : hoursOf(event)}</p>
          <div>
            <h3>
              {event.title}
              {words.looks[event.look] ? <span className="t3"> {words.looks[event.look]}</span> : null}
            </h3>
            {detail ? <Details detail={detail} /> : null}
          </div>
        </article>
      ))}
    </section>
  )
}

/** Where, the link, who with telephone numbers, papers, notes. */
function Details({ detail }: { readonly detail: EventDetail }) {
  const say = useSay<CalendarKeys>()
  const places = detail.places.map(({ title }) => title)
  const where = [...places, detail.place].filter(Boolean).join(', ')
  const people = detail.guests.filter(guest => !isPlace(guest))
  return (
    <dl className="sheet-facts">
      {where ? <Fact label={say('page.calendar-event.where')}>{where}</Fact> : null}
      {detail.conferenceUrl ? <Fact label={say('page.calendar-event.link')}>{detail.conferenceUrl}</Fact> : null}
      <Fact label={say('page.calendar-event.organiser')}>{detail.organiserName}</Fact>
      {people.length ? (
        <Fact label={say('page.calendar-event.guests')}>
          {people.map(guest => (
            <Person key={keyOfGuest(guest.who)} guest={guest} />
          ))}
        </Fact>
      ) : null}
      {detail.documents.length ? (
        <Fact label={say('record.papers')}>{detail.documents.map(({ title }) => title).join('; ')}</Fact>
      ) : null}
      {detail.notes ? <Fact label={say('page.calendar-event.notes')}>{detail.notes}</Fact> : null}
    </dl>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

interface Reached {
  readonly phones?: readonly { readonly shown: string }[]
  readonly addresses?: readonly { readonly street?: string; readonly postcode?: string; readonly city?: string }[]
}

/** Somebody with how they are reached, where the directory knows and one may read it. */
function Person({ guest }: { readonly guest: Guest }) {
  const say = useSay<CalendarKeys>()
  const partyId = 'email' in guest.who ? guest.who.partyId : null
  const may = usePermission('directory.get-party')
  const asked = useQuery(
    'directory.get-party',
    { id: partyId ?? '' },
    { when: may && Boolean(partyId), fresh_ms: 300_000 },
  )
  const { phones = [], addresses = [] } = (asked.data ?? {}) as Reached
  const numbers = phones.map(({ shown }) => shown)
  const address = addresses[0]
    ? [addresses[0].street, [addresses[0].postcode, addresses[0].city].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', ')
    : ''
  return (
    <span className="sheet-person">
      <b>{guest.name}</b>
      <span className="t3">{say(`page.calendar-event.answer.${guest.answer ?? 'none'}`)}</span>
      {'email' in guest.who ? <span>{guest.who.email}</span> : null}
      {numbers.length ? <span className="num">{numbers.join(', ')}</span> : null}
      {address ? <span>{address}</span> : null}
    </span>
  )
}
