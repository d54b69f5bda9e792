import { type PointerEvent, useRef } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { pathOf, type Stroke } from './strokes.ts'
import type { Keys } from './words.ts'

interface Props {
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
}

/** A field to sign in, by pen, finger or mouse: in a box of 600 by 200. */
export function SignBox({ strokes, onChange }: Props) {
  const say = useSay<Keys>()
  const box = useRef<SVGSVGElement>(null)
  const isDown = useRef(false)
  const placeOf = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = box.current!.getBoundingClientRect()
    const within = (part: number, whole: number) => Math.round(Math.min(Math.max(part, 0), 1) * whole)
    return [within((event.clientX - left) / width, 600), within((event.clientY - top) / height, 200)]
  }
  const begin = (event: PointerEvent) => {
    isDown.current = true
    box.current!.setPointerCapture(event.pointerId)
    onChange([...strokes, [placeOf(event)]])
  }
  const draw = (event: PointerEvent) => {
    if (!isDown.current) return
    const last = strokes.at(-1) ?? []
    onChange([...strokes.slice(0, -1), [...last, placeOf(event)]])
  }
  const end = () => {
    isDown.current = false
  }
  return (
    <div>
      <svg
        ref={box}
        className="vis-sign"
        viewBox="0 0 600 200"
        role="img"
        aria-label={say('page.counter.sign-here')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path
          d={pathOf(strokes)}
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <Button size="s" look="quiet" onClick={() => onChange([])}>
        {say('page.counter.sign-again')}
      </Button>
    </div>
  )
}
