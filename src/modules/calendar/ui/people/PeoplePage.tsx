import '../calendar.css'
import { useMemo, useState } from 'react'
import type { Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { clockFrom, localFrom, minutesOfLocal } from '../../../../web/kit/calendar/locals.ts'
import { type TimeRow, TimeRows } from '../../../../web/kit/calendar/TimeRows.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { DaySteps, WeekDays } from '../board/DayWalk.tsx'
import { useDayShown } from '../board/useDayShown.ts'
import { EventDialog } from '../event/EventDialog.tsx'
import type { CalendarKeys, Guest } from '../words.ts'
import { localIn } from '../zones.ts'
import { usePeople } from './usePeople.ts'

const [firstHour, lastHour] = [7, 19]

/** Everybody by the hours of one day; pulling over somebody's free time begins a meeting with them. */
export default function PeoplePage() {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const shown = useDayShown()
  const { day, today } = shown
  const [wanted, setWanted] = useState('')
  const { calendars, all, rowOf } = usePeople(day, wanted)
  const [draft, setDraft] = useState<{ readonly at: Stretch; readonly guests: readonly Guest[] } | null>(null)
  const groups = useMemo(
    () =>
      (['people', 'teams'] as const)
        .map(id => ({ id, of: all.filter(({ type }) => (type === 'main') === (id === 'people')) }))
        .filter(({ of }) => of.length > 0)
        .map(({ id, of }) => ({
          id,
          title: say(`page.calendar-people.${id}`),
          more: String(of.length),
          rows: of.map(rowOf),
        })),
    [all, rowOf, say],
  )
  const pick = (row: TimeRow, from: number, until: number) => {
    const owner = all.find(({ id }) => id === row.id)
    const guests = owner?.owner && !owner.mine ? [guestOf(owner.owner.id, row.name)] : []
    setDraft({ at: { from: localFrom(day, from), until: localFrom(day, until), allDay: false }, guests })
  }
  return (
    <Page
      title={formats.longDay(day)}
      beside={say('page.calendar.week-no', { week: formats.week(day) }).toLocaleLowerCase(formats.language)}
      end={
        <>
          <input
            className="input"
            type="search"
            value={wanted}
            placeholder={say('page.calendar-people.find')}
            aria-label={say('page.calendar-people.find')}
            onChange={event => setWanted(event.target.value)}
          />
          <DaySteps {...shown} />
        </>
      }
    >
      <WeekDays {...shown} />
      {calendars.isError ? <QueryProblem fault={calendars.error} again={() => void calendars.refetch()} /> : null}
      {calendars.isPending ? <SkeletonRows height={52} /> : null}
      {calendars.data && all.length === 0 ? (
        <Empty text={say('list.nothing-found')} />
      ) : calendars.data ? (
        <TimeRows
          label={formats.longDay(day)}
          firstHour={firstHour}
          lastHour={lastHour}
          groups={groups}
          now={day === today ? minutesOfLocal(localIn(formats.zone, new Date().toISOString())) : undefined}
          onPick={pick}
          sayPick={(row, from, until) =>
            say('page.calendar-people.meet', { name: row.name, hours: `${clockFrom(from)}–${clockFrom(until)}` })
          }
          legend={
            <>
              <span>
                <i />
                {say('page.calendar.busy')}
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

const guestOf = (principalId: string, name: string): Guest => ({
  who: { principalId },
  role: 'required',
  answer: 'none',
  note: null,
  name,
  answeredAt: null,
})
