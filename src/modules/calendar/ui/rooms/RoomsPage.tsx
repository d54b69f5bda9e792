import '../calendar.css'
import { useMemo, useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import type { Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { clockFrom, localFrom, minutesOfLocal } from '../../../../web/kit/calendar/locals.ts'
import { type TimeRow, TimeRows } from '../../../../web/kit/calendar/TimeRows.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { DaySteps, WeekDays } from '../board/DayWalk.tsx'
import { useDayShown } from '../board/useDayShown.ts'
import { EventDialog } from '../event/EventDialog.tsx'
import type { CalendarKeys, Guest } from '../words.ts'
import { localIn } from '../zones.ts'
import { useRooms } from './useRooms.ts'

/** Hours that are shown of a day; what lies outside them stands on the room's own page. */
const [firstHour, lastHour] = [7, 19]

/** Every room and thing by the hours of one day; free time is booked by pulling over it. */
export default function RoomsPage() {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const shown = useDayShown()
  const { day, today } = shown
  const { places, all, rowOf } = useRooms(day)
  const mayAdd = usePermission('calendar.create-place')
  const mayUse = usePermission('calendar.place-use')
  const [seats, setSeats] = useState(0)
  const [draft, setDraft] = useState<{ readonly at: Stretch; readonly guests: readonly Guest[] } | null>(null)
  const groups = useMemo(() => {
    const fits = all.filter(place => (place.seats ?? 0) >= seats || place.type === 'thing')
    const sites = [...new Set(fits.filter(({ type }) => type === 'room').map(({ site }) => site))]
    const rooms = sites.map(site => ({
      id: `site ${site ?? ''}`,
      title: site ?? say('page.rooms'),
      rows: fits.filter(place => place.type === 'room' && place.site === site).map(rowOf),
    }))
    const things = fits.filter(({ type }) => type === 'thing').map(rowOf)
    return [...rooms, ...(things.length ? [{ id: 'things', title: say('page.rooms.things'), rows: things }] : [])].map(
      group => ({
        ...group,
        more: String(group.rows.length),
      }),
    )
  }, [all, seats, rowOf, say])
  const pick = (row: TimeRow, from: number, until: number) =>
    setDraft({
      at: { from: localFrom(day, from), until: localFrom(day, until), allDay: false },
      guests: [
        { who: { calendarId: row.id }, role: 'required', answer: 'none', note: null, name: row.name, answeredAt: null },
      ],
    })
  const most = Math.max(0, ...all.map(place => place.seats ?? 0))
  return (
    <Page
      title={formats.longDay(day)}
      beside={say('page.calendar.week-no', { week: formats.week(day) }).toLocaleLowerCase(formats.language)}
      end={
        <>
          {most > 4 ? (
            <label className="rooms-seats">
              {say('page.rooms.at-least')}
              <select className="input" value={seats} onChange={event => setSeats(Number(event.target.value))}>
                {[0, 4, 6, 8, 12, 20]
                  .filter(count => count <= most)
                  .map(count => (
                    <option key={count} value={count}>
                      {count ? say('page.rooms.seats', { count }) : say('page.rooms.any')}
                    </option>
                  ))}
              </select>
            </label>
          ) : null}
          <DaySteps {...shown} />
          {mayUse ? (
            <ButtonLink look="quiet" icon="chart-bar" href="/rooms/use">
              {say('page.rooms.use.open')}
            </ButtonLink>
          ) : null}
          {mayAdd ? (
            <Button icon="plus" onClick={() => openCommand({ command: 'calendar.create-place' })}>
              {say('page.rooms.new')}
            </Button>
          ) : null}
        </>
      }
    >
      <WeekDays {...shown} />
      {places.isError ? <QueryProblem fault={places.error} again={() => void places.refetch()} /> : null}
      {places.isPending ? <SkeletonRows height={52} /> : null}
      {places.data && all.length === 0 ? (
        <Empty text={say('page.rooms.empty')} />
      ) : places.data ? (
        <TimeRows
          label={formats.longDay(day)}
          firstHour={firstHour}
          lastHour={lastHour}
          groups={groups}
          now={day === today ? minutesOfLocal(localIn(formats.zone, new Date().toISOString())) : undefined}
          onPick={pick}
          sayPick={(row, from, until) =>
            say('page.rooms.take', { place: row.name, hours: `${clockFrom(from)}–${clockFrom(until)}` })
          }
          legend={
            <>
              <span>
                <i />
                {say('page.rooms.booked')}
              </span>
              <span>
                <i data-look="waits" />
                {say('page.rooms.waits')}
              </span>
            </>
          }
        />
      ) : null}
      {draft ? <EventDialog at={draft.at} guests={draft.guests} onClose={() => setDraft(null)} /> : null}
    </Page>
  )
}
