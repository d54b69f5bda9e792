/**
 * One telephone for all tabs of a browser: the tab that holds the lock has the line; the others show what it shows, and send it what
 * is wanted. When it is closed the next takes over; one that is told to gives the line up where nobody is spoken with.
 */
import { runCommand } from '../../../../web/client.ts'
import { store } from '../../../../web/kit/store.ts'
import { after, type Happening, idle, liveCalls, type Phone, stepsFor, type Wish } from './phone.ts'
import { tellLog } from './log.ts'
import type { Access, Wire } from './wire.ts'

export interface Account {
  readonly personId: string
  readonly address: string
  readonly domain: string
  readonly username: string
  readonly displayName: string
}

/** What every tab shows; `here`: this one holds the line. */
export const phoneStore = store<{ readonly phone: Phone; readonly here: boolean }>({ phone: idle, here: false })

type Passed =
  | { readonly pass: 'state'; readonly phone: Phone }
  | { readonly pass: 'ask' }
  | { readonly pass: 'wish'; readonly wish: Wish }
  | { readonly pass: 'give'; readonly to: string }
  | { readonly pass: 'given'; readonly to: string }

/** A call that ended stays to be read for so long, ms. */
const readable_ms = 6_000

const me = crypto.randomUUID()
let channel: BroadcastChannel | null = null
let wire: Wire | null = null
let release: (() => void) | null = null

const pass = (message: Passed): void => channel?.postMessage(message)

function happen(happening: Happening, elsewhere = false): void {
  const { phone: before } = phoneStore.get()
  const phone = after(before, happening)
  if (phone === before) return
  phoneStore.set({ phone, here: true })
  pass({ pass: 'state', phone })
  const call = 'id' in happening ? phone.calls.find(({ id }) => id === happening.id) : undefined
  if (!call) return
  tellLog(call, happening, elsewhere, recordId => happen({ what: 'noted', id: call.id, recordId }))
  if (happening.what === 'ended') setTimeout(() => happen({ what: 'gone', id: call.id }), readable_ms)
}

/** What somebody wants, in whichever tab: done by the one that has the line, one wish after the other. */
export function want(wish: Wish): void {
  if (!phoneStore.get().here) {
    pass({ pass: 'wish', wish })
    return
  }
  doing = doing.then(() => carryOut(wish)).catch(() => undefined)
}
let doing: Promise<void> = Promise.resolve()

async function carryOut(wish: Wish): Promise<void> {
  for (const step of stepsFor(phoneStore.get().phone, wish)) if (!(await wire?.take(step))) return
}

/** The line comes to this tab, unless somebody is spoken with where it is. */
export const takeOver = (): void => pass({ pass: 'give', to: me })

/** Signs in again at once, where nobody is spoken with: with another password, or since the person is back. */
let again: (() => void) | null = null
export function tryAgain(): void {
  if (liveCalls(phoneStore.get().phone).length === 0) again?.()
}

interface Key {
  readonly password: string
  readonly iceServers: readonly RTCIceServer[]
}

/** After so long a line that the server refused, or that could not be asked for, is tried again, ms. */
const later_ms = 20_000

/** Opens the line and keeps it until the signal ends or it is given to another tab. */
async function hold(account: Account, signal: AbortSignal): Promise<void> {
  phoneStore.set({ phone: { ...idle, microphone: phoneStore.get().phone.microphone }, here: true })
  const released = new Promise<void>(resolve => (release = resolve))
  let isOver = false
  const stop = () => release?.()
  signal.addEventListener('abort', stop)
  const blocked = (event: SecurityPolicyViolationEvent) => {
    if (!event.blockedURI.startsWith('ws')) return
    close()
    happen({ what: 'line', line: 'blocked' })
    reloadOnce()
  }
  document.addEventListener('securitypolicyviolation', blocked)
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = async () => {
    close()
    clearTimeout(timer)
    happen({ what: 'line', line: 'connecting' })
    const answer = await runCommand('calls.phone-key', {} as never)
    if (signal.aborted || isOver) return
    if (answer.status === 'done') {
      const { openWire } = await import('./wire.ts')
      if (isOver) return
      const access: Access = { ...account, ...(answer.output as Key) }
      wire = openWire(access, happen)
      return
    }
    happen({ what: 'line', line: answer.status === 'offline' ? 'lost' : 'refused' })
    timer = setTimeout(() => void open(), later_ms)
  }
  again = () => void open()
  void open()
  await released
  isOver = true
  clearTimeout(timer)
  again = null
  document.removeEventListener('securitypolicyviolation', blocked)
  signal.removeEventListener('abort', stop)
  close()
}

function close(): void {
  wire?.close()
  wire = null
}

/** A page that was opened before anybody signed in may speak with nobody but Kontor: loaded anew it may. Once, and nothing has been typed yet. */
function reloadOnce(): void {
  const place = 'kontor.phone.reloaded'
  try {
    if (sessionStorage.getItem(place)) return
    sessionStorage.setItem(place, '1')
  } catch {
    return
  }
  location.reload()
}

/** To whom the line was given, and when: whoever waits before them lets them pass. */
let given: { readonly to: string; readonly at: number } | null = null
const passing_ms = 5_000
const letsPass = (): boolean => given !== null && given.to !== me && Date.now() - given.at < passing_ms

/** Takes part in the person's one telephone until the signal ends. */
export function joinLine(account: Account, signal: AbortSignal): void {
  const name = `kontor-phone-${account.personId}`
  channel = new BroadcastChannel(name)
  const holding = async () => {
    if (letsPass()) return
    await hold(account, signal)
    phoneStore.set({ ...phoneStore.get(), here: false })
  }
  const wait = (): void => {
    // A waiting request that is aborted rejects: that is its normal end.
    void navigator.locks.request(name, { signal }, holding).then(
      () => (signal.aborted ? undefined : wait()),
      () => undefined,
    )
  }
  channel.onmessage = ({ data }: MessageEvent<Passed>) => hear(data)
  signal.addEventListener('abort', () => {
    channel?.close()
    channel = null
    phoneStore.set({ phone: idle, here: false })
  })
  wait()
  pass({ pass: 'ask' })
}

function hear(message: Passed): void {
  const { phone, here } = phoneStore.get()
  switch (message.pass) {
    case 'state':
      if (!here) phoneStore.set({ phone: message.phone, here: false })
      return
    case 'ask':
      if (here) pass({ pass: 'state', phone })
      return
    case 'wish':
      if (here) want(message.wish)
      return
    case 'give':
      if (!here || liveCalls(phone).length > 0) return
      given = { to: message.to, at: Date.now() }
      pass({ pass: 'given', to: message.to })
      release?.()
      return
    case 'given':
      given = { to: message.to, at: Date.now() }
  }
}
