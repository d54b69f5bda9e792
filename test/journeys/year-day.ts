/**
 * Somebody goes on holiday, and whoever stands in works a day from the hand-over sheet alone: each thing done there is reached from
 * the sheet. Then she comes back and sees what was done. Pictures, the clock and the keystrokes are kept.
 */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { handsOn, type Hands, Stopwatch } from './hands.ts'
import { ownPapers } from './papers.ts'
import type { SignedIn } from '../../tools/testing/server.ts'
import { seen, takeIn, windowOf } from './small-office.ts'
import { watch } from './watch.ts'
import { emailOf, type YearOffice } from './year-office.ts'

const away = 'Maria Lindqvist'
const deputy = 'Petra Wallin'

export interface Day {
  /** What it took, part by part, in words. */
  readonly lines: readonly string[]
  readonly seconds: number
  readonly strokes: number
  /** What the browser complained of. */
  readonly wrongs: readonly string[]
}

/** Plays it; `pictures` is a folder for what was seen, in order; `seeing` is told of each page that opens. */
export async function playDay(
  office: YearOffice,
  pictures: string | null,
  seeing: (page: Page) => void = () => {},
): Promise<Day> {
  const { server, browser } = office
  const picture = picturing(pictures)
  const maria = await office.enter(away)
  const elin = await office.enter('Elin Bergqvist')
  const [bill] = await ownPapers(1)
  assert.ok(bill)

  const herPage = await (await windowOf(browser, server, maria)).newPage()
  seeing(herPage)
  const hers = handsOn(herPage)
  const leaving = new Stopwatch(hers)
  const herWatch = watch(herPage)
  await leave(server.address, herPage, hers)
  leaving.part('she notes her absence and who stands in')
  await picture(herPage, 'she-leaves')
  const billId = await takeIn(elin, bill)

  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  await office.enter(deputy)
  const page = await context.newPage()
  const watched = watch(page)
  seeing(page)
  const hands = handsOn(page)
  const clock = new Stopwatch(hands)
  await signIn(office, page, hands)
  clock.part('the deputy signs in')
  await openSheet(page, hands)
  await picture(page, 'the-sheet')
  clock.part('opens the sheet')
  const sheet = page.url()
  const back = async (): Promise<void> => {
    await page.goto(sheet)
    await standing(page)
  }
  await doDueTask(page, hands, picture)
  clock.part('keeps what was promised for today')
  await back()
  await confirmPaper(page, hands, billId, picture)
  clock.part('confirms the bill that came for her')
  await back()
  await answerCame(page, hands, picture)
  clock.part('takes the answer she waited for')
  await back()
  await doDuty(page, hands, picture)
  clock.part('does the month’s duty as its procedure says')

  const mariaId = await idOf(maria, away)
  await journalTells(elin, mariaId)
  const returning = new Stopwatch(hers)
  await comeBack(server.address, herPage, hers, mariaId)
  await picture(herPage, 'she-is-back')
  returning.part('back again, she sees what was done')
  const parts = [leaving, clock, returning]
  const sums = parts.map(part => part.sum())
  return {
    lines: parts.flatMap((part, i) => [['Maria leaves', 'Petra’s day', 'Maria returns'][i]!, ...part.lines()]),
    seconds: sums.reduce((total, { seconds }) => total + seconds, 0),
    strokes: sums.reduce((total, { strokes }) => total + strokes, 0),
    wrongs: [...herWatch.wrongs(), ...watched.wrongs()],
  }
}

type Picture = (page: Page, name: string) => Promise<void>

function picturing(folder: string | null): Picture {
  let n = 0
  if (folder) mkdirSync(folder, { recursive: true })
  return async (page, name) => {
    if (folder) await page.screenshot({ path: join(folder, `${++n}-${name}.png`) })
  }
}

async function standing(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
}

