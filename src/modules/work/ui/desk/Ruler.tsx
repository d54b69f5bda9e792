import type { CSSProperties } from 'react'
import { useFormats } from '../../../../web/language/Say.tsx'
import type { DeskLine } from './deskTypes.ts'
import { pour } from './pour.ts'
import type { useWorkday } from './useWorkday.ts'

/** Hours that a label keeps free of its neighbours, also on a phone. */
const labelRoom = 0.75

/** The day's ends and the full hours between them. */
const hourMarks = (from: number, until: number): number[] => [
  from,
  ...Array.from({ length: Math.ceil(until) - Math.floor(from) - 1 }, (_, i) => Math.floor(from) + 1 + i).filter(
    hour => hour - from > labelRoom && until - hour > labelRoom,
  ),
  until,
]

/** `08`, or `07:30` where the day does not begin with the hour. */
function hourWords(hour: number): string {
  const minutes = Math.round((hour % 1) * 60)
  const whole = String(Math.floor(hour)).padStart(2, '0')
  return minutes ? `${whole}:${String(minutes).padStart(2, '0')}` : whole
}

const style = (values: Record<string, number>) => values as CSSProperties

export interface RulerProps {
  readonly lines: readonly DeskLine[]
  readonly workday: ReturnType<typeof useWorkday>
  /** Minutes that are left of the working day. */
  readonly free: number
}

/** The day as a ruler: work is poured into what is left of it. It repeats the sum above for the eye, so readers skip it. */
export function Ruler({ lines, workday, free }: RulerProps) {
  const formats = useFormats()
  const { from, until, breaks, now } = workday
  // Nothing is free on a day when nobody works: then nothing is poured either.
  const today = free === 0 ? [] : lines.filter(line => line.group === 'late' || line.group === 'today')
  const segments = pour(today, Math.max(now, from), until, breaks)
  const shown = Math.min(Math.max(now, from), until)
  const hours = hourMarks(from, until).filter(hour => Math.abs(hour - shown) > labelRoom || now < from || now > until)
  return (
    <div
      className="ruler"
      aria-hidden="true"
      style={style({ '--from': from, '--hours': until - from, '--now': shown })}
    >
      <div className="track">
        <span className="gone" />
        {breaks.map(pause => (
          <span key={pause.from} className="seg meet" style={style({ '--a': pause.from, '--b': pause.until })} />
        ))}
        {segments.map(segment => (
          <span
            key={`${segment.id}-${segment.from}`}
            className="seg work"
            style={style({ '--a': segment.from, '--b': segment.until })}
          >
            {segment.until - segment.from >= 0.6 ? segment.title : ''}
          </span>
        ))}
      </div>
      {now >= from && now <= until ? <span className="now" /> : null}
      <ol>
        {hours.map(hour => (
          <li
            key={hour}
            className={hour === from ? 'first' : hour === until ? 'last' : undefined}
            style={style({ '--a': hour })}
          >
            {hourWords(hour)}
          </li>
        ))}
        {now >= from && now <= until ? (
          <li className="at" style={style({ '--a': shown })}>
            {formats.time(new Date().toISOString())}
          </li>
        ) : null}
      </ol>
    </div>
  )
}
