import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testServer } from './server.ts'

test('a whole Kontor: opened by its link, used, and closed with nothing left running', async () => {
  const server = await testServer()
  after(() => server.close())
  const elin = await server.openOffice()
  const made = await elin.act('work.create-task', { title: 'Call the landlord' }, { 'idempotency-key': 'once' })
  assert.equal(made.status, 'done')
  const again = await elin.act('work.create-task', { title: 'Call the landlord' }, { 'idempotency-key': 'once' })
  assert.deepEqual(again['output'], made['output'])
  const list = (await elin.see('work.list-tasks')) as { rows: { title: string }[] }
  assert.deepEqual(
    list.rows.map(({ title }) => title),
    ['Call the landlord'],
  )
  assert.match(await elin.store('note.txt', Buffer.from('a note')), /^[0-9a-f-]{36}$/)
  const stranger = await fetch(`${server.address}/api/work/list-tasks`)
  assert.equal(stranger.status, 401)
  const later = await server.signIn(elin.email, elin.password)
  assert.notEqual(later.cookie, elin.cookie)
})
