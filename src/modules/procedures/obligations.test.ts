import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { assignTask, completeTask, createTask, listTasks, reopenTask, setAway, waitFor } from '../work/contract.ts'
import * as p from './contract.ts'
import { insertRecord, type ProceduresOffice, proceduresOffice, refusalOf } from './testing.ts'

let it: ProceduresOffice
before(async () => {
  it = await proceduresOffice()
})
after(() => it.office.close())

const vat = {
  title: 'VAT return',
  rule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=12', fromOn: '2026-11-01', shift: 'after' as const },
  leadDays: 7,
}

async function tasksOf(id: string) {
  const seen = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(seen.status === 'done')
  return seen.output.rows
}

async function daysOf(id: string) {
  const seen = await it.office.query(p.getObligation, { id }, it.elin)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  return seen.output.days.map(day => [day.dueOn, day.state] as const)
}

test('an obligation raises its task in time, is fulfilled by it, and both go back together', async () => {
  const { office, elin, system } = it
  it.goTo('2026-11-24')
  const { id } = await office.done(p.createObligation, vat, elin)
  assert.deepEqual(await tasksOf(id), [], 'not yet')
  it.goTo('2026-12-08')
  await office.done(p.raiseDue, {}, system)
  await office.done(p.raiseDue, {}, system)
  const [task, ...more] = await tasksOf(id)
  // the 12th of December is a Saturday
  assert.deepEqual(
    [task!.title, task!.dueOn, task!.owner?.title, more.length],
    ['VAT return', '2026-12-14', 'Elin Bergqvist', 0],
  )
  assert.deepEqual((await daysOf(id)).slice(0, 2), [
    ['2026-12-14', 'raised'],
    ['2027-01-12', 'coming'],
  ])
  const done = await office.dispatch(completeTask, { id: task!.id }, elin)
  assert.ok(done.status === 'done')
  assert.deepEqual((await daysOf(id))[0], ['2026-12-14', 'fulfilled'])
  await office.done(reopenTask, done.undo!.input as never, elin)
  assert.deepEqual((await daysOf(id))[0], ['2026-12-14', 'raised'])
  it.goTo('2026-12-16')
  assert.deepEqual((await daysOf(id))[0], ['2026-12-14', 'late'])
  const ahead = await office.query(p.year, {}, elin)
  assert.ok(ahead.status === 'done')
  assert.deepEqual(
    ahead.output.rows
      .filter(row => row.id === id)
      .slice(0, 2)
      .map(row => [row.dueOn, row.day]),
    [
      ['2026-12-14', 'late'],
      ['2027-01-12', 'coming'],
    ],
  )
  const fulfilled = await office.dispatch(p.fulfilObligation, { id, dueOn: '2026-12-14' }, elin)
  assert.ok(fulfilled.status === 'done')
  assert.deepEqual(
    (await tasksOf(id)).map(row => row.state),
    ['done'],
  )
  assert.equal(
    refusalOf(await office.dispatch(p.fulfilObligation, { id, dueOn: '2026-12-14' }, elin)),
    'already-fulfilled',
  )
  assert.equal(refusalOf(await office.dispatch(p.fulfilObligation, { id, dueOn: '2026-12-15' }, elin)), 'day-not-due')
  await office.done(p.takeBackFulfilment, fulfilled.undo!.input as never, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.takeBackFulfilment, { id, dueOn: '2026-12-14' }, elin)),
    'not-fulfilled',
  )
  assert.equal((await tasksOf(id)).filter(row => row.state === 'open').length, 1, 'its task is made anew')
})

test('a change makes untouched tasks anew, keeps touched ones, and is undone; ending takes them back', async () => {
  const { office, elin, karin } = it
  it.goTo('2026-12-08')
  const { id } = await office.done(p.createObligation, { ...vat, title: 'Payroll' }, elin)
  const changed = await office.dispatch(
    p.changeObligation,
    { id, title: 'Payroll tax', ownerId: karin.id, leadDays: 10 },
    elin,
  )
  assert.ok(changed.status === 'done')
  const open = async () =>
    (await tasksOf(id)).filter(row => row.state === 'open').map(row => [row.title, row.owner?.title])
  assert.deepEqual(await open(), [['Payroll tax', 'Karin Öberg']])
  await office.done(p.changeObligation, changed.undo!.input as never, elin)
  assert.deepEqual(await open(), [['Payroll', 'Elin Bergqvist']])
  const [task] = (await tasksOf(id)).filter(row => row.state === 'open')
  await office.done(assignTask, { id: task!.id, ownerId: karin.id }, elin)
  await office.done(p.changeObligation, { id, title: 'Payroll again' }, elin)
  assert.ok(
    (await open()).some(([title, owner]) => title === 'Payroll' && owner === 'Karin Öberg'),
    'what somebody has touched stays',
  )
  const other = await office.done(p.createObligation, { ...vat, title: 'Other' }, elin)
  const ended = await office.dispatch(p.endObligation, { id: other.id }, elin)
  assert.ok(ended.status === 'done')
  assert.deepEqual(
    (await tasksOf(other.id)).map(row => row.state),
    ['dropped'],
  )
  assert.equal(
    refusalOf(await office.dispatch(p.changeObligation, { id: other.id, title: 'x' }, elin)),
    'obligation-ended',
  )
  assert.equal(refusalOf(await office.dispatch(p.endObligation, { id: other.id }, elin)), 'obligation-ended')
  await office.done(p.resumeObligation, ended.undo!.input as never, elin)
  assert.equal((await tasksOf(other.id)).filter(row => row.state === 'open').length, 1)
  assert.equal(refusalOf(await office.dispatch(p.resumeObligation, { id: other.id }, elin)), 'obligation-not-ended')
})

