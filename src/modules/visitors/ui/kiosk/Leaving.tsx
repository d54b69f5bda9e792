import { useState } from 'react'
import { Entry } from './Entry.tsx'
import type { Kiosk } from './useKiosk.ts'

const isCode = (typed: string): boolean => /^[A-Z2-9]{8}$/.test(typed.trim().toUpperCase())

/** Out again: by the code on the badge, or by the whole name. */
export function Leaving({ kiosk }: { readonly kiosk: Kiosk }) {
  const { say } = kiosk.speech
  const [typed, setTyped] = useState('')
  const leave = async () => {
    if (!typed.trim()) return
    const asCode = isCode(typed) ? await kiosk.api.enter('leaving', { code: typed.trim() }) : null
    const isName = !asCode || (!asCode.ok && asCode.refusal !== 'offline')
    const answer = isName ? await kiosk.api.enter('leaving', { name: typed.trim() }) : asCode
    if (answer.ok || kiosk.told(answer.refusal)) kiosk.go('goodbye')
  }
  return (
    <Entry
      kiosk={kiosk}
      ask={say('kiosk.leaving.ask')}
      label={say('kiosk.leaving.field')}
      value={typed}
      onChange={setTyped}
      onEnter={() => void leave()}
      next={say('kiosk.leaving.button')}
    />
  )
}

/** The last word to whoever leaves, or left something. */
export function Goodbye({ kiosk }: { readonly kiosk: Kiosk }) {
  const { say } = kiosk.speech
  const { sender, hostName } = kiosk.draft
  const words = sender
    ? hostName
      ? say('kiosk.done.parcel', { name: hostName })
      : say('kiosk.done.parcel-left')
    : say('kiosk.done.leaving')
  return (
    <div className="k-choices" role="status">
      <h2 className="ask">{words}</h2>
      <button type="button" className="btn" onClick={kiosk.reset}>
        {say('kiosk.start-over')}
      </button>
    </div>
  )
}
