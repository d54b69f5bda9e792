import './proof.css'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Mark } from './findings.ts'

export interface UnderlinedProps {
  readonly text: string
  readonly marks: readonly Mark[]
  /** The field itself, a `textarea` or `input` with the class `input`. */
  readonly children: ReactNode
}

/** Draws lines beneath words of a plain field: the same text lies behind it, unseen but for its lines. */
export function Underlined({ text, marks, children }: UnderlinedProps) {
  const behind = useRef<HTMLDivElement>(null)
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = around.current?.querySelector<HTMLElement>('textarea, input')
    if (!field) return
    const follow = () => behind.current?.scrollTo(field.scrollLeft, field.scrollTop)
    field.addEventListener('scroll', follow)
    return () => field.removeEventListener('scroll', follow)
  }, [])
  return (
    <div className="proof-field" ref={around}>
      <div className="proof-under input" aria-hidden="true" ref={behind}>
        {piecesOf(text, marks)}
      </div>
      {children}
    </div>
  )
}

function piecesOf(text: string, marks: readonly Mark[]): ReactNode[] {
  const pieces: ReactNode[] = []
  let from = 0
  for (const { start, end, tone } of marks) {
    if (start < from || end > text.length) continue
    pieces.push(
      text.slice(from, start),
      <mark key={start} data-tone={tone}>
        {text.slice(start, end)}
      </mark>,
    )
    from = end
  }
  // a last line that is empty takes its height too
  return [...pieces, text.slice(from), '\n']
}
