/** A day at the calendar: made in a line, moved by keys, one of a series changed, a room that is taken, an invitation answered. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { SignedIn } from '../../tools/testing/server.ts'
import { done, invite, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const zone = 'Europe/Stockholm'
const today = Temporal.Now.plainDateISO(zone)
/** Monday of next week: nothing on these days is over, whatever the hour. */
const monday = today.add({ days: 8 - today.dayOfWeek })
const on = (days: number) => monday.add({ days }).toString()
const hours = (days: number, from: string, until: string) => ({
  allDay: false as const,
  start: `${on(days)}T${from}`,
  end: `${on(days)}T${until}`,
  zone,
})

async function furnish(elin: SignedIn, maria: SignedIn & { principalId: string }) {
  const room = await done(elin, 'calendar.create-place', { title: 'Klippan', seats: 8, equipment: ['Screen'] })
  await done(elin, 'calendar.create-place', { title: 'Hamnen', seats: 12 })
  await done(elin, 'calendar.create-event', {
    title: 'Morning meeting',
    when: hours(0, '08:30', '09:00'),
    repeat: { rule: 'FREQ=DAILY;COUNT=5' },
    guests: [{ who: { principalId: maria.principalId } }],
  })
  await done(maria, 'calendar.create-event', {
    title: 'Stocktaking',
    when: hours(2, '14:00', '15:00'),
    guests: [{ who: { calendarId: room.id } }],
  })
  return { roomId: room.id as string }
}

const { server, office } = await openStage(async ({ server, browser }) => {
  const elin = await server.openOffice()
  const maria = await invite(server, elin, 'Maria Lindqvist', 'clerk')
  const made = await furnish(elin, maria)
  return { elin, maria, ...made, window: await windowOf(browser, server, elin) }
})

async function opened(path: string): Promise<Page> {
  const page = await office.window.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.address}${path}`)
  return page
}

interface Row {
  readonly eventId: string
  readonly title: string | null
  readonly start: string
  readonly end: string
  readonly recurrence: string | null
}

const rowsOf = async (title: string): Promise<Row[]> => {
  const { rows } = (await seen(office.elin, 'calendar.agenda', {
    from: `${on(0)}T00:00:00Z`,
    until: `${on(7)}T00:00:00Z`,
  })) as { rows: Row[] }
  // One that lies in several calendars stands there for each of them.
  return [...new Map(rows.filter(row => row.title === title).map(row => [row.start, row])).values()]
}
const clock = (at: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16)

test('an event is made in one line, moved and made longer by keys, and one of a series changed alone', async t => {
  const page = await opened(`/calendar?view=week&on=${on(0)}`)
  const watched = watch(page)
  pictured(t, page)
  await page
    .getByRole('button', { name: /Morning meeting/ })
    .first()
    .waitFor()
  assert.deepEqual(await violations(page, 'light'), [])

  await page.keyboard.press('n')
  const form = page.getByRole('dialog')
  await form.getByLabel('What', { exact: true }).fill(`Budget review ${on(1)} 10-11 @ hamnen`)
  await form.getByText(/Budget review · .* 10:00–11:00 · hamnen/).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.keyboard.press('Control+Enter')
  const budget = page.getByRole('button', { name: /Budget review/ })
  await budget.waitFor()
  assert.deepEqual(
    (await rowsOf('Budget review')).map(({ start, end }) => [clock(start), clock(end)]),
    [[`${on(1)}T10:00`, `${on(1)}T11:00`]],
  )

  await budget.focus()
  await page.keyboard.press('Space')
  await page.getByText(/Budget review is lifted/).waitFor({ state: 'attached' })
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
  await page.getByText('Moved').waitFor()
  assert.deepEqual(
    (await rowsOf('Budget review')).map(({ start, end }) => [clock(start), clock(end)]),
    [[`${on(2)}T10:30`, `${on(2)}T11:45`]],
  )
  const [moved] = await rowsOf('Budget review')
  const { places } = (await seen(office.elin, 'calendar.get-event', { id: moved!.eventId })) as {
    places: { title: string; answer: string }[]
  }
  assert.deepEqual(
    places.map(({ title, answer }) => [title, answer]),
    [['Hamnen', 'accepted']],
  )

  await page
    .getByRole('button', { name: /Morning meeting/ })
    .nth(3)
    .click()
  const peek = page.getByRole('dialog', { name: 'Morning meeting' })
  await peek.getByText(/1 invited/).waitFor()
  await peek.getByRole('button', { name: 'Change' }).click()
  await page.getByLabel('What', { exact: true }).fill('Long morning meeting')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Only this one' }).click()
  await page.getByRole('button', { name: /Long morning meeting/ }).waitFor()
  assert.equal((await rowsOf('Morning meeting')).length, 4)
  assert.deepEqual(
    (await rowsOf('Long morning meeting')).map(({ start }) => clock(start)),
    [`${on(3)}T08:30`],
  )

  await page.keyboard.press('m')
  await page.getByRole('grid').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.keyboard.press('y')
  await page.getByRole('group', { name: 'Calendar' }).waitFor()
  await page.getByLabel('Go to a day').fill(`w ${monday.weekOfYear}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Budget review/ }).waitFor()
  assert.deepEqual(watched.wrongs(), [])
})

