import type { JsonSchema } from '../../../../web/answers.ts'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { MoneyControl } from '../../../../web/kit/form/MoneyControl.tsx'
import {
  BooleanControl,
  ChoiceControl,
  ChoicesControl,
  LongTextControl,
  NumberControl,
  TextControl,
} from '../../../../web/kit/form/PlainControls.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import type { ControlProps } from '../../../../web/kit/form/control.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { FieldLine, RegisterKeys } from './words.ts'

const controls: Readonly<Record<Exclude<FieldLine['type'], 'computed'>, (props: ControlProps) => React.ReactNode>> = {
  text: TextControl,
  longtext: LongTextControl,
  address: LongTextControl,
  number: NumberControl,
  money: MoneyControl,
  date: DateControl,
  yesno: BooleanControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  party: RecordPicker,
  record: RecordPicker,
  email: TextControl,
  phone: TextControl,
}

function schemaOf(field: FieldLine): JsonSchema {
  const ids = field.options.map(option => option.id)
  if (field.type === 'choice') return { enum: ids } as JsonSchema
  if (field.type === 'choices') return { type: 'array', items: { enum: ids } } as JsonSchema
  if (field.type === 'party')
    return { control: 'record', kind: 'person', optionsFrom: 'directory.list-parties' } as JsonSchema
  if (field.type === 'record') return { control: 'record', kind: field.recordKind ?? '' } as JsonSchema
  if (field.type === 'email') return { format: 'email' } as JsonSchema
  return {} as JsonSchema
}

export interface ValueControlProps {
  readonly field: FieldLine
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly problem?: string | undefined
  readonly autoFocus?: boolean
  readonly label?: string
  /** Whether it is said that it may be left empty. */
  readonly optional?: boolean
  readonly onUnreadable?: (unreadable: boolean) => void
}

/** The control that fits what a field holds. */
export function ValueControl({
  field,
  value,
  onChange,
  problem,
  autoFocus,
  label,
  optional,
  onUnreadable,
}: ValueControlProps) {
  const say = useSay<RegisterKeys>()
  if (field.type === 'computed') return null
  const Control = controls[field.type]
  return (
    <Control
      label={label ?? field.name}
      schema={schemaOf(field)}
      value={value ?? undefined}
      onChange={onChange}
      problem={problem}
      hint={field.help || undefined}
      optional={field.required || optional === false || field.type === 'yesno' ? undefined : say('form.optional')}
      autoFocus={autoFocus ?? false}
      words={id => field.options.find(option => option.id === id)?.name ?? id}
      {...(onUnreadable ? { onUnreadable } : {})}
    />
  )
}
