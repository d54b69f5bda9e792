import { Icon } from '../Icon.tsx'
import type { GridEvent, GridWords } from './gridEvent.ts'

/** What stands in an event's box: title, marks, and what is said where it is not to be seen. */
export function EventBody({
  event,
  hours,
  words,
  short,
}: {
  readonly event: GridEvent
  readonly hours: string
  readonly words: GridWords
  /** One line: title, then the hours. */
  readonly short?: boolean
}) {
  const { title, detail, marks = [], look, whose } = event
  const look_ = words.looks[look]
  return (
    <>
      <b>{title}</b>
      {marks.length > 0 ? (
        <span className="ev-marks">
          {marks.map(mark => (
            <Icon key={mark} name={mark} />
          ))}
        </span>
      ) : null}
      {hours ? (
        <span className={short ? 'ev-d ev-in' : 'ev-d'}>
          {hours}
          {detail ? <span className="ev-p">, {detail}</span> : null}
        </span>
      ) : detail && !short ? (
        <span className="ev-d">{detail}</span>
      ) : null}
      <span className="vh">{[look_, whose].filter(Boolean).join(', ')}</span>
    </>
  )
}
