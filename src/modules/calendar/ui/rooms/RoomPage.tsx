import '../calendar.css'
import { useMemo, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { fileAddress } from '../../../../web/client.ts'
import { addDays } from '../../../../web/format/day.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import type { GridEvent, Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { minutesOfLocal } from '../../../../web/kit/calendar/locals.ts'
import { WeekGrid } from '../../../../web/kit/calendar/WeekGrid.tsx'
import { daysFrom, weekStart } from '../../../../web/kit/calendar/weeks.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { decideBooking } from '../../contract.ts'
import { Peek } from '../calendar/Peek.tsx'
import { type PlacedEvent, useAgenda } from '../calendar/useAgenda.ts'
import { useMoving } from '../calendar/useMoving.ts'
import { ScopeDialog } from '../calendar/ScopeDialog.tsx'
import { EventDialog } from '../event/EventDialog.tsx'
import { useKept } from '../kept.ts'
import { useGridWords } from '../../../../web/kit/calendar/useGridWords.ts'
import type { CalendarKeys, PlaceDetail } from '../words.ts'
import { localIn } from '../zones.ts'
import { Used } from './Used.tsx'

/** One room or thing: what is in it, its rules, its week, how much it is used. */
export default function RoomPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PlaceDetail> query="calendar.get-place" id={id}>
      {place => <Room place={place} key={id} />}
    </RecordOf>
  )
}

function Room({ place }: { readonly place: PlaceDetail }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const [draft, setDraft] = useState<Stretch | null>(null)
  const today = formats.today()
  const hour = Math.min(21, Number(localIn(formats.zone, new Date().toISOString()).slice(11, 13)) + 1)
  const soon = {
    from: `${today}T${String(hour).padStart(2, '0')}:00`,
    until: `${today}T${String(hour + 1).padStart(2, '0')}:00`,
    allDay: false,
  }
  useHotkeys([place.bookable && { keys: 'b', label: say('page.rooms.book'), run: () => setDraft(soon) }])
  return (
    <>
      <RecordPage
        record={place.record}
        crumbs={[{ label: say('page.rooms'), href: '/rooms' }]}
        state={
          <>
            <State glyph={place.retired ? 'ended' : 'open'} loud>
              {say(
                place.retired ? 'page.rooms.retired' : place.type === 'room' ? 'page.rooms.room' : 'page.rooms.thing',
              )}
            </State>
            {place.site ? <span>{place.site}</span> : null}
          </>
        }
        can={place.can.map(one => ({ ...one, primary: one.primary && !place.bookable })) as readonly Can[]}
        keys={{ 'calendar.change-place': 'e' }}
        first={
          place.bookable && !place.retired ? (
            <Button look="primary" icon="plus" keys="b" onClick={() => setDraft(soon)}>
              {say('page.rooms.book')}
            </Button>
          ) : null
        }
        last={
          <ButtonLink look="quiet" icon="maximize" href={`/rooms/${place.id}/door`}>
            {say('page.rooms.door')}
          </ButtonLink>
        }
        facts={useFacts(place)}
        side={
          <>
            {place.pictureIds.map(id => (
              <img key={id} className="room-picture" src={fileAddress(id)} alt={place.title} loading="lazy" />
            ))}
            <RecordSide id={place.id} documents={[]} linked={[]} />
          </>
        }
      >
        {place.description ? <p className="event-notes">{place.description}</p> : null}
        <Waiting place={place} />
        <Week place={place} onCreate={setDraft} />
        <Used place={place} />
      </RecordPage>
      {draft ? (
        <EventDialog
          at={draft}
          guests={[
            {
              who: { calendarId: place.id },
              role: 'required',
              answer: 'none',
              note: null,
              name: place.title,
              answeredAt: null,
            },
          ]}
          onClose={() => setDraft(null)}
        />
      ) : null}
    </>
  )
}

