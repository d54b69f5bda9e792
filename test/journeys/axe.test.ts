/**
 * Every page of every module: axe finds nothing (WCAG 2.2 AA), no word is missing, nothing is wider than the window, nothing is
 * complained of on the console, and nothing that a page asks for fails. Each is opened once, wide and in light, and then narrowed; with
 * AXE_LOOKS=all (test:interop) by its address in light and dark, and from another page on a phone of its own.
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
  office: { paths, wide, phone },
} = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  const paths = apart(await pagePaths(await fillOffice(server, elin)))
  const signedIn = await windowOf(browser, server, elin)
  const [wide, phone] = [await signedIn.newPage(), await signedIn.newPage()]
  await wide.setViewportSize({ width: 1440, height: 900 })
  await phone.setViewportSize({ width: 390, height: 844 })
  // Each is come to from another, the first from the last.
  await phone.goto(`${server.address}${paths.at(-1)}`)
  await stands(phone)
  return { paths, wide, phone }
})
const all = process.env['AXE_LOOKS'] === 'all'
const [wideWatched, phoneWatched] = [watch(wide), watch(phone)]

for (const [index, path] of paths.entries()) {
  test(`${path} is for everybody, on any screen`, async () => {
    const found = all ? (await Promise.all([lookAtDesk(path), lookOnPhone(path)])).flat() : await lookOnce(path, index)
    assert.deepEqual(found, [])
  })
}

/** One page opened once, one in eight by its address and the rest from the one before (a third of the time); then made as narrow as a phone. */
async function lookOnce(path: string, index: number): Promise<string[]> {
  wideWatched.clear()
  await wide.setViewportSize({ width: 1440, height: 900 })
  if (index % 8 === 0) await wide.goto(server.address + path)
  else await goOn(wide, path)
  await stands(wide)
  const found = [...(await overflowing(wide, 1440)), ...(await unsaid(wide)), ...(await violations(wide))]
  await wide.setViewportSize({ width: 360, height: 844 })
  found.push(...(await overflowing(wide, 360)))
  return [...found, ...wideWatched.wrongs()]
}

/** Neighbours in the list may be one page with two addresses: whoever goes from one to the other could not tell when it stands. */
function apart(paths: readonly string[]): string[] {
  const half = Math.ceil(paths.length / 2)
  return paths.slice(0, half).flatMap((path, i) => [path, ...paths.slice(half + i, half + i + 1)])
}

async function lookAtDesk(path: string): Promise<string[]> {
  wideWatched.clear()
  await wide.emulateMedia({ colorScheme: 'light' })
  await wide.goto(server.address + path)
  await stands(wide)
  const found = [...(await overflowing(wide, 1440)), ...(await unsaid(wide))]
  for (const colorScheme of ['light', 'dark'] as const) {
    await wide.emulateMedia({ colorScheme })
    found.push(...(await violations(wide, colorScheme)).map(one => `1440 ${colorScheme}: ${one}`))
  }
  return [...found, ...wideWatched.wrongs().map(one => `1440: ${one}`)]
}

/** Colours are the same tokens at every width: the dark has been looked at where the most stands on the page. */
async function lookOnPhone(path: string): Promise<string[]> {
  phoneWatched.clear()
  await phone.setViewportSize({ width: 390, height: 844 })
  await goOn(phone, path)
  const found = await overflowing(phone, 390)
  // A bar sticks to the foot of the page: what happens to lie half under it is no small target.
  await phone.setViewportSize({ width: 390, height: 2400 })
  found.push(...(await violations(phone, 'phone')).map(one => `390: ${one}`))
  await phone.setViewportSize({ width: 360, height: 780 })
  found.push(...(await overflowing(phone, 360)))
  return [...found, ...phoneWatched.wrongs().map(one => `390: ${one}`)]
}

/** Goes to another page without loading Kontor anew, as a link does, and waits until it stands. */
async function goOn(page: Page, path: string): Promise<void> {
  await page.evaluate(path => {
    for (const heading of document.querySelectorAll('h1')) heading.dataset['left'] = ''
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('h1[data-left]'))
  await stands(page)
}

/** Waits until the page stands and nothing is being loaded. */
async function stands(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
  await page.evaluate(() => document.fonts.ready)
}

/** Keys of a catalogue that stand on the page as themselves, since their words were not there. */
const unsaid = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(document.body.innerText.match(/\b(page|refusal|field|choice|kind|state)\.[a-z][\w.-]*/g) ?? []),
  ])

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
