import { useEffect, useState } from 'react'
import type { Host } from './api.ts'
import { Entry } from './Entry.tsx'
import { KioskIcon } from './Icon.tsx'
import type { Kiosk } from './useKiosk.ts'

interface Props {
  readonly kiosk: Kiosk
  readonly ask: string
  readonly label: string
  /** What is chosen by whoever finds nobody. */
  readonly other: string
  readonly isDelivery: boolean
  readonly onChoose: (host: Host | null) => void
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map(word => word[0])
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

/** Typing finds whom the house shows: two letters at least, a few names, never a list of everybody. */
export function Hosts({ kiosk, ask, label, other, isDelivery, onChoose }: Props) {
  const { api, speech, opened } = kiosk
  const { say } = speech
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<readonly Host[]>([])
  const name = kiosk.draft.name
  useEffect(() => {
    if (search.trim().length < 2) return setFound([])
    let current = true
    const wait = setTimeout(async () => {
      const answer = await api.ask<{ rows: Host[] }>('hosts', { search, name, delivery: isDelivery })
      if (current && answer.ok) setFound(answer.body.rows)
    }, 150)
    return () => {
      current = false
      clearTimeout(wait)
    }
  }, [search, name, isDelivery, api])
  const detail = (host: Host): string => {
    if (host.expects)
      return host.place
        ? say('kiosk.host.expects-in', { time: speech.time(host.expects), place: host.place })
        : say('kiosk.host.expects', { time: speech.time(host.expects) })
    return host.away ? say('kiosk.host.away') : ''
  }
  const [first] = found
  const list = (
    <ul className="found">
      {found.map(host => (
        <li key={host.id}>
          <button type="button" onClick={() => onChoose(host)}>
            <span className="face" aria-hidden="true">
              {initials(host.name)}
            </span>
            <span>
              <b>{host.name}</b>
              <span className="d">{detail(host)}</span>
            </span>
            <KioskIcon name="chevron-right" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => onChoose(null)}>
          <span className="face" aria-hidden="true">
            <KioskIcon name="users" />
          </span>
          <span>
            <b>{other}</b>
            <span className="d">
              {opened?.reception ? say('kiosk.host.reception', { name: opened.reception }) : say('kiosk.host.somebody')}
            </span>
          </span>
          <KioskIcon name="chevron-right" />
        </button>
      </li>
    </ul>
  )
  if (opened?.hosts === 'none')
    return (
      <div className="k-choices">
        <h2 className="ask">{ask}</h2>
        {list}
      </div>
    )
  return (
    <Entry
      kiosk={kiosk}
      ask={ask}
      label={label}
      value={search}
      onChange={setSearch}
      onEnter={() => (first ? onChoose(first) : undefined)}
    >
      <p className="vh" role="status">
        {search.trim().length >= 2
          ? found.length > 0
            ? found.map(host => host.name).join(', ')
            : say('kiosk.nobody-found')
          : ''}
      </p>
      {list}
    </Entry>
  )
}
