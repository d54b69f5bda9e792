/**
 * Live changes, one stream for all tabs of a browser: the tab that holds the lock listens to the server and passes on what
 * it hears; when it closes, the next takes over.
 */
export interface Change {
  readonly seq: number
  readonly kinds: readonly string[]
  readonly ids: readonly string[]
}

/** `all`: the stream was interrupted; whatever is shown may be stale. */
export type Heard = Change | 'all'

type Listener = (heard: Heard) => void

/** Listens until the signal ends. */
export function listenLive(listener: Listener, signal: AbortSignal): void {
  const channel = new BroadcastChannel('kontor-live')
  channel.onmessage = (event: MessageEvent<Heard>) => listener(event.data)
  signal.addEventListener('abort', () => channel.close())
  const pass: Listener = heard => {
    channel.postMessage(heard)
    listener(heard)
  }
  if (!navigator.locks) {
    stream(pass, signal)
    return
  }
  const lead = () => {
    const leading = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
    stream(pass, signal)
    return leading
  }
  // A waiting request that is aborted on sign-out or closing rejects; that is its normal end.
  void navigator.locks.request('kontor-live', { signal }, lead).catch(() => undefined)
}

function stream(pass: Listener, signal: AbortSignal): void {
  const source = new EventSource('/api/live')
  let interrupted = false
  source.addEventListener('change', event => {
    const change = parsed((event as MessageEvent<string>).data)
    if (change) pass(change)
  })
  source.onerror = () => {
    interrupted = true
  }
  source.onopen = () => {
    if (interrupted) pass('all')
    interrupted = false
  }
  signal.addEventListener('abort', () => source.close())
}

function parsed(text: string): Change | null {
  try {
    return JSON.parse(text) as Change
  } catch {
    return null
  }
}
