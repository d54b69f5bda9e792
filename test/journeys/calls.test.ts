/** Calls as the desk has them: a card makes room for the next, whom nobody knows is no recipient, and one message is one message. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { done, invite, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { pictured, watch } from './watch.ts'

const { server, browser, office } = await openStage(async ({ server }) => {
  const owner = await server.openOffice({ name: 'Elin Bergqvist' })
  const { principal } = (await (await owner.fetch('/api/session')).json()) as { principal: { id: string } }
  const elin = { ...owner, principalId: principal.id }
  const nadia = await invite(server, elin, 'Nadia Rahimi', 'clerk')
  await done(elin, 'calls.add-wire', { title: 'Switchboard' })
  for (const [title, toldAs, members] of [
    ['Reception', 'reception', [elin, nadia]],
    ['Elin', 'w0', [elin]],
    ['Nadia', 'w1', [nadia]],
  ] as const)
    await done(elin, 'calls.add-line', { title, toldAs, memberIds: members.map(one => one.principalId) })
  await done(elin, 'directory.create-person', { name: 'Berit Dahl' })
  const { wires } = await seen(elin, 'calls.get-setup')
  return { elin, nadia, path: wires[0].path as string }
})
const { elin, nadia } = office

async function phone(fields: Readonly<Record<string, string>>): Promise<void> {
  const body = new URLSearchParams({ direction: 'in', ...fields }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await fetch(server.address + office.path, { method: 'POST', headers, body })
  assert.equal(response.status, 200, await response.text())
}
const rings = (callId: string, from: string) =>
  phone({ event: 'newCall', callId, from, to: '+46313900600', 'user[]': 'reception' })
const card = (page: Page, name: string) => page.getByRole('dialog', { name })

async function deskOf(t: Parameters<typeof pictured>[0], who: typeof elin) {
  const page = await (await windowOf(browser, server, who)).newPage()
  pictured(t, page)
  const watched = watch(page)
  await page.goto(`${server.address}/desk`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, watched }
}

test('a card that nobody turned to goes when a colleague takes the call, and one’s own makes room for the next that rings', async t => {
  const [hers, mine] = [await deskOf(t, nadia), await deskOf(t, elin)]
  await rings('c1', '+31201234567')
  await card(hers.page, '+31 20 123 4567').waitFor()
  await card(mine.page, '+31 20 123 4567').waitFor()
  await phone({ event: 'answer', callId: 'c1', user: 'w0', answeringNumber: 'w0' })
  await card(hers.page, '+31 20 123 4567').waitFor({ state: 'detached' })
  await phone({ event: 'hangup', callId: 'c1', cause: 'normalClearing' })
  await card(mine.page, '+31 20 123 4567').getByText('ended').waitFor()
  await rings('c2', '+4722334455')
  await card(mine.page, '+47 22 33 44 55').waitFor()
  await phone({ event: 'hangup', callId: 'c2', cause: 'cancel' })
  await card(mine.page, '+47 22 33 44 55').waitFor({ state: 'detached' })
  assert.deepEqual([...hers.watched.wrongs(), ...mine.watched.wrongs()], [])
})

test('a message goes once, to whom Tab has taken; whom nobody is called keeps it back', async t => {
  const { page, watched } = await deskOf(t, nadia)
  await rings('c3', '+40213112233')
  await phone({ event: 'answer', callId: 'c3', user: 'w1', answeringNumber: 'w1' })
  const slip = card(page, '+40 21 311 2233')
  await slip.getByText('on your line').waitFor()
  await page.keyboard.press('Control+.')
  const to = slip.getByRole('combobox', { name: 'To', exact: true })
  await to.fill('Nobody Such')
  await slip.getByRole('textbox', { name: 'About' }).fill('The offer')
  await slip.getByRole('button', { name: /^Send/ }).click()
  await slip.getByRole('alert').getByText('Nobody here is called “Nobody Such”').waitFor()
  await to.fill('Elin')
  await page.getByRole('option', { name: /Elin/ }).waitFor()
  await to.press('Tab')
  await slip.getByRole('button', { name: 'Remove Elin Bergqvist' }).waitFor()
  await slip.getByRole('button', { name: /^Send/ }).click()
  await slip.waitFor({ state: 'detached' })
  const { rows } = await seen(elin, 'calls.list-slips', { box: 'mine' })
  assert.deepEqual(
    rows.map((row: { title: string }) => row.title.includes('The offer')),
    [true],
  )
  await phone({ event: 'hangup', callId: 'c3', cause: 'normalClearing' })
  assert.deepEqual(watched.wrongs(), [])
})

test('what was noted of a call is what its case begins with, and whose it was', async t => {
  const { page, watched } = await deskOf(t, nadia)
  const { rows } = await seen(nadia, 'calls.list-calls', { limit: 20 })
  const call = rows.find((row: { title: string }) => row.title.startsWith('+40'))
  await done(nadia, 'calls.note-call', { id: call.id, note: 'The window leaks\nSecond time', outcome: 'helped' })
  await page.goto(`${server.address}/calls/${call.id}`)
  await page.getByRole('button', { name: 'New case' }).click()
  const form = page.getByRole('dialog', { name: 'New case' })
  assert.equal(await form.getByRole('textbox', { name: 'What it is about' }).inputValue(), 'The window leaks')
  assert.equal(await form.getByLabel('How it came').inputValue(), 'call')
  assert.match(await form.getByRole('textbox', { name: /What was said/ }).inputValue(), /Second time/)
  await form.getByText('More fields').click()
  await form.getByRole('combobox', { name: /^Customer/ }).fill('Berit')
  await page.getByRole('option', { name: /Berit Dahl/ }).click()
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  // The next call is somebody else's: the customer of the last case is not in its form.
  const other = rows.find((row: { title: string }) => row.title.startsWith('+31'))
  await page.goto(`${server.address}/calls/${other.id}`)
  await page.getByRole('button', { name: 'New case' }).click()
  await form.getByRole('textbox', { name: 'What it is about' }).waitFor()
  assert.equal(await form.getByText('Berit Dahl').count(), 0)
  assert.deepEqual(watched.wrongs(), [])
})
