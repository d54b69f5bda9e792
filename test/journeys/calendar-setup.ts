/** What an office manager sets up in the browser, by keys alone: a department meeting, an outing, a talk with a guest, a trip, a month of on-call. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { type CalendarOffice, guestAddress } from './calendar-office.ts'
import type { Hands } from './hands.ts'

/** Reaches a button by keyboard and presses it. */
async function push(hands: Hands, button: Locator): Promise<void> {
  await hands.reach(button)
  await hands.press('Enter')
}

async function fill(hands: Hands, field: Locator, text: string): Promise<void> {
  await hands.reach(field)
  await hands.press('Control+a')
  await hands.type(text)
}

/** A day and a time of one field of a form; `nth` counts the form's moments. */
async function moment(
  hands: Hands,
  form: Locator,
  label: string,
  nth: number,
  day: string,
  time: string,
): Promise<void> {
  await fill(hands, form.getByLabel(label, { exact: true }), day)
  await hands.press('Tab')
  await fill(hands, form.getByLabel('Time', { exact: true }).nth(nth), time)
  await hands.press('Tab')
}

/** Takes somebody from a field that finds people. */
async function find(hands: Hands, field: Locator, page: Page, name: string): Promise<void> {
  await hands.reach(field)
  await hands.type(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor()
  // Enter takes nobody of an answer to what was typed before.
  for (let tries = 0; (await field.inputValue()) !== ''; tries++) {
    assert.ok(tries < 200, `${name} was not taken`)
    await hands.press('Enter')
  }
}

/** A series with its people and what stands on its agenda every time. */
export async function setUpDepartmentMeeting(page: Page, hands: Hands, office: CalendarOffice): Promise<void> {
  await page.goto(`${office.server.address}/meetings`)
  await push(hands, page.getByRole('button', { name: 'New regular meeting' }).first())
  const form = page.getByRole('dialog')
  await fill(hands, form.getByLabel('Title', { exact: true }).first(), 'Department meeting')
  await moment(hands, form, 'Begins', 0, office.on(1), '09:00')
  await moment(hands, form, 'Ends', 1, office.on(1), '10:00')
  const rhythm = form.getByLabel('How often')
  await hands.reach(rhythm)
  await hands.type('Every other')
  await push(hands, form.getByText('More fields'))
  for (const name of ['Maria Lindqvist', 'Ingrid Solberg'])
    await find(hands, form.getByLabel(/^Who take part/), page, name)
  await push(
    hands,
    form.getByRole('group', { name: /^On the agenda/ }).getByRole('button', { name: 'Add', exact: true }),
  )
  await fill(hands, form.getByRole('group', { name: /^On the agenda/ }).getByLabel('Title'), 'Since last time')
  await hands.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Department meeting' }).waitFor()
  await page.getByText('Since last time').first().waitFor()
}

/** An event one registers for; gives its id. The guest is asked by mail. */
export async function setUpOuting(page: Page, hands: Hands, office: CalendarOffice): Promise<string> {
  await page.goto(`${office.server.address}/outings`)
  await push(hands, page.getByRole('button', { name: 'New event' }).first())
  const form = page.getByRole('dialog')
  await fill(hands, form.getByLabel('Title', { exact: true }), 'Archipelago outing')
  await moment(hands, form, 'Begins', 0, office.on(4), '13:00')
  await moment(hands, form, 'Ends', 1, office.on(4), '17:00')
  await hands.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Archipelago outing' }).waitFor()
  await push(hands, page.getByRole('button', { name: 'Open or close registration' }))
  await page.getByText('Registration open').first().waitFor()
  await push(hands, page.getByRole('button', { name: 'Invite', exact: true }))
  await fill(hands, form.getByLabel('Guests from outside'), `Bengt Lind <${guestAddress}>`)
  await hands.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  return new URL(page.url()).pathname.split('/').at(-1)!
}

/** A talk with somebody outside, in one line, in a room. */
export async function inviteGuest(page: Page, hands: Hands, office: CalendarOffice): Promise<void> {
  await page.goto(`${office.server.address}/calendar?view=week&on=${office.on(0)}`)
  await page
    .getByRole('button', { name: /Department meeting/ })
    .first()
    .waitFor()
  await hands.press('n')
  const form = page.getByRole('dialog')
  await fill(hands, form.getByLabel('What', { exact: true }), `Contract talks ${office.on(2)} 10-11 @ klippan`)
  await form.getByText(/Contract talks · .* 10:00–11:00 · klippan/).waitFor()
  const who = form.getByRole('combobox', { name: /^Who/ })
  await find(hands, who, page, 'Maria Lindqvist')
  await find(hands, who, page, guestAddress)
  await hands.press('Control+Enter')
  await page
    .getByRole('button', { name: /Contract talks/ })
    .first()
    .waitFor()
}

/** Two people, a week each; the first turn began four weeks before that Monday, so that nobody is missing until then. It goes live at once. */
export async function setUpOncall(page: Page, hands: Hands, office: CalendarOffice): Promise<void> {
  await page.goto(`${office.server.address}/oncall`)
  await push(hands, page.getByRole('button', { name: 'New rota' }).first())
  const form = page.getByRole('dialog')
  await fill(hands, form.getByLabel('What', { exact: true }), 'Water and doors')
  await hands.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Water and doors' }).waitFor()
  await push(hands, page.getByRole('button', { name: 'Change the layers' }))
  await push(hands, form.getByRole('button', { name: 'Add a layer' }))
  for (const name of ['Maria Lindqvist', 'Ingrid Solberg'])
    await find(hands, form.getByLabel('People, in order'), page, name)
  await fill(hands, form.getByLabel('First turn begins'), office.on(-28))
  await hands.press('Tab', 'Control+Enter')
  await form.waitFor({ state: 'detached' })
  await push(hands, page.getByRole('button', { name: /^Publish/ }))
  if (await form.isVisible()) await hands.press('Control+Enter')
  await page.getByText('Live', { exact: true }).first().waitFor()
  assert.equal(await page.getByText('keeps it from going live').count(), 0)
}

/** The director's trip of three days, arranged for her. */
export async function setUpTrip(page: Page, hands: Hands, office: CalendarOffice): Promise<void> {
  await page.goto(`${office.server.address}/travel`)
  await push(hands, page.getByRole('button', { name: 'New trip' }).first())
  const form = page.getByRole('dialog')
  await fill(hands, form.getByLabel('Title', { exact: true }), 'Trade fair')
  for (const [label, days] of [
    ['First day', 8],
    ['Last day', 10],
  ] as const) {
    await fill(hands, form.getByLabel(label, { exact: true }), office.on(days))
    await hands.press('Tab')
  }
  const traveller = form.getByLabel(/^Who travels/)
  if (!(await traveller.isVisible())) await push(hands, form.getByText('More fields'))
  await find(hands, traveller, page, 'Ingrid Solberg')
  await hands.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Trade fair' }).waitFor()
}
