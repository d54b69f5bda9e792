import { type PointerEvent, useRef } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { PostKeys } from '../words.ts'

const [wide, high] = [600, 200]
const longest = 19_000

export interface SignaturePadProps {
  readonly path: string
  readonly onPath: (path: string) => void
}

/** Where somebody signs with a finger, a pen or the mouse. Who cannot writes the name instead. */
export function SignaturePad({ path, onPath }: SignaturePadProps) {
  const say = useSay<PostKeys>()
  const drawn = useRef(path)
  const drawing = useRef(false)
  const point = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): string => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    const within = (share: number, most: number) => Math.max(0, Math.min(most, Math.round(share * most)))
    return `${within((clientX - left) / width, wide)} ${within((clientY - top) / height, high)}`
  }
  const add = (piece: string) => {
    if (drawn.current.length > longest) return
    drawn.current += piece
    onPath(drawn.current)
  }
  return (
    <>
      <svg
        className="post-pad"
        viewBox={`0 0 ${wide} ${high}`}
        role="img"
        aria-label={say('page.post.round.sign')}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drawing.current = true
          add(`M${point(event)}`)
        }}
        onPointerMove={event => {
          if (drawing.current) add(`L${point(event)}`)
        }}
        onPointerUp={() => {
          drawing.current = false
        }}
        onPointerCancel={() => {
          drawing.current = false
        }}
      >
        <path d={path} fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <p className="post-pad-foot t3">
        <span>{say('page.post.round.sign.hint')}</span>
        <Button
          size="s"
          look="quiet"
          onClick={() => {
            drawn.current = ''
            onPath('')
          }}
        >
          {say('page.post.round.clear')}
        </Button>
      </p>
    </>
  )
}
