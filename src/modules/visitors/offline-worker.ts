/**
 * The script beside the kiosk and beside the list of who is in the building (Service Workers): while the server is away, the kiosk's
 * page comes from what was kept of it, and in the place of the list its last copy, which is a page of its own. Nothing that is
 * asked of the API passes through it.
 */
import type { Kernel } from '../../kernel/kernel.ts'

/** As ui/offline.ts names them; tested against it. */
const source = `const isKiosk = new URL(self.registration.scope).pathname === '/kiosk'
const kept = isKiosk ? 'kontor.kiosk' : 'kontor.own.building'
const patience_ms = 6000
const day_ms = 86400000
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
const find = async path => {
  const answer = await (await caches.open(kept)).match(path)
  const at = answer && answer.headers.get('x-kept-at')
  return at && Date.now() - Date.parse(at) > day_ms ? undefined : answer
}
const page = async (request, path) => {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience_ms) })
    if (answer.status < 500) return answer
    return (await find(path)) || answer
  } catch (fault) {
    const answer = await find(path)
    if (answer) return answer
    throw fault
  }
}
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    const path = isKiosk ? '/kiosk' : '/visitors/building'
    if (pathname === path) event.respondWith(page(request, path))
  } else if (isKiosk && pathname.startsWith('/assets/')) {
    event.respondWith(find(pathname).then(answer => answer || fetch(request)))
  }
})
`

/** It stands under the public doors, since a kiosk does not sign in; it says nothing of any office. */
export const offlineWorker = {
  method: 'GET' as const,
  path: '/public/visitors/offline.js',
  perMinute: 60,
  async answer(_kernel: Kernel) {
    return {
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'service-worker-allowed': '/',
        'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
      },
      body: Buffer.from(source),
    }
  },
}
