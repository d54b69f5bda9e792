import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong, said beside the field. */
  readonly problem?: string | undefined
  readonly optional?: string | undefined
  /** Receives the ids that tie label, hint and problem to the control. */
  readonly children: (control: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': true | undefined
  }) => ReactNode
}

/** A label, its control, what is wrong. */
export function Field({ label, hint, problem, optional, children }: FieldProps) {
  const id = useId()
  const described =
    [problem ? `${id}-problem` : null, hint ? `${id}-hint` : null].filter(Boolean).join(' ') || undefined
  return (
    <div className="field" data-invalid={problem ? '' : undefined}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> {optional}</span> : null}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': problem ? true : undefined })}
      {problem ? (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

export interface TextFieldProps extends ComponentPropsWithRef<'input'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly problem?: string | undefined
}

/** One line of text with its label. */
export function TextField({ label, hint, problem, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {control => <input className={`input ${className ?? ''}`} {...control} {...rest} />}
    </Field>
  )
}
