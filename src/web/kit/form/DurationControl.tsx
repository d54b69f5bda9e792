import { useState } from 'react'
import { readMinutes } from '../../format/duration.ts'
import { useFormats, useSay } from '../../language/Say.tsx'
import type { ControlProps } from './control.ts'
import { useTyped } from './DateControl.tsx'
import { Field } from './Field.tsx'

/** Minutes of work, typed as one says them. */
export function DurationControl({
  label,
  value,
  onChange,
  problem,
  hint,
  optional,
  autoFocus,
  onUnreadable,
}: ControlProps) {
  const say = useSay()
  const formats = useFormats()
  const { text, typed, setTyped } = useTyped(typeof value === 'number' ? formats.minutes(value) : '')
  const [left, setLeft] = useState(false)
  const unreadable = typed !== null && typed.trim() !== '' && readMinutes(typed) === null
  const leave = () => {
    setLeft(true)
    if (typed !== null && !unreadable) onChange(readMinutes(typed) ?? undefined)
  }
  return (
    <Field
      label={label}
      optional={optional}
      hint={hint}
      problem={unreadable && left ? say('form.duration.not') : problem}
    >
      {control => (
        <input
          className="input"
          {...control}
          value={text}
          placeholder={say('form.duration.hint')}
          autoComplete="off"
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          onChange={event => {
            setLeft(false)
            setTyped(event.target.value)
            onUnreadable?.(event.target.value.trim() !== '' && readMinutes(event.target.value) === null)
          }}
          onBlur={leave}
          onKeyDown={event => event.key === 'Enter' && leave()}
        />
      )}
    </Field>
  )
}
