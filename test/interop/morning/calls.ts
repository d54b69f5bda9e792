/** Four calls of a morning, told by the telephone system: a complaint, a message for somebody away, one missed, one handed over. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { done, seen } from '../../journeys/small-office.ts'
import { type Morning, until } from './office.ts'

const numbers = { berit: '+46313901122', unknown: '+31201234567', missed: '+4722334455', bank: '+40213112233' }

const rings = (callId: string, from: string, user = 'reception') => ({
  ...{ event: 'newCall', direction: 'in', callId, from, to: '+46313900600' },
  'user[]': user,
})
/** The call of a number, which the log writes as people of the country do. */
async function callOf({ elin }: Morning, number: string) {
  const isIts = (row: { number: string }) => row.number.replaceAll(/\D/g, '').endsWith(number.slice(-7))
  const { rows } = await until(
    () => seen(elin, 'calls.list-calls', { limit: 20 }),
    found => found.rows.some(isIts),
    `the call of ${number}`,
  )
  return rows.find(isIts)
}

/** Gives a line for each, of what came of it. */
export async function takeCalls(morning: Morning, page: Page): Promise<string[]> {
  await page.goto(`${morning.server.address}/desk`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return [
    await complained(morning, page),
    await messageFor(morning, page),
    await calledBack(morning),
    await handedOver(morning),
    await voicemail(morning),
  ]
}

/** Berit's card opens by itself, with who she is; what she says is a case before she has hung up. */
async function complained(morning: Morning, page: Page): Promise<string> {
  const { elin, phone, berit } = morning
  const at = performance.now()
  await phone(rings('c1', numbers.berit))
  await page.getByRole('dialog', { name: 'Berit Dahl' }).waitFor()
  const card_ms = performance.now() - at
  await phone({ event: 'answer', callId: 'c1', direction: 'in', user: 'w0', answeringNumber: 'w0' })
  const call = await callOf(morning, numbers.berit)
  const opened = await done(elin, 'cases.open-case', {
    title: 'The window leaks again',
    kind: 'complaint',
    channel: 'call',
    partyId: berit,
    sourceId: call.id,
    tone: 'upset',
  })
  await done(elin, 'calls.note-call', { id: call.id, note: 'Wants an answer today', outcome: 'helped' })
  await phone({ event: 'hangup', callId: 'c1', direction: 'in', cause: 'normalClearing' })
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return `1st call: the card stood after ${Math.round(card_ms)} ms; ${opened.number} is open before she hung up`
}

/** Typed by keys while she is on the line; Ingrid, who is out, reads it and calls back. */
async function messageFor({ ingrid, phone }: Morning, page: Page): Promise<string> {
  await done(ingrid, 'presence.set-word', { state: 'meeting' })
  await phone(rings('c2', numbers.unknown))
  const card = page.getByRole('dialog')
  await card.waitFor()
  await phone({ event: 'answer', callId: 'c2', direction: 'in', user: 'w0', answeringNumber: 'w0' })
  const at = performance.now()
  await page.keyboard.press('Control+.')
  await card.getByRole('combobox', { name: 'From' }).fill('Sanne Bakker')
  const to = card.getByRole('combobox', { name: 'To' })
  await to.fill('Ingrid')
  await page
    .getByRole('option', { name: /Ingrid/ })
    .first()
    .click()
  await card.getByLabel('About').fill('The offer for the facade')
  await page.keyboard.press('Control+Enter')
  await card.waitFor({ state: 'detached' })
  const typed_s = (performance.now() - at) / 1000
  await phone({ event: 'hangup', callId: 'c2', direction: 'in', cause: 'normalClearing' })
  const { rows } = await seen(ingrid, 'calls.list-slips', { box: 'mine' })
  assert.equal(rows.length, 1)
  await done(ingrid, 'calls.read-slip', { id: rows[0].id })
  await done(ingrid, 'calls.finish-slip', { id: rows[0].id, outcome: 'Called back' })
  return `2nd call: the message was with Ingrid after ${typed_s.toFixed(1)} s; read and dealt with`
}

/** Nobody took it: it waits in the tray until somebody has called back. */
async function calledBack(morning: Morning): Promise<string> {
  const { nadia, phone } = morning
  await phone(rings('c3', numbers.missed))
  await phone({ event: 'hangup', callId: 'c3', direction: 'in', cause: 'cancel' })
  const call = await callOf(morning, numbers.missed)
  const waiting = await seen(nadia, 'calls.list-waiting')
  assert.ok(
    waiting.rows.some((row: { id: string }) => row.id === call.id),
    JSON.stringify(waiting),
  )
  await done(nadia, 'calls.note-call', { id: call.id, note: 'Called back: wrong number', outcome: 'wrong-number' })
  await done(nadia, 'calls.settle-call', { id: call.id })
  return '3rd call: missed, called back by Nadia'
}

async function handedOver(morning: Morning): Promise<string> {
  const { elin, maria, phone } = morning
  await phone(rings('c4', numbers.bank))
  await phone({ event: 'answer', callId: 'c4', direction: 'in', user: 'w0', answeringNumber: 'w0' })
  const call = await callOf(morning, numbers.bank)
  await done(elin, 'calls.hand-over-call', { id: call.id, toId: maria.principalId, note: 'The bank, about the limit' })
  await phone({ event: 'hangup', callId: 'c4', direction: 'in', cause: 'normalClearing' })
  return '4th call: handed over to Maria with a note'
}

/** What was spoken to the machine before eight came by mail: it is a message that is nobody's until somebody has it. */
async function voicemail({ elin, nadia }: Morning): Promise<string> {
  const isIts = (row: { title: string }) => row.title.includes('Westman')
  const waiting = () => seen(elin, 'calls.list-waiting')
  const { rows } = await until(waiting, found => found.rows.some(isIts), 'the voicemail is a message')
  const { id } = rows.find(isIts)
  await done(elin, 'calls.hand-over-slip', { id, toId: nadia.principalId })
  await done(nadia, 'calls.read-slip', { id })
  await done(nadia, 'calls.finish-slip', { id, outcome: 'Called back' })
  return 'a voicemail became a message, and Nadia called back'
}