test('once, with evidence, without an owner; proposals of the country are adopted once', async () => {
  const { office, elin, organisationId } = it
  it.goTo('2026-11-24')
  const once = await office.done(
    p.createObligation,
    { title: 'Give notice of the lease', dueOn: '2026-12-01', evidence: true, ownerId: null, basis: 'contract' },
    elin,
  )
  assert.equal(
    refusalOf(await office.dispatch(p.fulfilObligation, { id: once.id, dueOn: '2026-12-01' }, elin)),
    'evidence-missing',
  )
  const paper = await insertRecord(office, organisationId, 'document', 'Notice.pdf')
  await office.done(p.fulfilObligation, { id: once.id, dueOn: '2026-12-01', evidenceId: paper }, elin)
  assert.deepEqual(await daysOf(once.id), [['2026-12-01', 'fulfilled']])
  assert.equal(refusalOf(await office.dispatch(p.createObligation, { title: 'x' }, elin)), 'day-not-due')
  assert.equal(
    refusalOf(
      await office.dispatch(p.createObligation, { title: 'x', rule: { rrule: 'x', fromOn: '2026-01-01' } }, elin),
    ),
    'rule-unreadable',
  )
  const before = await office.query(p.year, {}, elin)
  assert.ok(before.status === 'done')
  assert.ok(before.output.withoutOwner >= 1)
  assert.deepEqual(
    before.output.proposals.map(one => [one.key, one.nextOn]),
    [
      ['vat', '2026-12-14'],
      ['employer', '2026-12-14'],
      ['accounts', '2027-07-30'],
    ],
  )
  const { ids } = await office.done(p.adoptObligations, { keys: ['vat', 'accounts'] }, elin)
  assert.equal(ids.length, 2)
  const then = await office.query(p.year, {}, elin)
  assert.deepEqual(then.status === 'done' && then.output.proposals.map(one => one.key), ['employer'])
  assert.equal(refusalOf(await office.dispatch(p.adoptObligations, { keys: ['vat'] }, elin)), 'proposal-unknown')
  assert.equal(refusalOf(await office.dispatch(p.adoptObligations, { keys: ['nothing'] }, elin)), 'proposal-unknown')
})

test('whoever may not see an obligation is told what is told of one that does not exist', async () => {
  const { office, elin, visitor } = it
  it.goTo('2026-11-24')
  const { id } = await office.done(p.createObligation, vat, elin)
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [p.changeObligation, { id, title: 'x' }],
    [p.endObligation, { id }],
    [p.resumeObligation, { id }],
    [p.fulfilObligation, { id, dueOn: '2026-12-14' }],
    [p.takeBackFulfilment, { id, dueOn: '2026-12-14' }],
  ]
  for (const [command, input] of acts) {
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
    assert.equal(
      refusalOf(await office.dispatch(command, { ...input, expectedVersion: 9 } as never, elin)),
      'version-changed',
    )
  }
  assert.equal(refusalOf(await office.query(p.getObligation, { id }, visitor)), 'record-not-found')
})