function useFacts(place: PlaceDetail): Fact[] {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const rules = [
    place.longestMinutes ? say('page.rooms.longest', { time: formats.minutes(place.longestMinutes) }) : '',
    place.aheadDays ? say('page.rooms.ahead', { count: place.aheadDays }) : '',
    place.needsApproval ? say('page.rooms.approval') : '',
    place.releaseMinutes ? say('page.rooms.release', { time: formats.minutes(place.releaseMinutes) }) : '',
    place.bookableBy.length ? say('page.rooms.some-book') : '',
  ].filter(Boolean)
  const facts: (Fact | null)[] = [
    place.seats ? { label: say('page.rooms.seats-label'), value: formats.number(place.seats) } : null,
    place.equipment.length ? { label: say('page.rooms.equipment'), value: place.equipment.join(', ') } : null,
    place.keeper ? { label: say('page.rooms.keeper'), value: place.keeper.title } : null,
    rules.length ? { label: say('page.rooms.rules'), value: rules.join(' · ') } : null,
    place.setupMinutes || place.cleanupMinutes
      ? { label: say('page.rooms.between'), value: formats.minutes(place.setupMinutes + place.cleanupMinutes) }
      : null,
    {
      label: say('page.rooms.use'),
      value: say('page.rooms.use.text', {
        count: place.use.bookings,
        time: formats.minutes(place.use.minutes),
      }),
    },
  ]
  return facts.filter(one => one !== null)
}

/** What waits for the keeper: given or refused here. */
function Waiting({ place }: { readonly place: PlaceDetail }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const decide = useCommand<typeof decideBooking>('calendar.decide-booking')
  if (!place.waiting.length) return null
  return (
    <Section title={say('page.rooms.waits')} count={place.waiting.length}>
      <ul className="event-lines">
        {place.waiting.map(({ eventId, title, start, end, by }) => (
          <li key={eventId}>
            <Link className="link what" href={`/calendar/${eventId}`}>
              {title}
            </Link>
            <span className="t3">
              {formats.weekday(formats.dayOf(start))} {formats.time(start)}–{formats.time(end)}
            </span>
            {by ? <span className="t3">{by.title}</span> : null}
            <Button
              size="s"
              icon="check"
              busy={decide.busy}
              onClick={() => void decide.run({ id: eventId, calendarId: place.id, give: true })}
            >
              {say('page.rooms.give')}
            </Button>
            <Button
              size="s"
              look="quiet"
              icon="x"
              busy={decide.busy}
              onClick={() => void decide.run({ id: eventId, calendarId: place.id, give: false })}
            >
              {say('page.rooms.refuse')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Week({ place, onCreate }: { readonly place: PlaceDetail; readonly onCreate: (at: Stretch) => void }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const words = useGridWords()
  const kept = useKept()
  const [search, change] = useSearch()
  const today = formats.today()
  const day = search['on'] ?? today
  const days = useMemo(() => daysFrom(weekStart(day, kept.weekFirst), 7), [day, kept.weekFirst])
  const [peeked, setPeeked] = useState<{ readonly event: PlacedEvent; readonly at: HTMLElement } | null>(null)
  const shown = useMemo(() => new Set([place.id]), [place.id])
  const { events: known } = useAgenda({
    first: days[0] ?? day,
    last: days[6] ?? day,
    calendars: [],
    places: [],
    shown,
    declined: true,
  })
  const { events, moving, move, decide } = useMoving(known)
  return (
    <Section
      title={say('page.calendar.week-no', { week: formats.week(day) })}
      more={
        <span className="cal-pair">
          <Button size="s" aria-label={say('page.calendar.previous')} onClick={() => change({ on: addDays(day, -7) })}>
            <Icon name="chevron-left" small />
          </Button>
          <Button size="s" aria-label={say('page.calendar.next')} onClick={() => change({ on: addDays(day, 7) })}>
            <Icon name="chevron-right" small />
          </Button>
        </span>
      }
    >
      <div className="room-week">
        <WeekGrid
          label={place.title}
          days={days}
          events={events as readonly GridEvent[]}
          today={today}
          now={minutesOfLocal(localIn(formats.zone, new Date().toISOString()))}
          words={words}
          open={peeked?.event.key ?? null}
          onOpen={(event, at) => setPeeked({ event: event as PlacedEvent, at })}
          onCreate={place.bookable ? onCreate : undefined}
          onMove={move}
        />
      </div>
      {peeked ? (
        <Peek key={peeked.event.key} event={peeked.event} at={peeked.at} onClose={() => setPeeked(null)} />
      ) : null}
      {moving ? <ScopeDialog title={moving.event.title} onPick={decide} /> : null}
    </Section>
  )
}
