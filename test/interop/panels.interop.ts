/** What opens on a page and is no page of its own, of letters, payment advice and the signature folder: axe finds nothing in it, on a desk and on a phone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { wordLetter } from '../../src/app/demo/word-letter.ts'
import { done, fillOffice, seen, windowOf } from '../journeys/small-office.ts'
import { openStage } from '../journeys/stage.ts'
import { violations } from '../journeys/violations.ts'

const { server, browser, office } = await openStage(async ({ server }) => {
  const elin = await server.openOffice()
  return { elin, places: await fillOffice(server, elin) }
})
const { elin, places } = office
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Opens an address as Elin, wide; what is found then is looked for again as narrow as a phone. */
async function at(path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await (await windowOf(browser, server, elin)).newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(server.address + path)
  await look(page)
  await page.context().close()
}
async function isForEverybody(page: Page, what: string): Promise<void> {
  assert.deepEqual(await violations(page), [], what)
  await page.setViewportSize({ width: 360, height: 844 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= 360, `${what}: ${wide} px wide`)
  assert.deepEqual(await violations(page, 'phone'), [], `${what}, on a phone`)
  await page.setViewportSize({ width: 1440, height: 900 })
}
const wordFile = async (...lines: string[]) => ({
  name: 'Fees.docx',
  mimeType: docx,
  buffer: await wordLetter(...lines),
})

test('letters to many from a Word file: the file, the columns, the letter beside them', () =>
  at('/letter-merges/new', async page => {
    await page.getByLabel('What it is called').fill('Fees')
    await page.locator('input[type=file][accept*=docx]').setInputFiles(await wordFile('[Name]', 'pays [Amount]'))
    await page.getByText('Fees.docx').waitFor()
    await isForEverybody(page, 'a Word file taken')
    await page.getByLabel('Table').fill('Name;Street;Amount\nEva;Gatan 1;300')
    await page.getByRole('button', { name: 'Look at the letters' }).click()
    await page.getByText('Words of the file.').waitFor()
    await isForEverybody(page, 'letters of a Word file')
  }))

test('a letter that goes on as a Word file', () =>
  at(`/letters/${places['/letters']}`, async page => {
    await page
      .locator('input[type=file][accept*=docx]')
      .first()
      .setInputFiles(await wordFile('Dear Eva'))
    await page.getByRole('region', { name: 'This letter is a Word file' }).waitFor()
    await isForEverybody(page, 'a letter that is a Word file')
    await page.getByRole('button', { name: 'As a file' }).click()
    await page.getByRole('menu').waitFor()
    await isForEverybody(page, 'a letter as a file')
  }))

test('how a payee is told of payments', async () => {
  const id = places['/organisations']
  await done(elin, 'directory.add-account', { id, kind: 'organisation', number: '5050-1055', scheme: 'bankgiro' })
  await at(`/organisations/${id}`, async page => {
    const choose = page.getByRole('button', { name: 'Choose payment advice' })
    await choose.waitFor()
    await isForEverybody(page, 'a payee')
    await choose.click()
    await page.getByRole('dialog').getByLabel('To this address').waitFor()
    await isForEverybody(page, 'payment advice')
    await page.getByLabel('To this address').fill('ledger@payee.example')
    await page.getByRole('dialog').getByRole('button', { name: 'Choose payment advice' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal((await seen(elin, 'banking.get-advice-choice', { id })).email, 'ledger@payee.example')
  })
})

test('somebody else signs; why one does not', () =>
  at(`/signatures/${places['/signatures']}`, async page => {
    await page.getByRole('button', { name: 'Somebody else' }).first().click()
    await page.getByRole('dialog').waitFor()
    await isForEverybody(page, 'somebody else signs')
    await page.keyboard.press('Escape')
  }))
