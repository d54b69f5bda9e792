import '../calendar.css'
import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { placeUse } from '../../contract.ts'
import type { CalendarKeys } from '../words.ts'

type Use = OutputOf<typeof placeUse>['rows'][number]

const rowTitle = (row: Use) => row.title
const href = (row: Use) => `/rooms/${row.id}`

/** How the rooms are used between two days: booked, checked in to, freed since nobody came, how full; saved as a file. */
export default function UsePage() {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<Use>[]>(() => {
    const hours = (minutes: number) => (minutes ? formats.minutes(minutes) : '–')
    const part = (value: number | null) => (value === null ? '–' : formats.percent(value))
    return [
      {
        key: 'title',
        label: say('page.rooms.room'),
        phone: 'title',
        sortable: true,
        text: row => row.title,
        cell: row => <TitleCell title={row.title} snippet={row.site ?? ''} />,
      },
      {
        key: 'seats',
        label: say('page.rooms.seats-label'),
        width: 80,
        align: 'end',
        wide: true,
        text: row => String(row.seats ?? ''),
        cell: row => row.seats ?? '–',
      },
      {
        key: 'bookings',
        label: say('page.rooms.use.bookings'),
        width: 96,
        align: 'end',
        sortable: true,
        phone: 'left',
        text: row => String(row.bookings),
        cell: row => formats.number(row.bookings),
      },
      {
        key: 'bookedMinutes',
        label: say('page.rooms.use.booked'),
        width: 116,
        align: 'end',
        sortable: true,
        phone: 'right',
        text: row => String(row.bookedMinutes),
        cell: row => hours(row.bookedMinutes),
      },
      {
        key: 'busy',
        label: say('page.rooms.use.busy'),
        width: 128,
        align: 'end',
        sortable: true,
        text: row => String(row.busy),
        cell: row => part(row.busy),
      },
      {
        key: 'checkedIn',
        label: say('page.rooms.use.checked'),
        width: 112,
        align: 'end',
        wide: true,
        text: row => String(row.checkedIn ?? ''),
        cell: row => (row.checkedIn === null ? '–' : formats.number(row.checkedIn)),
      },
      {
        key: 'noShows',
        label: say('page.rooms.use.no-shows'),
        width: 112,
        align: 'end',
        sortable: true,
        text: row => String(row.noShows),
        cell: row => (row.noShows ? formats.number(row.noShows) : '–'),
      },
      {
        key: 'people',
        label: say('page.rooms.use.people'),
        width: 104,
        align: 'end',
        sortable: true,
        text: row => String(row.people ?? ''),
        cell: row => (row.people === null ? '–' : formats.number(Math.round(row.people * 10) / 10)),
      },
      {
        key: 'filled',
        label: say('page.rooms.use.filled'),
        width: 112,
        align: 'end',
        sortable: true,
        text: row => String(row.filled ?? ''),
        cell: row => part(row.filled),
      },
    ]
  }, [say, formats])
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      { key: 'from', label: say('page.rooms.use.from'), type: 'day' },
      { key: 'until', label: say('page.rooms.use.until'), type: 'day' },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.rooms.use.title')}
      kind="place"
      query="calendar.place-use"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.rooms.empty')}
    />
  )
}
