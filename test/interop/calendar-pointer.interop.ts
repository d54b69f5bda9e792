/**
 * The calendar under the pointer and the finger, in a real browser: pulled elsewhere, made longer, from the hours to whole days and
 * back, lifted on a phone by a rest of the finger; and how smooth a week of thirty calendars scrolls and changes.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { done, seen, windowOf } from '../journeys/small-office.ts'
import { openStage } from '../journeys/stage.ts'

const zone = 'Europe/Stockholm'
const today = Temporal.Now.plainDateISO(zone)
const monday = today.add({ days: 8 - today.dayOfWeek })
const on = (days: number) => monday.add({ days }).toString()
const hours = (days: number, from: string, until: string) => ({
  allDay: false as const,
  start: `${on(days)}T${from}`,
  end: `${on(days)}T${until}`,
  zone,
})
/** Calendars and events of the week that is scrolled. */
const [calendars, perCalendar] = [30, 12]

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  const ids: string[] = []
  for (let n = 0; n < calendars; n++) {
    const { id } = await done(elin, 'calendar.create-calendar', { title: `Team ${n}`, type: 'team' })
    ids.push(id as string)
    for (let m = 0; m < perCalendar; m++) {
      const hour = 8 + ((n + m) % 9)
      const at = (minutes: string) => `${String(hour).padStart(2, '0')}:${minutes}`
      await done(elin, 'calendar.create-event', {
        calendarId: id,
        title: `Work ${n} ${m}`,
        when: hours(7 + (m % 5), at('00'), at('45')),
      })
    }
  }
  return { elin, ids, browser, window: await windowOf(browser, server, elin) }
})

interface Row {
  readonly title: string
  readonly start: string
  readonly end: string
  readonly allDay: boolean
  readonly from: string | null
}
async function lies(title: string): Promise<string> {
  const { rows } = (await seen(office.elin, 'calendar.agenda', {
    from: `${on(0)}T00:00:00Z`,
    until: `${on(7)}T00:00:00Z`,
  })) as { rows: Row[] }
  const row = rows.find(one => one.title === title)!
  const clock = (at: string) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16)
  return row.allDay ? `${row.from}` : `${clock(row.start)} ${clock(row.end).slice(11)}`
}
async function moved(page: Page, act: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse(response => response.url().includes('calendar/move-event'))
  await act()
  assert.equal((await answered).status(), 200)
}
const boxOf = async (page: Page, name: RegExp | string) => {
  const part = typeof name === 'string' ? page.locator(name).first() : page.getByRole('button', { name }).first()
  await part.scrollIntoViewIfNeeded()
  return (await part.boundingBox())!
}
async function pull(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

test('pulled elsewhere, made longer, put among whole days and back', async () => {
  await done(office.elin, 'calendar.create-event', { title: 'Pulled', when: hours(1, '10:00', '11:00') })
  const page = await office.window.newPage()
  await page.goto(`${server.address}/calendar?view=week&on=${on(0)}`)
  const found = await boxOf(page, /Pulled/)
  const column = (await page.locator('.wk-col').nth(1).boundingBox())!.width
  const hour = (await page.locator('.wk-body').boundingBox())!.height / 24
  const centre = { x: found.x + 20, y: found.y + found.height / 2 }
  await moved(page, () => pull(page, centre, { x: centre.x + column, y: centre.y + hour }))
  assert.equal(await lies('Pulled'), `${on(2)}T11:00 12:00`)

  const next = await boxOf(page, /Pulled/)
  const edge = { x: next.x + 20, y: next.y + next.height - 2 }
  await moved(page, () => pull(page, edge, { x: edge.x, y: edge.y + hour / 2 }))
  assert.equal(await lies('Pulled'), `${on(2)}T11:00 12:30`)

  const high = await boxOf(page, /Pulled/)
  const strip = (await page.locator('.wk-strip-rows').boundingBox())!
  await moved(page, () =>
    pull(page, { x: high.x + 20, y: high.y + 10 }, { x: high.x + 20 + column, y: strip.y + strip.height / 2 }),
  )
  assert.equal(await lies('Pulled'), on(3))

  const bar = await boxOf(page, '.wk-bar .ev')
  const scroller = (await page.locator('.wk-scroll').boundingBox())!
  await moved(page, () => pull(page, { x: bar.x + 20, y: bar.y + 10 }, { x: bar.x + 20, y: scroller.y + hour * 2 }))
  assert.match(await lies('Pulled'), new RegExp(`^${on(3)}T\\d\\d:[03]0 \\d\\d:[03]0$`))
  await page.close()
})

test('on the phone a rest of the finger lifts an event, and a stroke scrolls', async () => {
  await done(office.elin, 'calendar.create-event', { title: 'Touched', when: hours(4, '10:00', '11:30') })
  const context = await office.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
    timezoneId: zone,
  })
  const [name = '', value = ''] = office.elin.cookie.split('=')
  await context.addCookies([{ name, value, url: server.address }])
  const page = await context.newPage()
  await page.goto(`${server.address}/calendar?view=day&on=${on(4)}`)
  const found = await boxOf(page, /Touched/)
  const hour = (await page.locator('.wk-body').boundingBox())!.height / 24
  const finger = await context.newCDPSession(page)
  const start = { x: found.x + 40, y: found.y + 30 }
  await touch(finger, 'touchStart', start)
  // The rest that lifts is the thing that is tried: longer than a press, as a finger rests.
  await page.locator('.week[data-pulls]').waitFor()
  await touch(finger, 'touchMove', { x: start.x, y: start.y + hour / 2 })
  await touch(finger, 'touchMove', { x: start.x, y: start.y + hour })
  await moved(page, () => touch(finger, 'touchEnd'))
  assert.equal(await lies('Touched'), `${on(4)}T11:00 12:30`)

  const before = await page.locator('.wk-scroll').evaluate(part => part.scrollTop)
  await touch(finger, 'touchStart', { x: 200, y: 600 })
  for (let y = 580; y >= 420; y -= 20) await touch(finger, 'touchMove', { x: 200, y })
  await touch(finger, 'touchEnd')
  await page.waitForFunction(was => (document.querySelector('.wk-scroll')?.scrollTop ?? 0) > was + 60, before)
  assert.equal(await lies('Touched'), `${on(4)}T11:00 12:30`)
  await context.close()
})

