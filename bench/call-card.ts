/**
 * From the telephone system's webhook to the card on the page, in a browser, with 100,000 numbers in the office: what the server takes,
 * how long the page waits for the live line, what it asks, and when the card stands there.
 * `node bench/call-card.ts [--numbers 100000] [--calls 50] [--json]`
 */
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { inTransaction } from '../src/kernel/database/transaction.ts'
import { notations } from '../src/modules/calls/numbers/notations.ts'
import { openBrowser } from '../tools/testing/browser.ts'
import { type SignedIn, type TestServer, testServer } from '../tools/testing/server.ts'
import { percentile } from './measure.ts'

const { values } = parseArgs({
  options: {
    numbers: { type: 'string', default: '100000' },
    calls: { type: 'string', default: '50' },
    json: { type: 'boolean' },
  },
})
const [count, calls] = [Number(values.numbers), Number(values.calls)]

/** People with a number each, put there at once. */
async function fill({ running }: TestServer, digits: readonly string[]): Promise<void> {
  const { pool } = running.composed.kernel
  const { rows } = await pool.query<{ id: string }>(
    'select organisation_id as id from platform.organisations() limit 1',
  )
  const organisationId = rows[0]!.id
  const ids = digits.map((_, n) => `019aa000-0002-7000-8000-${String(n).padStart(12, '0')}`)
  const names = digits.map((_, n) => `Caller ${String(n).padStart(6, '0')}`)
  await inTransaction(pool, organisationId, {}, async ({ client }) => {
    const put = (statement: string, ...more: readonly unknown[]) => client.query(statement, [organisationId, ...more])
    await put(
      `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at)
       select $1, i, 'person', n, 0, clock_timestamp(), clock_timestamp() from unnest($2::uuid[], $3::text[]) x(i, n)`,
      ids,
      names,
    )
    await put(
      `insert into directory.party (organisation_id, id, kind, name, sort_name)
       select $1, i, 'person', n, lower(n) from unnest($2::uuid[], $3::text[]) x(i, n)`,
      ids,
      names,
    )
    await put(
      `insert into directory.party_key (organisation_id, scheme, key, party_id)
       select distinct $1::uuid, 'phone', k, i from unnest($2::text[], $3::uuid[]) x(k, i)`,
      digits,
      ids,
    )
    return { keep: true, value: undefined }
  })
}

interface Steps {
  /** When each was first seen, ms since 1970. */
  heard?: number
  asked?: number
  answered?: number
  drawn?: number
}

/** The page notes when it hears of a call, asks for what rings, has the answer, and shows a card. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const now = () => performance.timeOrigin + performance.now()
    const steps: Steps = {}
    Object.assign(window, { steps })
    new BroadcastChannel('kontor-live').onmessage = ({ data }) => {
      if (data !== 'all' && data.kinds.includes('call')) steps.heard ??= now()
    }
    const { fetch } = window
    window.fetch = async (...given) => {
      const isRinging = String(given[0] instanceof Request ? given[0].url : given[0]).includes('calls/ringing')
      if (isRinging) steps.asked ??= now()
      const answer = await fetch(...given)
      if (isRinging) steps.answered ??= now()
      return answer
    }
    const look = () => {
      if (document.querySelector('.cc-bar h2')?.textContent) steps.drawn ??= now()
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

const now = () => performance.timeOrigin + performance.now()

async function openPage(server: TestServer, elin: SignedIn) {
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const [name = '', value = ''] = elin.cookie.split('=')
  await context.addCookies([{ name, value, url: server.address }])
  const page = await context.newPage()
  await watch(page)
  await page.goto(server.address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // As somebody works: the desk has stood there for a while, and the card was fetched beforehand.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /CallCard/.test(name)))
  return { browser, page }
}

const server = await testServer({ web: true })
const elin = await server.openOffice()
const made = notations(count, 23)
await fill(
  server,
  made.map(one => one.digits),
)
const me = ((await (await elin.fetch('/api/session')).json()) as { principal: { id: string } }).principal.id
await elin.act('calls.add-wire', { title: 'Switchboard', memberIds: [me] })
const { path } = ((await elin.see('calls.get-setup')) as { wires: { path: string }[] }).wires[0]!
const { browser, page } = await openPage(server, elin)

const tell = (form: Record<string, string>) =>
  fetch(server.address + path, { method: 'POST', body: new URLSearchParams(form) })
const took = { webhook: [] as number[], heard: [] as number[], ringing: [] as number[], drawn: [] as number[] }
for (let n = 0; n < calls; n++) {
  await page.evaluate(() => {
    const { steps } = window as unknown as { steps: Steps }
    for (const key of Object.keys(steps)) delete steps[key as keyof Steps]
  })
  const from = made[n * 37]!.digits
  const began = now()
  const posted = tell({ event: 'newCall', direction: 'in', from, to: '46317012200', callId: `c${n}` })
  await (await posted).text()
  took.webhook.push(now() - began)
  await page.locator('.cc-bar h2').waitFor()
  const steps = await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    return { ...(window as unknown as { steps: Steps }).steps }
  })
  took.heard.push(steps.heard! - began)
  took.ringing.push(steps.answered! - steps.asked!)
  took.drawn.push(steps.drawn! - began)
  await tell({ event: 'hangup', callId: `c${n}`, cause: 'normalClearing' })
  await page.locator('.cc-bar button').click()
  await page.locator('.cc-bar').waitFor({ state: 'detached' })
}
const of = (times: readonly number[]) => ({ p50: percentile(times, 50), p95: percentile(times, 95) })
const figures = {
  bench: 'call-card',
  numbers: count,
  calls,
  webhook: of(took.webhook),
  heard: of(took.heard),
  ringing: of(took.ringing),
  drawn: of(took.drawn),
}
console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
await browser.close()
await server.close()
process.exit(0)
