import { type PointerEvent, type ReactNode, useRef } from 'react'
import type { Stroke } from './strokes.ts'

interface DrawBoxProps {
  readonly label: string
  readonly className: string
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
  /** What is seen in it: a line to sign on, and the strokes by `pathOf`. */
  readonly children: ReactNode
}

const width = 600
const height = 200

/** A field to draw in by pen, finger or mouse, 600 by 200; the kiosk has it too, so it stands on nothing else. */
export function DrawBox({ label, className, strokes, onChange, children }: DrawBoxProps) {
  const box = useRef<SVGSVGElement>(null)
  const isDown = useRef(false)
  const placeOf = (event: PointerEvent): readonly [number, number] => {
    const at = box.current!.getBoundingClientRect()
    const within = (part: number, whole: number) => Math.round(Math.min(Math.max(part, 0), 1) * whole)
    return [within((event.clientX - at.left) / at.width, width), within((event.clientY - at.top) / at.height, height)]
  }
  const begin = (event: PointerEvent) => {
    isDown.current = true
    box.current!.setPointerCapture(event.pointerId)
    onChange([...strokes, [placeOf(event)]])
  }
  const draw = (event: PointerEvent) => {
    if (isDown.current) onChange([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), placeOf(event)]])
  }
  const end = () => {
    isDown.current = false
  }
  return (
    <svg
      ref={box}
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {children}
    </svg>
  )
}
