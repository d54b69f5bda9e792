/** A bill from the keyboard: coded, approved, disputed; a changed account made sure of; a colleague asked who never signs in. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { done, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')
const sek = (amount: string) => ({ amount, currency: 'SEK' })

const { server, office, browser } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  await done(elin, 'ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom: `${today.year}-01-01` })
  const { id: supplierId } = await done(elin, 'directory.create-organisation', { name: 'Hisings Ventilation AB' })
  return { elin, supplierId, window: await windowOf(browser, server, elin) }
})

const enter = async (number: string, facts: object = {}): Promise<string> => {
  const { id } = await done(office.elin, 'payables.enter-bill', {
    supplierId: office.supplierId,
    number,
    total: sek('1250.00'),
    vat: sek('250.00'),
    issuedOn: today.toString(),
    dueOn: today.add({ days: 20 }).toString(),
    account: '5128-4412',
    ...facts,
  })
  return id
}

const state = async (id: string) => (await seen(office.elin, 'payables.get-bill', { id })).record.state

test('coded by keyboard on its page, approved by a key, and many at once in the list', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  const id = await enter('88214')
  await page.goto(`${server.address}/bills`)
  await page
    .getByRole('link', { name: /Hisings Ventilation/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Hisings Ventilation AB' }).waitFor()
  await page.getByLabel('Line 1: What').fill('Filters')
  await page.getByLabel('Line 1: Account').fill('5410')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Waits for approval').first().waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('p')
  await page.getByRole('button', { name: /Paid already/ }).waitFor()
  assert.equal(await state(id), 'approved')
  const next = [await enter('88215', { total: sek('1251.00') }), await enter('88216', { total: sek('1252.00') })]
  const lines = [{ net: sek('1000.00'), vat: sek('250.00'), account: '5410' }]
  for (const [index, one] of next.entries())
    await done(office.elin, 'payables.code-bill', {
      id: one,
      lines: [...lines, { net: sek(`${index + 1}.00`), account: '5410' }],
    })
  await page.goto(`${server.address}/bills?states=to-approve`)
  await page.getByRole('checkbox', { name: /all/i }).first().click()
  await page.keyboard.press('p')
  await page.waitForFunction(() => !document.body.innerText.includes('88216'))
  assert.deepEqual(await Promise.all(next.map(state)), ['approved', 'approved'])
  assert.deepEqual(watched.wrongs(), [])
})

test('a bill is disputed by a key, with its reason, and released again', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  const id = await enter('88300', { total: sek('990.00'), vat: sek('198.00') })
  await page.goto(`${server.address}/bills/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('d')
  await page.getByRole('dialog').getByLabel('Reason').fill('One box short')
  await page.keyboard.press('Control+Enter')
  await page.getByText('One box short').first().waitFor()
  assert.equal((await seen(office.elin, 'payables.get-bill', { id })).hold, 'disputed')
  await page.keyboard.press('r')
  await page.getByText('Disputed', { exact: true }).waitFor({ state: 'detached' })
  await page.goto(`${server.address}/money`)
  await page.getByRole('heading', { name: /Cash ahead/ }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  assert.deepEqual(watched.wrongs(), [])
})

test('a colleague who never signs in answers by the link, and what is wrong is held', async t => {
  const id = await enter('88400', { total: sek('440.00'), vat: sek('88.00') })
  const ask = { id, askedOf: 'Per-Olof Gran', question: 'All three floors?' }
  const { questionId } = await done(office.elin, 'payables.ask-colleague', ask)
  const { path } = await seen(office.elin, 'payables.question-letter', { id, questionId })
  const outside = await browser.newContext({ locale: 'en-GB' })
  const page = await outside.newPage()
  page.setDefaultTimeout(30_000)
  pictured(t, page)
  await page.goto(`${server.address}${path}`)
  await page.getByText('All three floors?').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.getByLabel('No, something is wrong').click()
  await page.getByLabel('A line, if you like').fill('Only two')
  await page.getByRole('button', { name: 'Answer' }).click()
  await page.getByText(/has your answer/).waitFor()
  const bill = await seen(office.elin, 'payables.get-bill', { id })
  assert.deepEqual([bill.hold, bill.questions[0].said], ['held', 'Only two'])
  await outside.close()
})
