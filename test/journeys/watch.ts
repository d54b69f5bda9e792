/** What a page should never do behind a person's back: throw, complain on the console, or ask for what fails. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Page } from 'playwright-core'

export interface Watched {
  /** All that went wrong so far, in words. */
  wrongs(): string[]
  /** Forgets them: the next page begins clean. */
  clear(): void
}

/** Begins to watch a page; before signing in, the session's 401 is its answer and no fault. */
export function watch(page: Page): Watched {
  let wrongs: string[] = []
  page.on('pageerror', fault => wrongs.push(`fault: ${fault.message}`))
  page.on('console', message => {
    // A failed request is told below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      wrongs.push(`console: ${message.text()}`)
  })
  page.on('response', response => {
    const { pathname } = new URL(response.url())
    const asksWhoIsHere = pathname === '/api/session' && response.status() === 401
    if (response.status() >= 400 && !asksWhoIsHere) wrongs.push(`${response.status()} ${pathname}`)
  })
  page.on('requestfailed', request => {
    const cause = request.failure()?.errorText ?? ''
    // Leaving a page ends its requests and the live stream.
    if (cause !== 'net::ERR_ABORTED') wrongs.push(`${cause} ${new URL(request.url()).pathname}`)
  })
  return {
    wrongs: () => [...wrongs],
    clear: () => {
      wrongs = []
    },
  }
}

const pictures = join(import.meta.dirname, '../../.tmp/pictures/journeys')

/** When the test fails, what the page showed then is kept as a picture; its place is told. */
export function pictured(t: TestContext, page: Page): void {
  t.after(async () => {
    if (t.passed || page.isClosed()) return
    mkdirSync(pictures, { recursive: true })
    const path = join(pictures, `${t.name.replace(/\W+/g, '-').slice(0, 60)}.png`)
    await page.screenshot({ path }).catch(() => undefined)
    console.log(`at the end the page was ${page.url()}, pictured in ${path}`)
  })
}
