import { useMemo, useState } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { useWhen } from '../../../../web/kit/calendar/useWhen.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { agenda, listPlaces, swapBookings } from '../../contract.ts'
import type { AgendaLine, CalendarKeys, EventDetail } from '../words.ts'
import { stretchIn, stretchOfWhen } from '../zones.ts'

/** Days before and after the event in which somebody to swap with is looked for. */
const around = 7

/** Rooms or times changed with another booking: both in one act, so that neither is free to a third for a moment. */
export function SwapDialog({ detail, onClose }: { readonly detail: EventDetail; readonly onClose: () => void }) {
  const say = useSay<CalendarKeys>()
  const when = useWhen()
  const formats = useFormats()
  const [what, setWhat] = useState<'places' | 'times'>('places')
  const swap = useCommand<typeof swapBookings>('calendar.swap-bookings', { said: say('page.calendar-event.swapped') })
  const { lines, titles, pending } = useBookings(detail)
  const { id, version, title } = detail.record
  const own = new Set(detail.places.map(({ calendarId }) => calendarId))
  // Who is in the same room has none to change with.
  const offered = what === 'places' ? lines.filter(line => !own.has(line.calendarId)) : lines
  const run = async (line: AgendaLine) => {
    const answer = await swap.run({
      id,
      expectedVersion: version,
      ...(detail.recurrence ? { recurrence: detail.recurrence } : {}),
      otherId: line.eventId ?? '',
      ...(line.recurrence ? { otherRecurrence: line.recurrence } : {}),
      what,
    })
    if (answer.status === 'done') onClose()
  }
  const refused = swap.answer?.status === 'refused' ? swap.answer.refusal : null
  return (
    <Dialog title={say('page.calendar-event.swap')} about={title} width={520} onClose={onClose}>
      <div className="cal-swap">
        <div className="cal-views" role="group" aria-label={say('page.calendar-event.swap')}>
          {(['places', 'times'] as const).map(one => (
            <button key={one} type="button" aria-pressed={what === one} onClick={() => setWhat(one)}>
              {say(`page.calendar-event.swap.${one}`)}
            </button>
          ))}
        </div>
        <p className="t3">{say(`page.calendar-event.swap.${what}.why`)}</p>
        {refused ? <Problem title={refused.message} todo={refused.todo} /> : null}
        {pending ? <SkeletonRows rows={3} /> : null}
        {!pending && offered.length === 0 ? <p className="t2">{say('page.calendar-event.swap.none')}</p> : null}
        <ul className="event-lines">
          {offered.map(line => (
            <li key={`${line.eventId} ${line.recurrence} ${line.calendarId}`}>
              <span className="what">
                <b>{line.title}</b>
                <span className="t3"> {when(stretchIn(formats.zone, line))}</span>
              </span>
              <span className="t2">{titles.get(line.calendarId)}</span>
              <Button size="s" icon="repeat" busy={swap.busy} onClick={() => void run(line)}>
                {say('page.calendar-event.swap.do')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** Bookings of these days that whoever looks may change, of rooms, each once. */
function useBookings(detail: EventDetail) {
  const { zone } = useFormats()
  const places = useQuery<typeof listPlaces>('calendar.list-places', {}, { fresh_ms: 60_000 })
  const rooms = useMemo(() => (places.data?.rows ?? []).filter(({ type }) => type === 'room'), [places.data])
  const day = stretchOfWhen(detail.when, zone).from.slice(0, 10)
  const asked = useQuery<typeof agenda>(
    'calendar.agenda',
    {
      from: momentOf(addDays(day, -around), '00:00', zone),
      until: momentOf(addDays(day, around + 1), '00:00', zone),
      calendarIds: rooms.map(({ id }) => id),
    },
    { when: rooms.length > 0 },
  )
  const now = new Date().toISOString()
  const lines = (asked.data?.rows ?? []).filter(
    line =>
      line.eventId !== null &&
      line.eventId !== detail.record.id &&
      line.changeable &&
      line.status !== 'cancelled' &&
      line.end > now,
  )
  return {
    lines,
    titles: new Map(rooms.map(({ id, title }) => [id, title] as const)),
    pending: places.isPending || (rooms.length > 0 && asked.isPending),
  }
}
