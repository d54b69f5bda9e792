/** Web Push in this browser (Push API): asked for only when the person presses the button. */
const script = '/api/notifications/worker.js'

export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && window.isSecureContext

export interface PushKeys {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

const bytesOf = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

/** The keys under which this browser may be reached; null where the person or the browser says no. */
export async function subscribe(serverKey: string): Promise<PushKeys | null> {
  if (!canPush() || (await Notification.requestPermission()) !== 'granted') return null
  const worker = await navigator.serviceWorker.register(script)
  await new Promise<void>(resolve => {
    if (worker.active) return resolve()
    const coming = worker.installing ?? worker.waiting
    coming?.addEventListener('statechange', () => coming.state === 'activated' && resolve())
  })
  const given = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(serverKey) })
  const { endpoint, keys } = given.toJSON()
  return endpoint && keys?.['p256dh'] && keys['auth'] ? { endpoint, p256dh: keys['p256dh'], auth: keys['auth'] } : null
}

/** What the browser calls itself, as a person would. */
export function browserName(agent: string): string {
  const name = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : 'Safari'
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find(one => agent.includes(one))
  return system ? `${name}, ${system}` : name
}
