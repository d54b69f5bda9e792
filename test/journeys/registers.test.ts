/** A register from a template, filled by hand and by a table, with a rule tried and kept: in a browser, as people do it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { pictured, watch } from './watch.ts'

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  return { elin, window: await windowOf(browser, server, elin) }
})

test('keys: a template, an entry, a table, a rule that does its work', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  pictured(t, page)
  await page.goto(`${server.address}/registers`)
  await page.getByRole('button', { name: 'New register' }).first().click()
  await page.getByRole('button', { name: /^Keys/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor()
  const id = new URL(page.url()).pathname.split('/')[2]!

  await page.goto(`${server.address}/registers/${id}/rules`)
  await page.getByRole('button', { name: 'Add rule' }).click()
  await page.getByLabel('What the rule is called').fill('Tell the alarm company')
  await page.getByLabel('Title; fields in braces').fill('Tell the alarm company of {number}')
  await page.getByRole('button', { name: 'Save', exact: false }).first().click()
  await page.getByText('In the name of', { exact: false }).waitFor()

  await page.goto(`${server.address}/registers/${id}`)
  await page.getByRole('button', { name: /^Add/ }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Save', exact: false }).first().click()
  await form.getByText('Needed here').first().waitFor()
  await form.getByLabel('Number').fill('K 1')
  await form.getByLabel('Opens').fill('Server room')
  await form.getByRole('button', { name: 'Save', exact: false }).first().click()
  await page.getByRole('link', { name: 'K 1 Server room' }).waitFor()

  await page.goto(`${server.address}/registers/${id}/import`)
  await page.locator('#pasted').fill('Number;Opens;Lent on\nK 2;Roof;2026-11-01\nK 1;Twice;2026-11-01\n')
  await page.getByText('of 2 rows can be added', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Add them' }).click()
  await page.getByRole('link', { name: 'K 2 Roof' }).waitFor()

  const { rows } = (await office.elin.see('work.list-tasks', { text: 'alarm company' })) as {
    rows: { title: string }[]
  }
  assert.deepEqual(
    rows.map(({ title }) => title),
    ['Tell the alarm company of K 1'],
    'the rule heard of what was added by hand, not of the table',
  )
  // a form that is sent too early is refused: that answer is meant
  assert.deepEqual(
    watched.wrongs().filter(wrong => !wrong.startsWith('422')),
    [],
  )
})
