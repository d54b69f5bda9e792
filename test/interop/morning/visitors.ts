/** Two visitors at the kiosk: one whom a colleague expects, one who walks in; both are met, and both leave. */
import assert from 'node:assert/strict'
import { newId } from '../../../src/kernel/ids.ts'
import { done, seen } from '../../journeys/small-office.ts'
import { atKiosk, type Morning } from './office.ts'

export async function receiveVisitors(morning: Morning): Promise<string> {
  const { elin, ingrid, nadia } = morning
  const start = Temporal.Now.instant().add({ minutes: 20 }).toString()
  const expected = await done(ingrid, 'visitors.expect-visitor', {
    ...{ name: 'Lars Ekdahl', company: 'Kustfast AB', hostId: ingrid.principalId, start },
  })
  const { code } = await seen(ingrid, 'visitors.get-visitor', { id: expected.id })
  const signIn = { entryId: newId(), code, language: 'sv' }
  const came = await atKiosk(morning, 'sign-in', signIn)
  assert.equal(came['id'], expected.id, 'the expected guest is the same person')
  assert.equal((await atKiosk(morning, 'sign-in', signIn))['id'], expected.id, 'and once')
  const walkIn = await atKiosk(morning, 'sign-in', {
    ...{ entryId: newId(), name: 'Olga Courier', company: 'Budservice', hostId: nadia.principalId, language: 'en' },
  })
  const notices = async (who: typeof ingrid) => (await seen(who, 'notifications.list-notices', {})).rows.length
  assert.ok((await notices(ingrid)) > 0 && (await notices(nadia)) > 0, 'both hosts are told')
  assert.equal((await seen(elin, 'visitors.building')).rows.length, 2)
  await done(ingrid, 'visitors.meet-visitor', { id: expected.id })
  await done(nadia, 'visitors.meet-visitor', { id: walkIn['id'] })
  await atKiosk(morning, 'leaving', { code })
  await atKiosk(morning, 'leaving', { name: 'Olga Courier' })
  assert.equal((await seen(elin, 'visitors.building')).rows.length, 0, 'nobody is left inside')
  return 'two visitors came, were met and left'
}
