import { useState } from 'react'
import { languages } from '../../../kernel/language/catalogue.ts'
import { countriesIn } from '../../entry/countries.ts'
import { languageNames } from '../../language/load.ts'
import { useLanguage, useSay } from '../../language/Say.tsx'
import type { ControlProps } from './control.ts'
import { Underlined } from '../proof/Underlined.tsx'
import { Field } from './Field.tsx'
import { plain } from './schema.ts'

/** Formats that browsers help to write. */
const inputTypes: Readonly<Record<string, string>> = { email: 'email', uri: 'url', time: 'time' }

/** One line of text. */
export function TextControl({ label, schema, value, onChange, problem, hint, optional, autoFocus }: ControlProps) {
  const { maxLength, format } = plain(schema)
  return (
    <Field label={label} optional={optional} hint={hint} problem={problem}>
      {control => (
        <input
          className="input"
          {...control}
          type={inputTypes[format ?? ''] ?? 'text'}
          maxLength={maxLength}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          value={String(value ?? '')}
          onChange={event => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  )
}

/** Text of many lines; grows with what is written. */
export function LongTextControl({
  label,
  schema,
  value,
  onChange,
  problem,
  hint,
  optional,
  autoFocus,
  marks,
}: ControlProps) {
  return (
    <Field label={label} optional={optional} hint={hint} problem={problem}>
      {control => {
        const field = (
          <textarea
            className="input"
            {...control}
            rows={3}
            maxLength={plain(schema).maxLength}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            value={String(value ?? '')}
            onChange={event => onChange(event.target.value || undefined)}
          />
        )
        return plain(schema).proof ? (
          <Underlined text={String(value ?? '')} marks={marks ?? []}>
            {field}
          </Underlined>
        ) : (
          field
        )
      }}
    </Field>
  )
}

/** A number that is neither money nor a duration. */
export function NumberControl({
  label,
  schema,
  value,
  onChange,
  problem,
  hint,
  optional,
  autoFocus,
  onUnreadable,
}: ControlProps) {
  const say = useSay()
  const [text, setText] = useState(value === undefined || value === null ? '' : String(value))
  const isWhole = plain(schema).type === 'integer'
  const read = (typed: string) => Number(typed.replace(/[\s\u00a0]/g, '').replace(',', '.'))
  const isNumber = (typed: string) =>
    typed.trim() !== '' && Number.isFinite(read(typed)) && (!isWhole || Number.isInteger(read(typed)))
  const unreadable = text.trim() !== '' && !isNumber(text)
  return (
    <Field label={label} optional={optional} hint={hint} problem={unreadable ? say('form.number.not') : problem}>
      {control => (
        <input
          className="input num"
          {...control}
          inputMode={isWhole ? 'numeric' : 'decimal'}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          value={text}
          onChange={event => {
            setText(event.target.value)
            onUnreadable?.(event.target.value.trim() !== '' && !isNumber(event.target.value))
            onChange(isNumber(event.target.value) ? read(event.target.value) : undefined)
          }}
        />
      )}
    </Field>
  )
}

/** Yes or no. */
export function BooleanControl({ label, value, onChange, problem, hint }: ControlProps) {
  return (
    <div className="field">
      <label className="tick">
        <input
          className="box"
          type="checkbox"
          checked={value === true}
          onChange={event => onChange(event.target.checked)}
        />
        {label}
      </label>
      {problem ? <p className="field-problem">{problem}</p> : null}
      {hint ? <p className="field-hint">{hint}</p> : null}
    </div>
  )
}

/** One of a few values. */
export function ChoiceControl({
  label,
  schema,
  value,
  onChange,
  problem,
  hint,
  optional,
  autoFocus,
  words,
}: ControlProps) {
  const values = (plain(schema).enum ?? []).map(String)
  return (
    <SelectField
      {...{ label, value, onChange, problem, hint, optional }}
      {...(autoFocus ? { autoFocus } : {})}
      options={values.map(one => [one, words(one)])}
    />
  )
}

/** Several of a few values. */
export function ChoicesControl({ label, schema, value, onChange, problem, hint, words }: ControlProps) {
  const values = (plain(plain(schema).items ?? {}).enum ?? []).map(String)
  const chosen = (value as readonly string[] | undefined) ?? []
  return (
    <fieldset className="field" data-invalid={problem ? '' : undefined}>
      <legend>{label}</legend>
      {values.map(one => (
        <label className="tick" key={one}>
          <input
            className="box"
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={event =>
              onChange(event.target.checked ? [...chosen, one] : chosen.filter(other => other !== one))
            }
          />
          {words(one)}
        </label>
      ))}
      {problem ? <p className="field-problem">{problem}</p> : null}
      {hint ? <p className="field-hint">{hint}</p> : null}
    </fieldset>
  )
}

/** Confidentiality: 0 open to 3 secret. */
export function ClassControl(props: ControlProps) {
  const say = useSay()
  const classes = ([0, 1, 2, 3] as const).map(one => [String(one), say(`record.class.${one}`)] as const)
  return (
    <SelectField
      {...props}
      onChange={value => props.onChange(value === undefined ? undefined : Number(value))}
      options={classes}
    />
  )
}

export function LanguageControl(props: ControlProps) {
  return <SelectField {...props} options={languages.map(one => [one, languageNames[one]] as const)} />
}

export function CountryControl(props: ControlProps) {
  return <SelectField {...props} options={countriesIn(useLanguage())} />
}

interface SelectFieldProps
  extends Pick<ControlProps, 'label' | 'value' | 'onChange' | 'problem' | 'hint' | 'optional' | 'autoFocus'> {
  readonly options: readonly (readonly [value: string, words: string])[]
}

function SelectField({ label, value, onChange, problem, hint, optional, autoFocus, options }: SelectFieldProps) {
  const say = useSay()
  return (
    <Field label={label} optional={optional} hint={hint} problem={problem}>
      {control => (
        <select
          className="input"
          {...control}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          value={value === undefined || value === null ? '' : String(value)}
          onChange={event => onChange(event.target.value || undefined)}
        >
          <option value="">{optional ? say('form.none') : say('form.choose')}</option>
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
