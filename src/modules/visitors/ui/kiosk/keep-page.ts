/** Keeps the kiosk's own page in the browser (Service Workers, Cache API), so that a tablet that is switched on without a network shows it. */
import { offlineWorker, pageCache } from '../offline.ts'

const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)

/** The page, what it has loaded, and the reader of codes; what an earlier release needed goes when all of it is there. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(offlineWorker, { scope: '/kiosk' })
    const { readerProgram } = await import('./read-code.ts')
    const files = [...new Set(['/kiosk', ...loaded(), readerProgram])]
    const cache = await caches.open(pageCache)
    await cache.addAll(files)
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url)
      if (!files.includes(pathname)) await cache.delete(pathname)
    }
  } catch {
    // No network, or a browser that keeps nothing: what was kept before stays.
  }
}
