/**
 * The telephone in the page against what is not ours: kamailio over WebSocket as the office's SIP server, baresip as whoever calls and as
 * the colleague, Chromium’s own WebRTC between them (DTLS-SRTP and ICE). Without them installed this is skipped with a word.
 */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test, type TestContext } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildWeb } from '../../src/app/build-web.ts'
import { openBrowser } from '../../tools/testing/browser.ts'
import { type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { invite, windowOf } from '../journeys/small-office.ts'
import { violations } from '../journeys/violations.ts'
import { pictured } from '../journeys/watch.ts'
import { openSipHouse, passwordOf, type SipHouse, sipMissing, type Telephone, until } from './sip-house.ts'

const skip = sipMissing
// biome-ignore lint/suspicious/noExplicitAny: whatever is answered
type Any = any

let folder = ''
let house: SipHouse
let server: TestServer
let browser: Browser
let context: BrowserContext
let elin: SignedIn
let karin: SignedIn & { readonly principalId: string }
let page: Page
let caller: Telephone
let colleague: Telephone

const post = async (who: SignedIn, path: string, body: object): Promise<Any> => {
  const response = await who.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}

/** Every connection of the page, so that what it heard can be asked of it. */
const keepConnections = () => {
  const kept: RTCPeerConnection[] = []
  ;(globalThis as Any).connections = kept
  const Own = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Own {
    constructor(...given: ConstructorParameters<typeof Own>) {
      super(...given)
      kept.push(this)
    }
  }
}

before(async () => {
  if (skip) return
  await buildWeb(() => undefined)
  folder = await mkdtemp(join(tmpdir(), 'kontor-sip-'))
  house = await openSipHouse(folder)
  server = await testServer({ web: true })
  browser = await openBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    // baresip looks nobody up by multicast DNS, as telephone systems with addresses of their own need not
    '--disable-features=WebRtcHideLocalIpsWithMdns',
    // the server's certificate is its own
    '--ignore-certificate-errors',
  ])
  elin = await server.openOffice()
  karin = await invite(server, elin, 'Karin Öberg', 'colleague')
  const gunilla = (await elin.act('directory.create-person', { name: 'Gunilla Westman' }))['output'] as { id: string }
  await elin.act('directory.add-number', { id: gunilla.id, kind: 'person', number: '031-390 06 55' })
  context = await windowOf(browser, server, elin)
  await context.grantPermissions(['microphone'], { origin: server.address })
  await context.addInitScript(keepConnections)
  ;[caller, colleague] = [await house.telephone('0313900655', 'manual'), await house.telephone('102', 'auto')]
})

