import { useId, useMemo } from 'react'
import { readTime } from '../../../../web/format/moment.ts'
import { DateControl, useTyped } from '../../../../web/kit/form/DateControl.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { TravelKeys } from '../words.ts'

export interface When {
  /** `2026-12-01` */
  readonly day: string
  /** `10:05`, empty until it is said. */
  readonly time: string
  readonly zone: string
}

interface WhenFieldProps {
  readonly label: string
  readonly value: When
  readonly onChange: (value: When) => void
}

export const localOf = ({ day, time }: When): string => `${day}T${time}`
export const whenOf = (local: string, zone: string): When => ({ day: local.slice(0, 10), time: local.slice(11), zone })

const dayOnly = { control: 'date' } as const
const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone')

/** A day, a time as people type it, and whose clock it is. */
export function WhenField({ label, value, onChange }: WhenFieldProps) {
  const say = useSay<TravelKeys>()
  const list = useId()
  const all = useMemo(() => zones(), [])
  const { text, typed, setTyped } = useTyped(value.time)
  const leave = () => {
    const read = typed === null ? null : readTime(typed)
    setTyped(null)
    if (read !== null && read !== value.time) onChange({ ...value, time: read })
  }
  return (
    <div className="trip-when">
      <DateControl
        label={label}
        schema={dayOnly}
        words={String}
        value={value.day}
        onChange={day => onChange({ ...value, day: typeof day === 'string' ? day : '' })}
      />
      <TextField
        label={say('page.trip.time')}
        aria-label={`${label}: ${say('page.trip.time')}`}
        className="num"
        inputMode="numeric"
        autoComplete="off"
        placeholder="10:05"
        value={text}
        onChange={event => {
          setTyped(event.target.value)
          const read = /^\d{1,2}[:.]\d\d$/.test(event.target.value) ? readTime(event.target.value) : null
          if (read) onChange({ ...value, time: read })
        }}
        onBlur={leave}
        onKeyDown={event => event.key === 'Enter' && leave()}
      />
      <TextField
        label={say('field.travel.zone')}
        aria-label={`${label}: ${say('field.travel.zone')}`}
        list={list}
        autoComplete="off"
        value={value.zone}
        onChange={event => onChange({ ...value, zone: event.target.value })}
      />
      <datalist id={list}>
        {all.map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  )
}
