import { Button } from '../../../web/kit/Button.tsx'
import { DrawBox } from '../../../web/kit/DrawBox.tsx'
import { pathOf, type Stroke } from '../../../web/kit/strokes.ts'
import { useSay } from '../../../web/language/Say.tsx'
import type { Keys } from './words.ts'

interface Props {
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
}

/** A field to sign in, and to begin again. */
export function SignBox({ strokes, onChange }: Props) {
  const say = useSay<Keys>()
  return (
    <div>
      <DrawBox className="vis-sign" label={say('page.counter.sign-here')} strokes={strokes} onChange={onChange}>
        <path
          d={pathOf(strokes)}
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </DrawBox>
      <Button size="s" look="quiet" onClick={() => onChange([])}>
        {say('page.counter.sign-again')}
      </Button>
    </div>
  )
}
