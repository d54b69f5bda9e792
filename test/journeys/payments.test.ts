/** From what is owed to a file for the bank and back: proposed, approved, handed out, shown by a statement and matched by keys. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { camt } from '../../src/modules/banking/testing.ts'
import type { SignedIn } from '../../tools/testing/server.ts'
import { done, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')

/** Books, an account, two bills that are ready. */
async function furnish(elin: SignedIn): Promise<string> {
  await done(elin, 'ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom: `${today.year}-01-01` })
  await done(elin, 'banking.change-settings', { fourEyes: false })
  const { id } = await done(elin, 'banking.add-account', {
    name: 'Company account',
    scheme: 'iban',
    number: 'SE4550000000058398257466',
    bic: 'ESSESESS',
    town: 'Göteborg',
    ledgerAccount: '1930',
  })
  for (const [supplierName, account, amount] of [
    ['Nordic Paper AB', '5050-1055', '1250.00'],
    ['Kranz Modell AB', '5128-4412', '980.00'],
  ] as const) {
    const net = { amount, currency: 'SEK' }
    const facts = { supplierName, number: amount.slice(0, 3), total: net, issuedOn: String(today), account }
    const bill = await done(elin, 'payables.enter-bill', { ...facts, dueOn: String(today.add({ days: 3 })) })
    await done(elin, 'payables.code-bill', { id: bill.id, lines: [{ text: 'Paper', net, account: '6110' }] })
    await done(elin, 'payables.approve-bill', { id: bill.id })
  }
  return id
}

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  const accountId = await furnish(elin)
  return { elin, accountId, window: await windowOf(browser, server, elin) }
})

test('two bills are proposed, approved, handed out as a file, and matched from the statement by keys', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/payments`)
  await page.getByRole('link', { name: 'Propose payments' }).first().click()
  await page.getByText('Nordic Paper AB').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.getByRole('button', { name: /Propose 2 payments/ }).click()
  await page.getByRole('button', { name: /^Approve/ }).waitFor()
  const id = new URL(page.url()).pathname.split('/')[2]!
  await page.keyboard.press('e')
  const out = page.getByRole('button', { name: /Hand out the file/ })
  await out.waitFor()
  await page.waitForFunction(() => !document.body.innerText.includes('the file is being written'))
  assert.deepEqual(await violations(page, 'light'), [])
  const downloading = page.waitForEvent('download')
  await out.click()
  const file = await (await downloading).path()
  const xml = await readFile(file, 'utf8')
  assert.match(xml, /<CtrlSum>2230\.00<\/CtrlSum>/)
  await page.getByRole('link', { name: 'The same file again' }).waitFor()
  const ends = [...xml.matchAll(/<EndToEndId>(\w+)</g)].map(([, end]) => end!)
  const amounts = [...xml.matchAll(/<InstdAmt[^>]*>([\d.]+)</g)].map(([, amount]) => amount!)
  const statement = camt(
    [
      ...amounts.map((amount, n) => ({
        on: `${today}`,
        amount: `-${amount}`,
        name: `Payment ${n}`,
        endToEndId: ends[n]!,
      })),
      { on: `${today}`, amount: '-89.00', name: 'Espresso House', text: 'Card' },
    ],
    { opening: '10000.00' },
  )
  await page.goto(`${server.address}/bank`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'bank.xml', mimeType: 'application/xml', buffer: Buffer.from(statement) })
  await page.getByRole('heading', { level: 1, name: 'bank.xml' }).waitFor()
  const read = page.getByText('3 new of 3').first()
  await read.waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.goto(`${server.address}/bank`)
  await page.getByText('Espresso House').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  const accept = page.getByRole('button', { name: /^Accept: / })
  for (let left = await accept.count(); left > 0; left = await accept.count()) {
    await accept.first().press('Enter')
    await page.waitForFunction(was => document.querySelectorAll('[aria-label^="Accept: "]').length < was, left)
  }
  const run = (await seen(office.elin, 'banking.get-run', { id })) as { record: { state: string } }
  assert.equal(run.record.state, 'settled')
  await page.getByRole('button', { name: 'What is this? Espresso House' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Or an account of the ledger').fill('6110')
  await dialog.getByRole('button', { name: 'Book the rest there' }).click()
  assert.deepEqual(await violations(page, 'light'), [])
  await dialog.getByRole('button', { name: /^Match/ }).click()
  await page.getByText('Every line is matched').waitFor()
  await page.goto(`${server.address}/bank/${office.accountId}`)
  await page.getByText('Bank against ledger').first().waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.goto(`${server.address}/bank/${office.accountId}/lines`)
  await page.getByText('6110').first().waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  assert.deepEqual(watched.wrongs(), [])
})
