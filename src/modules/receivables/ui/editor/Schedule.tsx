import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { type InvoiceKeys, periodNames, type RecurringDetail, rhythmNames, wayNames } from '../words.ts'

export interface ScheduleFacts {
  readonly rhythm: RecurringDetail['rhythm']
  /** The next day, or the first. */
  readonly on: string
  readonly untilOn: string
  readonly period: RecurringDetail['period']
  readonly way: RecurringDetail['way']
  readonly owner: RecurringDetail['owner'] | undefined
}

interface Props {
  readonly schedule: ScheduleFacts
  readonly isNew: boolean
  readonly onChange: (schedule: ScheduleFacts) => void
}

const asIs = (value: string): string => value

/** When it comes, which months it is for, and how far it goes by itself. */
export function Schedule({ schedule, isNew, onChange }: Props) {
  const say = useSay<InvoiceKeys>()
  const choice = <Name extends 'rhythm' | 'period' | 'way'>(name: Name, values: readonly ScheduleFacts[Name][]) => (
    <SelectField
      label={say(`field.receivables.${name}`)}
      hint={name === 'rhythm' ? undefined : say(`field.receivables.${name}.hint` as InvoiceKeys)}
      value={schedule[name]}
      options={values.map(value => [value, say(`choice.receivables.${name}.${value}` as InvoiceKeys)] as const)}
      onChange={value => onChange({ ...schedule, [name]: value })}
    />
  )
  const date = (name: 'on' | 'untilOn', label: string) => (
    <DateControl
      label={label}
      schema={{}}
      words={asIs}
      value={schedule[name] || undefined}
      onChange={value => onChange({ ...schedule, [name]: typeof value === 'string' ? value : '' })}
    />
  )
  return (
    <Section title={say('page.recurring.schedule')}>
      <div className="invoice-fields">
        {choice('rhythm', rhythmNames)}
        {date('on', say(isNew ? 'field.receivables.firstOn' : 'field.receivables.nextOn'))}
        {date('untilOn', say('field.receivables.untilOn'))}
        {choice('period', periodNames)}
        {choice('way', wayNames)}
      </div>
    </Section>
  )
}
