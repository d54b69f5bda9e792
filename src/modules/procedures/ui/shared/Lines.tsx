import { Field } from '../../../../web/kit/form/Field.tsx'

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
