import { useId } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { tell } from '../../../web/kit/notices.ts'
import { useSay } from '../../../web/language/Say.tsx'
import type { Keys } from '../messages/en.ts'

/** A text to take along into another program: shown whole, copied by one press. */
export function Copied({
  label,
  value,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly hint?: string
}) {
  const say = useSay<Keys>()
  const id = useId()
  const copy = async () => {
    await navigator.clipboard?.writeText(value)
    tell({ kind: 'done', text: say('page.programs.copied') })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copied">
        <input
          id={id}
          className="input"
          readOnly
          value={value}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
          onFocus={event => event.currentTarget.select()}
        />
        <Button size="s" icon="copy" aria-label={`${say('page.programs.copy')}: ${label}`} onClick={() => void copy()}>
          {say('page.programs.copy')}
        </Button>
      </div>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
