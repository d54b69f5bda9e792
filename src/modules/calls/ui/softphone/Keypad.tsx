import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import { want } from './line.ts'

const tones = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** Tones for whoever is asked to press one (RFC 4733); typed as well as pressed. */
export function Keypad({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const [sent, setSent] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const send = (tone: string) => {
    setSent(before => before + tone)
    want({ want: 'tones', id, tones: tone })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Escape') onClose()
    else if (tones.some(tone => tone === event.key)) send(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="phone-panel phone-keys"
      role="dialog"
      aria-label={say('page.phone.keypad')}
      tabIndex={-1}
      ref={panel}
      onKeyDown={onKeyDown}
    >
      <output className="num">{sent || '–'}</output>
      {tones.map(tone => (
        <button key={tone} type="button" className="btn" onClick={() => send(tone)}>
          {tone}
        </button>
      ))}
    </div>
  )
}
