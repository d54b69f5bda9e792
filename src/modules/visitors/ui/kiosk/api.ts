/** The kiosk’s way to the server, and what it keeps while there is none. */
import { askOutside, fetchOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import { isLater, type Kept, sendKept } from './kept.ts'

export interface Opened {
  readonly office: string
  readonly site: string
  readonly zone: string
  readonly language: string
  readonly hosts: 'all' | 'expected' | 'none'
  readonly photo: boolean
  readonly rules: Readonly<Record<string, string>>
  readonly agreement: Readonly<Record<string, string>>
  readonly reception: string | null
  readonly eraseOn: string
}

export interface Host {
  readonly id: string
  readonly name: string
  readonly away: boolean
  readonly expects: string | null
  readonly place: string | null
}

export interface ByCode {
  readonly code: string
  readonly name: string
  readonly company: string | null
  readonly host: string | null
  readonly start: string
  readonly inside: boolean
}

export interface SignedIn {
  readonly status: 'in' | 'ask'
  readonly id: string | null
  readonly host: string | null
  readonly place: string | null
  readonly start: string | null
  readonly badgeNo: number | null
}

const tokenKept = 'kontor.kiosk'
const entriesKept = 'kontor.kiosk.entries'
const houseKept = 'kontor.kiosk.house'

/** The link’s token: out of the address at once, so that nobody who stands there reads it. */
export function takeToken(): string {
  const given = location.hash.slice(1)
  if (given) {
    localStorage.setItem(tokenKept, given)
    history.replaceState(null, '', '/kiosk')
  }
  return given || (localStorage.getItem(tokenKept) ?? '')
}

const keptEntries = (): Kept[] => {
  try {
    return JSON.parse(localStorage.getItem(entriesKept) ?? '[]') as Kept[]
  } catch {
    return []
  }
}

/** The house as it was heard of last: a kiosk that is loaded anew without a connection begins with it. */
export function keptHouse(): Opened | null {
  try {
    return JSON.parse(localStorage.getItem(houseKept) ?? 'null') as Opened | null
  } catch {
    return null
  }
}

export const keepHouse = (house: Opened | null): void =>
  house ? localStorage.setItem(houseKept, JSON.stringify(house)) : localStorage.removeItem(houseKept)

export const unsentCount = (): number => keptEntries().length
export const newEntryId = (): string => crypto.randomUUID()

export class KioskApi {
  readonly #token: string
  #language = 'en'
  constructor(token: string) {
    this.#token = token
  }
  /** In which language what is refused is said. */
  speak(language: string): void {
    this.#language = language
  }
  ask<T>(path: string, body: object = {}): Promise<OutsideAnswer<T>> {
    return askOutside<T>(`kiosk/${path}`, { token: this.#token, language: this.#language, body })
  }
  /** Sends an entry, after what was kept before it; without a connection it is kept here, with when it was, and sent later. */
  async enter<T>(path: string, body: Readonly<Record<string, unknown>>): Promise<OutsideAnswer<T>> {
    const at = new Date().toISOString()
    if (unsentCount() > 0) await this.sendKept()
    const answer = await this.ask<T>(path, body)
    if (!isLater(answer)) return answer
    localStorage.setItem(entriesKept, JSON.stringify([...keptEntries(), { path, body: { ...body, at } }]))
    return { ok: false, refusal: 'offline' }
  }
  /** One at a time, in all windows of this browser. */
  async sendKept(): Promise<number> {
    const drop = (sent: Kept) => {
      const gone = JSON.stringify(sent)
      localStorage.setItem(entriesKept, JSON.stringify(keptEntries().filter(one => JSON.stringify(one) !== gone)))
    }
    const all = () => sendKept(keptEntries(), (path, body) => this.ask(path, body), drop)
    await (navigator.locks ? navigator.locks.request(entriesKept, all) : all())
    return unsentCount()
  }
  async photo(id: string, jpeg: Blob): Promise<void> {
    await fetch('/public/kiosk/photo', {
      method: 'PUT',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/octet-stream', 'x-kontor-link': this.#token, 'x-kontor-item': id },
      body: jpeg,
    }).catch(() => null)
  }
  badge(id: string): Promise<OutsideAnswer<Blob>> {
    return fetchOutside('kiosk/badge', { token: this.#token, language: this.#language, body: { id } })
  }
}
