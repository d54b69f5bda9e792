import type { KeyboardEvent, PointerEvent } from 'react'
import { EventBody } from './EventBody.tsx'
import type { GridEvent, GridWords } from './gridEvent.ts'

interface MonthEventProps {
  readonly event: GridEvent
  readonly hours: string
  readonly words: GridWords
  /** It begins on this day; else it goes on from the week before. */
  readonly begins: boolean
  /** Whole days: a filled bar; else a dot, the hour and the title. */
  readonly isBar: boolean
  readonly reachable: boolean
  readonly lifted: boolean
  readonly open: boolean
  readonly onOpen: (event: GridEvent, at: HTMLElement) => void
  readonly onKey: (pressed: KeyboardEvent, of: GridEvent) => boolean
  readonly pull: (pressed: PointerEvent<HTMLElement>, of: GridEvent) => void
}

export function MonthEvent({
  event,
  hours,
  words,
  begins,
  isBar,
  reachable,
  lifted,
  open,
  onOpen,
  onKey,
  pull,
}: MonthEventProps) {
  return (
    <button
      type="button"
      className={isBar ? 'ev mg-ev' : 'ev mg-ev mg-line'}
      tabIndex={reachable ? 0 : -1}
      data-hue={event.hue}
      data-look={event.look}
      data-key={event.key}
      data-lifted={lifted ? '' : undefined}
      data-open={open ? '' : undefined}
      title={[hours, event.title].filter(Boolean).join(' ')}
      onClick={click => onOpen(event, click.currentTarget)}
      onKeyDown={pressed => {
        if (!onKey(pressed, event)) return
        pressed.preventDefault()
        pressed.stopPropagation()
      }}
      onPointerDown={pressed => pull(pressed, event)}
    >
      {isBar ? null : <i className="mg-dot" />}
      {hours && begins ? <span className="mg-hour">{hours}</span> : null}
      <EventBody event={event} hours="" words={words} short />
    </button>
  )
}
