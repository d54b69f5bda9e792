import { useState } from 'react'
import { readTime } from '../../../../web/format/moment.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { weekdayNames } from '../weekdays.ts'
import type { HoursDetail, Keys } from '../words.ts'

type Times = HoursDetail['hours']

/** The hours of each weekday, a line for each stretch. */
export function Week({ times, onTimes }: { readonly times: Times; readonly onTimes: (times: Times) => void }) {
  const say = useSay<Keys>()
  const names = weekdayNames(useLanguage())
  const put = (index: number, part: Partial<Times[number]>) =>
    onTimes(times.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const add = () => {
    const last = times.at(-1)
    const weekday = last ? Math.min(7, last.weekday + 1) : 1
    onTimes([...times, { weekday, from: last?.from ?? '08:00', until: last?.until ?? '17:00' }])
  }
  return (
    <>
      <ul className="hours-week">
        {times.map((one, index) => (
          <li key={index}>
            <select
              className="input"
              aria-label={say('field.scheduling.weekday')}
              value={one.weekday}
              onChange={event => put(index, { weekday: Number(event.target.value) })}
            >
              {names.map((name, at) => (
                <option key={name} value={at + 1}>
                  {name}
                </option>
              ))}
            </select>
            <Clock label={say('field.scheduling.from')} value={one.from} onClock={from => put(index, { from })} />
            <span aria-hidden="true">–</span>
            <Clock label={say('field.scheduling.until')} value={one.until} onClock={until => put(index, { until })} />
            <Button
              look="quiet"
              aria-label={say('page.hours.remove')}
              onClick={() => onTimes(times.filter((_, at) => at !== index))}
            >
              <Icon name="x" small />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="s" icon="plus" onClick={add}>
        {say('page.hours.add')}
      </Button>
    </>
  )
}

interface ClockProps {
  readonly label: string
  readonly value: string
  readonly onClock: (value: string) => void
}

/** A time of day as one types it: 8, 8.30, 0830; always of 24 hours, whatever the browser thinks. */
function Clock({ label, value, onClock }: ClockProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    const read = typed?.trim() === '24' || typed?.trim() === '24:00' ? '24:00' : readTime(typed ?? '')
    setTyped(null)
    if (read) onClock(read)
  }
  return (
    <input
      className="input num"
      aria-label={label}
      value={typed ?? value}
      maxLength={5}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
    />
  )
}
