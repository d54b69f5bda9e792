/** A matter from its number to its end, in the browser: opened, worked in by the quick line, bound, closed with what is open decided. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { done, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'

const {
  server,
  office: { elin, context, matter },
} = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  const matter = await done(elin, 'matters.create-matter', {
    name: 'Lease of the second floor',
    targetOn: '2127-02-26',
  })
  await done(elin, 'matters.add-item', { id: matter.id, text: 'Signed by both' })
  return { elin, context: await windowOf(browser, server, elin), matter }
})

test('a task made on the desk with #number stands in the matter; search finds the number', async () => {
  const page = await context.newPage()
  await page.goto(server.address)
  const line = page.getByRole('textbox', { name: 'Quick task' })
  await line.fill(`call the landlord #${matter.number} ~15m`)
  await page.getByText(`${matter.number} Lease of the second floor`).first().waitFor()
  await line.press('Enter')
  await page.getByRole('link', { name: 'call the landlord' }).first().waitFor()
  await page.goto(`${server.address}/matters`)
  await page
    .getByRole('link', { name: /Lease of the second floor/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: new RegExp(matter.number) }).waitFor()
  await page.getByRole('link', { name: 'call the landlord' }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  const { hits } = await seen(elin, 'kernel.search', { text: matter.number })
  assert.ok((hits as { id: string }[]).some(({ id }) => id === matter.id))
  await page.close()
})

test('closing shows what is open and what is missing, and asks for each; Undo opens it again', async () => {
  const page = await context.newPage()
  await page.goto(`${server.address}/matters/${matter.id}`)
  await page
    .getByRole('button', { name: /^Close/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Still open: what becomes of it?').first().waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await dialog.getByLabel('call the landlord').selectOption({ label: 'Done' })
  await dialog.getByLabel('Close in spite of what is missing').check()
  await dialog
    .getByRole('button', { name: /^Close/ })
    .last()
    .click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Settled').first().waitFor()
  const closed = await seen(elin, 'matters.get-matter', { id: matter.id })
  assert.deepEqual([closed.record.state, closed.tasks[0].state], ['closed', 'done'])
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await page.getByText('Settled').first().waitFor({ state: 'detached' })
  const again = await seen(elin, 'matters.get-matter', { id: matter.id })
  assert.deepEqual([again.record.state, again.tasks[0].state], ['open', 'open'])
  await page.close()
})

test('the cover sheet prints with the code of its address', async () => {
  const page = await context.newPage()
  await page.goto(`${server.address}/matter-covers/${matter.id}`)
  await page.getByText(matter.number, { exact: true }).first().waitFor()
  await page.getByRole('img', { name: 'Its address' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('button', { name: 'Print' }).isVisible(), false)
  await page.close()
})
