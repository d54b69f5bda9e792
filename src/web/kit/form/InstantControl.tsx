import { useState } from 'react'
import { momentOf, readTime } from '../../format/moment.ts'
import { useFormats, useSay } from '../../language/Say.tsx'
import type { ControlProps } from './control.ts'
import { DateControl, useTyped } from './DateControl.tsx'
import { TextField } from './Field.tsx'

/** A moment: a day and a time of the office's clock, always of 24 hours. */
export function InstantControl(props: ControlProps) {
  const say = useSay()
  const formats = useFormats()
  const at = typeof props.value === 'string' ? props.value : null
  const day = at ? formats.dayOf(at) : undefined
  const [kept, setKept] = useState('09:00')
  const time = at ? formats.time(at) : kept
  const { text, typed, setTyped } = useTyped(at ? time : '')
  const leave = () => {
    const read = readTime(typed ?? '')
    setTyped(null)
    if (read === null) return
    setKept(read)
    if (day) props.onChange(momentOf(day, read, formats.zone))
  }
  return (
    <div className="two">
      <DateControl
        {...props}
        value={day}
        onChange={picked => props.onChange(picked ? momentOf(String(picked), time, formats.zone) : undefined)}
      />
      <TextField
        label={say('form.time')}
        className="num"
        inputMode="numeric"
        placeholder={kept}
        value={text}
        onChange={event => setTyped(event.target.value)}
        onBlur={leave}
      />
    </div>
  )
}
