import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { findFreePlaces, listPlaces } from '../../contract.ts'
import type { CalendarKeys, PlaceLine } from '../words.ts'
import { localIn, momentFrom } from '../zones.ts'
import { begun, withRoom } from './draft.ts'
import { isPlace, keyOfGuest } from './guests.ts'
import type { PlaceTaken } from './placeTaken.ts'
import type { EventFieldsProps } from './WhenFields.tsx'

interface WhereFieldsProps extends EventFieldsProps {
  readonly taken: PlaceTaken | null
  /** The event itself, whose own rooms are no clash. */
  readonly own: string | null
}

/** Rooms offered at once; the others are a press away. */
const few = 6

/** Where: rooms and things that are free then, the closest fit first; what is taken says so, with when it is free next. */
export function WhereFields({ draft, taken, onChange }: WhereFieldsProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const [isWhole, setWhole] = useState(false)
  const { at, zone } = draft
  const timed = !at.allDay
  const people = draft.guests.filter(guest => !isPlace(guest)).length + 1
  const all = useQuery<typeof listPlaces>('calendar.list-places', {}, { fresh_ms: 60_000 })
  const free = useQuery<typeof findFreePlaces>(
    'calendar.find-free-places',
    { from: timed ? momentFrom(at.from, zone) : '', until: timed ? momentFrom(at.until, zone) : '' },
    { when: timed && at.until > at.from, keep: true },
  )
  const chosen = new Set(draft.guests.filter(isPlace).map(({ who }) => keyOfGuest(who)))
  const places = (all.data?.rows ?? []).filter(({ retired }) => !retired)
  const freeIds = new Set((free.data?.rows ?? []).map(({ id }) => id))
  const room = ({ type, seats }: PlaceLine) => (type === 'thing' ? 1 : (seats ?? 0) >= people ? 0 : 2)
  const fits = (free.data?.rows ?? [])
    .filter(({ id, bookable }) => bookable && !chosen.has(id))
    .toSorted((a, b) => room(a) - room(b) || (a.seats ?? 0) - (b.seats ?? 0))
  const rest = places.filter(({ id }) => !chosen.has(id) && !freeIds.has(id))
  const offered = timed ? [...fits, ...rest] : places.filter(({ id }) => !chosen.has(id))
  const shown = isWhole ? offered : offered.slice(0, few)
  const toggle = ({ id, title }: PlaceLine) =>
    onChange({
      guests: chosen.has(id)
        ? draft.guests.filter(({ who }) => keyOfGuest(who) !== id)
        : [
            ...draft.guests,
            { who: { calendarId: id }, role: 'required', answer: 'none', note: null, name: title, answeredAt: null },
          ],
    })
  const chip = (place: PlaceLine) => {
    const isTaken = timed && !free.isPending && !freeIds.has(place.id) && !chosen.has(place.id)
    return (
      <button
        key={place.id}
        type="button"
        className="event-room"
        aria-pressed={chosen.has(place.id)}
        data-taken={isTaken ? '' : undefined}
        onClick={() => toggle(place)}
      >
        {place.title}
        <span>
          {isTaken
            ? say('page.calendar-event.not-free')
            : place.seats
              ? say('page.rooms.seats', { count: place.seats })
              : ''}
        </span>
      </button>
    )
  }
  return (
    <div className="event-where">
      <TextField
        label={say('page.calendar-event.where')}
        value={draft.place}
        maxLength={300}
        placeholder={say('page.calendar-event.where.hint')}
        onChange={event => onChange({ place: event.target.value })}
        onBlur={() => {
          const next = withRoom(draft, places)
          if (next !== draft) onChange({ place: next.place, guests: next.guests })
        }}
      />
      {places.length ? (
        <div className="event-rooms" role="group" aria-label={say('page.rooms')}>
          {places.filter(({ id }) => chosen.has(id)).map(chip)}
          {shown.map(chip)}
          {offered.length > few && !isWhole ? (
            <button type="button" className="event-room more" onClick={() => setWhole(true)}>
              {say('page.calendar.more', { count: offered.length - few })}
            </button>
          ) : null}
        </div>
      ) : null}
      {taken ? (
        <Problem
          title={taken.message}
          todo={taken.next.length ? say('page.calendar-event.free-next', { place: taken.title }) : undefined}
        >
          {taken.next.map(start => {
            const local = localIn(zone, start)
            return (
              <Button
                key={start}
                size="s"
                onClick={() => onChange({ at: begun(at, local.slice(0, 10), local.slice(11)) })}
              >
                {formats.weekday(local.slice(0, 10))} {local.slice(11)}
              </Button>
            )
          })}
        </Problem>
      ) : null}
    </div>
  )
}
