import '../publishing.css'
import { useMemo } from 'react'
import { runCommand } from '../../../../web/client.ts'
import { addDays, addMonths } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { monthName } from '../../../../web/kit/calendar/dayHead.ts'
import type { GridEvent, Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { addMinutes } from '../../../../web/kit/calendar/locals.ts'
import { MonthGrid } from '../../../../web/kit/calendar/MonthGrid.tsx'
import { useGridWords } from '../../../../web/kit/calendar/useGridWords.ts'
import { WeekGrid } from '../../../../web/kit/calendar/WeekGrid.tsx'
import { daysFrom, type Weekday, weeksOfMonth, weekStart } from '../../../../web/kit/calendar/weeks.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listOutlets, listPublications } from '../../contract.ts'
import { type PostLine, postGlyphs, postHues, type PublishingKeys } from '../words.ts'
import { Held, useMayHold } from './Held.tsx'

type View = 'month' | 'week'
const firstWeekday: Weekday = 1
const shownMinutes = 30

/** What is published when: a month or a week, each post where its time is. */
export default function Plan() {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const go = useGo()
  const [search, change] = useSearch()
  const today = formats.today()
  const day = /^\d{4}-\d\d-\d\d$/.test(search['on'] ?? '') ? (search['on'] ?? today) : today
  const view: View = search['view'] === 'week' ? 'week' : 'month'
  const days = useMemo(() => daysOf(view, day), [view, day])
  const outletId = search['outlet']
  const asked = useQuery<typeof listPublications>(
    'publishing.list-publications',
    { from: days[0]!, until: days.at(-1)!, limit: 1000, ...(outletId ? { outletId } : {}) },
    { keep: true },
  )
  const rows = useMemo(() => asked.data?.rows ?? [], [asked.data])
  const may = usePermission('publishing.plan-publication')
  const events = useMemo(() => rows.flatMap(row => eventOf(row, formats, may)), [rows, formats, may])
  const open = ({ key }: GridEvent) => go(`/publishing/${key}`)
  const create = (at: Stretch) =>
    openCommand({
      command: 'publishing.plan-publication',
      input: { plannedAt: momentOf(at.from.slice(0, 10), at.allDay ? '09:00' : at.from.slice(11, 16), formats.zone) },
      done: answer => go(`/publishing/${(answer.output as { readonly id: string }).id}`),
    })
  const move = (event: GridEvent, to: Stretch) => {
    const row = rows.find(one => one.id === event.key)
    if (!row) return
    const plannedAt = momentOf(to.from.slice(0, 10), to.from.slice(11, 16), formats.zone)
    void runCommand('publishing.change-publication', { id: row.id, expectedVersion: row.version, plannedAt }).then(() =>
      asked.refetch(),
    )
  }
  const grid = {
    label: say('page.publishing'),
    events,
    today,
    words: useGridWords(),
    onOpen: open,
    ...(may ? { onCreate: create, onMove: move } : {}),
  }
  return (
    <div className="body pub-page">
      <Head {...{ view, day, today, outletId }} change={change} />
      <Held />
      {asked.isError && !asked.data ? <QueryProblem fault={asked.error} again={() => void asked.refetch()} /> : null}
      <div className="pub-view" data-view={view} aria-busy={asked.isFetching && !asked.data ? true : undefined}>
        {view === 'week' ? (
          <WeekGrid {...grid} days={days} now={minutesNow(formats)} onDay={on => change({ on })} />
        ) : (
          <MonthGrid
            {...grid}
            day={day}
            firstWeekday={firstWeekday}
            onDay={on => change({ on })}
            onWeek={on => change({ on, view: 'week' })}
          />
        )}
      </div>
      <DayPosts day={day} rows={rows} />
    </div>
  )
}

function daysOf(view: View, day: string): readonly string[] {
  if (view === 'week') return daysFrom(weekStart(day, firstWeekday), 7)
  const weeks = weeksOfMonth(day, firstWeekday)
  return daysFrom(weeks[0] ?? day, weeks.length * 7)
}

type Formats = ReturnType<typeof useFormats>

const minutesNow = (formats: Formats): number => {
  const now = formats.time(new Date().toISOString())
  return Number(now.slice(0, 2)) * 60 + Number(now.slice(3, 5))
}

function eventOf(row: PostLine, formats: Formats, may: boolean): GridEvent[] {
  if (!row.plannedAt) return []
  const at = `${formats.dayOf(row.plannedAt)}T${formats.time(row.plannedAt)}`
  return [
    {
      key: row.id,
      title: row.title,
      detail: row.outlets.map(one => one.title).join(', '),
      from: at,
      until: addMinutes(at, shownMinutes),
      allDay: false,
      hue: postHues[row.state],
      look: row.state === 'draft' || row.state === 'asked' ? 'tentative' : 'busy',
      marks: [...(row.near ? ['alert-triangle'] : []), ...(row.repeats ? ['repeat'] : [])],
      movable: may && row.state !== 'published',
    },
  ]
}

interface HeadProps {
  readonly view: View
  readonly day: string
  readonly today: string
  readonly outletId: string | undefined
  readonly change: ReturnType<typeof useSearch>[1]
}

function Head({ view, day, today, outletId, change }: HeadProps) {
  const say = useSay<PublishingKeys>()
  const words = useSay<string>()
  const language = useLanguage()
  const formats = useFormats()
  const outlets = useQuery<typeof listOutlets>('publishing.list-outlets', { limit: 200 }, { fresh_ms: 60_000 })
  const step = (by: 1 | -1) => change({ on: view === 'week' ? addDays(day, by * 7) : addMonths(day, by) })
  const title = monthName(day, language)
  useTitle(`${say('page.publishing')}, ${title}`)
  return (
    <header className="pub-head">
      <h1 className="h1">
        {say('page.publishing')}
        <small>
          {title}
          {view === 'week' ? `, ${words('page.calendar.week-no', { week: formats.week(day) })}` : ''}
        </small>
      </h1>
      <div className="pub-steps">
        <Button onClick={() => change({ on: today })}>{words('today')}</Button>
        <Button aria-label={say('page.publishing.previous')} onClick={() => step(-1)}>
          <Icon name="chevron-left" small />
        </Button>
        <Button aria-label={say('page.publishing.next')} onClick={() => step(1)}>
          <Icon name="chevron-right" small />
        </Button>
        <div className="pub-views" role="group" aria-label={say('page.publishing.view')}>
          {(['month', 'week'] as const).map(one => (
            <button key={one} type="button" aria-pressed={one === view} onClick={() => change({ view: one })}>
              {say(`page.publishing.${one}`)}
            </button>
          ))}
        </div>
        <select
          className="input pub-outlet"
          aria-label={words('kind.outlet')}
          value={outletId ?? ''}
          onChange={event => change({ outlet: event.target.value || null })}
        >
          <option value="">{say('page.publishing.everywhere')}</option>
          {(outlets.data?.rows ?? []).map(one => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      <div className="pub-ends">
        <ButtonLink look="quiet" href="/publishing/list">
          {say('page.publishing.list')}
        </ButtonLink>
        <ButtonLink look="quiet" href="/publishing/pages">
          {say('page.publishing.pages')}
        </ButtonLink>
        <More />
        <MakeButton command="publishing.plan-publication" path="/publishing" look="primary" />
      </div>
    </header>
  )
}

/** What is needed once a month or once and for all. */
function More() {
  const say = useSay<PublishingKeys>()
  const words = useSay<string>()
  const go = useGo()
  const maySetUp = usePermission('publishing.add-outlet')
  const mayHold = useMayHold()
  return (
    <Menu
      label={words('more')}
      align="end"
      width={220}
      button={opener => (
        <Button look="quiet" {...opener}>
          {words('more')} <Icon name="chevron-down" small />
        </Button>
      )}
    >
      <MenuItem icon="chart-bar" onSelect={() => go('/publishing/report')}>
        {say('page.publishing.report')}
      </MenuItem>
      {maySetUp ? (
        <MenuItem icon="settings" onSelect={() => go('/publishing/outlets')}>
          {say('page.publishing.outlets')}
        </MenuItem>
      ) : null}
      {mayHold ? (
        <MenuItem icon="player-pause" onSelect={() => openCommand({ command: 'publishing.hold-all' })}>
          {say('publishing.hold-all')}
        </MenuItem>
      ) : null}
    </Menu>
  )
}

/** Beneath the phone's month: what the chosen day holds. */
function DayPosts({ day, rows }: { readonly day: string; readonly rows: readonly PostLine[] }) {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const go = useGo()
  const of = rows.filter(row => row.plannedAt && formats.dayOf(row.plannedAt) === day)
  return (
    <section className="pub-day" aria-label={formats.longDay(day)}>
      <h2>{formats.longDay(day)}</h2>
      {of.length === 0 ? <p className="t3">{say('page.publishing.day-free')}</p> : null}
      <ul>
        {of.map(row => (
          <li key={row.id}>
            <button type="button" className="link" onClick={() => go(`/publishing/${row.id}`)}>
              <span className="num">{row.plannedAt ? formats.time(row.plannedAt) : ''}</span> {row.title}
            </button>
            <State glyph={postGlyphs[row.state]}>{say(`state.publication.${row.state}`)}</State>
          </li>
        ))}
      </ul>
    </section>
  )
}
