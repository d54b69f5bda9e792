import '../booking.css'
import { useId, useState } from 'react'
import { addMonths } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { MiniMonth } from '../../../../web/kit/calendar/MiniMonth.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import { dayIn, useMoment } from './clock.ts'

interface SlotPickerProps {
  readonly starts: readonly string[]
  readonly zone: string
  readonly picked: string | null
  readonly onPick: (start: string | null) => void
  /** The first day of the next weeks is asked for, or none for the nearest ones; left out where one cannot go on. */
  readonly onFrom?: ((from: string | null) => void) | undefined
  readonly isLater?: boolean
}

/** How much is free on a day, as the small month marks it. */
const marked = (count: number) => (count > 6 ? 3 : count > 2 ? 2 : 1)

/** A month with the days on which something is free, and the times of the day that is chosen. */
export function SlotPicker({ starts, zone, picked, onPick, onFrom, isLater = false }: SlotPickerProps) {
  const say = useSay<Keys>()
  const moment = useMoment(zone)
  const heading = useId()
  const days = Map.groupBy(starts, start => dayIn(start, zone))
  const first = [...days.keys()][0]
  const [chosen, setChosen] = useState<string | null>(null)
  const [month, setMonth] = useState<string | null>(null)
  const day = chosen !== null && days.has(chosen) ? chosen : first
  const drawn = month ?? day ?? dayIn(new Date().toISOString(), zone)
  const turn = (by: number, label: string, icon: string) => (
    <button type="button" className="slots-turn" aria-label={label} onClick={() => setMonth(addMonths(drawn, by))}>
      <Icon name={icon} small />
    </button>
  )
  const open = (one: string) => {
    setChosen(one)
    setMonth(null)
    onPick(null)
  }
  return (
    <div className="slots">
      <MiniMonth
        month={drawn}
        firstWeekday={1}
        today={dayIn(new Date().toISOString(), zone)}
        {...(day ? { shown: [day, day] as const } : {})}
        marks={new Map([...days].map(([one, list]) => [one, marked(list.length)]))}
        weekWord={week => say('page.find-time.week', { week })}
        onDay={open}
        onWeek={monday => open([...days.keys()].find(one => one >= monday) ?? monday)}
        onMonth={setMonth}
        end={
          <span className="slots-turns">
            {turn(-1, say('page.book.earlier'), 'chevron-left')}
            {turn(1, say('page.book.later'), 'chevron-right')}
          </span>
        }
      />
      <div className="slots-times">
        {day ? (
          <>
            <h3 id={heading}>{moment.day(days.get(day)![0]!)}</h3>
            <div className="slots-list" role="radiogroup" aria-labelledby={heading}>
              {days.get(day)!.map(start => (
                <label key={start} className={picked === start ? 'slot-time on' : 'slot-time'}>
                  <input type="radio" name={heading} checked={picked === start} onChange={() => onPick(start)} />
                  <span className="num">{moment.time(start)}</span>
                </label>
              ))}
            </div>
          </>
        ) : (
          <p className="t2">{say('page.book.none')}</p>
        )}
        {onFrom ? (
          <Button size="s" look="quiet" onClick={() => onFrom(isLater ? null : (starts.at(-1) ?? later()))}>
            {say(isLater ? 'page.book.earlier' : 'page.book.later')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

const later = () => new Date(Date.now() + 35 * 86_400_000).toISOString()
