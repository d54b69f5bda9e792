/**
 * The first hour, by keys alone: from the one-time link to ten confirmed papers, each found again by a word in it. The clock and
 * the keystrokes are printed.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Hands, handsOn, Stopwatch } from '../journeys/hands.ts'
import { type JourneyPaper, journeyPapers } from '../journeys/papers.ts'
import { openStage } from '../journeys/stage.ts'
import { pictured, watch } from '../journeys/watch.ts'

const TO_CONFIRM = 10

const { server, browser } = await openStage()

test('the first hour, keys only: first run, papers in, ten confirmed, each found by a word', async t => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const watched = watch(page)
  const { from, papers } = await journeyPapers()
  const hands = handsOn(page)
  const clock = new Stopwatch(hands)
  pictured(t, page)

  await begin(page, hands)
  clock.part('language, three questions, how I sign in')
  await takeIn(page, hands, papers)
  clock.part(`${papers.length} ${from} taken in and read`)
  const confirmed = await confirmTen(page, hands, papers)
  clock.part(`${TO_CONFIRM} confirmed, page beside fields`)
  for (const one of confirmed) await findAgain(page, hands, one)
  clock.part(`${TO_CONFIRM} found again by a word in them`)

  for (const line of clock.lines()) t.diagnostic(line)
  assert.deepEqual(watched.wrongs(), [])
})

/** The one-time link leads to the desk. */
async function begin(page: Page, hands: Hands): Promise<void> {
  assert.ok(server.running.firstRun, 'a fresh Kontor has a one-time link')
  await page.goto(server.running.firstRun)
  await hands.reach(page.getByRole('button', { name: 'English', exact: true }))
  await hands.press('Enter')
  await hands.reach(page.getByLabel('What is the organisation called?'))
  await hands.type('Bergqvist & Öberg')
  await hands.reach(page.getByLabel('Which country is it in?'))
  await hands.type('Swed')
  assert.equal(await page.getByLabel('Which country is it in?').inputValue(), 'SE')
  await hands.reach(page.getByLabel('What is your name?'))
  await hands.type('Elin Bergqvist')
  await hands.reach(page.getByLabel('E-mail', { exact: false }))
  await hands.type('elin@example.org')
  await hands.reach(page.getByLabel('Password'))
  await hands.type('en kopp kaffe till')
  await hands.press('Enter')
  await page.waitForURL(`${server.address}/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** `g i` opens the tray, `u` asks for files; then the machine reads, and the tray tells. */
async function takeIn(page: Page, hands: Hands, papers: readonly JourneyPaper[]): Promise<void> {
  await hands.press('g', 'i')
  await page.getByRole('heading', { level: 1, name: 'In', exact: true }).waitFor()
  const asked = page.waitForEvent('filechooser')
  await hands.press('u')
  const chooser = await asked
  assert.ok(chooser.isMultiple())
  await chooser.setFiles(papers.map(({ name, mediaType, bytes }) => ({ name, mimeType: mediaType, buffer: bytes })))
  const read = /all sure|unsure/
  const waiting = page.getByRole('list', { name: 'In', exact: true }).getByRole('listitem').filter({ hasText: read })
  await waiting.nth(papers.length - 1).waitFor({ timeout: 60_000 })
  assert.equal(await waiting.count(), papers.length)
}

interface Confirmed {
  readonly id: string
  readonly word: string
}

const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** Enter opens the pile; a paper whose doubts are more than a keystroke is set aside, as a person in the first hour would. */
async function confirmTen(page: Page, hands: Hands, papers: readonly JourneyPaper[]): Promise<Confirmed[]> {
  const wordOf = new Map(papers.map(({ name, word }) => [name, word]))
  const confirmed: Confirmed[] = []
  await hands.press('Enter')
  for (let looked = 0; confirmed.length < TO_CONFIRM; looked++) {
    assert.ok(looked < papers.length, `only ${confirmed.length} of ${looked} papers could be confirmed`)
    await page.waitForURL(/\/confirm\/[0-9a-f-]{36}$/)
    const id = idIn(page)
    await page.getByRole('heading', { name: 'When you confirm' }).waitFor()
    await page
      .getByRole('listitem')
      .filter({ hasText: /Filed under|Task for/ })
      .first()
      .waitFor()
    const { row } = (await (
      await page.request.get(`${server.address}/api/documents/get-document?id=${id}`)
    ).json()) as {
      row: { name: string }
    }
    await hands.press('Control+Enter')
    const refusal = page.getByRole('alert')
    await Promise.race([page.waitForURL(url => !url.pathname.endsWith(id)), refusal.waitFor().catch(() => {})])
    if (idIn(page) === id) {
      console.log(`${row.name} set aside: ${await refusal.textContent()}`)
      await hands.press('Alt+s')
      await page.waitForURL(url => !url.pathname.endsWith(id))
      continue
    }
    confirmed.push({ id, word: wordOf.get(row.name) ?? assert.fail(`${row.name} was not taken in`) })
  }
  return confirmed
}

/** Ctrl+K, the word, down to the paper where its task or its sender stands before it, Enter: the paper's own page. */
async function findAgain(page: Page, hands: Hands, { id, word }: Confirmed): Promise<void> {
  await hands.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await hands.type(word)
  const found = palette.getByRole('group', { name: 'Open' }).getByRole('option')
  await found.first().waitFor()
  const texts = await found.allTextContents()
  const down = texts.findIndex(text => /Document\W*$/i.test(text.replace(/Enter$/i, '')))
  assert.ok(down >= 0, `“${word}” finds no paper, only ${texts.join(' / ') || 'nothing'}`)
  await hands.press(...Array<string>(down).fill('ArrowDown'), 'Enter')
  await page.waitForURL(new RegExp(`/documents/${id}`))
  await page.getByRole('heading', { level: 1 }).waitFor()
}
