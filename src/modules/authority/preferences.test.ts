import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getPreferences, setPreference } from '../../kernel/builtin/contract.ts'
import { testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())
const { owner } = office
const preferencesOf = async (as = owner, prefix?: string) => {
  const answer = await office.query(getPreferences, prefix ? { prefix } : {}, as)
  return answer.status === 'done' ? answer.output.preferences : assert.fail()
}

test('a preference is kept, replaced, forgotten, and taken back', async () => {
  const views = [{ key: 'late', label: 'Försenade', search: { state: 'open' } }]
  await office.done(setPreference, { key: 'views.tasks', value: views }, owner)
  await office.done(setPreference, { key: 'digest.at', value: '07:30' }, owner)
  assert.deepEqual(await preferencesOf(), { 'views.tasks': views, 'digest.at': '07:30' })
  assert.deepEqual(await preferencesOf(owner, 'digest.'), { 'digest.at': '07:30' })
  const changed = await office.dispatch(setPreference, { key: 'views.tasks', value: [] }, owner)
  assert.ok(changed.status === 'done' && changed.undo)
  await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    ...changed.undo,
    requestId: 'undo',
    surface: 'test',
  })
  assert.deepEqual((await preferencesOf())['views.tasks'], views)
  await office.done(setPreference, { key: 'views.tasks', value: null }, owner)
  assert.deepEqual(await preferencesOf(), { 'digest.at': '07:30' })
})

test('what is too long, or no key, is refused and changes nothing', async () => {
  const before = await preferencesOf()
  for (const input of [
    { key: 'views.tasks', value: 'x'.repeat(20_001) },
    { key: '../../etc', value: 1 },
    { key: '__proto__', value: 1 },
  ])
    assert.equal((await office.dispatch(setPreference, input, owner)).status, 'refused')
  assert.deepEqual(await preferencesOf(), before)
})
