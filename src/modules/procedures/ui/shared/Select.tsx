import { Field } from '../../../../web/kit/form/Field.tsx'

export interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
}

/** One of a few values with its label. */
export function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <Field label={label}>
      {control => (
        <select className="input" {...control} value={value} onChange={event => onChange(event.target.value)}>
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

/** Lines of text, each an entry of a list. */
export function Lines({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (lines: string[]) => void
}) {
  return (
    <Field label={label}>
      {control => (
        <textarea
          className="input"
          {...control}
          rows={3}
          defaultValue={value.join('\n')}
          onChange={event =>
            onChange(
              event.target.value
                .split('\n')
                .map(line => line.trim())
                .filter(Boolean),
            )
          }
        />
      )}
    </Field>
  )
}
