import { useEffect, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import { choose, chosen, chosenRing, openMicrophone, ring, type Ring, rings } from './audio.ts'
import type { Microphone } from './phone.ts'

/** What one hears and speaks by, on this computer: kept here, since another has other devices. */
export function Devices() {
  const say = useSay<Keys>()
  const [microphone, setMicrophone] = useState<Microphone>('unknown')
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  const [level, setLevel] = useState<number | null>(null)
  const look = async () => setDevices((await navigator.mediaDevices?.enumerateDevices()) ?? [])
  useEffect(() => void look(), [])
  const tryMicrophone = async () => {
    const { state, stream } = await openMicrophone()
    setMicrophone(state)
    await look()
    if (stream) await hearLevel(stream, setLevel)
  }
  const named = (kind: MediaDeviceKind) => devices.filter(one => one.kind === kind && one.deviceId && one.label)
  return (
    <Section title={say('page.phone.devices')}>
      <div className="phone-set">
        <RingChoice />
        <DeviceChoice which="ringer" devices={named('audiooutput')} />
        <DeviceChoice which="speaker" devices={named('audiooutput')} />
        <DeviceChoice which="microphone" devices={named('audioinput')} />
        <div className="row">
          <Button icon="microphone" busy={level !== null} onClick={() => void tryMicrophone()}>
            {say('page.phone.microphone.try')}
          </Button>
          <NoticeChoice />
        </div>
        {level === null ? null : (
          <meter min={0} max={1} value={level} aria-label={say('page.phone.microphone')}>
            {Math.round(level * 100)} %
          </meter>
        )}
        {microphone === 'refused' || microphone === 'missing' ? (
          <p className="late" role="alert">
            {say(`page.phone.microphone.${microphone}`)}
          </p>
        ) : null}
        <p className="t3">{say('page.phone.devices.told')}</p>
      </div>
    </Section>
  )
}

function RingChoice() {
  const say = useSay<Keys>()
  const [which, setWhich] = useState<Ring>(chosenRing)
  const hear = () => {
    const tone = ring(which)
    setTimeout(tone.stop, 2_000)
  }
  return (
    <div className="row">
      <Field label={say('page.phone.ring')}>
        {control => (
          <select
            className="input"
            {...control}
            value={which}
            onChange={event => {
              choose('ring', event.target.value)
              setWhich(event.target.value as Ring)
            }}
          >
            {rings.map(one => (
              <option key={one} value={one}>
                {say(`page.phone.ring.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button onClick={hear}>{say('page.phone.ring.hear')}</Button>
    </div>
  )
}

function DeviceChoice({
  which,
  devices,
}: {
  readonly which: 'ringer' | 'speaker' | 'microphone'
  readonly devices: readonly MediaDeviceInfo[]
}) {
  const say = useSay<Keys>()
  const [id, setId] = useState(() => chosen(which))
  return (
    <Field label={say(`page.phone.${which}`)}>
      {control => (
        <select
          className="input"
          {...control}
          value={devices.some(one => one.deviceId === id) ? id : ''}
          onChange={event => {
            choose(which, event.target.value)
            setId(event.target.value)
          }}
        >
          <option value="">{say('page.phone.usual')}</option>
          {devices
            .filter(one => one.deviceId !== 'default')
            .map(one => (
              <option key={one.deviceId} value={one.deviceId}>
                {one.label}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}

/** Asked only when somebody presses the button, as browsers want it. */
function NoticeChoice() {
  const say = useSay<Keys>()
  const can = 'Notification' in window
  const [permission, setPermission] = useState(can ? Notification.permission : 'denied')
  if (!can || permission === 'granted') return null
  if (permission === 'denied') return <p className="t3">{say('page.phone.notices.refused')}</p>
  return (
    <Button icon="bell" onClick={() => void Notification.requestPermission().then(setPermission)}>
      {say('page.phone.notices')}
    </Button>
  )
}

/** So long one speaks into it to see whether it hears, ms. */
const heard_ms = 6_000

async function hearLevel(stream: MediaStream, tell: (level: number | null) => void): Promise<void> {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    tell(Math.min(1, Math.max(...samples.map(Math.abs)) * 1.6))
  }, 60)
  await new Promise(resolve => setTimeout(resolve, heard_ms))
  clearInterval(timer)
  for (const track of stream.getTracks()) track.stop()
  await context.close()
  tell(null)
}
