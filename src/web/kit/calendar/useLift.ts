import { type KeyboardEvent, useState } from 'react'
import { addMinutes, minutesBetween } from './locals.ts'
import { type GridEvent, type GridWords, movedBy, type Stretch } from './gridEvent.ts'
import { useWhen } from './useWhen.ts'
import { addDays } from '../../format/day.ts'

/** An event on the move, or a new one being drawn. */
export interface Ghost extends Stretch {
  /** Null: a new one. */
  readonly event: GridEvent | null
}

export interface Lift {
  readonly ghost: Ghost | null
  /** What is told of it. */
  readonly said: string
  /** Keys of a focused event; true when they were of the lift. */
  readonly onKey: (event: KeyboardEvent, of: GridEvent) => boolean
  readonly show: (ghost: Ghost | null) => void
}

export interface LiftOptions {
  readonly words: GridWords
  readonly step_minutes: number
  readonly onMove?: ((event: GridEvent, to: Stretch) => void) | undefined
  /** Up and down are weeks, not minutes. */
  readonly byDays?: boolean
}

/**
 * Moving by keyboard what is dragged by pointer: Space takes an event up, arrows move it, Shift and arrows move its end, Enter or
 * Space puts it down, Escape puts it back. Shift and an arrow take it up as well.
 */
export function useLift({ words, step_minutes: step, onMove, byDays = false }: LiftOptions): Lift {
  const [ghost, setGhost] = useState<Ghost | null>(null)
  const [said, setSaid] = useState('')
  const when = useWhen()
  const onKey = (event: KeyboardEvent, of: GridEvent): boolean => {
    if (!onMove || !of.movable) return false
    const isUp = ghost?.event?.key === of.key
    const arrow = arrows[event.key]
    if (!isUp && event.key === ' ') {
      setGhost({ ...stretchOf(of), event: of })
      setSaid(words.lifted(of.title, when(of)))
      return true
    }
    if (!isUp && !(event.shiftKey && arrow && !byDays)) return false
    const from: Ghost = isUp && ghost ? ghost : { ...stretchOf(of), event: of }
    if (arrow) {
      const next = event.shiftKey ? longer(from, arrow, step, byDays) : moved(from, arrow, step, byDays)
      setGhost({ ...next, event: of })
      setSaid(words.moving(when(next)))
      return true
    }
    if (event.key === 'Enter' || event.key === ' ') {
      setGhost(null)
      setSaid('')
      if (from.from !== of.from || from.until !== of.until) onMove(of, stretchOf(from))
      return true
    }
    if (event.key !== 'Escape') return false
    setGhost(null)
    setSaid(words.putBack)
    return true
  }
  return { ghost, said, onKey, show: setGhost }
}

const arrows: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export const stretchOf = ({ from, until, allDay }: Stretch): Stretch => ({ from, until, allDay })

function moved(from: Stretch, [across, down]: readonly [number, number], step: number, byDays: boolean): Stretch {
  if (byDays) return movedBy(from, across + down * 7, 0)
  return movedBy(from, across, from.allDay ? 0 : down * step)
}

/** Its end later or earlier; never before it began. */
function longer(from: Stretch, [across, down]: readonly [number, number], step: number, byDays: boolean): Stretch {
  if (from.allDay || byDays) {
    const until = addDays(from.until.slice(0, 10), across + down) + from.until.slice(10)
    return until < from.from ? from : { ...from, until }
  }
  const until = addMinutes(from.until, across * 1440 + down * step)
  return minutesBetween(from.from, until) < step ? from : { ...from, until }
}
