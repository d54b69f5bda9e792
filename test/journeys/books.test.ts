/** The books by keys: begun by three questions, an entry written and posted, taken back, its account looked at. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  return { elin, window: await windowOf(browser, server, elin) }
})

test('three questions, then coffee is booked by keys with its tax, and taken back', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/books`)
  await page.getByRole('link', { name: 'Begin the books' }).click()
  await page.getByRole('radio', { name: /Sweden/ }).check()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.getByRole('button', { name: 'Begin the books' }).click()
  await page.getByRole('heading', { name: 'Which account serves what' }).waitFor()
  assert.deepEqual(await violations(page, 'dark'), [])

  await page.goto(`${server.address}/books/new`)
  await page.getByLabel('Text').fill('Coffee for the office')
  await page.getByLabel(/^Account.*Line 1/).waitFor()
  await page.waitForFunction(() => document.querySelectorAll('datalist option').length > 100)
  const field = (name: RegExp) => page.getByLabel(name)
  await field(/^Account.*Line 1/).fill('7690')
  await page.keyboard.press('Tab')
  await field(/^Debit, Line 1/).fill('200')
  await field(/^Account.*Line 2/).fill('1930')
  await field(/^Credit, Line 2/).pressSequentially('=')
  await page.getByText('Balanced').waitFor()
  assert.match(await field(/^Credit, Line 2/).inputValue(), /^250[,.]00$/, 'with the tax of the account’s own code')
  assert.deepEqual(await violations(page, 'light'), [])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /A1 Coffee for the office/ }).waitFor()
  await page.getByRole('cell', { name: /2641/ }).waitFor()

  await page.getByRole('button', { name: /^Reverse/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reverse/ })
    .click()
  await page.getByText('Reversed by').waitFor()
  await page.getByRole('link', { name: /1930/ }).first().click()
  await page.getByRole('cell', { name: 'A2', exact: true }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  assert.deepEqual(watched.wrongs(), [])
})
