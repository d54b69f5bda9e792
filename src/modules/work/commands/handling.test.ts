import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../../kernel/declare.ts'
import * as work from '../contract.ts'
import { insertRecord, refusalOf, type WorkOffice, workOffice } from '../testing.ts'

let it: WorkOffice
before(async () => {
  it = await workOffice()
})
after(() => it.office.close())

/** What of a task an undo must bring back: all but its version and its times. */
async function facts(id: string) {
  const { rows } = await it.office.superuser.query(
    `select t.*, r.title, (select jsonb_agg(i order by i.position) from (select position, text, ticked_at is not null as ticked from work.checklist_item i where i.task_id = t.id) i) as items,
       (select array_agg(to_id::text) from kernel.link l where l.from_id = t.id) as links
     from work.task t join kernel.record r on r.id = t.id where t.id = $1`,
    [id],
  )
  const { waiting_since: _since, pinned_at: pinned, ...rest } = rows[0]
  return { ...rest, pinned: pinned !== null }
}

const soon = '2026-11-25T08:00:00Z'

test('every handling of a task is refused to whoever may not see it, refuses a stale version, and is undone', async () => {
  const { office, elin, karin, visitor, organisationId } = it
  const stranger = office.principal(await office.openOrganisation())
  const paper = await insertRecord(office, organisationId, 'document', 'Lease')
  const cases: readonly (readonly [Command, Record<string, unknown>])[] = [
    [
      work.changeTask,
      {
        title: 'Other',
        note: 'n',
        dueOn: '2026-12-01',
        urgency: 'high',
        ifLate: 'costs-money',
        effortMinutes: null,
        ownerId: karin.id,
        review: true,
        why: 'w',
      },
    ],
    [work.changeTask, { dueAt: '2026-12-02T14:00:00Z', repeat: { every: 'week' } }],
    [work.completeTask, {}],
    [work.dropTask, { because: 'no longer' }],
    [work.assignTask, { ownerId: karin.id }],
    [work.assignTask, { ownerId: null }],
    [work.snoozeTask, { until: soon }],
    [work.pinTask, {}],
    [work.waitFor, { waitingFor: 'Johan: the addendum', chaseOn: '2026-11-27', waitingForId: paper }],
    [work.addChecklistItem, { text: 'first', position: 1 }],
    [work.attachRecord, { recordId: paper }],
  ]
  for (const [command, extra] of cases) {
    const { id } = await office.done(
      work.createTask,
      { title: 'Paint the door', dueOn: '2026-11-30', effortMinutes: 30, checklist: ['sand', 'paint'] },
      elin,
    )
    const before = await facts(id)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, { id, ...extra }, who)), 'record-not-found', command.name)
    assert.equal(
      refusalOf(await office.dispatch(command, { id, expectedVersion: 7, ...extra }, elin)),
      'version-changed',
      command.name,
    )
    const nobody = office.principal(organisationId, { permissions: new Map() })
    assert.equal(refusalOf(await office.dispatch(command, { id, ...extra }, nobody)), 'act-not-permitted', command.name)
    const dry = await office.dispatch(command, { id, ...extra }, elin, { dryRun: true })
    assert.equal(dry.status, 'done', command.name)
    assert.deepEqual(await facts(id), before, `${command.name} changed something in a dry run`)

    const outcome = await office.dispatch(command, { id, expectedVersion: 1, ...extra }, elin)
    assert.equal(outcome.status, 'done', `${command.name}: ${JSON.stringify(outcome)}`)
    if (outcome.status !== 'done') continue
    assert.notDeepEqual(await facts(id), before, `${command.name} changed nothing`)
    const inverse = office.kernel.registry.commands.find(other => other.name === outcome.undo!.command)!
    await office.done(inverse, outcome.undo!.input as never, elin)
    assert.deepEqual(await facts(id), before, `${command.name} was not undone`)
  }
})

test('taking: the quicker one has it, the slower one hears who', async () => {
  const { office, elin, karin } = it
  const { id } = await office.done(work.createTask, { title: 'For anybody', ownerId: null }, elin)
  const untaken = await office.query(work.desk, {}, karin)
  assert.ok(untaken.status === 'done' && untaken.output.untaken.some(row => row.id === id))
  await office.done(work.takeTask, { id }, karin)
  const late = await office.dispatch(work.takeTask, { id }, elin)
  assert.deepEqual(late.status === 'refused' && [late.refusal.name, late.refusal.data['owner']], [
    'task-taken',
    'Karin Öberg',
  ])
})

test('waiting takes a task out of the queue until the day to ask, and an answer brings it back', async () => {
  const { office, organisationId } = it
  const me = await it.colleague('Waiter')
  const { id } = await office.done(work.createTask, { title: 'Lease addendum', dueOn: '2026-12-10' }, me)
  await office.done(work.waitFor, { id, waitingFor: 'Johan', chaseOn: '2026-11-26' }, me)
  const queue = async () => {
    const seen = await office.query(work.desk, {}, me)
    assert.equal(seen.status, 'done')
    return seen.status === 'done'
      ? { rows: seen.output.groups.flatMap(group => group.rows), waiting: seen.output.waiting }
      : { rows: [], waiting: [] }
  }
  const first = await queue()
  assert.deepEqual([first.rows.length, first.waiting.map(row => row.waitingFor)], [0, ['Johan']])
  office.setClock(Temporal.Instant.from('2026-11-26T08:00:00Z'))
  assert.deepEqual(
    (await queue()).rows.map(row => row.reason),
    [{ key: 'reason.chase', params: { name: 'Johan' } }],
  )
  await office.done(work.stopWaiting, { id }, me)
  assert.deepEqual((await queue()).waiting, [])
  assert.equal(refusalOf(await office.dispatch(work.stopWaiting, { id }, me)), 'task-not-waiting')
  assert.equal(
    refusalOf(await office.dispatch(work.waitFor, { id, waitingFor: 'X', chaseOn: '2026-11-01' }, me)),
    'chase-in-past',
  )
  assert.equal(refusalOf(await office.dispatch(work.assignTask, { id, ownerId: organisationId }, me)), 'owner-unknown')
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
})

