/** A procedure from the first step to the last: written, started, worked from the desk, deviated from; then its owner goes away. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { done, invite, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { pictured } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => {
  const elin = await server.openOffice()
  return { elin, maria: await invite(server, elin, 'Maria Lindqvist', 'clerk') }
})
const { elin, maria } = office

test('a procedure is written, started and followed; a step is skipped with its reason', async t => {
  const { id } = await done(elin, 'procedures.create-procedure', { title: 'Month-end', ownerId: maria.principalId })
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  await page.goto(`${server.address}/procedures/${id}`)
  await page.getByRole('button', { name: 'Edit steps' }).click()
  const dialog = page.getByRole('dialog')
  for (const [index, title] of ['Count the box', 'Send the report'].entries()) {
    await dialog.getByRole('button', { name: 'Add a step' }).click()
    await dialog
      .getByRole('group', { name: `Step ${index + 1}` })
      .getByLabel('What is done')
      .fill(title)
  }
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Put in force' }).first().click()
  await page.getByText('In force').first().waitFor()
  await page.getByRole('button', { name: 'Start' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await page
    .getByRole('link', { name: /^Month-end · / })
    .first()
    .click()
  await page.getByText('Maria Lindqvist').first().waitFor()

  const desk = await (await windowOf(browser, server, maria)).newPage()
  await desk.goto(server.address)
  const line = desk.getByRole('main').getByRole('listitem').filter({ hasText: 'Count the box' })
  await line.getByRole('checkbox').check()
  await desk.getByText('Send the report').first().waitFor()

  // live: nobody reloads the run
  await page.getByText('1 of 2').first().waitFor()
  await page.getByRole('button', { name: 'Do otherwise: Send the report' }).click()
  const deviating = page.getByRole('dialog')
  await deviating.getByLabel('How').selectOption('skipped')
  await deviating.getByLabel('Why').fill('Nothing to report this month')
  await deviating.getByRole('button', { name: 'Do otherwise' }).click()
  await page.getByText('Nothing to report this month').first().waitFor()
  await page.getByText('2 of 2').first().waitFor()
})

test('an absence without a deputy is a finding before it begins; with one the task goes over and says for whom', async t => {
  const today = Temporal.Now.plainDateISO('Europe/Stockholm')
  await done(elin, 'procedures.create-obligation', {
    title: 'VAT return',
    rule: { rrule: 'FREQ=DAILY', fromOn: today.add({ days: 2 }).toString() },
    ownerId: maria.principalId,
    leadDays: 0,
  })
  await done(elin, 'work.create-task', { title: 'Order toner', ownerId: maria.principalId, dueOn: today.toString() })
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const away = await done(elin, 'work.set-away', {
    personId: maria.principalId,
    fromOn: today.add({ days: 1 }).toString(),
    untilOn: today.add({ days: 5 }).toString(),
  })
  await page.goto(`${server.address}/cover`)
  await page.getByText('Falls due in an absence without a deputy').waitFor()
  const { rows } = await seen(elin, 'work.list-away')
  assert.deepEqual(
    rows.map((row: { uncovered: number }) => row.uncovered),
    [1],
  )
  const me = (await seen(elin, 'procedures.list-cover')).people.find(
    ({ person }: { person: { id: string } }) => person.id !== maria.principalId,
  )
  await done(elin, 'work.change-away', { id: away.id, fromOn: today.toString(), deputyId: me.person.id })
  await page.getByText('Falls due in an absence without a deputy').waitFor({ state: 'detached' })
  await page.goto(server.address)
  await page.getByText('For Maria Lindqvist, who is away').waitFor()
  await page.goto(`${server.address}/hand-over/${maria.principalId}`)
  await page.getByRole('heading', { name: 'Hand-over: Maria Lindqvist' }).waitFor()
  await page.getByRole('link', { name: 'Order toner' }).waitFor()
})
