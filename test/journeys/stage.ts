/** The server and the browser of a test file, which end whatever happens while the office is being made. */
import { after } from 'node:test'
import type { Browser } from 'playwright-core'
import { lendBrowser } from '../../tools/testing/shared-browser.ts'
import { type TestServer, type TestServerOptions, testServer } from '../../tools/testing/server.ts'

export interface Stage {
  readonly server: TestServer
  readonly browser: Browser
}

/**
 * Opens both and furnishes the office. A file that fails before its first test has no test to run `after` for, and a server
 * that is alive would keep its process for ever: so both are closed here when furnishing fails.
 */
export async function openStage<T = undefined>(
  furnish: (stage: Stage) => Promise<T> = async () => undefined as T,
  options: TestServerOptions = {},
): Promise<Stage & { readonly office: T }> {
  const server = await testServer({ web: true, ...options })
  const open: { close: () => Promise<void> }[] = [server]
  let closing: Promise<unknown> | undefined
  const close = (): Promise<unknown> => {
    closing ??= Promise.allSettled(open.toReversed().map(one => one.close()))
    return closing
  }
  after(close)
  try {
    const lent = await lendBrowser()
    open.push(lent)
    const { browser } = lent
    return { server, browser, office: await furnish({ server, browser }) }
  } catch (fault) {
    await close()
    throw fault
  }
}