after(async () => {
  await context?.close()
  await browser?.close()
  await house?.close()
  await server?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** When a test fails: what the page showed, and what went through the server before. */
function told(t: TestContext, of: Page): void {
  pictured(t, of)
  t.after(() => {
    if (!t.passed) console.log(house.said.slice(-24).join('\n'))
  })
}

const dock = () => page.locator('.phone-dock')
const button = (name: string | RegExp) => dock().getByRole('button', { name })
const saidSince = (from: number, pattern: RegExp) =>
  until(() => house.said.slice(from).find(line => pattern.test(line)), String(pattern))
const ring = async () => {
  caller.command('dial', 'sip:101@sip.test')
  await button(/^Answer/).waitFor()
}
const talking = () => dock().locator('.phone-clock').first().waitFor()
const quiet = () => until(async () => (await dock().locator('.phone-call').count()) === 0, 'the end of the call')
const newest = async (): Promise<Any> => {
  const { rows } = (await elin.see('calls.list-calls', { limit: 1 })) as Any
  return elin.see('calls.get-call', { id: rows[0].id })
}
/** Bytes that came in and how loud they were, of the connection that is open now. */
const heard = () =>
  page.evaluate(async () => {
    const open = ((globalThis as Any).connections as RTCPeerConnection[]).findLast(
      one => one.connectionState === 'connected',
    )
    const all = open ? [...(await open.getStats()).values()] : []
    const inbound = all.find(one => one.type === 'inbound-rtp' && one.kind === 'audio')
    return { packets: inbound?.packetsReceived ?? 0, energy: inbound?.totalAudioEnergy ?? 0 }
  })
const pictures = join(import.meta.dirname, '../../.tmp/pictures/softphone')
/** Both widths, light and dark: somebody looks at them. */
async function picture(name: string): Promise<void> {
  await mkdir(pictures, { recursive: true })
  const before = page.viewportSize()!
  for (const [size, width, height] of [
    ['wide', 1440, 900],
    ['phone', 390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.screenshot({ path: join(pictures, `${name}-${size}-${scheme}.png`) })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(before)
}

test('it registers with its own password; with a wrong one it says so; without a server nothing is there', {
  skip,
}, async t => {
  page = await context.newPage()
  told(t, page)
  await page.goto(`${server.address}/calls`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await page.locator('.phone-dock').count(), 0)
  assert.equal(
    (await post(elin, '/api/calls/phone-server', { address: house.wsAddress, domain: 'sip.test' })).status,
    'done',
  )
  assert.equal(
    (
      await post(elin, '/api/calls/phone', {
        personId: karin.principalId,
        username: '102',
        password: passwordOf('102'),
      })
    ).status,
    'done',
  )
  await post(elin, '/api/calls/own-phone', { username: '101', password: 'wrong' })
  const answer = await page.goto(`${server.address}/calls`)
  assert.match(answer!.headers()['content-security-policy']!, new RegExp(`connect-src 'self' ${house.wsAddress};`))
  const stranger = await fetch(`${server.address}/calls`)
  assert.match(stranger.headers.get('content-security-policy')!, /connect-src 'self';/)
  await dock().getByText('does not accept 101').waitFor()
  await page.goto(`${server.address}/calls/phone`)
  await page.getByLabel('Password').waitFor()
  await picture('own')
  assert.deepEqual(await violations(page), [])
  await page.getByLabel('Password').fill(passwordOf('101'))
  await page.getByRole('button', { name: 'Save' }).click()
  await dock().getByText('Ready as 101').waitFor()
  await page.goto(`${server.address}/calls`)
  await dock().getByText('Ready as 101').waitFor()
  assert.deepEqual(await violations(page), [])
  await picture('idle')
  await page.goto(`${server.address}/calls/setup`)
  await page.getByText('sip.test', { exact: true }).waitFor()
  await picture('setup')
  assert.deepEqual(await violations(page), [])
  await page.goto(`${server.address}/calls`)
  await dock().getByText('Ready as 101').waitFor()
})

test('it rings with the caller’s card, is answered by a key, heard, held, taken up again, muted; tones and a note arrive', {
  skip,
}, async t => {
  told(t, page)
  await ring()
  await dock().getByText('Gunilla Westman').waitFor()
  await page.getByRole('dialog').getByText('Gunilla Westman').first().waitFor()
  await picture('ringing')
  assert.deepEqual(await violations(page), [])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+y')
  await talking()
  await until(async () => {
    const { packets, energy } = await heard()
    return packets > 50 && energy > 0
  }, 'the tone that the caller plays')
  const report = await until(() => caller.events.findLast(one => one.rtcp_stats)?.rtcp_stats, 'the caller’s own count')
  assert.ok(report.rx.sent > 50 && report.rx.lost === 0, JSON.stringify(report))
  await picture('in-call')
  assert.deepEqual(await violations(page), [])

  let from = house.said.length
  await page.keyboard.press('Alt+h')
  await button(/^Resume/).waitFor()
  await saidSince(from, /^SIP> INVITE .*sdp=(sendonly|inactive)/)
  from = house.said.length
  await page.keyboard.press('Alt+h')
  await button(/^Hold/).waitFor()
  await saidSince(from, /^SIP> INVITE .*sdp=sendrecv/)

  await page.keyboard.press('Alt+u')
  await dock().getByText('They do not hear you').waitFor()
  await page.keyboard.press('Alt+u')
  await button('Keypad').click()
  await page.keyboard.type('5#')
  await until(
    () => caller.events.some(one => /DTMF/.test(one.type ?? '') && one.param === '5'),
    'the tone 5 at the caller',
  )
  await page.keyboard.press('Escape')
  await button('Note').click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Asks for drawing A-40.1-02')
  await dock().getByText('In the log', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  caller.command('hangup')
  await quiet()
  const call = await newest()
  assert.deepEqual(
    [call.record.title, call.record.state, call.note, call.takenBy.title],
    ['Gunilla Westman', 'ended', 'Asks for drawing A-40.1-02', 'Elin Bergqvist'],
  )
  assert.ok(call.seconds >= 1)
})

test('handed over at once: REFER, the caller speaks with the colleague, the log says to whom', { skip }, async t => {
  told(t, page)
  await ring()
  await page.keyboard.press('Escape')
  await button(/^Answer/).click()
  await talking()
  const from = house.said.length
  await page.keyboard.press('Alt+t')
  await page.getByRole('button', { name: 'Transfer: Karin Öberg' }).waitFor()
  await picture('transfer')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Transfer: Karin Öberg' }).click()
  await saidSince(from, /^SIP> REFER .*refer=<sip:102@sip\.test>/)
  await until(() => colleague.events.some(one => one.type === 'CALL_ESTABLISHED'), 'the colleague')
  await quiet()
  const call = await until(async () => {
    const one = await newest()
    return one.handedTo ? one : null
  }, 'the log')
  assert.deepEqual([call.handedTo.title, call.outcome, call.record.state], ['Karin Öberg', 'handed-over', 'ended'])
  colleague.command('hangup')
  await until(() => colleague.events.some(one => one.type === 'CALL_CLOSED'), 'their end')
})

test('asked first, then connected: the caller waits, REFER says which call to take the place of', { skip }, async t => {
  told(t, page)
  await ring()
  await page.keyboard.press('Escape')
  await button(/^Answer/).click()
  await talking()
  const from = house.said.length
  await page.keyboard.press('Alt+t')
  await page.getByRole('button', { name: 'Ask first: Karin Öberg' }).click()
  await saidSince(from, /^SIP> INVITE .*sdp=(sendonly|inactive)/)
  await button('Connect the two').waitFor()
  await picture('asking')
  await button('Connect the two').click()
  await saidSince(from, /^SIP> REFER .*refer=<sip:102@[^>]*\?Replaces=[^>]*to-tag/i)
  await quiet()
  assert.equal(
    (
      await until(
        async () =>
          (await newest()).outcome === 'handed-over'
            ? newest()
            : ((await elin.see('calls.list-calls', { limit: 2 })) as Any).rows.find(
                (row: Any) => row.outcome === 'handed-over',
              ),
        'the log',
      )
    ).outcome,
    'handed-over',
  )
  for (const one of [caller, colleague]) one.command('hangup')
})

test('a second call waits and is taken with the first on hold; what is refused is missed; voicemail is told where to go', {
  skip,
}, async t => {
  told(t, page)
  await ring()
  await page.keyboard.press('Escape')
  await button(/^Answer/).click()
  await talking()
  const from = house.said.length
  colleague.command('dial', 'sip:101@sip.test')
  await button(/^Hold and answer/).waitFor()
  await picture('second')
  await button(/^Hold and answer/).click()
  await saidSince(from, /^SIP> INVITE .*sdp=(sendonly|inactive)/)
  await until(async () => (await dock().locator('.phone-clock').count()) === 2, 'both calls')
  for (const one of [caller, colleague]) one.command('hangup')
  await quiet()

  await ring()
  await button(/^Reject/).click()
  await saidSince(from, /^SIP< 486/)
  await quiet()
  assert.equal((await newest()).record.state, 'missed')

  await post(elin, '/api/calls/phone-server', { address: house.wsAddress, domain: 'sip.test', voicemail: '*98' })
  await page.reload()
  await dock().getByText('Ready as 101').waitFor()
  await ring()
  await button('Voicemail').click()
  await saidSince(from, /^SIP< 302/)
  await quiet()
})

test('numbers on pages are dialled by it, from another tab too; the line is handed to the tab that wants it', {
  skip,
}, async t => {
  const other = await context.newPage()
  told(t, other)
  const { rows } = (await elin.see('calls.list-calls', { limit: 1 })) as Any
  await other.goto(`${server.address}/calls/${rows[0].id}`)
  await other.locator('.phone-dock').getByText('Ready as 101').waitFor()
  const from = house.said.length
  // baresip registered under the number as it is dialled at home
  await elin.act('calls.log-call', { number: '102', direction: 'out', note: 'An extension' })
  await other.goto(`${server.address}/calls/${((await elin.see('calls.list-calls', { limit: 1 })) as Any).rows[0].id}`)
  await other.locator('.phone-dock').getByText('Ready as 101').waitFor()
  await other.locator('a[href="tel:102"]').first().click()
  await saidSince(from, /^SIP> INVITE sip:102@sip\.test/)
  await other.locator('.phone-clock').first().waitFor()
  await other.getByRole('button', { name: 'Hang up' }).click()
  await until(async () => (await other.locator('.phone-call').count()) === 0, 'the end')
  await other.getByRole('button', { name: 'Take the line over to this tab' }).click()
  await other.getByRole('button', { name: 'Take the line over to this tab' }).waitFor({ state: 'detached' })
  await button('Take the line over to this tab').waitFor()
  await other.locator('.phone-dock').getByText('Ready as 101').waitFor()
  await other.close()
  await dock().getByText('Ready as 101').waitFor()
})

test('a line that is lost is said, and comes back by itself; a microphone that is refused is said in words', {
  skip,
}, async t => {
  told(t, page)
  await house.stopServer()
  await dock().getByText('is not reached').waitFor()
  await picture('lost')
  await house.startServer()
  await dock().getByText('Ready as 101').waitFor({ timeout: 30_000 })
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('no', 'NotAllowedError')
    }
  })
  await page.keyboard.press('Alt+p')
  await page.getByRole('textbox', { name: 'Whom do you call?' }).fill('102')
  await picture('dial')
  await page.keyboard.press('Enter')
  await dock().getByText('does not let this page use the microphone').waitFor()
})

test('over TLS: it registers at wss, is rung, answers and hears', { skip }, async t => {
  told(t, page)
  await page.close()
  const { wssAddress: address } = house
  assert.equal((await post(elin, '/api/calls/phone-server', { address, domain: 'sip.test' })).status, 'done')
  page = await context.newPage()
  const from = house.said.length
  const answer = await page.goto(`${server.address}/calls`)
  assert.match(answer!.headers()['content-security-policy']!, new RegExp(`connect-src 'self' ${address};`))
  await dock().getByText('Ready as 101').waitFor()
  await saidSince(from, /^SIP> REGISTER .*by=wss/)
  await ring()
  await page.keyboard.press('Escape')
  await button(/^Answer/).click()
  await talking()
  await until(async () => (await heard()).packets > 50, 'the caller over TLS')
  caller.command('hangup')
  await quiet()
})
