import { useCallback } from 'react'
import { useFormats } from '../../language/Say.tsx'
import { daysOf, hoursOf, type Stretch } from './gridEvent.ts'
import { clockOf, dayOfLocal } from './locals.ts'

/** Says when: `Wed 25 Nov 10:15–11:45`, `Wed 25 Nov`, `Wed 25 – Fri 27 Nov`. */
export function useWhen(): (stretch: Stretch) => string {
  const formats = useFormats()
  return useCallback(
    stretch => {
      const [first, last] = daysOf(stretch)
      if (stretch.allDay)
        return first === last ? formats.weekday(first) : `${formats.weekday(first)} – ${formats.weekday(last)}`
      if (first === last) return `${formats.weekday(first)} ${hoursOf(stretch)}`
      return `${formats.weekday(first)} ${clockOf(stretch.from)} – ${formats.weekday(dayOfLocal(stretch.until))} ${clockOf(stretch.until)}`
    },
    [formats],
  )
}
