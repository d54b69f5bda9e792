import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as work from '../contract.ts'
import { insertRecord, refusalOf, type WorkOffice, workOffice } from '../testing.ts'

let it: WorkOffice
before(async () => {
  it = await workOffice()
})
after(() => it.office.close())

const today = '2026-11-24T08:42:00Z'
const make = (title: string, facts: Record<string, unknown> = {}, who = it.elin) =>
  it.office.done(work.createTask, { title, ...facts }, who)

async function task(id: string, who = it.elin) {
  const answer = await it.office.query(work.getTask, { id }, who)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

const line = async (id: string, who = it.elin) => {
  const desk = await it.office.query(work.desk, {}, who)
  assert.ok(desk.status === 'done')
  return desk.output.groups.flatMap(group => group.rows).find(row => row.id === id)
}

test('a promise stands in the queue with its name and day; it is undone, and not made twice', async () => {
  const { office, elin, visitor } = it
  const { id } = await make('The figures of October')
  const input = { id, promisedTo: 'Karin Öberg', forOn: '2026-11-25', words: 'You will have them by Wednesday.' }
  assert.equal(refusalOf(await office.dispatch(work.promiseTask, input, visitor)), 'record-not-found')
  assert.equal(
    refusalOf(await office.dispatch(work.promiseTask, { ...input, forOn: '2026-11-23' }, elin)),
    'promise-past',
  )
  assert.equal((await office.dispatch(work.promiseTask, input, elin, { dryRun: true })).status, 'done')
  assert.equal((await task(id)).promised, null)
  const outcome = await office.dispatch(work.promiseTask, input, elin)
  assert.ok(outcome.status === 'done')
  assert.deepEqual((await line(id))?.reason, {
    key: 'reason.promised-to',
    params: { name: 'Karin Öberg', on: '2026-11-25' },
  })
  assert.equal((await task(id)).task.dueOn, '2026-11-25')
  assert.equal(refusalOf(await office.dispatch(work.promiseTask, input, elin)), 'promise-made')
  await office.done(work.withdrawPromise, outcome.undo!.input as never, elin)
  assert.equal((await task(id)).promised, null)
  assert.equal(refusalOf(await office.dispatch(work.withdrawPromise, { id }, elin)), 'promise-none')
})

test('what is promised is not put off in silence: a new day is told, with the reason and to whom', async () => {
  const { office, elin, karin } = it
  const { id } = await make('Offer to Castellum', { dueOn: '2026-11-26' })
  await office.done(work.promiseTask, { id, promisedTo: 'Castellum', forOn: '2026-11-26' }, elin)
  const late = await office.dispatch(work.changeTask, { id, dueOn: '2026-11-30' }, elin)
  assert.ok(late.status === 'refused')
  assert.deepEqual([late.refusal.name, late.refusal.data], ['promise-first', { name: 'Castellum', on: '2026-11-26' }])
  assert.equal(refusalOf(await office.dispatch(work.changeTask, { id, dueOn: null }, elin)), 'promise-first')
  await office.done(work.changeTask, { id, dueOn: '2026-11-25' }, elin)
  const move = { id, forOn: '2026-12-01', reason: 'The calculation is late', told: 'Anna at Castellum' }
  assert.equal(
    refusalOf(await office.dispatch(work.movePromise, { ...move, forOn: '2026-11-26' }, elin)),
    'promise-same-day',
  )
  const moved = await office.dispatch(work.movePromise, move, karin)
  assert.ok(moved.status === 'done' && moved.undo === null, 'what was told cannot be untold')
  const { promised } = await task(id)
  assert.deepEqual(
    [
      promised?.forOn,
      promised?.state,
      promised?.moves.map(one => [one.fromOn, one.toOn, one.reason, one.told, one.by?.title]),
    ],
    ['2026-12-01', 'open', [['2026-11-26', '2026-12-01', move.reason, move.told, 'Karin Öberg']]],
  )
})

test('figures: kept in time, broken when late, dropped, or moved only after the day; the list pages through all', async () => {
  const { office } = it
  const me = await it.colleague('Promiser')
  const promise = async (title: string, forOn: string) => {
    const { id } = await make(title, {}, me)
    await office.done(work.promiseTask, { id, promisedTo: `To ${title}`, forOn }, me)
    return id
  }
  const [kept, late, dropped, moved, open, missed] = await Promise.all(
    ['kept', 'late', 'dropped', 'moved', 'open', 'missed'].map((title, at) =>
      promise(title, `2026-11-2${at < 4 ? 5 : at + 2}`),
    ),
  )
  await office.done(work.completeTask, { id: kept! }, me)
  await office.done(work.dropTask, { id: dropped! }, me)
  office.setClock(Temporal.Instant.from('2026-11-26T23:30:00Z'))
  await office.done(work.completeTask, { id: late! }, me)
  await office.done(work.movePromise, { id: moved!, forOn: '2026-12-10', reason: 'Ill', told: 'Them' }, me)
  assert.equal((await line(moved!, me))?.group, 'later')
  const figures = async (input: Record<string, unknown> = {}) => {
    const answer = await office.query(work.listPromises, { ownerId: me.id, ...input }, me)
    assert.ok(answer.status === 'done', JSON.stringify(answer))
    return answer.output
  }
  const all = await figures()
  const became = Object.fromEntries(all.rows.map(row => [row.title, row.state]))
  // half past midnight in Stockholm on the 27th: the 25th and the 26th have passed
  assert.deepEqual(became, {
    kept: 'kept',
    late: 'broken',
    dropped: 'broken',
    moved: 'broken',
    open: 'broken',
    missed: 'open',
  } satisfies typeof became)
  assert.deepEqual(all.figures, { open: 1, kept: 1, broken: 4, moved: 1 })
  assert.equal((await line(open!, me))?.reason.key, 'reason.promise-broken')
  assert.equal(refusalOf(await office.dispatch(work.withdrawPromise, { id: open! }, me)), 'promise-broken')
  assert.deepEqual(
    (await figures({ state: 'kept' })).rows.map(row => row.id),
    [kept],
  )
  assert.deepEqual(
    (await figures({ text: 'to missed' })).rows.map(row => row.id),
    [missed],
  )
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof figures>> = await figures({ limit: 2, ...(after ? { after } : {}) })
    seen.push(...page.rows.map(row => row.id))
    after = page.next
  } while (after)
  assert.equal(new Set(seen).size, 6)
  office.setClock(Temporal.Instant.from(today))
})

