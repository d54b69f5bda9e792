/**
 * Every page of every module, wide in light and dark, and on the phone: axe finds nothing (WCAG 2.2 AA), nothing is wider than the window,
 * nothing is complained of on the console, and nothing that a page asks for fails.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { pagePaths } from './pages.ts'
import { fillOffice, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { watch } from './watch.ts'

const {
  server,
  office: { paths, signedIn },
} = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  const paths = await pagePaths(await fillOffice(server, elin))
  return { paths, signedIn: await windowOf(browser, server, elin) }
})

for (const path of paths) {
  test(`${path} is for everybody, on any screen`, async () => {
    const found: string[] = []
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      const page = await signedIn.newPage()
      const watched = watch(page)
      await page.setViewportSize({ width, height })
      await open(page, path)
      found.push(...(await overflowing(page, width)))
      // On the phone a bar sticks to the foot of the page: what happens to lie half under it is no small target.
      if (width === 390) await page.setViewportSize({ width, height: 2400 })
      // Colours are the same tokens at every width: the dark is looked at where the most stands on the page.
      for (const colorScheme of width === 390 ? (['light'] as const) : (['light', 'dark'] as const)) {
        await page.emulateMedia({ colorScheme })
        found.push(...(await violations(page, colorScheme)).map(one => `${width} ${colorScheme}: ${one}`))
      }
      if (width === 390) {
        await page.setViewportSize({ width: 360, height: 780 })
        found.push(...(await overflowing(page, 360)))
      }
      found.push(...watched.wrongs().map(one => `${width}: ${one}`))
      await page.close()
    }
    assert.deepEqual(found, [])
  })
}

/** Opens the page and waits until it stands and nothing is being loaded. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(server.address + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
  await page.evaluate(() => document.fonts.ready)
}

/** What stands out of the window at this width: the whole, or what its scroller hides at the right. */
async function overflowing(page: Page, width: number): Promise<string[]> {
  const wider = await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    return [document.documentElement, ...document.querySelectorAll('main, .page, .body')].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    )
  })
  const most = Math.max(...wider)
  return most > 0 ? [`${width}: ${most} px too wide`] : []
}
