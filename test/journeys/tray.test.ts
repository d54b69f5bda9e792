/** What makes an office hesitate over its post: a locked paper, the same paper twice, and a colleague at the same pile. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { makePdf } from '../../src/modules/documents/reading/fixtures/pdf.ts'
import { handsOn } from './hands.ts'
import { type JourneyPaper, ownPapers } from './papers.ts'
import { invite, takeIn, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => {
  const elin = await server.openOffice()
  const nadia = await invite(server, elin, 'Nadia Rahimi', 'clerk')
  const [twice, shared] = await ownPapers(2)
  assert.ok(twice && shared)
  return { elin, nadia, twice, shared }
})
const { elin, nadia, twice, shared } = office

const tray = (page: Page) => page.getByRole('list', { name: 'In', exact: true }).getByRole('listitem')

/** `u` asks for files, as a person would choose them. */
async function choose(page: Page, { name, mediaType, bytes }: Pick<JourneyPaper, 'name' | 'mediaType' | 'bytes'>) {
  const asked = page.waitForEvent('filechooser')
  await handsOn(page).press('u')
  await (await asked).setFiles([{ name, mimeType: mediaType, buffer: bytes }])
}

test('a locked paper asks for its password: the wrong one is told, the right one reads it', async t => {
  const bytes = await makePdf(document => void document.text('Salaries of November'), {
    userPassword: 'liten nyckel',
    ownerPassword: 'stor nyckel',
  })
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  await page.goto(`${server.address}/in`)
  await page.getByRole('heading', { level: 1, name: 'In', exact: true }).waitFor()
  await choose(page, { name: 'salaries.pdf', mediaType: 'application/pdf', bytes })
  const row = tray(page).filter({ hasText: 'salaries.pdf' })
  await row.getByText('It is locked with a password.').waitFor()
  assert.deepEqual(await violations(page), [])

  const hands = handsOn(page)
  const password = row.getByLabel('Password, salaries.pdf')
  await hands.reach(password)
  await hands.type('fel nyckel')
  await hands.press('Enter')
  await row.getByText('That is not its password.').waitFor()
  // The refusal of the wrong one is its answer and no fault.
  assert.ok(
    watched.wrongs().every(wrong => /^4\d\d .*\/password$/.test(wrong)),
    watched.wrongs().join(),
  )
  watched.clear()
  await hands.reach(password)
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && !document.activeElement.value)
  await hands.type('liten nyckel')
  await hands.press('Enter')
  // Once read it bears its own title.
  await tray(page).getByRole('link', { name: 'Salaries of November' }).click()
  await page.getByRole('heading', { name: 'When you confirm' }).waitFor()
  assert.deepEqual(watched.wrongs(), [])
  await page.context().close()
})

test('the same paper twice is flagged, leads to the earlier one, and goes when it is called a duplicate', async t => {
  const earlier = await takeIn(elin, twice)
  const later = await takeIn(elin, { name: 'once more.pdf', bytes: twice.bytes })
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  await page.goto(`${server.address}/confirm/${later}`)
  const fields = page.getByRole('region').filter({ has: page.getByText('which is already here') })
  await fields.getByRole('link', { name: 'Open the earlier one' }).click()
  await page.waitForURL(`**/documents/${earlier}`)

  await page.goto(`${server.address}/in`)
  const views = page.getByRole('navigation', { name: 'Saved views' })
  await views.getByRole('link', { name: 'Seen before? 1' }).click()
  await page.waitForURL('**/in?duplicates=true')
  assert.equal(await tray(page).count(), 1)
  assert.deepEqual(await violations(page), [])
  await tray(page).getByRole('link', { name: 'Seen before?' }).click()
  await page.waitForURL(`**/documents/${later}`)
  assert.equal(
    await page.getByRole('link', { name: 'Open the earlier one' }).getAttribute('href'),
    `/documents/${earlier}`,
  )
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Discard as duplicate' }).click()
  await page.getByText('Discarded').first().waitFor()
  await page.goto(`${server.address}/in`)
  await tray(page).first().waitFor()
  assert.equal(await views.getByRole('link', { name: 'Seen before?' }).count(), 0)
  assert.deepEqual(watched.wrongs(), [])
  await page.context().close()
})

test('two at the same tray: what one takes in the other sees, and what one confirms the other finds confirmed', async t => {
  const hers = await (await windowOf(browser, server, elin)).newPage()
  const theirs = await (await windowOf(browser, server, nadia)).newPage()
  pictured(t, theirs)
  for (const page of [hers, theirs]) {
    await page.goto(`${server.address}/in`)
    await page.getByRole('heading', { level: 1, name: 'In', exact: true }).waitFor()
  }
  await choose(hers, shared)
  await hers.getByText('1 file taken in and read').waitFor()
  // Live: nobody reloads the colleague's page. The paper taken in last stands last among those to confirm.
  const lastOf = (page: Page) =>
    tray(page)
      .filter({ hasText: /all sure|unsure/ })
      .last()
      .getByRole('link')
      .first()
  const [[title = ''], href] = [(await lastOf(hers).innerText()).split('\n'), await lastOf(hers).getAttribute('href')]
  assert.match(href ?? '', /^\/confirm\//)
  await theirs.getByRole('link', { name: title }).waitFor()

  for (const page of [theirs, hers]) {
    await page.goto(server.address + href)
    await page.getByRole('listitem').filter({ hasText: 'Task for' }).waitFor()
  }
  await handsOn(hers).press('Control+Enter')
  const then = theirs.getByRole('region').filter({ has: theirs.getByRole('heading', { name: 'When you confirm' }) })
  await then.getByText('Already settled').waitFor()
  await then.getByText('Confirmed', { exact: true }).waitFor()
  assert.deepEqual(await violations(theirs), [])
  await hers.context().close()
  await theirs.context().close()
})