test('cover: duties with nobody, with an absence and no deputy, are findings before it begins; the sheet tells a person’s work and habits', async () => {
  const { office, elin, karin, organisationId } = it
  it.goTo('2026-11-24')
  const { id } = await office.done(
    p.createProcedure,
    {
      title: 'Weekly post',
      ownerId: karin.id,
      content: { steps: [{ title: 'Empty the box' }, { title: 'Sort', who: 'role', role: 'nobody-has-this' }] },
      rule: { rrule: 'FREQ=WEEKLY;BYDAY=FR', fromOn: '2026-11-01' },
      inForce: true,
    },
    elin,
  )
  const cover = async () => {
    const seen = await office.query(p.listCover, {}, elin)
    assert.ok(seen.status === 'done', JSON.stringify(seen))
    return seen.output.duties.filter(duty => duty.id === id).map(duty => [duty.kind, duty.finding])
  }
  assert.deepEqual(await cover(), [
    ['procedure', 'no-deputy'],
    ['step', 'role-empty'],
  ])
  const away = await office.done(
    setAway,
    { personId: karin.id, fromOn: '2026-11-26', untilOn: '2026-11-27', deputyId: null },
    elin,
  )
  assert.deepEqual((await cover())[0], ['procedure', 'away-uncovered'])
  await office.superuser.query('update work.absence set deputy_id = $2 where id = $1', [away.id, elin.id])
  assert.deepEqual((await cover())[0], ['procedure', null])
  await office.superuser.query(
    `insert into work.absence (organisation_id, id, person_id, from_on, until_on)
     select organisation_id, id, $3, '2026-11-27', '2026-11-30' from kernel.record where organisation_id = $1 and id = $2`,
    [organisationId, await insertRecord(office, organisationId, 'absence', 'Elin'), elin.id],
  )
  assert.deepEqual((await cover())[0], ['procedure', 'deputy-away'])

  for (let week = 0; week < 6; week++) {
    it.goTo(Temporal.PlainDate.from('2026-10-16').add({ weeks: week }).toString())
    const { id: task } = await office.done(createTask, { title: `Water the plants, week ${42 + week}` }, karin)
    await office.done(completeTask, { id: task }, karin)
  }
  it.goTo('2026-11-24')
  const { id: open } = await office.done(createTask, { title: 'Order toner', dueOn: '2026-11-30' }, karin)
  const landlord = await insertRecord(office, organisationId, 'person', 'Lars Lindahl')
  const { id: lease } = await office.done(createTask, { title: 'Lease', forId: landlord }, karin)
  await office.done(waitFor, { id: lease, waitingFor: 'Lars Lindahl', chaseOn: '2026-12-01' }, karin)
  const seen = await office.query(p.handOver, { personId: karin.id, days: 30 }, elin)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  assert.deepEqual(
    seen.output.waiting.map(one => [one.record.id, one.waitingFor, one.chaseOn]),
    [[lease, 'Lars Lindahl', '2026-12-01']],
  )
  assert.deepEqual(
    seen.output.calls.map(one => [one.party.id, one.tasks]),
    [[landlord, 1]],
  )
  const sheet = seen.output
  assert.ok(sheet.tasks.some(line => line.record.id === open))
  assert.deepEqual(
    sheet.procedures.map(line => line.record.title),
    ['Weekly post'],
  )
  assert.equal(sheet.doneTotal, 4)
  assert.ok(sheet.acts.some(one => one.command === 'work.complete-task' && one.count === 4))
  assert.deepEqual(
    sheet.habits.map(habit => [habit.rhythm, habit.n, habit.times, habit.rule.rrule, habit.nextOn]),
    [['week', 5, 6, 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27']],
  )
  assert.deepEqual(
    sheet.procedures.map(line => line.nextDays.length),
    [3],
  )
  const [habit] = sheet.habits
  const told = { personId: karin.id, title: habit!.title, rhythm: habit!.rhythm }
  const proposals = async () => {
    const again = await office.query(p.handOver, { personId: karin.id }, elin)
    assert.ok(again.status === 'done')
    return [again.output.habits.length, again.output.refused.length]
  }
  const nobody = { ...told, personId: crypto.randomUUID() }
  assert.equal(refusalOf(await office.dispatch(p.refuseHabit, nobody, elin)), 'procedure-person-unknown')
  const refused = await office.dispatch(p.refuseHabit, told, elin)
  assert.ok(refused.status === 'done')
  assert.deepEqual(await proposals(), [0, 1])
  assert.equal(refusalOf(await office.dispatch(p.refuseHabit, told, elin)), 'habit-gone')
  assert.equal(refusalOf(await office.dispatch(p.adoptHabit, { ...told, as: 'task' }, elin)), 'habit-gone')
  it.goTo('2026-11-27')
  const { id: next } = await office.done(createTask, { title: 'Water the plants, week 48' }, karin)
  await office.done(completeTask, { id: next }, karin)
  assert.deepEqual(await proposals(), [0, 1], 'what was refused stays so when it is done again')
  await office.done(p.takeUpHabit, refused.undo!.input as never, elin)
  assert.deepEqual(await proposals(), [1, 0])
  assert.equal(refusalOf(await office.dispatch(p.takeUpHabit, told, elin)), 'habit-not-refused')
  const bare = office.principal(organisationId, {
    permissions: new Map([['procedures.adopt-habit', { minor: 1n, currency: 'SEK' }]]),
  })
  assert.equal(refusalOf(await office.dispatch(p.adoptHabit, { ...told, as: 'task' }, bare)), 'habit-not-adopted')
  const { id: made } = await office.done(p.adoptHabit, { ...told, as: 'procedure' }, elin)
  const procedure = await office.query(p.getProcedure, { id: made }, karin)
  assert.ok(procedure.status === 'done')
  assert.deepEqual(
    [procedure.output.record.state, String(procedure.output.nextOn).slice(0, 10)],
    ['in-force', '2026-12-04'],
  )
  assert.deepEqual(await proposals(), [0, 0], 'what became a rule is not proposed again')
  const stranger = office.principal(await office.openOrganisation())
  assert.equal(refusalOf(await office.query(p.handOver, { personId: karin.id }, stranger)), 'record-not-found')
})
