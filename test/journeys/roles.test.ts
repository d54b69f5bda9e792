/** Four people of one office, each in a window of their own: what one confirms is another's work, and what is secret stays so. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { handsOn } from './hands.ts'
import { ownPapers } from './papers.ts'
import { confirm, done, invite, seen, takeIn, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { pictured } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => {
  const elin = await server.openOffice()
  /** Everybody has some role; this one reaches no further than the office's name. */
  const guest = await done(elin, 'authority.create-role', {
    name: 'Guest',
    clearance: 0,
    grants: [{ permission: 'authority.get-organisation' }],
  })
  const [bill, secret, open] = await ownPapers(3)
  assert.ok(bill && secret && open)
  return {
    nadia: await invite(server, elin, 'Nadia Rahimi', 'clerk'),
    maria: await invite(server, elin, 'Maria Lindqvist', 'bookkeeper'),
    andrei: await invite(server, elin, 'Andrei Munteanu', 'colleague'),
    sofia: await invite(server, elin, 'Sofia Carvalho', guest),
    bill,
    secret,
    open,
  }
})
const { nadia, maria, andrei, sofia, bill, secret, open } = office

test('a bill that the clerk confirms stands on the bookkeeper’s desk at once; `e` completes it, undo brings it back', async t => {
  const id = await takeIn(nadia, bill)
  const desk = await (await windowOf(browser, server, maria)).newPage()
  pictured(t, desk)
  await desk.goto(server.address)
  await desk.getByText('Nothing is waiting for you').waitFor()

  const clerk = await (await windowOf(browser, server, nadia)).newPage()
  await clerk.goto(`${server.address}/confirm/${id}`)
  await clerk.getByRole('listitem').filter({ hasText: 'Task for' }).waitFor()
  await handsOn(clerk).press('Control+Enter')

  // Live: nobody reloads the bookkeeper's page.
  const lines = desk
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: desk.getByRole('checkbox') })
  await lines.first().waitFor()
  assert.equal(await lines.count(), 1)
  const title = (await lines.getByRole('link').first().textContent()) ?? ''
  assert.match(title, /^Pay /)

  const hands = handsOn(desk)
  await hands.press('e')
  await lines.first().waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: 'Undo' }).waitFor()
  await hands.press('z')
  await lines.filter({ hasText: title }).waitFor()
  await clerk.context().close()
  await desk.context().close()
})

test('the colleague finds an open paper by a word, and nothing at all of a confidential one', async t => {
  const openId = await takeIn(nadia, open)
  const secretId = await takeIn(nadia, secret)
  await confirm(nadia, openId)
  const { record } = await seen(nadia, 'documents.get-document', { id: secretId })
  await done(nadia, 'authority.set-record-class', {
    id: secretId,
    kind: 'document',
    class: 2,
    audience: null,
    expectedVersion: record.version,
  })
  // Its task is as secret as the paper.
  await confirm(nadia, secretId)
  const page = await (await windowOf(browser, server, andrei)).newPage()
  pictured(t, page)
  await page.goto(server.address)
  assert.match(await found(page, open.word), /Document/)
  assert.doesNotMatch(await found(page, secret.word), /Document|Task/)
  await page.goto(`${server.address}/documents/${secretId}`)
  await showsNothingOf(page, record.title)
  await page.goto(`${server.address}/documents/${openId}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.context().close()
})

test('a guest without rights, and who is not signed in, sees nothing of the office’s papers', async t => {
  const id = await takeIn(nadia, { name: 'canary.pdf', bytes: bill.bytes })
  const { record } = await seen(nadia, 'documents.get-document', { id })
  const stranger = await (await windowOf(browser, server, sofia)).newPage()
  pictured(t, stranger)
  for (const path of [`/documents/${id}`, `/confirm/${id}`, '/in', '/documents', '/', '/people']) {
    await stranger.goto(server.address + path)
    await showsNothingOf(stranger, record.title)
  }
  await stranger.context().close()
  const nobody = await browser.newPage()
  await nobody.goto(`${server.address}/documents/${id}`)
  await nobody.getByRole('heading', { name: 'Sign in' }).waitFor()
  await showsNothingOf(nobody, record.title)
  await nobody.close()
})

/** What the palette shows for a word, in one line; it is closed again. */
async function found(page: Page, word: string): Promise<string> {
  const hands = handsOn(page)
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await hands.press('Control+k')
  await palette.getByRole('combobox').and(page.locator(':focus')).waitFor()
  const answered = page.waitForResponse(
    response => response.url().includes('/api/kernel/search') && response.url().includes(encodeURIComponent(word)),
  )
  await hands.type(word)
  assert.ok((await answered).ok())
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const text = (await palette.getByRole('listbox').textContent()) ?? ''
  await hands.press('Escape')
  await palette.waitFor({ state: 'detached' })
  return text
}

/** The page stands, says something, and nothing of the paper. */
async function showsNothingOf(page: Page, title: string): Promise<void> {
  await page.getByRole('heading').or(page.getByRole('alert')).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
  const shown = (await page.locator('body').innerText()).trim()
  assert.ok(shown.length > 0, `${page.url()} is empty`)
  assert.ok(!shown.includes(title), `${page.url()} shows “${title}”`)
}
