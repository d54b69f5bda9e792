/**
 * The kiosk at the door and the evacuation list in a real browser, with a camera that is shown the code of an invitation, and with the
 * wire to the server cut: nobody is lost, nobody is taken in twice, and times are kept.
 */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildWeb } from '../../src/app/build-web.ts'
import { openBrowser } from '../../tools/testing/browser.ts'
import { type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { done, invite, seen, windowOf } from '../journeys/small-office.ts'
import { violations } from '../journeys/violations.ts'
import { pictured } from '../journeys/watch.ts'
import { openWire, type Wire } from './cut-wire.ts'
import { filmCode } from './seen-code.ts'

// biome-ignore lint/suspicious/noExplicitAny: whatever is answered
type Any = any

let folder = ''
let wire: Wire
let server: TestServer
let browser: Browser
let door: BrowserContext
let kiosk: Page
let elin: SignedIn
let nadia: SignedIn & { readonly principalId: string }
let expected: { readonly id: string }
/** Proves the kiosk's link. */
let token = ''

const building = (): Promise<Any> => seen(elin, 'visitors.building')
const inside = async (): Promise<string[]> => (await building()).rows.map((row: { title: string }) => row.title)
const press = (name: string | RegExp, page = kiosk) => page.getByRole('button', { name }).click()
const write = async (words: string) => {
  await kiosk.getByRole('textbox').first().fill(words)
  await kiosk.keyboard.press('Enter')
}
const asks = (words: string | RegExp, page = kiosk) => page.getByRole('heading', { name: words }).waitFor()

async function until<T>(ask: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const found = await ask()
    if (isSo(found)) return found
    if (performance.now() > deadline) throw new Error(`never so: ${JSON.stringify(found).slice(0, 1000)}`)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

async function sign(): Promise<void> {
  await press('I have read them')
  const box = (await kiosk.locator('.k-sign').boundingBox())!
  await kiosk.mouse.move(box.x + 60, box.y + 120)
  await kiosk.mouse.down()
  for (let step = 1; step <= 8; step++) await kiosk.mouse.move(box.x + 60 + step * 30, box.y + 120 - (step % 2) * 50)
  await kiosk.mouse.up()
  await press('Next')
}

before(async () => {
  await buildWeb(() => undefined)
  folder = await mkdtemp(join(tmpdir(), 'kontor-kiosk-'))
  wire = await openWire()
  server = await testServer({ web: true })
  wire.to(Number(new URL(server.address).port))
  elin = await server.openOffice()
  nadia = await invite(server, elin, 'Nadia Rahimi', 'colleague')
  const texts = { rules: { en: 'Badges are worn where they are seen.' }, agreement: { en: 'I tell nobody.' } }
  await done(elin, 'visitors.change-settings', { ...texts, photo: true, hosts: 'all', receptionId: nadia.principalId })
  await done(elin, 'presence.set-word', { state: 'in' })
  await done(elin, 'presence.set-for', { personId: nadia.principalId, state: 'home' })
  await done(elin, 'visitors.create-kiosk', { title: 'Entrance' })
  const start = Temporal.Now.instant().toString()
  expected = await done(elin, 'visitors.expect-visitor', { name: 'Lars Ekdahl', hostId: nadia.principalId, start })
  const { code } = await seen(elin, 'visitors.get-visitor', { id: expected.id })
  const film = join(folder, 'code.y4m')
  await filmCode(code, film)
  browser = await openBrowser([
    ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    `--use-file-for-fake-video-capture=${film}`,
  ])
  door = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true, permissions: ['camera'] })
  kiosk = await door.newPage()
  const { rows } = await seen(elin, 'visitors.list-kiosks')
  token = rows[0].path.split('#')[1]
  await kiosk.goto(`${wire.address}/kiosk#${token}`)
})

