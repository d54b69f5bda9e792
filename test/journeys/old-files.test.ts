/** An archive of old files: chosen, its map looked at and changed, accepted once, then found by a word of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeZip } from '../../src/modules/documents/reading/fixtures/zip.ts'
import { windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => ({ elin: await server.openOffice() }))

const archive = makeZip({
  'Leases/2004/harbour street.txt': 'Lease of the premises at Harbour Street, signed in 2004. Snowmobile.',
  'Leases/2011/office.txt': 'Lease of the office, renewed in 2011.',
  'Minutes/board.txt': 'Minutes of the board, present were all. Elephant.',
  'Private/diary.txt': 'Nothing of this is to come in. Rhinoceros.',
})

test('old files: looked through, mapped, accepted, found; nobody gets work', async t => {
  const page = await (await windowOf(browser, server, office.elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  await page.goto(`${server.address}/documents/backlog`)
  await page.getByRole('heading', { level: 1, name: 'Old files' }).waitFor()
  await page.getByText('More than a ZIP holds?').waitFor()
  assert.deepEqual(await violations(page), [])
  const asked = page.waitForEvent('filechooser')
  await page.getByText('Choose a ZIP file').click()
  await (await asked).setFiles([{ name: 'Archive.zip', mimeType: 'application/zip', buffer: archive }])

  await page.getByRole('heading', { level: 1, name: 'Archive' }).waitFor()
  const place = page.getByLabel('Is filed under: Private')
  await place.waitFor()
  await place.selectOption({ label: 'Leave out' })
  assert.deepEqual(await violations(page), [])
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.deepEqual(await violations(page, 'dark'), [])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 390, height: 844 })
  assert.deepEqual(await violations(page), [])
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    'nothing overflows on the phone',
  )
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('Control+Enter')
  await page.getByText('3 of 3 files').waitFor()
  await page.getByText('Done', { exact: true }).first().waitFor()
  assert.deepEqual(await violations(page), [])

  await page.goto(`${server.address}/documents?text=snowmobile`)
  await page.getByText('harbour street').first().waitFor()
  await page.goto(`${server.address}/documents?text=rhinoceros`)
  await page.getByText('harbour street').waitFor({ state: 'detached' })
  assert.deepEqual(watched.wrongs(), [])
})
