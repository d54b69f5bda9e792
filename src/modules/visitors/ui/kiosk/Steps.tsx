import { Entry } from './Entry.tsx'
import { goOn } from './flow.ts'
import { Hosts } from './Hosts.tsx'
import type { Kiosk } from './useKiosk.ts'

interface Props {
  readonly kiosk: Kiosk
}

export function Name({ kiosk }: Props) {
  const { say } = kiosk.speech
  return (
    <Entry
      kiosk={kiosk}
      ask={say('kiosk.name')}
      label={say('kiosk.name.field')}
      value={kiosk.draft.name}
      onChange={name => kiosk.change({ name })}
      onEnter={() => (kiosk.draft.name.trim().length > 1 ? kiosk.go('company') : undefined)}
      next={say('kiosk.next')}
    />
  )
}

export function Company({ kiosk }: Props) {
  const { say } = kiosk.speech
  const { company } = kiosk.draft
  return (
    <Entry
      kiosk={kiosk}
      ask={say('kiosk.company')}
      label={say('kiosk.company.field')}
      value={company}
      onChange={typed => kiosk.change({ company: typed })}
      onEnter={() => kiosk.go('host')}
      next={company.trim() ? say('kiosk.next') : say('kiosk.company.none')}
    />
  )
}

/** Whoever is chosen, or nobody: then somebody of the house comes. */
export function HostStep({ kiosk }: Props) {
  const { say } = kiosk.speech
  return (
    <Hosts
      kiosk={kiosk}
      ask={say('kiosk.host')}
      label={say('kiosk.host.field')}
      other={say('kiosk.host.other')}
      isDelivery={false}
      onChoose={host => void goOn(kiosk, kiosk.change({ hostId: host?.id ?? null, hostName: host?.name ?? null }))}
    />
  )
}

/** “You are expected at 10:30. Is that right?”: of the visitor’s own visit alone, and no name with it. */
export function Ask({ kiosk }: Props) {
  const { say, time } = kiosk.speech
  const start = kiosk.result && kiosk.result !== 'later' ? kiosk.result.start : null
  return (
    <div className="k-choices">
      <h2 className="ask">{say('kiosk.is-this-you', { time: start ? time(start) : '' })}</h2>
      <button
        type="button"
        className="btn primary"
        onClick={() => void goOn(kiosk, kiosk.change({ isExpected: true }))}
      >
        {say('kiosk.is-this-you.yes')}
      </button>
      <button type="button" className="btn" onClick={() => void goOn(kiosk, kiosk.change({ isExpected: false }))}>
        {say('kiosk.is-this-you.no')}
      </button>
    </div>
  )
}
