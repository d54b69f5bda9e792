import { DateControl } from '../../../web/kit/form/DateControl.tsx'

interface Props {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

const asIs = (value: string): string => value

/** A day outside a command's form. */
export const DayField = ({ onChange, ...rest }: Props) => (
  <DateControl {...rest} schema={{}} words={asIs} onChange={value => onChange(value as string | undefined)} />
)
