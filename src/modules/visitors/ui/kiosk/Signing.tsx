import { type PointerEvent, useRef, useState } from 'react'
import { pathOf, type Stroke } from '../strokes.ts'
import { goOn, textIn } from './flow.ts'
import type { Kiosk } from './useKiosk.ts'

interface Props {
  readonly kiosk: Kiosk
}

const wordsOf = (kiosk: Kiosk, what: 'rules' | 'agreement'): string =>
  textIn(kiosk.opened?.[what] ?? {}, kiosk.speech.language, kiosk.opened?.language ?? 'en') ?? ''

export function Rules({ kiosk }: Props) {
  const { say } = kiosk.speech
  const accept = () => goOn(kiosk, kiosk.change({ signed: [...kiosk.draft.signed, { what: 'rules', strokes: '' }] }))
  return (
    <div className="k-choices">
      <h2 className="ask">{say('kiosk.rules')}</h2>
      <div className="k-text" tabIndex={0} role="region" aria-label={say('kiosk.rules')}>
        {wordsOf(kiosk, 'rules')}
      </div>
      <button type="button" className="btn primary" onClick={() => void accept()}>
        {say('kiosk.rules.accept')}
      </button>
    </div>
  )
}

/** Six parts of a path at least: a dot is no signature. */
const isSignature = (path: string): boolean => path.split(' ').length >= 6

export function Agreement({ kiosk }: Props) {
  const { say } = kiosk.speech
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [typed, setTyped] = useState('')
  const path = pathOf(strokes)
  const isSigned = isSignature(path) || typed.trim().length > 2
  const sign = () => {
    const signed = { what: 'agreement' as const, strokes: path, ...(typed.trim() ? { typed: typed.trim() } : {}) }
    return goOn(kiosk, kiosk.change({ signed: [...kiosk.draft.signed, signed] }))
  }
  return (
    <div className="k-choices">
      <h2 className="ask">{say('kiosk.agreement')}</h2>
      <div className="k-text" tabIndex={0} role="region" aria-label={say('kiosk.agreement')}>
        {wordsOf(kiosk, 'agreement')}
      </div>
      <Box label={say('kiosk.sign')} strokes={strokes} onChange={setStrokes} />
      <div className="k-line">
        <button type="button" className="btn s" onClick={() => setStrokes([])}>
          {say('kiosk.sign.again')}
        </button>
        <input
          className="k-typed"
          aria-label={say('kiosk.sign.keyboard')}
          placeholder={say('kiosk.sign.keyboard')}
          maxLength={200}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <button
          type="button"
          className="btn primary"
          aria-disabled={!isSigned}
          onClick={() => (isSigned ? void sign() : undefined)}
        >
          {say('kiosk.next')}
        </button>
      </div>
    </div>
  )
}

interface BoxProps {
  readonly label: string
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
}

function Box({ label, strokes, onChange }: BoxProps) {
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
    if (isDown.current) onChange([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), placeOf(event)]])
  }
  const end = () => {
    isDown.current = false
  }
  return (
    <svg
      ref={box}
      className="k-sign"
      viewBox="0 0 600 200"
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <path className="rule" d="M40 160H560" />
      <text x="40" y="184">
        {label}
      </text>
      <path className="ink" d={pathOf(strokes)} />
    </svg>
  )
}
