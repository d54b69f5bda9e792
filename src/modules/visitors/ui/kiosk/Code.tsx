import { useEffect, useState } from 'react'
import type { ByCode } from './api.ts'
import { Entry } from './Entry.tsx'
import { goOn } from './flow.ts'
import { isLater } from './kept.ts'
import { KioskIcon } from './Icon.tsx'
import { frameOf, useCamera } from './useCamera.ts'
import type { Kiosk } from './useKiosk.ts'

interface Props {
  readonly kiosk: Kiosk
}

let found: ByCode | null = null
const looked_ms = 250
const widestSide = 720

/** The code of the invitation: shown to the camera, or typed. */
export function Code({ kiosk }: Props) {
  const { say } = kiosk.speech
  const [typed, setTyped] = useState('')
  const [isOn, setIsOn] = useState(false)
  const look = async (code: string) => {
    const answer = await kiosk.api.ask<ByCode>('code', { code })
    if (!answer.ok) {
      // Nobody can look it up now: the code is kept with the name, and sent with it later.
      if (!kiosk.told(isLater(answer) ? 'offline' : answer.refusal)) return
      kiosk.change({ code })
      return kiosk.go('name')
    }
    found = answer.body
    kiosk.change({ code: answer.body.code, name: answer.body.name, company: answer.body.company ?? '' })
    kiosk.go('code-check')
  }
  return (
    <Entry
      kiosk={kiosk}
      ask={say('kiosk.code.ask')}
      label={say('kiosk.code.field')}
      value={typed}
      isBig
      onChange={value => setTyped(value.toUpperCase())}
      onEnter={() => (typed.trim() ? void look(typed) : undefined)}
      next={say('kiosk.next')}
    >
      {isOn ? (
        <Scan kiosk={kiosk} onCode={look} />
      ) : (
        <button type="button" className="btn k-next" onClick={() => setIsOn(true)}>
          <KioskIcon name="scan" />
          {say('kiosk.code.scan')}
        </button>
      )}
    </Entry>
  )
}

function Scan({ kiosk, onCode }: Props & { readonly onCode: (code: string) => Promise<void> }) {
  const { video, failed } = useCamera(true, 'user')
  // biome-ignore lint/correctness/useExhaustiveDependencies: one loop while the camera is on
  useEffect(() => {
    let isOver = false
    const loop = async () => {
      const { readCode } = await import('./read-code.ts')
      while (!isOver) {
        const canvas = video.current && frameOf(video.current, widestSide)
        const text = canvas ? await readCode(canvas) : null
        if (text && !isOver) {
          isOver = true
          await onCode(text)
        }
        await new Promise(resolve => setTimeout(resolve, looked_ms))
      }
    }
    void loop()
    return () => {
      isOver = true
    }
  }, [])
  if (failed) return <p role="status">{kiosk.speech.say('kiosk.photo.none')}</p>
  // biome-ignore lint/a11y/useMediaCaption: what the camera sees has no words
  return <video className="k-video" ref={video} playsInline muted />
}

/** What the invitation says, to whoever holds it; then it is signed in, or out of the building again. */
export function CodeCheck({ kiosk }: Props) {
  const { say, time } = kiosk.speech
  if (!found) return null
  const { name, host, start, inside, code } = found
  const leave = async () => {
    const answer = await kiosk.api.enter('leaving', { code })
    if (answer.ok || kiosk.told(answer.refusal)) kiosk.go('goodbye')
  }
  return (
    <div className="k-choices">
      <h2 className="ask">{say('kiosk.code.hello', { name })}</h2>
      {inside ? (
        <button type="button" className="btn primary" onClick={() => void leave()}>
          {say('kiosk.leaving.button')}
        </button>
      ) : (
        <>
          <p className="k-say">
            {host
              ? say('kiosk.code.check', { host, time: time(start) })
              : say('kiosk.code.check-nobody', { time: time(start) })}
          </p>
          <button type="button" className="btn primary" onClick={() => void goOn(kiosk, kiosk.draft)}>
            {say('kiosk.is-this-you.yes')}
          </button>
          <button type="button" className="btn" onClick={kiosk.reset}>
            {say('kiosk.is-this-you.no')}
          </button>
        </>
      )}
    </div>
  )
}
