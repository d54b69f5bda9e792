import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestKernel, type TestPrincipal, testKernel } from '../../../../src/kernel/testing.ts'
import { addThing, closeThing, getThing, listThings, reopenThing } from '../contract.ts'
import { sample } from '../index.ts'

let office: TestKernel
let clerk: TestPrincipal
before(async () => {
  office = await testKernel([sample])
  clerk = office.principal(await office.openOrganisation('en', 'SE'))
})
after(() => office.close())

test('a thing is closed, and what undoes it opens it again', async () => {
  const { id } = await office.done(addThing, { title: 'The first one' }, clerk)
  const closed = await office.dispatch(closeThing, { id, expectedVersion: 1 }, clerk)
  assert.equal(closed.status, 'done')
  assert.deepEqual(closed.status === 'done' && closed.undo, {
    command: 'sample.reopen-thing',
    input: { id, expectedVersion: 2 },
  })
  await office.done(reopenThing, { id, expectedVersion: 2 }, clerk)
  const seen = await office.query(getThing, { id }, clerk)
  assert.equal(seen.status === 'done' && seen.output.record.state, 'open')
  assert.deepEqual(seen.status === 'done' && seen.output.can.map(({ command }) => command), ['sample.close-thing'])
})

test('a closed one is not closed again', async () => {
  const { id } = await office.done(addThing, { title: 'Another' }, clerk)
  await office.done(closeThing, { id }, clerk)
  const again = await office.dispatch(closeThing, { id }, clerk)
  assert.equal(again.status === 'refused' && again.refusal.name, 'thing-not-open')
})

test('the list shows what one may see, in slices', async () => {
  for (const title of ['Slice one', 'Slice two', 'Slice three']) await office.done(addThing, { title }, clerk)
  const first = await office.query(listThings, { text: 'slice', limit: 2 }, clerk)
  assert.ok(first.status === 'done' && first.output.next)
  assert.deepEqual([first.output.total, first.output.rows.map(({ title }) => title)], [3, ['Slice three', 'Slice two']])
  const rest = await office.query(listThings, { text: 'slice', limit: 2, after: first.output.next }, clerk)
  assert.deepEqual(rest.status === 'done' && [rest.output.rows.length, rest.output.next], [1, null])
  const stranger = office.principal(await office.openOrganisation('sv', 'SE'))
  const nothing = await office.query(listThings, {}, stranger)
  assert.equal(nothing.status === 'done' && nothing.output.total, 0)
})
