import { addDays } from '../../../../web/format/day.ts'
import { weekdayName } from '../../../../web/kit/calendar/dayHead.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { CalendarKeys } from '../words.ts'

const monday = '2024-01-01'

/** How long a room is booked on each weekday: a table whose cells are bars, so that looking is enough and reading is possible. */
export function WeekdayBars({ minutes }: { readonly minutes: readonly number[] }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const most = Math.max(60, ...minutes)
  return (
    <table className="room-bars" aria-label={say('page.rooms.use.weekdays')}>
      <thead>
        <tr>
          {minutes.map((_, n) => (
            <th key={n} scope="col" abbr={weekdayName(addDays(monday, n), language, 'long')}>
              {weekdayName(addDays(monday, n), language, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {minutes.map((booked, n) => (
            <td key={n}>
              <i style={{ height: `${(booked / most) * 100}%` }} />
              <span className="num">{booked ? formats.minutes(booked) : '–'}</span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
