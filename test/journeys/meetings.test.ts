/** The minutes of a meeting as somebody types them, and a guest who answers an invitation by its link: in a browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkSecretOf, outsidePath } from '../../src/kernel/outside/link.ts'
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

interface Invited {
  readonly taken: number
  readonly registrations: readonly { readonly id: string; readonly answer: string; readonly guests: number }[]
  readonly dietTotals: readonly unknown[]
}

test('invited: a guest without an account says who comes and what they do not eat', async t => {
  const { elin } = office
  const times = { startsAt: '2126-06-11T10:00:00Z', endsAt: '2126-06-11T18:00:00Z' }
  const { id } = await done(elin, 'outings.create-outing', { title: 'Summer', ...times, capacity: 4, plusOnes: 2 })
  await done(elin, 'outings.set-registration', { id, open: true })
  const guests = [{ name: 'Eva Lindholm', email: 'eva@lindholms.example', language: 'sv' }]
  await done(elin, 'outings.invite-guests', { id, guests })
  const see = async () => (await elin.see('outings.get-outing', { id })) as Invited
  const [invited] = (await see()).registrations
  const { kernel } = server.running.composed
  const organisation = (await elin.see('authority.get-organisation')) as { readonly id: string }
  const thing = { organisationId: organisation.id, id: invited!.id }
  const page = await office.window.newPage()
  page.setDefaultTimeout(30_000)
  pictured(t, page)
  await page.goto(server.address + outsidePath(await linkSecretOf(kernel.pool), 'event', thing))
  await page.getByLabel('I am coming', { exact: true }).click()
  await page.getByLabel('How many do you bring?').selectOption('1')
  await page.getByLabel('Vegan').click()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.getByRole('button', { name: 'Send answer' }).click()
  await page.getByText('we look forward to seeing you').waitFor()
  const { taken, registrations, dietTotals } = await see()
  assert.deepEqual([taken, registrations[0]!.answer, dietTotals], [2, 'coming', [{ diet: 'vegan', count: 1 }]])
})
