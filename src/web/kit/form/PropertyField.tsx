import { type ComponentType, useContext } from 'react'
import type { JsonSchema } from '../../answers.ts'
import { useSay } from '../../language/Say.tsx'
import { Button } from '../Button.tsx'
import { ProofMarks } from '../proof/ofForm.ts'
import { choiceWords, fieldHint, fieldWords } from '../words.ts'
import type { ControlProps } from './control.ts'
import { DateControl } from './DateControl.tsx'
import { DurationControl } from './DurationControl.tsx'
import { FileControl } from './FileControl.tsx'
import { InstantControl } from './InstantControl.tsx'
import { MoneyControl } from './MoneyControl.tsx'
import {
  BooleanControl,
  ChoiceControl,
  ChoicesControl,
  ClassControl,
  CountryControl,
  LanguageControl,
  LongTextControl,
  NumberControl,
  TextControl,
} from './PlainControls.tsx'
import { RecordPicker } from './RecordPicker.tsx'
import { RecordsPicker } from './RecordsPicker.tsx'
import { controlOf, type FormValue, type Kind, plain, shownProperties } from './schema.ts'

const controls: Readonly<Record<Exclude<Kind, 'rows' | 'group'>, ComponentType<ControlProps>>> = {
  text: TextControl,
  longtext: LongTextControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  boolean: BooleanControl,
  number: NumberControl,
  date: DateControl,
  instant: InstantControl,
  money: MoneyControl,
  duration: DurationControl,
  record: RecordPicker,
  person: RecordPicker,
  document: RecordPicker,
  records: RecordsPicker,
  file: FileControl,
  language: LanguageControl,
  country: CountryControl,
  class: ClassControl,
}

export interface PropertyFieldProps {
  readonly command: string
  /** Dotted for nested ones: `lines.0.amount`. */
  readonly path: string
  readonly schema: JsonSchema
  readonly required: boolean
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly problems: Readonly<Record<string, string>>
  readonly onUnreadable: (path: string, unreadable: boolean) => void
  readonly autoFocus?: boolean
  /** Said beneath the field instead of its hint: where its value came from. */
  readonly note?: string | undefined
}

const named = (path: string) => path.replace(/\.\d+/g, '')

/** One property of a command's input, by the control its meaning asks for; objects and rows nest. */
export function PropertyField(props: PropertyFieldProps) {
  const { command, path, schema, required, value, onChange, problems, onUnreadable, autoFocus, note } = props
  const say = useSay<string>()
  const marks = useContext(ProofMarks)[path]
  const kind = controlOf(schema)
  const label = plain(schema).title ?? fieldWords(say, command, named(path))
  if (kind === 'group') return <GroupField {...props} label={label} />
  if (kind === 'rows') return <RowsField {...props} label={label} />
  const Control = controls[kind]
  return (
    <Control
      label={label}
      schema={schema}
      value={value}
      onChange={onChange}
      problem={problems[path]}
      hint={note ?? fieldHint(say, command, named(path))}
      optional={required || kind === 'boolean' ? undefined : say('form.optional')}
      autoFocus={Boolean(autoFocus)}
      words={one => choiceWords(say, command, named(path), one)}
      onUnreadable={unreadable => onUnreadable(path, unreadable)}
      marks={marks}
    />
  )
}

function GroupField({ label, ...props }: PropertyFieldProps & { readonly label: string }) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <Properties {...props} />
    </fieldset>
  )
}

/** The properties of one object. */
function Properties({ schema, value, onChange, path, ...rest }: Omit<PropertyFieldProps, 'required'>) {
  const object = (value ?? {}) as FormValue
  const required = new Set(plain(schema).required)
  return shownProperties(plain(schema)).map(([name, property]) => (
    <PropertyField
      key={name}
      {...rest}
      path={`${path}.${name}`}
      schema={property}
      required={required.has(name)}
      value={object[name]}
      onChange={next => onChange({ ...object, [name]: next })}
    />
  ))
}

/** A list: each row with its own fields, added and taken away one by one. */
function RowsField({ label, schema, value, onChange, path, ...rest }: PropertyFieldProps & { readonly label: string }) {
  const say = useSay()
  const rows = (value as readonly unknown[] | undefined) ?? []
  const item = plain(schema).items ?? {}
  const set = (index: number, next: unknown) => onChange(rows.map((row, at) => (at === index ? next : row)))
  return (
    <fieldset>
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <div className="form" key={index}>
          {controlOf(item) === 'group' ? (
            <Properties
              {...rest}
              schema={item}
              path={`${path}.${index}`}
              value={row}
              onChange={next => set(index, next)}
            />
          ) : (
            <PropertyField
              {...rest}
              schema={item}
              path={`${path}.${index}`}
              value={row}
              onChange={next => set(index, next)}
              required
            />
          )}
          <div>
            <Button size="s" look="quiet" icon="x" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
              {say('form.remove-row')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button size="s" icon="plus" onClick={() => onChange([...rows, controlOf(item) === 'group' ? {} : undefined])}>
          {say('form.add-row')}
        </Button>
      </div>
    </fieldset>
  )
}
