import type { Readable } from 'node:stream'

/** Runs in the browser, beside the pages: shows what is pushed, opens its page (Push API, Service Workers). */
const source = `self.addEventListener('push', event => {
  const told = event.data.json()
  event.waitUntil(self.registration.showNotification(told.title, { body: told.body, tag: told.id, data: told.href }))
})
self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(windows => {
      const open = windows.find(window => window.url.startsWith(self.location.origin))
      return open ? open.focus().then(window => window.navigate(event.notification.data)) : self.clients.openWindow(event.notification.data)
    }),
  )
})
`

interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Uint8Array | null
}

/** The script stands under the API, so that the whole interface need not be built for it; its scope is its own folder. */
export const pushWorker = {
  path: '/api/notifications/worker.js',
  async answer(): Promise<Answer> {
    return {
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
      body: Buffer.from(source),
    }
  },
}
