import { useFormats, useSay } from '../../language/Say.tsx'
import { momentOf } from '../../format/moment.ts'
import type { ControlProps } from './control.ts'
import { DateControl } from './DateControl.tsx'
import { TextField } from './Field.tsx'

/** A moment: a day and a time of the office's clock. */
export function InstantControl(props: ControlProps) {
  const say = useSay()
  const formats = useFormats()
  const at = typeof props.value === 'string' ? props.value : null
  const day = at ? formats.dayOf(at) : undefined
  const time = at ? formats.time(at) : '09:00'
  return (
    <div className="two">
      <DateControl
        {...props}
        value={day}
        onChange={picked => props.onChange(picked ? momentOf(String(picked), time, formats.zone) : undefined)}
      />
      <TextField
        label={say('form.time')}
        type="time"
        value={at ? time : ''}
        disabled={!day}
        onChange={event => day && event.target.value && props.onChange(momentOf(day, event.target.value, formats.zone))}
      />
    </div>
  )
}
