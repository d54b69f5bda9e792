/**
 * A browser for a test file: its own when the file is run by itself, one for all where several share a process (see batches.ts), since
 * starting one costs as much as many a journey.
 */
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'

/** Set in the processes that several files share. */
export const SHARED_VARIABLE = 'KONTOR_TEST_SHARED'

export interface LentBrowser {
  readonly browser: Browser
  /** Closes it, or what the file has opened in it. */
  close(): Promise<void>
}

let shared: Promise<Browser> | undefined

/** Opens or lends a browser; files that share one run one after the other, so whatever is open in it is the file's. */
export async function lendBrowser(): Promise<LentBrowser> {
  if (!process.env[SHARED_VARIABLE]) {
    const browser = await openBrowser()
    return { browser, close: () => browser.close() }
  }
  shared ??= openBrowser()
  const browser = await shared
  return {
    browser,
    close: async () => void (await Promise.all(browser.contexts().map(context => context.close()))),
  }
}

/** Closes what the files of this process shared. */
export async function closeSharedBrowser(): Promise<void> {
  await (await shared)?.close()
}