test('a room that is taken says so with the next free times; one of them is booked', async t => {
  const page = await opened(`/rooms?on=${on(2)}`)
  pictured(t, page)
  await page.getByText('14:00–15:00').waitFor({ state: 'attached' })
  assert.deepEqual(await violations(page, 'light'), [])
  const lane = page.locator(`[data-lane="${office.roomId}"]`)
  await lane.focus()
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog')
  await form.getByLabel('What', { exact: true }).fill('Interview')
  await form.getByRole('button', { name: /Klippan/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  const next = form.getByRole('alert').getByRole('button').first()
  await next.waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await next.click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: /15:00–16:00 Interview/ }).waitFor()
  assert.equal((await rowsOf('Interview')).length > 0, true)
})

test('an invitation is answered in place; the room, its door, the settings and the paper are pages without a fault', async t => {
  const { principalId } = await elinsPrincipal()
  const { id } = await done(office.maria, 'calendar.create-event', {
    title: 'Pay talks',
    when: hours(4, '13:00', '14:00'),
    guests: [{ who: { principalId } }],
  })
  const page = await opened(`/calendar/${id}`)
  const watched = watch(page)
  pictured(t, page)
  await page.getByRole('button', { name: 'Comes' }).click()
  await page.getByRole('button', { name: 'Comes', pressed: true }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  const { answer } = (await seen(office.elin, 'calendar.get-event', { id })) as { answer: string }
  assert.equal(answer, 'accepted')
  await page.goto(`${server.address}/rooms/${office.roomId}?on=${on(2)}`)
  await page.getByRole('button', { name: /Interview/ }).waitFor()
  assert.deepEqual(await violations(page, 'dark'), [])
  await page.goto(`${server.address}/rooms/${office.roomId}/door`)
  await page.getByText('Free', { exact: true }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.goto(`${server.address}/calendar/settings`)
  await page.getByText('Everybody in the office').waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.goto(`${server.address}/calendar/print/week?on=${on(0)}`)
  await page.getByRole('heading', { name: 'Pay talks' }).waitFor()
  assert.deepEqual(await violations(page, 'light'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  for (const view of ['week', 'month']) {
    await page.goto(`${server.address}/calendar?view=${view}&on=${on(4)}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.deepEqual(await violations(page, 'phone'), [], view)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.equal(wider, 0, view)
  }
  assert.deepEqual(watched.wrongs(), [])
})

async function elinsPrincipal(): Promise<{ principalId: string }> {
  const response = await fetch(`${server.address}/api/session`, { headers: { cookie: office.elin.cookie } })
  const { principal } = (await response.json()) as { principal: { id: string } }
  return { principalId: principal.id }
}
