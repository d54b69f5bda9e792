/** The minutes of a meeting: in a browser, as somebody types them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { done, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured } from './watch.ts'

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  return { elin, window: await windowOf(browser, server, elin) }
})

interface Seen {
  readonly record: { readonly state: string }
  readonly lines: readonly { readonly typed: string; readonly kind: string }[]
}

test('minutes by keyboard: each line is kept as it is typed; without network too, and sent when it is back', async t => {
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  pictured(t, page)
  const times = { startsAt: '2126-12-01T08:00:00Z', endsAt: '2126-12-01T09:00:00Z' }
  const { id } = await done(office.elin, 'meetings.create-meeting', { title: 'Board', ...times })
  await done(office.elin, 'meetings.add-item', { id, title: 'Copier', kind: 'decision' })
  await page.goto(`${server.address}/meetings/${id}`)
  await page.getByRole('link', { name: 'Write minutes' }).click()
  await page.getByLabel('Line of the minutes: 1. Copier').fill('Three offers')
  await page.keyboard.press('Enter')
  await page.keyboard.type('d The second is taken')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.context().setOffline(true)
  await page.keyboard.press('Enter')
  await page.keyboard.type('a elin fri: sign')
  await page.getByText('Not sent yet').waitFor()
  await page.context().setOffline(false)
  await page.getByText('Saved', { exact: true }).waitFor()
  const seen = (await office.elin.see('meetings.get-meeting', { id })) as Seen
  assert.deepEqual(
    seen.lines.map(line => [line.kind, line.typed]),
    [
      ['note', 'Three offers'],
      ['decision', 'd The second is taken'],
      ['action', 'a elin fri: sign'],
    ],
  )
  assert.deepEqual(await violations(page, 'light'), [])
  await page.getByRole('button', { name: 'Finish the minutes' }).click()
  await page.getByText('Approved').first().waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
})
