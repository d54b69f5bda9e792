import '../calendar.css'
import { useCallback, useMemo, useState } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { AgendaList } from '../../../../web/kit/calendar/AgendaList.tsx'
import type { GridEvent, Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { minutesOfLocal } from '../../../../web/kit/calendar/locals.ts'
import { MonthGrid } from '../../../../web/kit/calendar/MonthGrid.tsx'
import { WeekGrid } from '../../../../web/kit/calendar/WeekGrid.tsx'
import { YearGrid } from '../../../../web/kit/calendar/YearGrid.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useAskedToMake, useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listCalendars, listPlaces } from '../../contract.ts'
import { EventDialog } from '../event/EventDialog.tsx'
import { useKept, views, type CalendarView } from '../kept.ts'
import { useGridWords } from '../../../../web/kit/calendar/useGridWords.ts'
import { type CalendarKeys, isOwn } from '../words.ts'
import { localIn } from '../zones.ts'
import { CalendarHead } from './CalendarHead.tsx'
import { CalendarSide } from './CalendarSide.tsx'
import { Peek } from './Peek.tsx'
import { daysShown, stepped } from './range.ts'
import { ScopeDialog } from './ScopeDialog.tsx'
import { type PlacedEvent, useAgenda } from './useAgenda.ts'
import { useDays } from './useDays.ts'
import { useMoving } from './useMoving.ts'
import { useWorkingHours } from './useWorkingHours.ts'

const isView = (text: string | undefined): text is CalendarView =>
  (views as readonly (string | undefined)[]).includes(text)

/** Everybody's time: by day, week, month, year or as a list. */
export default function CalendarPage() {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const words = useGridWords()
  const go = useGo()
  const kept = useKept()
  const [search, change] = useSearch()
  const today = formats.today()
  const day = /^\d{4}-\d\d-\d\d$/.test(search['on'] ?? '') ? (search['on'] ?? today) : today
  const view = isView(search['view']) ? search['view'] : kept.view
  const only = search['calendar']
  const calendars = useQuery<typeof listCalendars>('calendar.list-calendars', {}, { fresh_ms: 60_000 })
  const places = useQuery<typeof listPlaces>('calendar.list-places', {}, { fresh_ms: 60_000 })
  const lines = useMemo(() => calendars.data?.rows ?? [], [calendars.data])
  const rooms = useMemo(() => places.data?.rows ?? [], [places.data])
  const shown = useMemo(() => {
    if (only) return new Set([only])
    const seen = lines.filter(one => isOwn(one) && !kept.hidden.includes(one.id))
    return new Set([...seen.map(({ id }) => id), ...kept.added])
  }, [only, lines, kept.hidden, kept.added])
  const days = useMemo(
    () => daysShown(view, day, kept.weekFirst, kept.weekends),
    [view, day, kept.weekFirst, kept.weekends],
  )
  const [first, last] = [days[0] ?? day, days.at(-1) ?? day]
  const { events: known, asked } = useAgenda({
    first,
    last,
    calendars: lines,
    places: rooms,
    shown,
    declined: kept.declined,
  })
  const { named, events: marked, kinds } = useDays(first, last, kept)
  const working = useWorkingHours()
  const { events: placed, moving, move, decide } = useMoving(known)
  const events = useMemo(() => [...marked, ...placed], [marked, placed])
  const [peeked, setPeeked] = useState<{ readonly event: PlacedEvent; readonly at: HTMLElement } | null>(null)
  const [draft, setDraft] = useState<Stretch | null>(null)

  const show = (changes: { view?: CalendarView; on?: string }) => {
    setPeeked(null)
    if (changes.view) kept.change({ view: changes.view })
    change({ ...(changes.view ? { view: changes.view } : {}), ...(changes.on ? { on: changes.on } : {}) })
  }
  const open = useCallback((event: GridEvent, at: HTMLElement) => {
    setPeeked({ event: event as PlacedEvent, at })
  }, [])
  const create = useCallback((at: Stretch) => {
    setPeeked(null)
    setDraft(at)
  }, [])
  const newHere = () => create(nextHour(day, today, formats.zone))
  useAskedToMake(newHere)
  useHotkeys([
    { keys: 'j', label: say('page.calendar.next'), run: () => show({ on: stepped(view, day, 1) }) },
    { keys: 'k', label: say('page.calendar.previous'), run: () => show({ on: stepped(view, day, -1) }) },
    { keys: 't', label: say('today'), run: () => show({ on: today }) },
    ...views.map(one => ({
      keys: viewKeys[one],
      label: say(`page.calendar.${one}`),
      run: () => show({ view: one }),
    })),
    { keys: 'n', label: say('page.calendar.new'), run: newHere },
    {
      keys: 'p',
      label: say('page.calendar.print'),
      run: () => go(`/calendar/print/${view === 'week' ? 'week' : 'day'}?on=${day}`),
    },
  ])
  const grid = {
    events: events as readonly GridEvent[],
    today,
    words,
    named,
    open: peeked?.event.key ?? null,
    onOpen: open,
  }
  const label = titleOf(view, day, formats, say)
  return (
    <div className="cal-page">
      <CalendarSide
        {...{ kept, day, today, only }}
        shown={view === 'day' || view === 'week' ? [first, last] : undefined}
        calendars={lines}
        places={rooms}
        onDay={on => show({ on })}
        onWeek={on => show({ on, view: 'week' })}
        onSaid={(on, one) => show({ on, ...(one ? { view: one } : {}) })}
        onAll={() => change({ calendar: null })}
        onOnly={id => change({ calendar: id })}
      />
      <div className="cal-main">
        <CalendarHead
          {...{ view, day, today }}
          onView={one => show({ view: one })}
          onDay={(on, one) => show({ on, ...(one ? { view: one } : {}) })}
          onNew={newHere}
        />
        {asked.isError && !asked.data ? <QueryProblem fault={asked.error} again={() => void asked.refetch()} /> : null}
        <div className="cal-view" data-view={view} aria-busy={asked.isFetching && !asked.data ? true : undefined}>
          {view === 'day' || view === 'week' ? (
            <WeekGrid
              key={view}
              label={label}
              days={days}
              now={minutesOfLocal(localIn(formats.zone, new Date().toISOString()))}
              {...grid}
              draft={draft}
              working={working}
              onCreate={create}
              onMove={move}
              {...(kept.otherZone ? { otherZone: clockOfZone(kept.otherZone, formats.zone) } : {})}
              onDay={on => show({ on, view: 'day' })}
            />
          ) : view === 'month' ? (
            <MonthGrid
              label={label}
              day={day}
              firstWeekday={kept.weekFirst}
              {...grid}
              onCreate={create}
              onMove={move}
              onDay={on => show({ on, view: 'day' })}
              onWeek={on => show({ on, view: 'week' })}
            />
          ) : view === 'year' ? (
            <YearGrid
              label={label}
              year={Number(day.slice(0, 4))}
              firstWeekday={kept.weekFirst}
              today={today}
              marks={marksOf(placed)}
              kinds={kinds}
              weekWord={words.week}
              onDay={on => show({ on, view: 'day' })}
              onWeek={on => show({ on, view: 'week' })}
            />
          ) : (
            <AgendaList label={label} days={days} {...grid} />
          )}
          {view === 'month' ? <PhoneDay day={day} grid={grid} /> : null}
        </div>
      </div>
      {peeked ? (
        <Peek key={peeked.event.key} event={peeked.event} at={peeked.at} onClose={() => setPeeked(null)} />
      ) : null}
      {draft ? <EventDialog at={draft} onClose={() => setDraft(null)} /> : null}
      {moving ? <ScopeDialog title={moving.event.title} onPick={decide} /> : null}
    </div>
  )
}

const viewKeys: Readonly<Record<CalendarView, string>> = { day: 'd', week: 'w', month: 'm', year: 'y', list: 'a' }

/** Beneath the phone's month: what the chosen day holds. */
function PhoneDay({
  day,
  grid,
}: {
  readonly day: string
  readonly grid: Omit<Parameters<typeof AgendaList>[0], 'label' | 'days'>
}) {
  const formats = useFormats()
  return (
    <div className="cal-phone-day">
      <AgendaList label={formats.longDay(day)} days={[day]} onlyFull={false} {...grid} />
    </div>
  )
}

/** The next whole hour of today, else nine. */
function nextHour(day: string, today: string, zone: string): Stretch {
  const hour = day === today ? Math.min(22, Number(localIn(zone, new Date().toISOString()).slice(11, 13)) + 1) : 9
  const at = (one: number) => `${day}T${String(one).padStart(2, '0')}:00`
  return { from: at(hour), until: at(hour + 1), allDay: false }
}

function titleOf(
  view: CalendarView,
  day: string,
  formats: ReturnType<typeof useFormats>,
  say: ReturnType<typeof useSay<CalendarKeys>>,
): string {
  if (view === 'day') return formats.longDay(day)
  if (view === 'week') return say('page.calendar.week-no', { week: formats.week(addDays(day, 0)) })
  return say('page.calendar')
}

/** How full each day is: one mark, two, three. */
function marksOf(events: readonly PlacedEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, until, allDay } of events) {
    const end = allDay ? until : from.slice(0, 10)
    for (let day = from.slice(0, 10); day <= end; day = addDays(day, 1)) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return new Map([...counts].map(([day, count]) => [day, count > 4 ? 3 : count > 2 ? 2 : 1]))
}

/** The hours of another zone beside the office's. */
function clockOfZone(zone: string, shown: string) {
  return {
    label: zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '),
    hour: (day: string, minutes: number) => {
      const at = new Date(`${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:00:00Z`)
      const offset = at.getTime() - Date.parse(`${localIn(shown, at.toISOString())}:00Z`)
      return localIn(zone, new Date(at.getTime() + offset).toISOString()).slice(11, 16)
    },
  }
}
