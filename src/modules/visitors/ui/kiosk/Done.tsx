import { useRef, useState } from 'react'
import { frameOf, useCamera } from './useCamera.ts'
import type { Kiosk } from './useKiosk.ts'

interface Props {
  readonly kiosk: Kiosk
}

const photoSide = 320

/** A picture for the badge, for whoever wants one; it goes when the visit does. */
export function Photo({ kiosk }: Props) {
  const { say } = kiosk.speech
  const [isOn, setIsOn] = useState(false)
  const [shot, setShot] = useState<string | null>(null)
  const canvas = useRef<HTMLCanvasElement | null>(null)
  const { video, failed } = useCamera(isOn && !shot, 'user')
  const take = () => {
    canvas.current = video.current && frameOf(video.current, photoSide)
    setShot(canvas.current?.toDataURL('image/jpeg', 0.8) ?? null)
  }
  const use = async () => {
    const id = kiosk.result && kiosk.result !== 'later' ? kiosk.result.id : null
    const jpeg = await new Promise<Blob | null>(resolve => canvas.current?.toBlob(resolve, 'image/jpeg', 0.8))
    if (id && jpeg) await kiosk.api.photo(id, jpeg)
    kiosk.go('done')
  }
  return (
    <div className="k-choices">
      <h2 className="ask">{say('kiosk.photo')}</h2>
      {failed ? <p role="status">{say('kiosk.photo.none')}</p> : null}
      {shot ? <img className="k-video" src={shot} alt="" /> : null}
      {isOn && !shot && !failed ? (
        // biome-ignore lint/a11y/useMediaCaption: what the camera sees has no words
        <video className="k-video" ref={video} playsInline muted />
      ) : null}
      <div className="k-line">
        {shot ? (
          <>
            <button type="button" className="btn primary" onClick={() => void use()}>
              {say('kiosk.photo.use')}
            </button>
            <button type="button" className="btn" onClick={() => setShot(null)}>
              {say('kiosk.photo.again')}
            </button>
          </>
        ) : (
          <button type="button" className="btn primary" onClick={isOn ? take : () => setIsOn(true)}>
            {say('kiosk.photo.take')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => kiosk.go('done')}>
          {say('kiosk.photo.without')}
        </button>
      </div>
    </div>
  )
}

/** The label goes to the printer by the browser’s own dialog; in a kiosk’s browser without one. */
function printBlob(blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;border:0'
  frame.onload = () => frame.contentWindow?.print()
  frame.src = address
  document.body.append(frame)
  setTimeout(() => {
    frame.remove()
    URL.revokeObjectURL(address)
  }, 60_000)
}

export function Done({ kiosk }: Props) {
  const { say } = kiosk.speech
  const { result } = kiosk
  if (result === 'later' || !result)
    return (
      <div className="k-choices" role="status">
        <h2 className="ask">{say('kiosk.done')}</h2>
        <p className="k-say">{say('kiosk.done.later')}</p>
      </div>
    )
  const print = async () => {
    const answer = await kiosk.api.badge(result.id ?? '')
    if (answer.ok) printBlob(new Blob([answer.body], { type: 'application/pdf' }))
    else kiosk.told(answer.refusal)
  }
  const lines = [
    result.host ? say('kiosk.done.told', { host: result.host }) : say('kiosk.done.nobody'),
    result.place ? say('kiosk.done.place', { place: result.place }) : null,
    result.badgeNo ? say('kiosk.done.badge', { number: result.badgeNo }) : null,
  ]
  return (
    <div className="k-choices" role="status">
      <h2 className="ask">{say('kiosk.done')}</h2>
      {lines.filter(Boolean).map(line => (
        <p key={line} className="k-say">
          {line}
        </p>
      ))}
      <div className="k-line">
        <button type="button" className="btn primary" onClick={() => void print()}>
          {say('kiosk.done.print')}
        </button>
        <button type="button" className="btn" onClick={kiosk.reset}>
          {say('kiosk.start-over')}
        </button>
      </div>
    </div>
  )
}