async function leave(address: string, page: Page, hands: Hands): Promise<void> {
  await page.goto(`${address}/cover`)
  await hands.reach(page.getByRole('button', { name: 'Note an absence' }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog')
  const today = Temporal.Now.plainDateISO('Europe/Stockholm')
  for (const [label, on] of [
    ['First day', today],
    ['Last day', today.add({ days: 14 })],
  ] as const) {
    await hands.reach(dialog.getByLabel(label))
    await hands.type(on.toString())
  }
  await hands.reach(dialog.getByLabel('Deputy'))
  await hands.type('Petra')
  const option = dialog.getByRole('option', { name: new RegExp(deputy) })
  await option.waitFor()
  // Enter takes nothing while the answer to the last letter is awaited: then it is pressed again.
  for (let tries = 0; tries < 10 && (await option.count()) > 0; tries++) {
    await hands.press('Enter')
    await option.waitFor({ state: 'detached', timeout: 1000 }).catch(() => undefined)
  }
  await dialog.getByText(deputy).first().waitFor()
  await hands.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('main').getByText(`Who covers: ${deputy}`).first().waitFor()
}

async function signIn({ server, password }: YearOffice, page: Page, hands: Hands): Promise<void> {
  await page.goto(server.address)
  await page.getByLabel('E-mail').and(page.locator(':focus')).waitFor()
  await hands.type(emailOf(deputy))
  await hands.reach(page.getByLabel('Password'))
  await hands.type(password)
  await hands.press('Enter')
  await page.getByText(`For ${away}, who is away`).first().waitFor()
}

/** The absence stands under Cover, with the sheet beside it. */
async function openSheet(page: Page, hands: Hands): Promise<void> {
  for (const name of ['Procedures', 'Cover']) {
    await hands.reach(page.getByRole('link', { name, exact: true }).first())
    await hands.press('Enter')
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  }
  await page.waitForURL(url => url.pathname === '/cover')
  await hands.reach(page.getByRole('link', { name: new RegExp(`^Hand-over sheet.*${away}`) }).first())
  await hands.press('Enter')
  await page.getByRole('heading', { level: 1, name: `Hand-over: ${away}` }).waitFor()
  await standing(page)
}

/** A section of the sheet; what is done this day is reached from one. */
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** To a part of the sheet, by the keys that go from part to part. */
async function enter(page: Page, hands: Hands, section: string): Promise<void> {
  const isHere = () =>
    part(page, section)
      .first()
      .evaluate(found => found.contains(document.activeElement))
  for (let parts = 0; parts < 20 && !(await isHere()); parts++) await hands.press('Shift+J')
}

async function follow(page: Page, hands: Hands, section: string, link: RegExp): Promise<void> {
  // Of what has come more than once, the newest.
  const found = part(page, section).getByRole('link', { name: link })
  await found.first().waitFor()
  await enter(page, hands, section)
  await hands.reach(found.last())
  await hands.press('Enter')
  await page.waitForURL(url => !url.pathname.startsWith('/hand-over/'))
  await standing(page)
}

async function doDueTask(page: Page, hands: Hands, picture: Picture): Promise<void> {
  await follow(page, hands, 'Promised', /^Tell Karin/)
  await page.getByText(`For ${away}, who is away`).waitFor()
  await picture(page, 'what-was-promised')
  await hands.press('e')
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}

async function confirmPaper(page: Page, hands: Hands, id: string, picture: Picture): Promise<void> {
  await enter(page, hands, 'Papers to confirm')
  await hands.reach(page.locator(`a[href="/confirm/${id}"]`))
  await hands.press('Enter')
  await page.waitForURL(url => url.pathname.endsWith(id))
  await page.getByRole('heading', { name: 'When you confirm' }).waitFor()
  await page
    .getByRole('listitem')
    .filter({ hasText: `Task for ${away}` })
    .first()
    .waitFor()
  await picture(page, 'her-bill')
  await hands.press('Control+Enter')
  await page.waitForURL(url => !url.pathname.endsWith(id))
}

async function answerCame(page: Page, hands: Hands, picture: Picture): Promise<void> {
  await follow(page, hands, 'Waits for others', /^Copy of bill 40117/)
  await page.getByText('Waits for Bredband Väst', { exact: true }).waitFor()
  await hands.reach(page.getByRole('main').getByRole('button', { name: 'More' }))
  await hands.press('Enter')
  const came = page.getByRole('menuitem', { name: 'Answer has come' })
  await came.waitFor()
  for (let down = 0; down < 20 && !(await came.and(page.locator(':focus')).count()); down++)
    await hands.press('ArrowDown')
  await hands.press('Enter')
  await page.getByText('Waits for Bredband Väst', { exact: true }).waitFor({ state: 'detached' })
  await picture(page, 'the-answer-came')
  await hands.press('e')
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}

async function doDuty(page: Page, hands: Hands, picture: Picture): Promise<void> {
  await follow(page, hands, 'Steps of procedures that run', /^Month-end/)
  await page.getByText('Count twice; write the sum in the cash book and sign.').waitFor()
  await picture(page, 'the-procedure')
  await hands.reach(page.getByRole('button', { name: 'Done: Count the petty cash' }))
  await hands.press('Enter')
  await page.getByText('2 of 3').first().waitFor()
}

/** Each task is journalled as done for her; what was confirmed and decided bears the deputy's own name. */
async function journalTells(elin: SignedIn, mariaId: string): Promise<void> {
  const { rows } = await seen(elin, 'authority.record-timeline', { id: mariaId, limit: 50 })
  const told = JSON.stringify(rows)
  for (const title of ['Tell Karin Öberg', 'Copy of bill 40117', 'Count the petty cash'])
    assert.ok(told.includes(title), `${title} stands in her timeline as done for her: ${told}`)
}

async function comeBack(address: string, page: Page, hands: Hands, mariaId: string): Promise<void> {
  await page.goto(`${address}/cover`)
  await standing(page)
  const back = page.getByRole('button', { name: new RegExp(`^Back again: ${away}`) })
  const dialog = page.getByRole('dialog')
  await hands.reach(back)
  await hands.press('Enter')
  await Promise.race([dialog.waitFor(), back.waitFor({ state: 'detached' })])
  if (await dialog.isVisible()) await hands.press('Control+Enter')
  await back.waitFor({ state: 'detached' })
  await page.goto(`${address}/hand-over/${mariaId}`)
  const done = part(page, 'Done by whoever stood in')
  for (const title of ['Tell Karin Öberg', 'Copy of bill 40117', 'Count the petty cash'])
    await done.getByText(title).first().waitFor()
  await done.first().scrollIntoViewIfNeeded()
}

async function idOf(who: SignedIn, name: string): Promise<string> {
  const { rows } = await seen(who, 'authority.list-principals', { text: name })
  const found = (rows as { id: string; name?: string; title?: string }[]).find(row => (row.name ?? row.title) === name)
  assert.ok(found, `${name} is somebody here: ${JSON.stringify(rows).slice(0, 300)}`)
  return found.id
}
