/** From a customer's name to money received: written with the paper beside it, issued, sent, paid; and the pile of reminders. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SignedIn } from '../../tools/testing/server.ts'
import { done, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')
const sek = (amount: string) => ({ amount, currency: 'SEK' })

/** Books, an address of one's own, two customers; one owes since long ago. */
async function furnish(elin: SignedIn): Promise<void> {
  await done(elin, 'ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom: `${today.year}-01-01` })
  await done(elin, 'receivables.set-invoicing', {
    street: 'Kungsgatan 4',
    postcode: '411 19',
    town: 'Göteborg',
    companyNumber: '556036-0793',
    vatNumber: 'SE556036079301',
    bankgiro: '5050-1055',
    email: 'office@example.org',
    phone: '031-12 34 56',
  })
  await done(elin, 'receivables.set-price', { text: 'Assembly', unit: 'hour', price: '850', vatCode: 'U25' })
  const customer = async (name: string) =>
    (
      await done(elin, 'directory.create-organisation', {
        name,
        companyNumber: '556677-8899',
        addresses: [{ street: 'Hamngatan 1', postcode: '411 06', city: 'Göteborg', country: 'SE' }],
        emails: [{ email: 'invoices@example.org' }],
      })
    ).id
  const lindholm = await customer('Lindholmens Papper AB')
  await done(elin, 'receivables.set-terms', { id: lindholm, reference: 'Eva Lindholm' })
  const partyId = await customer('Kranz Modell AB')
  await done(elin, 'ledger.enter-opening-balances', {
    on: `${today.year}-01-01`,
    lines: [
      { account: '1510', amount: sek('1000.00') },
      { account: '2081', amount: sek('-1000.00') },
    ],
    items: [
      {
        side: 'receivable',
        partyId,
        partyName: 'Kranz Modell AB',
        number: 'K 17',
        issuedOn: `${today.year - 1}-11-01`,
        dueOn: `${today.year - 1}-11-30`,
        amount: sek('1000.00'),
      },
    ],
  })
}

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  await furnish(elin)
  return { elin, window: await windowOf(browser, server, elin) }
})

test('an invoice is written with its paper beside it, issued, found to be a right e-invoice, and paid', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/invoices`)
  await page.getByRole('link', { name: 'New invoice' }).first().click()
  await page.getByLabel('Customer').fill('Lindholm')
  await page
    .getByRole('option', { name: /Lindholmens Papper/ })
    .first()
    .click()
  await page.getByLabel('Subject').fill('Shelves')
  await page.getByRole('combobox', { name: 'Text' }).first().fill('Assembly')
  await page.getByLabel('Quantity').fill('4')
  const paper = page.getByRole('article', { name: 'Paper' })
  await paper
    .getByText(/4\s250,00/)
    .first()
    .waitFor()
  assert.equal(await page.getByLabel('Unit price').inputValue(), '850')
  assert.deepEqual(await violations(page, 'light'), [])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Issue/ }).waitFor()
  await page.keyboard.press('e')
  await page.getByText('It keeps the rules of EN 16931').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  const id = new URL(page.url()).pathname.split('/')[2]!
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'PDF' }).click()
  assert.match((await downloading).suggestedFilename(), /Invoice .*-0001\.pdf/)
  await done(office.elin, 'receivables.send-invoice', { id, sendBy: 'print' })
  await page.getByText('Sent on paper').waitFor()
  await page.keyboard.press('b')
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: /Note a payment/ }).click()
  await page.getByText('Paid', { exact: true }).first().waitFor()
  const { record } = (await seen(office.elin, 'receivables.get-invoice', { id })) as { record: { state: string } }
  assert.equal(record.state, 'paid')
  assert.deepEqual(watched.wrongs(), [])
})

test('the pile of reminders is sent by one key; who owes what, quotes and the settings are pages without a fault', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/invoices/reminders`)
  await page.getByText('Kranz Modell AB').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.keyboard.press('Control+Enter')
  await page.getByText('Nobody is to be reminded today.').waitFor()
  await page.goto(`${server.address}/invoices/owing`)
  await page.getByText('Kranz Modell AB').first().waitFor()
  assert.deepEqual(await violations(page, 'dark'), [])
  await page.goto(`${server.address}/quotes/new`)
  await page.getByLabel('Customer').fill('Lindholm')
  await page
    .getByRole('option', { name: /Lindholmens Papper/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: 'Text' }).first().fill('Assembly')
  await page
    .getByRole('article', { name: 'Paper' })
    .getByText(/1\s062,50/)
    .first()
    .waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /Send quote/ }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${server.address}/invoices/settings`)
  await page.getByText('Assembly').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.goto(`${server.address}/invoices/new`)
  await page.getByLabel('Customer').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  assert.deepEqual(watched.wrongs(), [])
})
