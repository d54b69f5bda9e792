/** The two complaints: what came by call and by mail from one person is one case; each is owned, answered and made good. */
import assert from 'node:assert/strict'
import { done, seen } from '../../journeys/small-office.ts'
import { threadsIn } from './desk.ts'
import type { Morning } from './office.ts'

export async function settleComplaints(morning: Morning): Promise<void> {
  const { elin, nadia, maria } = morning
  const open = await threadsIn(morning, 'open')
  const mailOf = (subject: string) => open.find(thread => thread.subject === subject)!
  const { rows } = await seen(elin, 'cases.list-cases', {})
  const leaking = rows.find((row: { title: string }) => row.title === 'The window leaks again')
  const mail = mailOf('The window leaks again')
  // Her mail tells what she said on the telephone: it belongs to the case that is there.
  await done(elin, 'cases.add-entry', { id: leaking.id, what: 'note', body: 'She has written the same by mail.' })
  await done(elin, 'mail.finish-threads', { ids: [mail.id] })
  await done(elin, 'cases.assign-case', { id: leaking.id, ownerId: nadia.principalId })
  await done(nadia, 'cases.give-remedy', { id: leaking.id, way: 'repair' })
  await done(nadia, 'cases.send-answer', {
    id: leaking.id,
    body: 'Dear Berit,\n\nwe are sorry. A glazier comes tomorrow between 8 and 10.',
    way: 'mail',
    apology: true,
  })
  const wrong = mailOf('Wrong bill')
  const billed = await done(elin, 'cases.open-case', {
    title: 'Wrong bill',
    kind: 'complaint',
    channel: 'mail',
    contactName: 'Tom Berg',
    contactEmail: 'tom.berg@outside.example',
    sourceId: wrong.id,
  })
  await done(elin, 'mail.finish-threads', { ids: [wrong.id] })
  await done(elin, 'cases.assign-case', { id: billed.id, ownerId: maria.principalId })
  await done(maria, 'cases.send-answer', {
    id: billed.id,
    body: 'Dear Tom,\n\nyou are right. A credit note is on its way.',
    way: 'mail',
    apology: true,
  })
  const unanswered = (await seen(elin, 'cases.list-waiting')).total
  assert.equal(unanswered, 0)
}
