import type { PointerEvent as ReactPointerEvent } from 'react'

/** How long a finger rests before it takes something up instead of scrolling, ms. */
const longPress_ms = 380
/** How far a pointer travels before it pulls rather than presses, px. */
const travel = 4

export interface PullSteps {
  /** It has begun to pull; false: it may not. */
  readonly begin?: () => void
  readonly move: (at: { readonly x: number; readonly y: number }) => void
  /** Put down; `pulled` false: it was a press. */
  readonly end: (pulled: boolean) => void
  readonly stop: () => void
  /** A rest of the finger alone takes it up: for drawing something new. */
  readonly scroller?: HTMLElement | null
}

/** A pull of the mouse at once, of a finger after a rest, so that one can still scroll. Escape puts back. */
export function followPull(event: ReactPointerEvent, steps: PullSteps): void {
  if (event.button !== 0) return
  const isFinger = event.pointerType === 'touch'
  const start = { x: event.clientX, y: event.clientY }
  const ends = new AbortController()
  const { signal } = ends
  let isPulling = false
  let isTaken = !isFinger
  const timer = isFinger
    ? setTimeout(() => {
        isTaken = isPulling = true
        navigator.vibrate?.(8)
        steps.begin?.()
        steps.move(start)
      }, longPress_ms)
    : undefined
  const finish = (then: () => void) => {
    clearTimeout(timer)
    ends.abort()
    then()
  }
  const onMove = (moved: PointerEvent) => {
    const far = Math.hypot(moved.clientX - start.x, moved.clientY - start.y)
    if (!isTaken) return far > travel * 2 ? finish(steps.stop) : undefined
    if (!isPulling) {
      if (far < travel) return
      isPulling = true
      steps.begin?.()
    }
    moved.preventDefault()
    nearEdge(steps.scroller, moved.clientY)
    steps.move({ x: moved.clientX, y: moved.clientY })
  }
  const onUp = () => finish(() => steps.end(isPulling))
  window.addEventListener('pointermove', onMove, { signal, passive: false })
  window.addEventListener('pointerup', onUp, { signal })
  window.addEventListener('pointercancel', () => finish(steps.stop), { signal })
  // A finger that has taken something up must not scroll the page as well.
  window.addEventListener('touchmove', touched => isTaken && touched.cancelable && touched.preventDefault(), {
    signal,
    passive: false,
  })
  window.addEventListener(
    'keydown',
    pressed => {
      if (pressed.key !== 'Escape' || !isPulling) return
      pressed.stopPropagation()
      finish(steps.stop)
    },
    { signal, capture: true },
  )
}

/** Scrolls on while something is held at the edge. */
function nearEdge(scroller: HTMLElement | null | undefined, y: number): void {
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + 28) scroller.scrollTop -= 14
  else if (y > bottom - 28) scroller.scrollTop += 14
}
