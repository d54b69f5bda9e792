/** What the clerk may not decide alone, asked of somebody who may: two people, a browser each, nothing reloaded. */
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { approvalTerm_days } from '../../src/modules/authority/approval-term.ts'
import type { SignedIn } from '../../tools/testing/server.ts'
import { billPdf } from '../makers.ts'
import { handsOn } from './hands.ts'
import { done, invite, seen, takeIn, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

type Person = SignedIn & { readonly principalId: string }

let papers = 0

const {
  server,
  browser,
  office: { elin, nadia, ingrid },
} = await openStage(async ({ server }) => {
  const elin = await server.openOffice()
  const nadia: Person = await invite(server, elin, 'Nadia Rahimi', 'clerk')
  const ingrid: Person = await invite(server, elin, 'Ingrid Solberg', 'manager')
  const limit = { amount: '5000.00', currency: 'SEK' }
  await done(elin, 'authority.set-limit', { id: nadia.principalId, permission: 'documents.confirm', limit })
  return { elin, nadia, ingrid }
})

/** Kinder than any person's patience; steps wait for what they name, not for time. */
const patience_ms = 20_000

async function pageOf(t: TestContext, who: Person, path: string): Promise<Page> {
  const page = await (await windowOf(browser, server, who)).newPage()
  pictured(t, page)
  const watched = watch(page)
  t.after(async () => {
    if (t.passed) assert.deepEqual(watched.wrongs(), [])
    await page.context().close()
  })
  await page.goto(server.address + path)
  return page
}

/** A bill of some 14,000 SEK: above what Nadia may confirm alone. */
async function bill(): Promise<string> {
  const n = ++papers
  return takeIn(nadia, { name: `faktura-${n}.pdf`, bytes: await billPdf(500 + n) })
}

/** Nadia confirms by keyboard, is told that it is asked, and opens what she asked; gives the approval's id. */
async function ask(page: Page, id: string): Promise<string> {
  await page.goto(`${server.address}/confirm/${id}`)
  await page.getByRole('listitem').filter({ hasText: 'Task for' }).waitFor()
  await handsOn(page).press('Control+Enter')
  const notice = page.getByRole('status').filter({ hasText: 'Asked for approval' })
  await notice.waitFor()
  await notice.getByRole('link', { name: 'Open' }).click()
  await page.waitForURL('**/approvals/*')
  await page.getByText('Waits for a decision').first().waitFor()
  return new URL(page.url()).pathname.split('/').at(-1)!
}

const main = (page: Page) => page.getByRole('main')
const stateOf = async (id: string) => (await seen(elin, 'documents.get-document', { id })).record.state
const tasksOf = async (id: string) =>
  (await seen(elin, 'work.list-tasks')).rows.filter((row: { source?: { id: string } }) => row.source?.id === id).length

async function nothingToMend(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
  assert.deepEqual(await violations(page), [], page.url())
}

test('asked of Ingrid, who sees it come, what it will do, and consents; Nadia sees it done', {
  timeout: 90_000,
}, async t => {
  const id = await bill()
  const desk = await pageOf(t, ingrid, '/')
  await desk.getByRole('heading', { level: 1 }).waitFor()
  const clerk = await pageOf(t, nadia, '/')
  const approvalId = await ask(clerk, id)
  assert.match((await main(clerk).textContent()) ?? '', /Asked of\s*Elin Bergqvist, Ingrid Solberg/)
  assert.equal(await stateOf(id), 'to-confirm')
  await nothingToMend(clerk)

  // Live: nobody reloads Ingrid's desk.
  const asks = desk.getByRole('main').getByRole('link', { name: /Lindholmens Papper/ })
  await asks.first().waitFor({ timeout: patience_ms })
  await nothingToMend(desk)
  await asks.first().click()
  await desk.getByRole('heading', { name: 'When you approve' }).waitFor()
  const shown = (await main(desk).innerText()).replaceAll(/\s+/g, ' ')
  for (const part of ['The amount is above the limit', 'Nadia Rahimi', '5730-9122', '3.2', 'Pay Lindholmens Papper'])
    assert.ok(shown.includes(part), `“${part}” is shown: ${shown}`)
  await nothingToMend(desk)

  // Tried without doing it: what the whole would come to, and nothing has come of it.
  const tried = await ingrid.act('authority.approve', { id: approvalId }, { 'dry-run': 'true' })
  const events = (tried['events'] as { name: string }[]).map(({ name }) => name)
  for (const name of ['documents.document-confirmed', 'work.tasks-raised', 'authority.approval-granted'])
    assert.ok(events.includes(name), `${name} in ${events}`)
  assert.deepEqual([await stateOf(id), await tasksOf(id)], ['to-confirm', 0])

  await handsOn(desk).press('p')
  await main(desk).getByText('Approved').first().waitFor()
  await main(clerk).getByText('Approved').first().waitFor({ timeout: patience_ms })
  assert.deepEqual([await stateOf(id), await tasksOf(id)], ['confirmed', 1])
  const { rows } = await seen(elin, 'authority.record-timeline', { id })
  assert.ok(
    rows.some(
      (row: { who: { name: string }; command: string }) =>
        row.command === 'documents.confirm' && row.who.name === 'Nadia Rahimi',
    ),
    'done in the name of who asked',
  )
})

test('refused with a reason, which Nadia reads as it is given', { timeout: 90_000 }, async t => {
  const id = await bill()
  const clerk = await pageOf(t, nadia, '/')
  const approvalId = await ask(clerk, id)
  const desk = await pageOf(t, ingrid, `/approvals/${approvalId}`)
  await desk.getByRole('heading', { name: 'When you approve' }).waitFor()
  await handsOn(desk).press('r')
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('We returned the paper')
  await nothingToMend(desk)
  await dialog.getByRole('button', { name: 'Refuse' }).click()
  await dialog.waitFor({ state: 'detached' })
  await main(clerk).getByText('We returned the paper').first().waitFor({ timeout: patience_ms })
  assert.deepEqual([await stateOf(id), await tasksOf(id)], ['to-confirm', 0])
})

test('what has changed meanwhile is not done by half: the approval closes and says why', {
  timeout: 90_000,
}, async t => {
  const id = await bill()
  const clerk = await pageOf(t, nadia, '/')
  const approvalId = await ask(clerk, id)
  const desk = await pageOf(t, ingrid, `/approvals/${approvalId}`)
  await desk.getByRole('heading', { name: 'When you approve' }).waitFor()
  await done(elin, 'documents.correct-field', { id, name: 'total', value: '23980.00' })
  await handsOn(desk).press('p')
  await main(desk).getByText('Approved, but it could no longer be done').first().waitFor()
  await main(clerk).getByText('Approved, but it could no longer be done').first().waitFor({ timeout: patience_ms })
  await nothingToMend(desk)
  assert.deepEqual([await stateOf(id), await tasksOf(id)], ['to-confirm', 0])
})

test('taken back by who asked, it leaves the other’s desk; lapsed, it cannot be approved', {
  timeout: 90_000,
}, async t => {
  const id = await bill()
  const desk = await pageOf(t, ingrid, '/approvals')
  await desk.getByText('Nothing waits for your word').waitFor()
  const clerk = await pageOf(t, nadia, '/')
  await ask(clerk, id)
  const line = desk
    .getByRole('main')
    .getByText(/Lindholmens Papper/)
    .first()
  await line.waitFor({ timeout: patience_ms })
  await clerk.getByRole('button', { name: 'Withdraw' }).click()
  await main(clerk).getByText('Withdrawn').first().waitFor()
  await line.waitFor({ state: 'detached', timeout: patience_ms })

  const approvalId = await ask(clerk, id)
  await line.waitFor({ timeout: patience_ms })
  await age(approvalId)
  await desk.goto(`${server.address}/approvals/${approvalId}`)
  await main(desk).getByText('This was asked too long ago and has lapsed.').first().waitFor()
  const late = await ingrid.act('authority.approve', { id: approvalId })
  assert.equal((late['output'] as { state: string }).state, 'closed')
  await main(clerk).getByText('Could not be done').first().waitFor({ timeout: patience_ms })
  assert.deepEqual([await stateOf(id), await tasksOf(id)], ['to-confirm', 0])
})

/** Makes an approval as old as its term: the clock of a running server cannot be set. */
async function age(id: string): Promise<void> {
  const client = await server.running.composed.ground.pool.connect()
  try {
    const { id: organisationId } = await seen(elin, 'authority.get-organisation')
    await client.query('begin')
    await client.query("select set_config('kontor.organisation_id', $1, true)", [organisationId])
    const aged = `update authority.approval set asked_at = asked_at - make_interval(days => ${approvalTerm_days}) where id = $1`
    assert.equal((await client.query(aged, [id])).rowCount, 1)
    await client.query('commit')
  } finally {
    client.release()
  }
}
