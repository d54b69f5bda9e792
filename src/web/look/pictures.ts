/**
 * Photographs the kit at 1440 and 390 px, light and dark, into .tmp/pictures/kit, and says what axe (WCAG 2.2 AA) and the widths
 * find wrong: `node src/web/look/pictures.ts [name …]`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { buildLook, type LookOptions, serveLook } from './server.ts'

interface Shot extends LookOptions {
  readonly name: string
  readonly path: string
  /** What is done before the picture. */
  readonly act?: (page: Page, phone: boolean) => Promise<void>
}

const rowsDrawn = (page: Page) => page.waitForSelector('.rows tr[data-index]')

const shots: readonly Shot[] = [
  { name: 'parts', path: '/kit' },
  {
    name: 'list',
    path: '/kit/list?find=ventil&sort=-receivedOn',
    act: async (page, phone) => {
      await rowsDrawn(page)
      if (phone) {
        await page.locator('tr[data-index="0"] input').click()
        return
      }
      for (const index of [0, 7, 9, 12]) {
        const box = page.locator(`tr[data-index="${index}"] input`)
        if (await box.count()) await box.click()
      }
      await page.keyboard.press('Home')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
    },
  },
  {
    name: 'filter',
    path: '/kit/list?kind=Bill&receivedFrom=2026-01-01',
    act: async page => {
      await rowsDrawn(page)
      await page.click('.chip.add')
      await page.waitForSelector('.filter-menu')
    },
  },
  { name: 'week', path: '/kit/calendar', act: async page => void (await page.waitForSelector('.wk-ev')) },
  { name: 'record', path: '/kit/record', acting: true, act: async page => void (await page.waitForSelector('.strip')) },
  {
    name: 'palette',
    path: '/kit/record',
    act: async page => {
      await page.waitForSelector('.strip')
      await page.keyboard.press('Control+k')
      await page.fill('.pal input', 'ver')
      await page.waitForSelector('.pal .opt')
    },
  },
  {
    name: 'form',
    path: '/kit/form',
    act: async page => {
      await page.waitForSelector('form.form')
      await page.fill('input >> nth=0', 'Filters for three air handling units')
      await page.locator('[role=combobox]').first().fill('his')
      await page.waitForSelector('[role=option]')
      await page.keyboard.press('Enter')
      await page.locator('input.num').first().fill('44075')
      await page.getByLabel(/^Delivered by/).fill('fri 11')
      await page.locator('.fold summary').first().click()
      await page.getByLabel(/^Work it takes/).fill('1:30')
      await page.keyboard.press('Control+Enter')
      await page.waitForSelector('.field-problem')
    },
  },
  {
    name: 'me',
    path: '/kit',
    act: async page => {
      await page.waitForSelector('.state')
      await page.click('.me')
      await page.waitForSelector('.menu:popover-open')
    },
  },
  {
    name: 'new',
    path: '/kit',
    act: async page => {
      await page.waitForSelector('.state')
      await page.keyboard.press('c')
      await page.waitForSelector('.menu:popover-open')
    },
  },
  {
    name: 'calendar',
    path: '/kit',
    act: async page => {
      await page.waitForSelector('.input-group button')
      await page.click('.input-group button')
      await page.waitForSelector('.month [aria-pressed=true]:focus')
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'dialog',
    path: '/kit/record',
    act: async page => {
      await page.waitForSelector('.strip')
      await page.keyboard.press('v')
      await page.waitForSelector('.dialog-form textarea:focus')
      await page.keyboard.type('Birgitta says the account is not theirs.')
    },
  },
  {
    name: 'keys',
    path: '/kit/list',
    act: async page => {
      await rowsDrawn(page)
      await page.keyboard.press('?')
      await page.waitForSelector('.keyhelp')
    },
  },
  { name: 'empty', path: '/kit/list?find=zzzz', act: async page => void (await page.waitForSelector('.empty')) },
  {
    name: 'offline',
    path: '/kit',
    act: async page => {
      await page.waitForSelector('.state')
      await page.evaluate(() => window.dispatchEvent(new Event('offline')))
      await page.waitForSelector('.band.offline')
    },
  },
  { name: 'missing', path: '/nowhere' },
  { name: 'sign-in', path: '/', signedOut: true },
  { name: 'first-run-language', path: '/first-run?token=x', signedOut: true },
  {
    name: 'first-run',
    path: '/first-run?token=x',
    signedOut: true,
    act: async page => {
      await page.getByRole('button', { name: 'Română' }).click()
      await page.waitForSelector('select[name=country]')
    },
  },
  { name: 'list-ro', path: '/kit/list', language: 'ro', act: async page => void (await rowsDrawn(page)) },
]

const folder = join(import.meta.dirname, '../../../.tmp/pictures/kit')
const problems: string[] = []

/** Whether anything stands wider than the window, once what floats has found its place. */
const overflow = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })

async function prepared(
  browser: Browser,
  shot: Shot,
  address: string,
  width: number,
  height: number,
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('pageerror', fault => problems.push(`${shot.name} ${width}: ${fault.message}`))
  page.on(
    'console',
    message =>
      message.type() === 'error' &&
      !/401|404|500/.test(message.text()) &&
      problems.push(`${shot.name} ${width}: ${message.text()}`),
  )
  await page.clock.setFixedTime('2026-11-24T09:42:00+01:00')
  await page.goto(address + shot.path)
  await page.waitForSelector('h1')
  await shot.act?.(page, width < 721)
  await page.evaluate(() => document.fonts.ready)
  return page
}

async function photograph(browser: Browser, shot: Shot): Promise<void> {
  const { address, close } = await serveLook(shot)
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await prepared(browser, shot, address, width, height, scheme)
      await page.screenshot({ path: join(folder, `${shot.name}-${width}-${scheme}.png`) })
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      for (const { id, nodes } of violations)
        problems.push(
          `${shot.name} ${width} ${scheme}: ${id} at ${nodes
            .map(({ target, failureSummary }) => `${target.join(' ')} [${failureSummary?.split('\n')[1]?.trim()}]`)
            .slice(0, 3)
            .join('; ')}`,
        )
      await page.context().close()
    }
  }
  for (const width of [360, 768, 1024, 1280]) {
    const page = await prepared(browser, shot, address, width, 800, 'light')
    const wider = await overflow(page)
    if (wider > 0) problems.push(`${shot.name} ${width}: ${wider} px too wide`)
    await page.context().close()
  }
  close()
}

const wanted = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
await buildLook()
const browser = await openBrowser()
for (const shot of shots) {
  if (wanted.length && !wanted.includes(shot.name)) continue
  try {
    await photograph(browser, shot)
  } catch (fault) {
    problems.push(`${shot.name}: ${(fault as Error).message.split('\n').slice(0, 4).join(' ')}`)
  }
  console.log(`${shot.name} done`)
}
console.log(problems.length ? problems.join('\n') : 'nothing wrong found')
await browser.close()
process.exit(problems.length ? 1 : 0)
