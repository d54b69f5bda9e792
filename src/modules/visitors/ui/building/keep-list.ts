/** Keeps the last list in this browser (Cache API, Service Workers), to stand in for the page while there is no connection; a day at most. */
import { listCache, listPath, offlineWorker } from '../offline.ts'

let registered: Promise<unknown> | null = null

export async function keepList(html: string, nonce: string, at: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'x-kept-at': at,
  }
  try {
    registered ??= navigator.serviceWorker.register(offlineWorker, { scope: listPath })
    await registered
    const cache = await caches.open(listCache)
    await cache.put(listPath, new Response(html, { headers }))
  } catch {
    // A browser that keeps nothing, or a worker that cannot be fetched now: it is tried again with the next list.
    registered = null
  }
}
