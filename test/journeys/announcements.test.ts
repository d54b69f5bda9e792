/** A request to all, answered in the reader's own window, counted in the author's: in a browser, as people do it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invite, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => {
  const elin = await server.openOffice()
  return { elin, andrei: await invite(server, elin, 'Andrei Munteanu', 'colleague') }
})

test('written, published, answered from the desk’s task, summed up', async t => {
  const page = await (await windowOf(browser, server, office.elin)).newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/announcements/new`)
  await page.getByLabel('Kind', { exact: true }).first().selectOption('request')
  await page.getByLabel('Title').first().fill('Summer weeks')
  await page.getByLabel('Text', { exact: true }).first().fill('Which weeks do you want to be away?')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Summer weeks' }).waitFor()
  const id = new URL(page.url()).pathname.split('/')[2]!
  await office.elin.act('announcements.change-announcement', {
    id,
    toEverybody: true,
    questions: [
      { question: 'First week', answerKind: 'number' },
      { question: 'Away at all?', answerKind: 'yes-no' },
    ],
  })
  await page.reload()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByText('Published', { exact: true }).first().waitFor()

  const reader = await (await windowOf(browser, server, office.andrei)).newPage()
  reader.setDefaultTimeout(30_000)
  await reader.goto(`${server.address}/announcements`)
  await reader
    .getByRole('link', { name: /Summer weeks/ })
    .first()
    .click()
  await reader.getByLabel('First week').fill('28')
  await reader.getByLabel('Away at all?').selectOption('yes')
  assert.deepEqual(await violations(reader, 'light'), [])
  await reader.keyboard.press('Control+Enter')
  await reader.getByText('You answered', { exact: false }).waitFor()

  await page.goto(`${server.address}/announcements/${id}/answers`)
  await page.getByText('First week: sum 28', { exact: false }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  const { rows } = (await office.elin.see('work.list-tasks', { text: 'Summer weeks', states: ['done'] })) as {
    rows: unknown[]
  }
  assert.equal(rows.length, 1, 'answering has ended the task')
  assert.deepEqual(watched.wrongs(), [])
})
