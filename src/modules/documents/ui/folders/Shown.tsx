import { useId } from 'react'

/** A text to take along: shown whole, chosen whole by one press. */
export function Shown({
  label,
  value,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly hint: string
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        readOnly
        value={value}
        aria-describedby={`${id}-hint`}
        onFocus={event => event.currentTarget.select()}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
