import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTask, dropTask, getTask, listTasks, workContract } from '../contract.ts'
import { insertRecord, refusalOf, type WorkOffice, workOffice } from '../testing.ts'

let it: WorkOffice
before(async () => {
  it = await workOffice()
})
after(() => it.office.close())

test('every order pages through all tasks, each once, however small the slices', async () => {
  const { office, elin } = it
  const made = new Set<string>()
  for (let n = 0; n < 23; n++) {
    const title = n % 3 === 0 ? 'Same title' : `${'Å very long title '.repeat(12)}${n % 5}`
    made.add(
      (
        await office.done(
          createTask,
          { title, note: 'n'.repeat(n), ...(n % 4 ? { dueOn: `2026-12-${10 + (n % 3)}` } : {}) },
          elin,
        )
      ).id,
    )
  }
  for (const sort of ['due', '-due', 'title', '-changed', '-created'] as const) {
    const seen: string[] = []
    for (let next: string | undefined; ; ) {
      const answer = await office.query(listTasks, { sort, limit: 4, ...(next ? { after: next } : {}) }, elin)
      assert.equal(answer.status, 'done', `${sort}: ${JSON.stringify(answer)}`)
      if (answer.status !== 'done') return
      assert.equal(answer.output.total, made.size)
      seen.push(...answer.output.rows.map(row => row.id))
      if (!answer.output.next) break
      next = answer.output.next
    }
    assert.equal(seen.length, made.size, sort)
    assert.deepEqual(new Set(seen), made, sort)
  }
})

test('a place that nobody wrote starts from the beginning; control characters are refused, never a fault', async () => {
  const { office, elin } = it
  for (const place of [
    'x',
    '[]',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('["0000-99-99","019aa000-0000-7000-8000-000000000001"]').toString('base64url'),
  ]) {
    for (const sort of ['due', 'title', '-changed'] as const)
      assert.equal(refusalOf(await office.query(listTasks, { after: place, sort }, elin)), 'done')
  }
  assert.equal(refusalOf(await office.query(listTasks, { text: 'a\0b' }, elin)), 'input-invalid')
})

test("names of what one may not see stay away, and so does what is not one's own office", async () => {
  const { office, elin, organisationId } = it
  const canary = await insertRecord(office, organisationId, 'person', 'Canary Kanariefågel', { class: 3 })
  const { id } = await office.done(createTask, { title: 'Ordinary', forId: canary, askedById: canary }, elin)
  const clerk = office.principal(organisationId, { clearance: 1 })
  for (const query of workContract.queries) {
    const input =
      query.name === 'work.get-task' ? { id } : query.name === 'work.list-comments' ? { recordId: id } : query.example
    assert.doesNotMatch(JSON.stringify(await office.query(query, input, clerk)), /Canary/, query.name)
    const stranger = office.principal(await office.openOrganisation())
    assert.doesNotMatch(JSON.stringify(await office.query(query, input, stranger)), /Canary|Ordinary/, query.name)
  }
  const seen = await office.query(getTask, { id }, clerk)
  assert.equal(seen.status === 'done' && seen.output.task.for, null)
  assert.equal(
    refusalOf(await office.dispatch(createTask, { title: 'Probe', forId: canary }, clerk)),
    'record-not-found',
  )
  const whole = await office.query(getTask, { id }, elin)
  assert.equal(whole.status === 'done' && whole.output.task.for?.title, 'Canary Kanariefågel')
})

test('buttons follow the state: an open task can be completed, a dropped one reopened, with the reason at the main one', async () => {
  const { office, elin } = it
  const { id } = await office.done(createTask, { title: 'Buttons' }, elin)
  const offered = async (as = elin) => {
    const seen = await office.query(getTask, { id }, as)
    return seen.status === 'done'
      ? seen.output.can.map(can => [can.command, can.primary ?? false, can.refusedBecause?.name ?? null] as const)
      : []
  }
  const open = await offered()
  assert.ok(open.some(([name, primary]) => name === 'work.complete-task' && primary))
  assert.ok(
    !open.some(([name]) => name === 'work.reopen-task' || name === 'work.stop-waiting' || name === 'work.unpin-task'),
  )
  await office.done(dropTask, { id }, elin)
  const dropped = await offered()
  assert.ok(dropped.some(([name, primary]) => name === 'work.reopen-task' && primary))
  assert.deepEqual(
    dropped.find(([name]) => name === 'work.complete-task'),
    ['work.complete-task', false, 'task-not-open'],
  )
  const reader = office.principal(elin.organisationId, { permissions: new Map([['work.get-task', null]]) })
  assert.deepEqual(await offered(reader), [])
})
