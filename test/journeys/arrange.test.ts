/** The pages of a paper by the keyboard alone: one turned, one left out, two papers made of one, and all of it taken back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makePdf } from '../../src/modules/documents/reading/fixtures/pdf.ts'
import { handsOn } from './hands.ts'
import { takeIn, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => {
  const elin = await server.openOffice()
  const bytes = await makePdf(pdf => {
    for (const [index, word] of ['ventilation', 'flagpole', 'leasehold', 'parking'].entries()) {
      if (index > 0) pdf.addPage()
      pdf.fontSize(16).text(`This page is about the ${word} and nothing but the ${word}.`)
    }
  })
  const id = await takeIn(elin, { name: 'bundle.pdf', bytes })
  return { elin, id }
})

test('a bundle is arranged and split by keys; undone, it is one paper again', async t => {
  const page = await (await windowOf(browser, server, office.elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  const hands = handsOn(page)
  await page.goto(`${server.address}/documents/${office.id}/pages`)
  const sheets = page.getByRole('listbox', { name: 'Pages' })
  await sheets.waitFor()
  await sheets.focus()
  assert.equal(await sheets.getByRole('option').count(), 4)
  // Page 2 is turned, 4 moved before 3, 1 left out; a new paper begins with 3.
  for (const key of ['ArrowRight', 'r', 'End', 'Alt+ArrowLeft', 'Home', 'x', 'End', 's']) await hands.press(key)
  assert.deepEqual(
    (await sheets.getByRole('option').allInnerTexts()).map(text => text.replaceAll(/\s+/g, ' ').trim()),
    ['Page 1 Left out', 'Page 2', 'Page 4', 'Page 3 Document 2'],
  )
  // The pictures are those of the pages: each is drawn.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('[role=option] img')].every(picture => picture.naturalWidth > 100),
  )
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Split into 2 documents' }).press('Enter')
  await page.getByRole('heading', { name: /Now in/ }).waitFor()
  const parts = page.getByRole('link', { name: /bundle [12]/ })
  await parts.nth(1).waitFor()
  assert.equal(await parts.count(), 2)
  await page.getByRole('button', { name: 'Put back as it was' }).press('Enter')
  await page.getByRole('button', { name: 'Put back as it was' }).waitFor({ state: 'detached' })
  await page.goto(`${server.address}/documents/${office.id}/pages`)
  await sheets.waitFor()
  assert.match((await sheets.getByRole('option').first().innerText()).trim(), /Page 1[^]*Left out/)
  assert.deepEqual(watched.wrongs(), [])
})

test('separator sheets and labels are made and printed from their page', async t => {
  const page = await (await windowOf(browser, server, office.elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  await page.goto(`${server.address}/documents/sheets`)
  await page.getByRole('button', { name: 'Make a separator sheet' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Make a separator sheet' }).press('Enter')
  await page.getByRole('link', { name: 'Print: Plain: a new document begins' }).waitFor()
  await page.getByRole('button', { name: 'Make archive labels' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Make archive labels' }).press('Enter')
  const labels = page.getByRole('link', { name: 'Print: A000001 – A000189' })
  const coming = page.waitForEvent('download')
  await labels.press('Enter')
  assert.equal((await coming).suggestedFilename(), 'A000001-A000189.pdf')
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(watched.wrongs(), [])
})
