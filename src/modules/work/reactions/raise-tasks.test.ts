import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { command, contract, event } from '../../../kernel/declare.ts'
import { defineModule, implementCommand } from '../../../kernel/implement.ts'
import { z } from '../../../kernel/schema.ts'
import { createTask, desk, getTask, listTasks, workEnvelope } from '../contract.ts'
import { insertRecord, refusalOf, type WorkOffice, workOffice } from '../testing.ts'

/** Another module, whose event carries work. */
const told = event('papers.told', z.strictObject(workEnvelope))
const tell = command({
  name: 'papers.tell',
  summary: 'Tells of work.',
  input: z.strictObject(workEnvelope),
  output: z.strictObject({}),
  emits: [told],
  example: { work: [{ key: 'k', title: 't' }] },
})
const papers = defineModule({
  contract: contract({ name: 'papers', depends: ['work'], commands: [tell], events: [told] }),
  commands: [
    implementCommand(tell, {
      async run(act, input) {
        act.emit(told, input)
        return { output: {} }
      },
    }),
  ],
  catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
})

let it: WorkOffice
before(async () => {
  it = await workOffice([papers])
})
after(() => it.office.close())

async function find(title: string, as = it.elin) {
  const seen = await it.office.query(listTasks, { text: title }, as)
  assert.equal(seen.status, 'done')
  return seen.status === 'done' ? seen.output.rows : []
}

test("a wish makes its task once, with its source's class, in the transaction of what happened", async () => {
  const { office, elin, visitor, organisationId } = it
  const open = await insertRecord(office, organisationId, 'document', 'Open paper', { class: 0 })
  const secret = await insertRecord(office, organisationId, 'document', 'Application', { class: 2 })
  const work = [
    {
      key: 'd1:pay',
      title: 'Pay Hisings',
      dueOn: '2026-11-27',
      role: 'bookkeeper',
      effortMinutes: 5,
      ifLate: 'costs-money' as const,
      reminders: 2,
      sourceId: open,
      reason: 'Third reminder',
    },
    { key: 'd2:answer', title: 'Answer the applicant', sourceId: secret },
  ]
  const first = await office.dispatch(tell, { work }, elin)
  assert.equal(first.status, 'done', JSON.stringify(first))
  await office.done(tell, { work }, elin)
  const paid = await find('Pay Hisings')
  assert.deepEqual(
    paid.map(row => [row.title, row.dueOn, row.ownerRole, row.owner, row.why, row.source?.title, row.class]),
    [['Pay Hisings', '2026-11-27', 'bookkeeper', null, 'Third reminder', 'Open paper', 1]],
  )
  assert.deepEqual(
    (await find('applicant')).map(row => row.class),
    [2],
  )
  assert.deepEqual(await find('applicant', visitor), [])
  const seen = await office.query(desk, {}, elin)
  assert.ok(seen.status === 'done' && seen.output.untaken.length === 2)
})

test('what is done settles it; what is withdrawn untouched goes and may be raised again', async () => {
  const { office, elin } = it
  await office.done(
    tell,
    {
      work: [
        { key: 'w1', title: 'Withdrawn one' },
        { key: 'w2', title: 'Done one' },
      ],
    },
    elin,
  )
  await office.done(tell, { workWithdrawn: [{ key: 'w1' }], workDone: [{ key: 'w2' }] }, elin)
  assert.deepEqual(
    (await find('Withdrawn one')).map(row => row.state),
    ['dropped'],
  )
  assert.deepEqual(
    (await find('Done one')).map(row => row.state),
    ['done'],
  )
  await office.done(
    tell,
    {
      work: [
        { key: 'w1', title: 'Withdrawn one, again' },
        { key: 'w2', title: 'Done one' },
      ],
    },
    elin,
  )
  assert.deepEqual(
    (await find('Withdrawn one, again')).map(row => row.state),
    ['open'],
  )
  assert.equal((await find('Done one')).length, 1)
})

test('a wish whose owner is nobody here undoes the whole act', async () => {
  const { office, elin, organisationId } = it
  const answer = await office.dispatch(
    tell,
    { work: [{ key: 'x1', title: 'Never made', ownerId: organisationId }] },
    elin,
  )
  assert.equal(refusalOf(answer), 'owner-unknown')
  assert.deepEqual(await find('Never made'), [])
  const own = await office.done(createTask, { title: 'A task of my own' }, elin)
  assert.equal(refusalOf(await office.query(getTask, { id: own.id }, elin)), 'done')
})

test('what moves with its source is due on another day, and counts as untouched still', async () => {
  const { office, elin } = it
  const work = [
    { key: 'm1', title: 'Send the papers', dueOn: '2026-11-27' },
    { key: 'm2', title: 'Order the coffee', dueOn: '2026-11-27' },
    { key: 'm3', title: 'Book the room', dueOn: '2026-11-27' },
  ]
  await office.done(tell, { work }, elin)
  await office.done(tell, { workDone: [{ key: 'm3' }] }, elin)
  const dueOf = async (title: string) => (await find(title)).map(({ dueOn }) => dueOn)
  const workMoved = [
    { key: 'm1', dueOn: '2026-12-04' },
    { key: 'm2', dueOn: '2026-12-03' },
    { key: 'm3', dueOn: '2026-12-03' },
    { key: 'nobody', dueOn: '2026-12-03' },
  ]
  await office.done(tell, { workMoved }, elin)
  assert.deepEqual([await dueOf('Send the papers'), await dueOf('Order the coffee')], [['2026-12-04'], ['2026-12-03']])
  const { rows } = await office.superuser.query(`select due_on::text from work.task where raised_key = 'm3'`)
  assert.deepEqual(rows, [{ due_on: '2026-11-27' }], 'what is done stays')
  await office.done(tell, { workWithdrawn: [{ key: 'm1' }] }, elin)
  const left = await office.superuser.query(`select state from work.task where raised_key = 'm1'`)
  assert.deepEqual(left.rows, [{ state: 'dropped' }])
})
