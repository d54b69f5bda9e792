import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from './browser.ts'

test('the browser that npm brings shows a page, and its script has what the interface counts on', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const page = await browser.newPage()
  await page.setContent('<main><h1>Kontor</h1><button>Confirm</button></main>')
  assert.equal(await page.getByRole('button', { name: 'Confirm' }).count(), 1)
  const knows = await page.evaluate(() => [CSS.supports('color', 'light-dark(red, blue)'), 'locks' in navigator])
  assert.deepEqual(knows[0], true)
  assert.ok((await page.screenshot()).length > 1000)
})
