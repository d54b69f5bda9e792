import '../calendar.css'
import { useEffect, useState } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { agenda, checkIn, createEvent, getPlace, moveEvent } from '../../contract.ts'
import type { AgendaLine, CalendarKeys, PlaceDetail } from '../words.ts'
import { localIn, whenOf } from '../zones.ts'

/** How often the panel looks at the clock, ms. */
const tick_ms = 15_000
const lengths = [15, 30, 60] as const

function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), tick_ms)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** For a tablet beside the door: free or taken, until when, what comes next; booked, checked in and ended by one press. */
export default function DoorPage() {
  const { id = '' } = useParams()
  const { zone } = useFormats()
  const now = useNow()
  const day = localIn(zone, now).slice(0, 10)
  const place = useQuery<typeof getPlace>('calendar.get-place', { id })
  const booked = useQuery<typeof agenda>('calendar.agenda', {
    from: momentOf(day, '00:00', zone),
    until: momentOf(addDays(day, 1), '00:00', zone),
    calendarIds: [id],
  })
  if (place.isError) return <QueryProblem fault={place.error} again={() => void place.refetch()} />
  if (!place.data || !booked.data) return <PageSkeleton />
  const lines = booked.data.rows
    .filter(({ status }) => status !== 'cancelled')
    .toSorted((a, b) => a.start.localeCompare(b.start))
  return <Door place={place.data} lines={lines} now={now} />
}

interface DoorProps {
  readonly place: PlaceDetail
  readonly lines: readonly AgendaLine[]
  readonly now: string
}

const after = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b)

function Door({ place, lines, now }: DoorProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  useTitle(place.title)
  const current = lines.find(({ start, end }) => !after(start, now) && after(end, now))
  const coming = lines.filter(({ start }) => after(start, now))
  const next = coming[0]
  return (
    <article className="door" data-state={current ? 'taken' : 'free'}>
      <header>
        <h1>{place.title}</h1>
        <p className="num">{formats.time(now)}</p>
      </header>
      <section aria-live="polite">
        <p className="door-state">{say(current ? 'page.door.taken' : 'page.door.free')}</p>
        {current ? (
          <>
            <p className="door-what">{current.title ?? say('page.rooms.booked')}</p>
            <p className="num">
              {formats.time(current.start)}–{formats.time(current.end)}
            </p>
          </>
        ) : (
          <p className="num">
            {next ? say('page.door.until', { time: formats.time(next.start) }) : say('page.door.all-day')}
          </p>
        )}
      </section>
      {current ? (
        <Taken place={place} line={current} now={now} />
      ) : (
        <Free place={place} now={now} next={next?.start ?? null} />
      )}
      <footer>
        {coming.length ? (
          <ul>
            {coming.slice(0, 3).map(line => (
              <li key={`${line.eventId} ${line.start}`}>
                <span className="num">
                  {formats.time(line.start)}–{formats.time(line.end)}
                </span>
                {line.title ?? say('page.rooms.booked')}
              </li>
            ))}
          </ul>
        ) : (
          <p>{say('page.door.nothing-more')}</p>
        )}
        <p className="door-leave">
          <button type="button" onClick={event => void event.currentTarget.closest('article')?.requestFullscreen?.()}>
            {say('page.door.fill')}
          </button>
          <Link href={`/rooms/${place.id}`}>{say('page.door.leave')}</Link>
        </p>
      </footer>
    </article>
  )
}

/** Free: taken on the spot, as long as nobody else comes. */
function Free({
  place,
  now,
  next,
}: {
  readonly place: PlaceDetail
  readonly now: string
  readonly next: string | null
}) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const book = useCommand<typeof createEvent>('calendar.create-event', { said: say('page.calendar-event.made') })
  if (!place.bookable) return null
  const start = localIn(formats.zone, now)
  const take = (minutes: number) => {
    const end = localIn(formats.zone, new Date(Date.parse(now) + minutes * 60_000).toISOString())
    return book.run({
      title: say('page.door.ad-hoc'),
      when: { allDay: false, start, end, zone: formats.zone },
      guests: [{ who: { calendarId: place.id }, role: 'required' }],
    })
  }
  const room = next ? (Date.parse(next) - Date.parse(now)) / 60_000 : Number.POSITIVE_INFINITY
  return (
    <div className="door-acts">
      {lengths
        .filter(minutes => minutes <= room)
        .map(minutes => (
          <Button key={minutes} busy={book.busy} onClick={() => void take(minutes)}>
            {say('page.door.book', { time: formats.minutes(minutes) })}
          </Button>
        ))}
    </div>
  )
}

/** Taken: checked in, or ended before its time. */
function Taken({ place, line, now }: { readonly place: PlaceDetail; readonly line: AgendaLine; readonly now: string }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const come = useCommand<typeof checkIn>('calendar.check-in', { said: say('page.door.checked-in') })
  const end = useCommand<typeof moveEvent>('calendar.move-event', { said: say('page.door.ended') })
  if (!line.eventId) return null
  const of = line.recurrence ? { recurrence: line.recurrence } : {}
  const id = line.eventId
  return (
    <div className="door-acts">
      {place.releaseMinutes ? (
        <Button look="primary" busy={come.busy} onClick={() => void come.run({ id, calendarId: place.id, ...of })}>
          {say('page.door.check-in')}
        </Button>
      ) : null}
      {line.changeable && !line.allDay ? (
        <Button
          busy={end.busy}
          onClick={() =>
            void end.run({
              id,
              scope: line.recurrence ? 'this' : 'all',
              ...of,
              when: whenOf(
                { from: localIn(formats.zone, line.start), until: localIn(formats.zone, now), allDay: false },
                formats.zone,
                formats.zone,
              ),
            })
          }
        >
          {say('page.door.end')}
        </Button>
      ) : null}
    </div>
  )
}
