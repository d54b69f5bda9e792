/** Where somebody who has never seen Kontor begins: the palette, New, and what a form does with what is typed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handsOn } from './hands.ts'
import { done, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { pictured, watch } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => ({ elin: await server.openOffice() }))
const { elin } = office

test('from the palette one comes to the invitation that shows its link; Escape closes the list of a form, then the form', async t => {
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  const hands = handsOn(page)
  await page.goto(server.address)
  await page.getByText('Nothing is waiting for you').waitFor()
  await hands.press('Control+k')
  await page.getByRole('combobox').fill('invite')
  await page.getByRole('option', { name: /Invite a colleague/ }).click()
  const invitation = page.getByRole('dialog')
  await invitation.getByLabel('Name').fill('Nadia Rahimi')
  await invitation.getByLabel('E-mail address').fill('nadia@office')
  await hands.press('Enter')
  await invitation.getByText('Not an e-mail address').waitFor()
  assert.ok(await invitation.getByRole('checkbox', { name: /Colleague/ }).isChecked(), 'the usual role is ticked')
  await invitation.getByLabel('E-mail address').fill('nadia@office.example')
  await hands.press('Enter')
  await invitation.getByText('Invitation link for Nadia Rahimi').waitFor()
  assert.equal(new URL(page.url()).search, '', 'the address forgets what it was asked for')
  await invitation.getByRole('button', { name: 'Done' }).click()

  await hands.press('c')
  await page.getByRole('menuitem', { name: 'New matter', exact: true }).click()
  const form = page.getByRole('dialog')
  const list = form.getByRole('combobox').first()
  await list.click()
  await form.getByRole('listbox').waitFor()
  await hands.press('Escape')
  await form.getByRole('listbox').waitFor({ state: 'detached' })
  assert.equal(await form.count(), 1, 'the form stays')
  await hands.press('Escape')
  await form.waitFor({ state: 'detached' })
  assert.deepEqual(watched.wrongs(), [])
})

test('New offers what is made every day, and the rest by its module; what was made is one press away', async t => {
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const hands = handsOn(page)
  await page.goto(server.address)
  await page.getByText('Nothing is waiting for you').waitFor()
  await hands.press('c')
  const items = page.getByRole('menuitem')
  await items.first().waitFor()
  assert.ok((await items.count()) < 16, `${await items.count()} at first`)
  await page.getByRole('menuitem', { name: 'Everything that can be made' }).click()
  await page.getByRole('menuitem', { name: 'New rota' }).waitFor()
  await page.getByRole('menuitem', { name: 'New trip' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Title').fill('Malmö fair')
  await form.getByLabel('First day').fill('+3')
  await form.getByLabel('Last day').fill('+4')
  await hands.press('Control+Enter')
  await page.getByRole('status').getByRole('link', { name: 'Open' }).click()
  await page.getByRole('heading', { level: 1, name: 'Malmö fair' }).waitFor()
})

test('the desk says what nobody has taken, whichever module has it', async t => {
  await done(elin, 'cases.open-case', { title: 'The window leaks', channel: 'counter' })
  assert.equal((await seen(elin, 'cases.list-waiting')).total, 1)
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  await page.goto(server.address)
  const untaken = page.getByRole('region', { name: 'Came in, nobody has taken it' })
  await untaken.getByText('The window leaks').waitFor()
  await untaken.getByRole('link', { name: 'Cases' }).click()
  await page.getByRole('heading', { level: 1, name: 'The window leaks' }).waitFor()
})
