/** The kiosk’s way to the server, and what it keeps while there is none. */
import { askOutside, fetchOutside, type OutsideAnswer } from '../../../../web/outside.ts'

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

interface Kept {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

const tokenKept = 'kontor.kiosk'
const entriesKept = 'kontor.kiosk.entries'

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
  /** Sends an entry; without a connection it is kept here, with when it was, and sent later. */
  async enter<T>(path: string, body: Readonly<Record<string, unknown>>): Promise<OutsideAnswer<T>> {
    const answer = await this.ask<T>(path, body)
    if (!answer.ok && answer.refusal === 'offline')
      localStorage.setItem(
        entriesKept,
        JSON.stringify([...keptEntries(), { path, body: { ...body, at: new Date().toISOString() } }]),
      )
    return answer
  }
  /** What was kept goes in the order in which it came; who was asked back then is taken for whoever is expected. */
  async sendKept(): Promise<number> {
    for (let [first] = keptEntries(); first; [first] = keptEntries()) {
      const answer = await this.ask<SignedIn>(first.path, first.body)
      if (!answer.ok && answer.refusal === 'offline') break
      if (answer.ok && answer.body.status === 'ask') await this.ask(first.path, { ...first.body, isExpected: true })
      localStorage.setItem(entriesKept, JSON.stringify(keptEntries().slice(1)))
    }
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
