import { useId, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { copyText } from './copy.ts'

export interface CopyFieldProps {
  readonly label: string
  readonly value: string
  /** Beneath: how long it holds, what to do with it. */
  readonly hint?: string
}

/** A text to take along: shown whole, copied by one press. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const say = useSay<Keys>()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(value, field.current))
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy-field">
        <input
          ref={field}
          id={id}
          className="input"
          readOnly
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={event => event.currentTarget.select()}
        />
        <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
          {say(copied ? 'page.machine.copied' : 'page.machine.copy')}
        </Button>
      </div>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <span className="vh" role="status">
        {copied ? say('page.machine.copied') : ''}
      </span>
    </div>
  )
}