test('goals weigh in the queue of whoever may see them, through a task or what it was made within, while they run', async () => {
  const { office, organisationId } = it
  const me = await it.colleague('Worker')
  const low = await it.colleague('Low', { clearance: 1 })
  const matter = await insertRecord(office, organisationId, 'matter', '2026-014 Lease')
  const [plain, served, within] = [
    await make('Plain', {}, me),
    await make('Served', {}, me),
    await make('Within', { sourceId: matter }, me),
  ]
  const facts = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
  const some = await office.done(work.createGoal, { title: 'Some goal', ...facts }, me)
  const most = await office.done(work.createGoal, { title: 'Most goal', weight: 'most', ...facts }, me)
  await office.done(work.serveGoal, { id: some.id, recordId: served.id }, me)
  const bound = await office.dispatch(work.serveGoal, { id: most.id, recordId: matter }, me)
  assert.ok(bound.status === 'done')
  assert.equal(refusalOf(await office.dispatch(work.serveGoal, { id: most.id, recordId: matter }, me)), 'goal-served')
  assert.equal(
    refusalOf(await office.dispatch(work.serveGoal, { id: most.id, recordId: some.id }, me)),
    'record-serves-nothing',
  )
  const queue = async () => {
    const desk = await office.query(work.desk, {}, me)
    assert.ok(desk.status === 'done')
    return desk.output.groups.flatMap(group => group.rows)
  }
  const ranked = await queue()
  assert.deepEqual(
    ranked.map(row => row.id),
    [within.id, served.id, plain.id],
  )
  assert.deepEqual(
    ranked.map(row => [row.reason.key, row.goal?.title]),
    [
      ['reason.serves-goal', 'Most goal'],
      ['reason.serves-goal', 'Some goal'],
      ['reason.no-date', undefined],
    ],
  )
  await office.done(work.completeTask, { id: within.id }, me)
  const goal = await office.query(work.getGoal, { id: most.id }, me)
  assert.ok(goal.status === 'done')
  assert.deepEqual(
    [goal.output.goal.tasks, goal.output.goal.done, goal.output.serving[0]?.title],
    [1, 1, '2026-014 Lease'],
  )
  await office.superuser.query('update kernel.record set class = 2 where id = $1', [some.id])
  const seen = await office.query(work.listTasks, { text: 'Served' }, low)
  assert.ok(seen.status === 'done' && !JSON.stringify(seen).includes('Some goal'))
  assert.equal(refusalOf(await office.query(work.getGoal, { id: some.id }, low)), 'record-not-found')
  const ended = await office.dispatch(work.endGoal, { id: some.id, how: 'reached' }, me)
  assert.ok(ended.status === 'done')
  assert.deepEqual(
    (await queue()).map(row => row.reason.key),
    ['reason.no-date', 'reason.no-date'],
  )
  assert.equal(refusalOf(await office.dispatch(work.changeGoal, { id: some.id, weight: 'most' }, me)), 'goal-ended')
  await office.done(work.reopenGoal, ended.undo!.input as never, me)
  assert.equal(refusalOf(await office.dispatch(work.reopenGoal, { id: some.id }, me)), 'goal-not-ended')
  await office.done(work.changeGoal, { id: some.id, fromOn: '2027-01-01', untilOn: '2027-12-31' }, me)
  assert.equal((await queue())[0]?.goal, null, 'it has not begun')
  const reversed = await office.dispatch(
    work.createGoal,
    { title: 'x', fromOn: '2027-01-01', untilOn: '2026-01-01' },
    me,
  )
  assert.equal(refusalOf(reversed), 'goal-reversed')
  await office.done(work.stopServing, bound.undo!.input as never, me)
  assert.equal(
    refusalOf(await office.dispatch(work.stopServing, { id: most.id, recordId: matter }, me)),
    'goal-not-served',
  )
})

test('#number makes a task within that matter, for whoever may see it; any other # stays in the title', async () => {
  const { office, organisationId, visitor } = it
  const matter = await insertRecord(office, organisationId, 'matter', 'KS-2026/15 Fence')
  const preview = async (text: string, who = it.elin) => {
    const answer = await office.query(work.previewQuickEntry, { text }, who)
    assert.ok(answer.status === 'done')
    return answer.output
  }
  const read = await preview('call landlord #ks-2026/15 tue')
  assert.deepEqual(
    [read.title, read.within?.id, read.spans.map(span => span.meaning)],
    ['call landlord', matter, ['record', 'date']],
  )
  assert.deepEqual(
    [(await preview('pay invoice #5512')).title, (await preview('pay invoice #5512')).within],
    ['pay invoice #5512', null],
  )
  assert.equal(
    (await preview('call #ks-2026/15', visitor)).title,
    'call #ks-2026/15',
    'what one may not see is not there',
  )
  const { id } = await office.done(work.quickAdd, { text: 'call landlord #KS-2026/15 tue ~10m' }, it.elin)
  const made = await task(id)
  assert.deepEqual([made.record.title, made.task.source?.id, made.task.effortMinutes], ['call landlord', matter, 10])
})
