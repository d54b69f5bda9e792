import { useMemo, useState } from 'react'
import { addDays, weekdayOf } from '../format/day.ts'
import { AgendaList } from '../kit/calendar/AgendaList.tsx'
import type { GridEvent, Stretch } from '../kit/calendar/gridEvent.ts'
import { MonthGrid } from '../kit/calendar/MonthGrid.tsx'
import { TimeRows } from '../kit/calendar/TimeRows.tsx'
import { WeekGrid } from '../kit/calendar/WeekGrid.tsx'
import { daysFrom } from '../kit/calendar/weeks.ts'
import { YearGrid } from '../kit/calendar/YearGrid.tsx'
import { tell } from '../kit/notices.ts'
import { Page } from '../kit/Page.tsx'
import { Section } from '../kit/SectionHead.tsx'
import { useFormats } from '../language/Say.tsx'
import { useWhen } from '../kit/calendar/useWhen.ts'
import { clockFrom } from '../kit/calendar/locals.ts'
import { exampleEvents, exampleGridWords as words, exampleRows } from './exampleCalendar.ts'

/** Rooms and people by the hour, and the five ways to see a calendar. */
export default function GalleryCalendar() {
  const formats = useFormats()
  const when = useWhen()
  const today = formats.today()
  const monday = addDays(today, 1 - weekdayOf(today))
  const [events, setEvents] = useState<readonly GridEvent[]>(() => exampleEvents(today))
  const marks = useMemo(() => new Map(events.map(({ from }, index) => [from.slice(0, 10), 1 + (index % 3)])), [events])
  const onMove = (event: GridEvent, to: Stretch) => {
    setEvents(all => all.map(one => (one.key === event.key ? { ...one, ...to } : one)))
    tell({ kind: 'done', text: `${event.title}: ${when(to)}` })
  }
  const onOpen = (event: GridEvent) => tell({ kind: 'done', text: event.title })
  const onCreate = (at: Stretch) => tell({ kind: 'done', text: `New: ${when(at)}` })
  return (
    <Page title="Calendar" crumbs={[{ label: 'Kit', href: '/kit' }, { label: 'Calendar' }]}>
      <Section title="Rooms and people by the hour">
        <TimeRows
          label="Rooms and people, 08 to 17"
          firstHour={8}
          lastHour={17}
          groups={exampleRows}
          bands={[
            { id: '1', from: 615, until: 705, mark: '1', on: true },
            { id: '3', from: 900, until: 990, mark: '3' },
          ]}
          onPick={(row, from, until) =>
            tell({ kind: 'done', text: `${row.name} ${clockFrom(from)}–${clockFrom(until)}` })
          }
          sayPick={(row, from, until) => `${row.name}, ${clockFrom(from)}–${clockFrom(until)}`}
          legend={
            <>
              <span>
                <i /> booked
              </span>
              <span>
                <i data-look="soft" /> may move
              </span>
              <span>
                <i data-look="off" /> outside working hours
              </span>
            </>
          }
        />
      </Section>
      <Section title="Week">
        <div style={{ height: 620 }}>
          <WeekGrid
            label="Week"
            days={daysFrom(monday, 7)}
            events={events}
            today={today}
            now={13 * 60 + 40}
            words={words}
            working={day => (weekdayOf(day) > 5 ? null : { from: 480, until: 1020 })}
            named={day => (weekdayOf(day) === 4 ? 'Harvest day' : undefined)}
            {...{ onOpen, onMove, onCreate }}
            onDay={() => {}}
          />
        </div>
      </Section>
      <Section title="Month">
        <div style={{ height: 640 }}>
          <MonthGrid
            label="Month"
            day={today}
            firstWeekday={1}
            {...{ events, today, words, onOpen, onMove, onCreate }}
            onDay={() => {}}
            onWeek={() => {}}
          />
        </div>
      </Section>
      <Section title="List">
        <AgendaList label="List" days={daysFrom(monday, 9)} {...{ events, today, words, onOpen }} />
      </Section>
      <Section title="Year">
        <YearGrid
          label="Year"
          year={Number(today.slice(0, 4))}
          firstWeekday={1}
          today={today}
          marks={marks}
          weekWord={words.week}
          onDay={() => {}}
          onWeek={() => {}}
        />
      </Section>
    </Page>
  )
}