after(async () => {
  await browser?.close()
  await server?.close()
  await wire?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

test('whoever is expected shows the code to the camera, signs, has a picture taken: the same person, the host told, a badge', async t => {
  pictured(t, kiosk)
  await press('Svenska')
  await asks('Vad heter du?')
  await press('English')
  assert.deepEqual(await violations(kiosk), [])
  await press('I have a code')
  await press('Use the camera')
  await asks('Welcome, Lars Ekdahl.')
  await press('Yes, that is me')
  await sign()
  await press('Take a picture')
  await kiosk.locator('video').waitFor()
  await kiosk.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  await press('Take a picture')
  await press('Use this one')
  const printed = kiosk.waitForResponse(answer => answer.url().endsWith('/public/kiosk/badge'))
  await press('Print the badge')
  assert.equal((await printed).status(), 200)
  const badge = await fetch(`${server.address}/public/kiosk/badge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kontor-link': token },
    body: JSON.stringify({ id: expected.id }),
  })
  const paper = Buffer.from(await badge.arrayBuffer()).toString('latin1')
  // 62 × 100 mm in points
  const [, width, height] = /\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)/.exec(paper)!
  assert.deepEqual(
    [Number(width), Number(height)].map(Math.round).toSorted((a, b) => a - b),
    [176, 283],
  )
  const visit = await seen(elin, 'visitors.get-visitor', { id: expected.id })
  assert.equal(visit.record.state, 'waiting')
  assert.deepEqual(visit.signed.map((one: { what: string }) => one.what).toSorted(), ['agreement', 'rules'])
  assert.deepEqual(await inside(), ['Lars Ekdahl'])
  const { rows: notices } = await seen(nadia, 'notifications.list-notices')
  assert.ok(notices.length > 0, 'the host is told')
  await press('Start over')
})

test('with the wire cut the kiosk opens anew, takes people in and out, and sends it once when the wire is back', async t => {
  pictured(t, kiosk)
  // Everything the page needs is kept by now: the reader of codes comes last
  await kiosk.waitForFunction(async () =>
    (await (await caches.open('kontor.kiosk')).keys()).some(({ url }) => url.endsWith('.wasm')),
  )
  wire.set('cut')
  await kiosk.reload()
  await asks('What is your name?')
  const cutAt = Temporal.Now.instant()
  await write('Olga Walkin')
  await write('Bud & Co')
  await press('Somebody else, or I do not know')
  await sign()
  await kiosk.getByText('There is no connection just now.').waitFor()
  await kiosk.reload()
  await press('I am leaving')
  await write('Lars Ekdahl')
  await asks('Goodbye, and thank you for coming.')
  await press('Start over')
  await kiosk.getByText('2 entries wait to be sent').waitFor()
  const backAt = Temporal.Now.instant()
  // What is sent now arrives, and its answer is lost: it is sent again, and is one
  wire.set('open')
  const lost = wire.lose('/public/kiosk/sign-in')
  await until(
    async () => lost(),
    times => times > 0,
  )
  assert.ok((await inside()).includes('Olga Walkin'))
  wire.set('open')
  await kiosk.getByText('No connection.').waitFor({ state: 'detached', timeout: 60_000 })
  assert.deepEqual(await until(inside, names => names.length === 1), ['Olga Walkin'])
  const { rows } = await seen(elin, 'visitors.list-visitors')
  assert.equal(rows.filter((row: { title: string }) => row.title === 'Olga Walkin').length, 1)
  const { rows: found } = await building()
  const since = Temporal.Instant.from(found[0].since)
  assert.ok(
    Temporal.Instant.compare(since, cutAt) >= 0 && Temporal.Instant.compare(since, backAt) <= 0,
    'its time is kept',
  )
})

test('the evacuation list stands on the phone without a connection, with colleagues; what is ticked there is a roll call', async t => {
  const phone = await windowOf(browser, { ...server, address: wire.address }, elin)
  t.after(() => phone.close())
  const page = await phone.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  pictured(t, page)
  await page.goto(`${wire.address}/visitors/building`)
  await page.getByText('Olga Walkin').waitFor()
  await page.waitForFunction(async () => (await caches.match('/visitors/building')) !== undefined)
  await page.evaluate(() => navigator.serviceWorker.ready)
  wire.set('cut')
  await page.reload()
  await page.getByText('There is no connection').waitFor()
  const body = await page.locator('body').innerText()
  assert.match(body, /Olga Walkin/)
  assert.match(body, /Elin Bergqvist/)
  assert.doesNotMatch(body, /Nadia Rahimi/, 'who works from home is not in the house')
  assert.deepEqual(await violations(page), [])
  assert.ok((await page.pdf({ format: 'A4' })).length > 3_000, 'it prints')
  const tickedAt = Temporal.Now.instant()
  await page.getByRole('checkbox', { name: 'Olga Walkin' }).check()
  await page.reload()
  assert.ok(await page.getByRole('checkbox', { name: 'Olga Walkin' }).isChecked(), 'a tick is kept over a reload')
  await page.getByText('1 of 2 safe').waitFor()
  wire.set('open')
  const { roll, rows, colleagues } = await until(building, ({ roll, rows }) => roll !== null && rows[0]?.tickedAt)
  const at = Temporal.Instant.from(rows[0].tickedAt)
  assert.ok(roll && Math.abs(at.since(tickedAt).total('seconds')) < 5, 'with the time when it was ticked')
  assert.deepEqual(
    colleagues.map((one: { title: string; said: boolean }) => [one.title, one.said]),
    [['Elin Bergqvist', true]],
  )
  await page.getByRole('button', { name: 'Safe: Elin Bergqvist' }).click()
  await page.getByText('2 of 2 safe').waitFor()
  // Signing out takes what this browser kept of the office
  await page.locator('.me').click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await page.waitForFunction(async () => (await caches.match('/visitors/building')) === undefined)
})
