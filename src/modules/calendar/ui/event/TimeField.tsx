import { readTime } from '../../../../web/format/moment.ts'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useTyped } from '../../../../web/kit/form/DateControl.tsx'
import { addMinutes } from '../../../../web/kit/calendar/locals.ts'

interface TimeFieldProps {
  readonly label: string
  /** `10:15` */
  readonly value: string
  readonly onChange: (time: string) => void
}

/** A time as people type it; up and down arrows go by a quarter of an hour. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  const { text, typed, setTyped } = useTyped(value)
  const leave = () => {
    const read = typed === null ? null : readTime(typed)
    setTyped(null)
    if (read && read !== value) onChange(read)
  }
  return (
    <TextField
      label={label}
      className="num"
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Enter') leave()
        const by = event.key === 'ArrowUp' ? 15 : event.key === 'ArrowDown' ? -15 : 0
        if (!by) return
        event.preventDefault()
        onChange(addMinutes(`2024-01-02T${value}`, by).slice(11, 16))
      }}
    />
  )
}
