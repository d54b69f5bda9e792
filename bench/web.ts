/**
 * The interface: how much the desk loads at first, and how smoothly 5,000 rows scroll. `node bench/web.ts [--rows 5000] [--json]`
 *
 * Loaded is what the browser's own network log says of the files of the interface (page, scripts, styles, fonts; not the answers
 * of the API), with gzip, into an empty cache. The rows are people of the directory, imported by one act and scrolled by wheel.
 */
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../tools/testing/browser.ts'
import { type SignedIn, testServer } from '../tools/testing/server.ts'
import { table } from './measure.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '5000' }, json: { type: 'boolean', default: false } },
})
const rows = Number(values.rows)
/** Pixels of one turn of the wheel, and frames waited for between two. */
const WHEEL_PX = 600

const server = await testServer({ web: true })
const elin = await server.openOffice()
const browser = await openBrowser()

async function windowOf(from: Browser, who: SignedIn): Promise<BrowserContext> {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const [name = '', value = ''] = who.cookie.split('=')
  await context.addCookies([{ name, value, url: server.address }])
  // Brotli would be smaller; the figure is told in gzip.
  await context.route('**/*', route => {
    const headers = { ...route.request().headers(), 'accept-encoding': 'gzip' }
    return route.continue({ headers })
  })
  return context
}

interface Loaded {
  readonly files: number
  readonly gzip_kB: number
  readonly of: Readonly<Record<string, number>>
}

/** What one window loads until the desk stands. */
async function firstLoad(path: string): Promise<Loaded> {
  const context = await windowOf(browser, elin)
  const page = await context.newPage()
  const answers: { path: string; bytes: Promise<number> }[] = []
  page.on('requestfinished', request => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) return
    answers.push({ path: pathname, bytes: request.sizes().then(({ responseBodySize }) => responseBodySize) })
  })
  await page.goto(server.address + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
  await page.evaluate(() => document.fonts.ready)
  const of: Record<string, number> = {}
  for (const answer of answers) {
    const ending = /\.(\w+)$/.exec(answer.path)?.[1] ?? 'html'
    of[ending] = (of[ending] ?? 0) + (await answer.bytes) / 1000
  }
  await context.close()
  return { files: answers.length, gzip_kB: Object.values(of).reduce((sum, part) => sum + part, 0), of }
}

/** An address list of so many people, in one act. */
async function importPeople(): Promise<void> {
  const lines = Array.from({ length: rows }, (_, at) => {
    const number = String(at).padStart(5, '0')
    return `Karin Öberg ${number};karin${number}@example.org;Site manager`
  })
  const text = `Name;E-mail;Role\n${lines.join('\n')}\n`
  const answer = await elin.act('directory.import-parties', { text })
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
}

interface Scrolled {
  readonly rows: number
  readonly frames: number
  readonly longTasks: readonly number[]
}

const lastRow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('.rows tr[data-index]')]
    return Math.max(-1, ...shown.map(row => Number(row.getAttribute('data-index'))))
  })

/** Scrolls from the first row to the last and hears of every task over 50 ms; while the next slice is fetched the wheel goes on. */
async function scroll(path: string): Promise<Scrolled> {
  const context = await windowOf(browser, elin)
  const page = await context.newPage()
  await page.goto(server.address + path)
  await page.locator('.rows tr[data-index]').first().waitFor()
  await page.evaluate(() => {
    const long: number[] = []
    Object.assign(window, { long })
    new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    })
  })
  await page.mouse.move(700, 500)
  const deadline = performance.now() + 120_000
  let frames = 0
  let reached = await lastRow(page)
  while (reached < rows - 1 && performance.now() < deadline) {
    await page.mouse.wheel(0, WHEEL_PX)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    if (++frames % 10 === 0) reached = await lastRow(page)
  }
  const longTasks = await page.evaluate(() => (window as unknown as { long: number[] }).long)
  await context.close()
  return { rows: reached + 1, frames, longTasks }
}

const desk = await firstLoad('/')
await importPeople()
const scrolled = await scroll('/people')
const figures = {
  bench: 'web',
  deskGzip_kB: desk.gzip_kB,
  deskFiles: desk.files,
  deskOf: desk.of,
  listRows: scrolled.rows,
  listTurns: scrolled.frames,
  tasksOver50_ms: scrolled.longTasks.length,
  longestTask_ms: Math.max(0, ...scrolled.longTasks),
}
console.log(values.json ? JSON.stringify(figures) : table([{ ...figures, deskOf: JSON.stringify(figures.deskOf) }]))
await browser.close()
await server.close()
