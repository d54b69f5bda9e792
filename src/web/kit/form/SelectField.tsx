import type { ReactNode } from 'react'
import { Field } from './Field.tsx'

export interface SelectFieldProps<Value extends string> {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: Value
  readonly options: readonly (readonly [value: Value, words: string])[]
  readonly disabled?: boolean
  readonly onChange: (value: Value) => void
}

/** One of a few values, with its label. */
export function SelectField<Value extends string>({
  label,
  hint,
  value,
  options,
  disabled,
  onChange,
}: SelectFieldProps<Value>) {
  return (
    <Field label={label} hint={hint}>
      {control => (
        <select
          className="input"
          {...control}
          disabled={disabled}
          value={value}
          onChange={event => onChange(event.target.value as Value)}
        >
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
