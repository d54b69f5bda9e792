/**
 * How much the first page loads (gzip) and how smoothly 5,000 rows scroll: `node src/web/look/measure.ts [path]`. The limits are those of
 * docs: 250 kB for the desk, no task over 50 ms while scrolling.
 */
import type { Page, Response } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { buildLook, serveLook } from './server.ts'

const limit_kB = 250

async function firstLoad(page: Page, address: string, path: string): Promise<void> {
  const answers: Response[] = []
  page.on('response', answer => answers.push(answer))
  await page.goto(address + path)
  await page.waitForSelector('h1')
  await page.evaluate(() => document.fonts.ready)
  const own = answers.filter(one => !one.url().includes('/api/'))
  const sizes = await Promise.all(
    own.map(async answer => ({
      path: new URL(answer.url()).pathname,
      size: (await answer.request().sizes()).responseBodySize,
    })),
  )
  const sum = (kind: RegExp) =>
    sizes.filter(one => kind.test(one.path)).reduce((total, { size }) => total + size, 0) / 1000
  const [script, style, fonts] = [sum(/\.js$/), sum(/\.css$/), sum(/\.woff2$/)]
  for (const one of sizes.toSorted((a, b) => b.size - a.size).slice(0, 14))
    console.log(`  ${(one.size / 1000).toFixed(1)} kB ${one.path}`)
  console.log(
    `${path}: script ${script.toFixed(1)} kB, style ${style.toFixed(1)} kB, fonts ${fonts.toFixed(1)} kB; together ${(script + style + fonts).toFixed(1)} kB gz (limit ${limit_kB})`,
  )
}

/** Scrolls the list by wheel through its rows and reports every task of the browser over 50 ms. */
async function scrolling(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/kit/list`)
  await page.waitForSelector('.rows tr[data-index]')
  await page.evaluate(() => {
    const long: number[] = []
    Object.assign(window, { long })
    new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    })
  })
  await page.mouse.move(700, 500)
  for (let turn = 0; turn < 400; turn++) {
    await page.mouse.wheel(0, 500)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  const last = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('.rows tr[data-index]')].map(row => Number(row.getAttribute('data-index'))),
    ),
  )
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long)
  console.log(
    `list: scrolled to row ${last} of 5000, tasks over 50 ms: ${long.length}${long.length ? `, longest ${Math.round(Math.max(...long))} ms` : ''}`,
  )
}

await buildLook()
const { address, close } = await serveLook()
const browser = await openBrowser()
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
await firstLoad(await context.newPage(), address, process.argv[2] ?? '/')
const other = await browser.newContext({ viewport: { width: 1440, height: 900 } })
await scrolling(await other.newPage(), address)
close()
await browser.close()
process.exit(0)
