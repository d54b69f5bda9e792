import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { completeTask, createTask, desk, dropTask, getTask, reopenTask } from '../contract.ts'
import { refusalOf, type WorkOffice, workOffice } from '../testing.ts'

let it: WorkOffice
before(async () => {
  it = await workOffice()
})
after(() => it.office.close())

test('a task is made, stands on the desk with its reason, is completed and undone', async () => {
  const { office, elin } = it
  const made = await office.done(
    createTask,
    { title: 'Renew the parking permits', dueOn: '2026-11-24', effortMinutes: 15 },
    elin,
  )
  const seen = await office.query(desk, {}, elin)
  assert.equal(seen.status, 'done')
  const today = seen.status === 'done' ? seen.output.groups.find(group => group.group === 'today')! : null
  assert.deepEqual(
    today?.rows.map(row => [row.title, row.reason]),
    [['Renew the parking permits', { key: 'reason.due-today-left', params: { minutes: 15 } }]],
  )
  const outcome = await office.dispatch(completeTask, { id: made.id, expectedVersion: 1 }, elin)
  assert.equal(outcome.status, 'done')
  if (outcome.status !== 'done') return
  assert.deepEqual(outcome.undo, { command: 'work.reopen-task', input: { id: made.id, expectedVersion: 2 } })
  await office.done(reopenTask, outcome.undo!.input as never, elin)
  const again = await office.query(getTask, { id: made.id }, elin)
  assert.equal(again.status === 'done' && again.output.record.state, 'open')
})

test('a completed task is not completed again, and a stale version is refused with the difference', async () => {
  const { office, elin, karin } = it
  const { id } = await office.done(createTask, { title: 'Once' }, elin)
  await office.done(completeTask, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(completeTask, { id }, karin)), 'task-not-open')
  assert.equal(refusalOf(await office.dispatch(reopenTask, { id, expectedVersion: 1 }, karin)), 'version-changed')
  assert.equal(refusalOf(await office.dispatch(dropTask, { id }, karin)), 'task-not-open')
})

test('a repeating task is followed by the next, which a completion undone takes back', async () => {
  const { office, elin } = it
  const { id } = await office.done(
    createTask,
    { title: 'Weekly letter', dueOn: '2026-11-24', repeat: { every: 'week' }, checklist: ['write', 'send'] },
    elin,
  )
  const outcome = await office.dispatch(completeTask, { id }, elin)
  assert.equal(outcome.status, 'done')
  if (outcome.status !== 'done') return
  const { nextId } = outcome.output as { nextId: string }
  const next = await office.query(getTask, { id: nextId }, elin)
  assert.equal(next.status, 'done')
  if (next.status !== 'done') return
  assert.equal(next.output.task.dueOn, '2026-12-01')
  assert.deepEqual(
    next.output.checklist.map(item => item.text),
    ['write', 'send'],
  )
  await office.done(reopenTask, outcome.undo!.input as never, elin)
  const gone = await office.query(getTask, { id: nextId }, elin)
  assert.equal(gone.status === 'done' && gone.output.record.state, 'dropped')
  // completed once more, it is followed once more
  const again = await office.done(completeTask, { id }, elin)
  assert.ok(again.nextId && again.nextId !== nextId)
})

test('the same key completes once; a dry run changes nothing', async () => {
  const { office, elin } = it
  const { id } = await office.done(createTask, { title: 'By key' }, elin)
  const dry = await office.dispatch(completeTask, { id }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  const first = await office.dispatch(completeTask, { id }, elin, { key: 'k1' })
  const second = await office.dispatch(completeTask, { id }, elin, { key: 'k1' })
  assert.equal(first.status, 'done')
  assert.deepEqual(second.status === 'done' && second.output, first.status === 'done' && first.output)
})

test('who may not see a task is told what is told of one that does not exist', async () => {
  const { office, elin, visitor } = it
  const { id } = await office.done(createTask, { title: 'Not for visitors' }, elin)
  const nothing = '019aa000-0000-7000-8000-00000000dead'
  for (const act of [completeTask, dropTask]) {
    assert.equal(refusalOf(await office.dispatch(act, { id }, visitor)), 'record-not-found')
    assert.equal(refusalOf(await office.dispatch(act, { id: nothing }, visitor)), 'record-not-found')
  }
  assert.equal(refusalOf(await office.query(getTask, { id }, visitor)), 'record-not-found')
  const stranger = office.principal(await office.openOrganisation())
  assert.equal(refusalOf(await office.dispatch(completeTask, { id }, stranger)), 'record-not-found')
  assert.equal(refusalOf(await office.query(getTask, { id }, stranger)), 'record-not-found')
})
