/** An application from its first day to its decision, and the desk that decides on one: in a browser, as people do it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { done, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  return { elin, window: await windowOf(browser, server, elin) }
})

test('applied for: a requirement is ticked off, the application sent', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  const { id } = await done(office.elin, 'permits.create-permit', { name: 'Scaffolding', requirements: ['Site plan'] })
  await page.goto(`${server.address}/permits`)
  await page
    .getByRole('link', { name: /Scaffolding/ })
    .first()
    .click()
  await page.getByLabel('Site plan').click()
  await page.getByText('1 / 1').waitFor()
  await page.getByRole('button', { name: /Application sent/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Application sent/ })
    .click()
  await page.getByRole('button', { name: /Note the decision/ }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  const seen = (await office.elin.see('permits.get-permit', { id })) as { record: { state: string } }
  assert.equal(seen.record.state, 'sent')
  assert.deepEqual(watched.wrongs(), [])
})

test('the desk: off at first, then an application is registered, found complete and decided', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/permit-desk`)
  await page.getByRole('button', { name: 'Set up the desk' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Set up the desk' }).click()
  await page.getByRole('button', { name: 'Register application' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Title').fill('Outdoor serving')
  await form.getByLabel('Applicant', { exact: false }).first().fill('Café Solsidan AB')
  await form.getByRole('button', { name: 'Register application' }).click()
  await page.getByRole('heading', { level: 1, name: 'Outdoor serving' }).waitFor()
  const id = new URL(page.url()).pathname.split('/')[2]!
  await done(office.elin, 'permits.note-complete', { id })
  const decision = { outcome: 'granted', decision: 'Serving is permitted.', reasons: 'Nothing speaks against it.' }
  await done(office.elin, 'permits.decide-application', { id, ...decision })
  await page.goto(`${server.address}/permit-decisions/${id}`)
  await page.getByText('Nothing speaks against it.').waitFor()
  await page.getByRole('button', { name: 'Print' }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.goto(`${server.address}/permit-diary`)
  await page.getByText('Outdoor serving').first().waitFor()
  assert.deepEqual(watched.wrongs(), [])
})
