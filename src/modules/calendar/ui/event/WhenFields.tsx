import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { addDays, daysBetween } from '../../../../web/format/day.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { CalendarKeys } from '../words.ts'
import { begun, type EventDraft, wholeDays } from './draft.ts'
import { RepeatField } from './RepeatField.tsx'
import { TimeField } from './TimeField.tsx'

export interface EventFieldsProps {
  readonly draft: EventDraft
  readonly onChange: (changes: Partial<EventDraft>) => void
}

const noSchema = { schema: {}, words: (value: string) => value }

/** Day, from, until; whole days; how it repeats. */
export function WhenFields({ draft, onChange }: EventFieldsProps) {
  const say = useSay<CalendarKeys>()
  const { at } = draft
  const [first, last] = [at.from.slice(0, 10), at.until.slice(0, 10)]
  const setDay = (day: unknown) => typeof day === 'string' && onChange({ at: begun(at, day) })
  const setLast = (day: unknown) => {
    if (typeof day !== 'string' || day < first) return
    onChange({ at: at.allDay ? { ...at, until: day } : { ...at, until: `${day}${at.until.slice(10)}` } })
  }
  const setUntil = (time: string) => {
    const days = daysBetween(first, last)
    const same = `${first}T${time}`
    const day = days > 0 ? last : same <= at.from ? addDays(first, 1) : first
    onChange({ at: { ...at, until: `${day}T${time}` } })
  }
  const isLong = at.allDay || first !== last
  return (
    <div className="event-when">
      <div className="event-days">
        <DateControl {...noSchema} label={say('page.calendar-event.day')} value={first} onChange={setDay} />
        {at.allDay ? null : (
          <>
            <TimeField
              label={say('page.calendar-event.from')}
              value={at.from.slice(11, 16)}
              onChange={time => onChange({ at: begun(at, first, time) })}
            />
            <TimeField label={say('page.calendar-event.until')} value={at.until.slice(11, 16)} onChange={setUntil} />
          </>
        )}
        {isLong ? (
          <DateControl {...noSchema} label={say('page.calendar-event.last-day')} value={last} onChange={setLast} />
        ) : null}
      </div>
      <div className="event-row">
        <label className="tick">
          <input
            className="box"
            type="checkbox"
            checked={at.allDay}
            onChange={event => onChange({ at: wholeDays(at, event.target.checked) })}
          />
          {say('page.calendar-event.all-day')}
        </label>
        <RepeatField rule={draft.rule} first={first} onChange={rule => onChange({ rule })} />
      </div>
    </div>
  )
}
