import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { KioskIcon } from './Icon.tsx'
import type { Kiosk } from './useKiosk.ts'

interface Props {
  readonly kiosk: Kiosk
  readonly ask: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
  /** The words on the button that goes on; none where a choice below does. */
  readonly next?: string | undefined
  readonly isBig?: boolean
  readonly children?: ReactNode
}

/** One question with one line to type, as large as a hand. */
export function Entry({ kiosk, ask, label, value, onChange, onEnter, next, isBig, children }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const enter = (event: FormEvent) => {
    event.preventDefault()
    onEnter()
  }
  return (
    <form className="k-form" onSubmit={enter} noValidate autoComplete="off">
      <h2 className="ask">
        <label htmlFor={id}>{ask}</label>
      </h2>
      <div className="entry">
        <input
          id={id}
          ref={field}
          value={value}
          maxLength={200}
          autoComplete="off"
          autoCapitalize={isBig ? 'characters' : 'words'}
          spellCheck={false}
          aria-label={label === ask ? undefined : `${ask} ${label}`}
          placeholder={label}
          onChange={event => onChange(event.target.value)}
        />
        {value ? (
          <button
            type="button"
            className="clear"
            aria-label={kiosk.speech.say('kiosk.clear')}
            onClick={() => onChange('')}
          >
            <KioskIcon name="x" />
          </button>
        ) : null}
      </div>
      {children}
      {next ? (
        <button type="submit" className="btn primary k-next">
          {next}
        </button>
      ) : null}
    </form>
  )
}
