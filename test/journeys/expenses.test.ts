/** A receipt from the photograph to the approval, and a month of pay from its first hour to the lock: as people do it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPapers } from './papers.ts'
import { done, invite, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  const maria = await invite(server, elin, 'Maria Lindqvist', 'bookkeeper')
  return {
    elin,
    maria,
    elins: await windowOf(browser, server, elin),
    marias: await windowOf(browser, server, maria),
  }
})

test('photographed, looked at, handed in by one; verified by another', async t => {
  const page = await office.marias.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  // In the office's own money: it may be read before it is handed in, or after.
  const [paper] = await ownPapers(1, 'sv')
  await page.goto(`${server.address}/expenses/photo`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'receipt.pdf', mimeType: 'application/pdf', buffer: paper!.bytes })
  await page.getByText('It is in. 1 today.').waitFor()
  await page.getByRole('link', { name: 'Open the report' }).click()
  await page.getByRole('button', { name: 'Hand in' }).waitFor()
  const { rows } = (await office.maria.see('expenses.list-reports', {})) as { rows: { id: string }[] }
  const { id } = rows[0]!
  assert.deepEqual(await violations(page, 'light'), [])
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByText('To verify').first().waitFor()
  assert.deepEqual(watched.wrongs(), [])

  const desk = await office.elins.newPage()
  desk.setDefaultTimeout(30_000)
  await desk.goto(`${server.address}/expenses/${id}`)
  await desk.getByText('Read by machine, not looked at by anybody').first().waitFor()
  await desk.getByRole('button', { name: 'Verify' }).click()
  await desk.getByText('To approve').first().waitFor()
  const seen = (await office.elin.see('expenses.get-report', { id })) as { record: { state: string } }
  assert.equal(seen.record.state, 'verified')
})

test('hours are entered by oneself; the month is gathered, checked and locked', async t => {
  await done(office.elin, 'payinputs.add-payee', { personId: office.maria.principalId, employeeNumber: '1004' })
  const month = Temporal.Now.plainDateISO('Europe/Stockholm').toPlainYearMonth().toString()
  const { id } = await done(office.elin, 'payinputs.open-period', { month })
  const own = await office.marias.newPage()
  own.setDefaultTimeout(30_000)
  await own.goto(`${server.address}/pay/own`)
  await own.getByRole('button', { name: /Enter hours or absence/ }).click()
  await own
    .getByRole('dialog')
    .getByRole('button', { name: /Enter hours or absence/ })
    .click()
  await own.getByRole('cell', { name: 'Hours' }).waitFor()
  await own.getByRole('button', { name: 'My month is complete' }).click()
  await own.getByText('You have said that it is complete.').waitFor()
  assert.deepEqual(await violations(own, 'light'), [])

  const page = await office.elins.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/pay/${id}`)
  await page.getByRole('button', { name: /Gather absence/ }).click()
  await page.getByText('Gathered').first().waitFor()
  await page.getByRole('button', { name: 'Checked' }).click()
  await page.getByRole('button', { name: 'Lock' }).click()
  await page.getByRole('button', { name: /Handed on to payroll/ }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  const seen = (await office.elin.see('payinputs.get-period', { id })) as { record: { state: string } }
  assert.equal(seen.record.state, 'locked')
  assert.deepEqual(watched.wrongs(), [])
})