test('comments stand on any record one may see, and only their writer removes them', async () => {
  const { office, elin, karin, visitor, organisationId } = it
  const paper = await insertRecord(office, organisationId, 'document', 'Secret paper', { class: 2 })
  const { commentId } = await office.done(work.addComment, { recordId: paper, text: 'Called them.' }, elin)
  const seen = await office.query(work.listComments, { recordId: paper }, karin)
  assert.deepEqual(seen.status === 'done' && seen.output.rows.map(row => [row.text, row.by?.title, row.mine]), [
    ['Called them.', 'Elin Bergqvist', false],
  ])
  assert.equal(refusalOf(await office.query(work.listComments, { recordId: paper }, visitor)), 'record-not-found')
  assert.equal(
    refusalOf(await office.dispatch(work.addComment, { recordId: paper, text: 'x' }, visitor)),
    'record-not-found',
  )
  assert.equal(
    refusalOf(await office.dispatch(work.removeComment, { recordId: paper, commentId }, karin)),
    'comment-unknown',
  )
  await office.done(work.removeComment, { recordId: paper, commentId }, elin)
})

test('many at once: one line in the journal, all or none, undone together', async () => {
  const { office, elin, karin, organisationId } = it
  const ids: string[] = []
  for (const title of ['a', 'b', 'c'])
    ids.push((await office.done(work.createTask, { title, dueOn: '2026-11-24', repeat: { every: 'day' } }, elin)).id)
  const outcome = await office.dispatch(work.completeMany, { ids }, elin)
  assert.equal(outcome.status, 'done')
  if (outcome.status !== 'done') return
  const { rows } = await office.superuser.query(
    'select command from kernel.journal where organisation_id = $1 and seq = $2',
    [organisationId, outcome.journal],
  )
  assert.deepEqual(rows, [{ command: 'work.complete-many' }])
  assert.equal(outcome.output.nextIds.length, 3)
  assert.equal(refusalOf(await office.dispatch(work.completeMany, { ids: [ids[0]!] }, elin)), 'task-not-open')
  await office.done(work.reopenMany, outcome.undo!.input as never, elin)
  await office.done(work.assignMany, { ids, ownerId: karin.id }, elin)
  await office.done(work.snoozeMany, { ids, until: soon }, elin)
  const listed = await office.query(work.listTasks, { ownerId: karin.id, text: '', states: ['open'], limit: 2 }, elin)
  assert.equal(listed.status, 'done')
  if (listed.status !== 'done') return
  assert.ok(listed.output.next)
  const rest = await office.query(
    work.listTasks,
    { ownerId: karin.id, states: ['open'], limit: 2, after: listed.output.next! },
    elin,
  )
  const got = [...listed.output.rows, ...(rest.status === 'done' ? rest.output.rows : [])].map(row => row.id)
  assert.equal(new Set(got).size, got.length)
  for (const id of ids) assert.ok(got.includes(id))
})

test('a line becomes a task; whom it names is asked of the directory of colleagues', async () => {
  const { office, elin, karin } = it
  const { id } = await office.done(work.quickAdd, { text: 'call landlord tue 14 ~10m @karin !' }, elin)
  const seen = await office.query(work.getTask, { id }, elin)
  assert.equal(seen.status, 'done')
  if (seen.status !== 'done') return
  const { task } = seen.output
  assert.deepEqual(
    [task.title, task.dueAt, task.effortMinutes, task.urgency, task.owner?.id],
    ['call landlord', '2026-12-01T13:00:00Z', 10, 'high', karin.id],
  )
  assert.equal(refusalOf(await office.dispatch(work.quickAdd, { text: 'x @nobodyatall' }, elin)), 'person-unknown')
  await it.colleague('Karin Lindqvist')
  assert.equal(refusalOf(await office.dispatch(work.quickAdd, { text: 'x @karin' }, elin)), 'person-ambiguous')
  await office.done(work.quickAdd, { text: 'x @karin_o' }, elin)
  assert.equal(refusalOf(await office.dispatch(work.quickAdd, { text: 'tomorrow 14:00' }, elin)), 'entry-without-title')
})

test('of twelve who take the same task at once one has it; overlapping piles in opposite order both end', async () => {
  const { office, organisationId } = it
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => it.colleague(`Taker ${n}`)))
  const { id } = await office.done(work.createTask, { title: 'Wanted', ownerId: null }, people[0]!)
  const answers = await Promise.all(people.map(one => office.dispatch(work.takeTask, { id }, one)))
  assert.deepEqual(answers.map(refusalOf).sort(), ['done', ...Array.from({ length: 11 }, () => 'task-taken')])

  const me = office.principal(organisationId)
  const ids: string[] = []
  for (let n = 0; n < 8; n++) ids.push((await office.done(work.createTask, { title: `Pile ${n}` }, me)).id)
  const both = await Promise.all([
    office.dispatch(work.snoozeMany, { ids, until: soon }, me),
    office.dispatch(work.assignMany, { ids: [...ids].reverse(), ownerId: null }, me),
  ])
  assert.deepEqual(both.map(refusalOf), ['done', 'done'])
  const { rows } = await office.superuser.query('select distinct version from kernel.record where id = any($1)', [ids])
  assert.deepEqual(rows, [{ version: 3 }])
})