async function touch(
  finger: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at?: { x: number; y: number },
): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
}

test('a week of thirty calendars: how long the browser is busy while one scrolls and goes from week to week', async t => {
  const page = await office.window.newPage()
  await page.addInitScript(() => {
    const busy: number[] = []
    Object.assign(window, { busy })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) busy.push(entry.duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(`${server.address}/calendar?view=week&on=${on(7)}`)
  await page
    .getByRole('button', { name: /Work 29/ })
    .first()
    .waitFor()
  assert.ok((await page.locator('.wk-ev').count()) >= calendars * perCalendar)
  const longest = async (act: () => Promise<void>): Promise<number> => {
    await page.evaluate(() => ((window as unknown as { busy: number[] }).busy.length = 0))
    await act()
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    return page.evaluate(() => Math.max(0, ...(window as unknown as { busy: number[] }).busy))
  }
  const box = (await page.locator('.wk-scroll').boundingBox())!
  await page.mouse.move(box.x + 300, box.y + 200)
  const scrolling = await longest(async () => {
    for (let n = 0; n < 20; n++) await page.mouse.wheel(0, n < 10 ? 60 : -60)
  })
  const switching = await longest(async () => {
    for (const key of ['k', 'j', 'k', 'j']) {
      await page.keyboard.press(key)
      await page.locator('.cal-view[aria-busy]').waitFor({ state: 'detached' })
    }
    await page
      .getByRole('button', { name: /Work 29/ })
      .first()
      .waitFor()
  })
  t.diagnostic(`longest task: scrolling ${scrolling.toFixed(0)} ms, from week to week ${switching.toFixed(0)} ms`)
  assert.ok(scrolling < 200, `scrolling kept the browser busy for ${scrolling} ms`)
  assert.ok(switching < 600, `the next week kept the browser busy for ${switching} ms`)
})
