import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { DrawBox } from '../../../web/kit/DrawBox.tsx'
import { TextField } from '../../../web/kit/form/Field.tsx'
import { pathOf, type Stroke } from '../../../web/kit/strokes.ts'
import { useSay } from '../../../web/language/Say.tsx'
import type { Keys, Mark } from './words.ts'

interface Props {
  readonly name: string
  readonly onChange: (mark: Mark | null) => void
}

/** One's signature: drawn by pen, finger or mouse, or the name written. */
export function MarkPad({ name, onChange }: Props) {
  const say = useSay<Keys>()
  const [way, setWay] = useState<'draw' | 'write'>('draw')
  const [typed, setTyped] = useState(name)
  const choose = (next: 'draw' | 'write') => {
    setWay(next)
    onChange(next === 'write' && typed.trim() ? { typed: typed.trim() } : null)
  }
  return (
    <div className="sign-pad">
      <div className="sign-ways" role="group" aria-label={say('page.signatures.your-signature')}>
        {(['draw', 'write'] as const).map(one => (
          <button key={one} type="button" className="sign-way" aria-pressed={way === one} onClick={() => choose(one)}>
            {say(`page.signatures.${one}`)}
          </button>
        ))}
      </div>
      {way === 'draw' ? (
        <Drawn onChange={path => onChange(path ? { strokes: path } : null)} />
      ) : (
        <div>
          <TextField
            label={say('page.signatures.typed')}
            value={typed}
            maxLength={120}
            onChange={event => {
              setTyped(event.target.value)
              onChange(event.target.value.trim() ? { typed: event.target.value.trim() } : null)
            }}
          />
          <p className="sign-hand" aria-hidden="true">
            {typed}
          </p>
        </div>
      )}
    </div>
  )
}

/** A field to draw in, and to begin again. */
function Drawn({ onChange }: { readonly onChange: (path: string) => void }) {
  const say = useSay<Keys>()
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const set = (next: readonly Stroke[]) => {
    setStrokes(next)
    onChange(pathOf(next))
  }
  return (
    <div>
      <DrawBox className="sign-box" label={say('page.signatures.draw-here')} strokes={strokes} onChange={set}>
        <path className="sign-line" d="M40 160 L560 160" />
        <path className="sign-stroke" d={pathOf(strokes)} />
        {strokes.length === 0 ? (
          <text x="300" y="105" textAnchor="middle">
            {say('page.signatures.draw-here')}
          </text>
        ) : null}
      </DrawBox>
      {strokes.length > 0 ? (
        <Button size="s" look="quiet" onClick={() => set([])}>
          {say('page.signatures.again')}
        </Button>
      ) : null}
    </div>
  )
}

/** A signature as it was given. */
export function MarkShown({ strokes, typed }: { readonly strokes: string | null; readonly typed: string | null }) {
  if (strokes)
    return (
      <svg className="sign-shown" viewBox="0 0 600 200" aria-hidden="true">
        <path className="sign-stroke" d={strokes} />
      </svg>
    )
  return typed ? (
    <span className="sign-hand" aria-hidden="true">
      {typed}
    </span>
  ) : null
}
