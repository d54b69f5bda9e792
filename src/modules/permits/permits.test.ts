import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { completeTask, listTasks } from '../work/contract.ts'
import * as p from './contract.ts'
import { insertRecord, type PermitsOffice, permitsOffice, refusalOf } from './testing.ts'

let it: PermitsOffice
before(async () => {
  it = await permitsOffice()
})
after(() => it.office.close())

const scaffold = {
  name: 'Scaffolding',
  permitType: 'Use of public ground',
  fee: { amount: '1200.00', currency: 'SEK' },
  requirements: ['Site plan', 'Traffic plan'],
}

async function see(id: string) {
  const answer = await it.office.query(p.getPermit, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

async function tasksOf(id: string) {
  const answer = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}
const open = async (id: string) =>
  (await tasksOf(id)).filter(task => task.state === 'open').map(task => [task.title, task.dueOn] as const)

test('applied for, completed, granted, renewed before it ends; every step can be taken back', async () => {
  const { office, elin, system, organisationId } = it
  it.goTo('2026-11-24')
  const { id } = await office.done(p.createPermit, scaffold, elin)
  assert.equal(refusalOf(await office.dispatch(p.sendApplication, { id }, elin)), 'requirements-not-met')
  const paper = await insertRecord(office, organisationId, 'document', 'Site plan.pdf')
  const [plan, traffic] = (await see(id)).requirements
  const met = await office.dispatch(
    p.setRequirement,
    { id, requirementId: plan!.id, met: true, documentId: paper },
    elin,
  )
  assert.ok(met.status === 'done')
  await office.done(p.setRequirement, met.undo!.input as never, elin)
  assert.deepEqual([(await see(id)).requirements[0]!.met, (await see(id)).requirements[0]!.document], [false, null])
  for (const one of [plan, traffic])
    await office.done(p.setRequirement, { id, requirementId: one!.id, met: true, documentId: paper }, elin)
  const sent = await office.dispatch(p.sendApplication, { id, reference: 'TM-114' }, elin)
  assert.ok(sent.status === 'done')
  await office.done(p.takeBackStep, sent.undo!.input as never, elin)
  assert.deepEqual([(await see(id)).record.state, (await see(id)).reference], ['preparing', null])
  assert.equal(refusalOf(await office.dispatch(p.takeBackStep, { id }, elin)), 'step-not-last')
  assert.equal(refusalOf(await office.dispatch(p.sendCompletion, { id }, elin)), 'permit-not-so-far')
  await office.done(p.sendApplication, { id }, elin)
  await office.done(p.noteCompletionAsked, { id, what: 'A drawing', dueOn: '2026-12-04' }, elin)
  assert.deepEqual(await open(id), [['Send what the authority asks for: Scaffolding', '2026-12-04']])
  assert.equal(String((await see(id)).nextOn), '2026-12-04')
  await office.done(p.sendCompletion, { id }, elin)
  assert.deepEqual(await open(id), [])
  const decision = {
    id,
    outcome: 'granted' as const,
    decidedOn: '2026-12-01',
    validFrom: '2027-01-01',
    validUntil: '2027-06-30',
  }
  assert.equal(
    refusalOf(await office.dispatch(p.noteDecision, { ...decision, validUntil: '2026-12-31' }, elin)),
    'validity-reversed',
  )
  await office.done(p.noteDecision, { ...decision, renewalLeadDays: 60 }, elin)
  assert.equal(String((await see(id)).renewOn), '2027-05-01')
  await office.done(p.raiseDue, {}, system)
  assert.deepEqual(await open(id), [], 'not yet')
  it.goTo('2027-05-02')
  const raised = await office.done(p.raiseDue, {}, system)
  assert.equal(raised.renewals, 1)
  assert.equal((await office.done(p.raiseDue, {}, system)).renewals, 0, 'once')
  assert.deepEqual(await open(id), [['Apply for renewal: Scaffolding', '2027-05-02']])
  const { newId } = await office.done(p.renewPermit, { id }, elin)
  assert.deepEqual(await open(id), [])
  const next = await see(newId)
  assert.deepEqual(
    [next.record.state, next.renews?.id, next.requirements.map(one => one.met)],
    ['preparing', id, [false, false]],
  )
  assert.equal((await see(id)).renewedBy?.id, newId)
})

test('refused: the last day to appeal is a working day and a task; taking back takes the task back', async () => {
  const { office, elin } = it
  it.goTo('2026-12-03')
  const { id } = await office.done(p.createPermit, { name: 'Sign' }, elin)
  const refused = await office.dispatch(p.noteDecision, { id, outcome: 'refused', decidedOn: '2026-12-03' }, elin)
  assert.ok(refused.status === 'done')
  assert.deepEqual(await open(id), [['Appeal or let it be: Sign', '2026-12-28']])
  await office.done(p.takeBackStep, refused.undo!.input as never, elin)
  assert.deepEqual([await open(id), (await see(id)).record.state], [[], 'preparing'])
  const gone = await office.dispatch(p.withdrawApplication, { id }, elin)
  assert.ok(gone.status === 'done')
  assert.equal(refusalOf(await office.dispatch(p.endPermit, { id }, elin)), 'permit-not-so-far')
  const rows = await office.query(p.listPermits, {}, elin)
  assert.ok(rows.status === 'done' && !rows.output.rows.some(row => row.id === id))
})

test('conditions become tasks in time, follow them, and go on by their rhythm', async () => {
  const { office, elin, karin, system } = it
  it.goTo('2026-11-24')
  const { id } = await office.done(p.createPermit, { name: 'Well' }, elin)
  await office.done(p.noteDecision, { id, outcome: 'granted', decidedOn: '2026-11-20' }, elin)
  const { conditionId } = await office.done(
    p.addCondition,
    { id, condition: 'Level is measured', rhythm: 'month', firstOn: '2026-11-30', ownerId: karin.id },
    elin,
  )
  await office.done(p.raiseDue, {}, system)
  await office.done(p.raiseDue, {}, system)
  const [task, ...more] = (await tasksOf(id)).filter(one => one.state === 'open')
  assert.deepEqual(
    [task!.title, task!.owner?.title, task!.dueOn, more.length],
    ['Check “Level is measured”: Well', 'Karin Öberg', '2026-11-30', 0],
  )
  await office.done(completeTask, { id: task!.id }, karin)
  const condition = async () => (await see(id)).conditions[0]!
  assert.deepEqual(
    [String((await condition()).nextOn), String((await condition()).checkedOn)],
    ['2026-12-30', '2026-11-24'],
  )
  it.goTo('2027-01-02')
  await office.done(p.raiseDue, {}, system)
  assert.equal((await condition()).late, true)
  await office.done(p.checkCondition, { id, conditionId }, elin)
  assert.equal(String((await condition()).nextOn), '2027-01-30')
  assert.deepEqual(await open(id), [])
  const once = await office.done(p.addCondition, { id, condition: 'Sign is put up', rhythm: 'once' }, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.checkCondition, { id, conditionId: once.conditionId }, elin)),
    'condition-not-due',
  )
  await office.done(p.removeCondition, { id, conditionId }, elin)
  assert.equal(refusalOf(await office.dispatch(p.checkCondition, { id, conditionId }, elin)), 'condition-unknown')
  assert.equal(
    refusalOf(await office.dispatch(p.removeRequirement, { id, requirementId: conditionId }, elin)),
    'requirement-unknown',
  )
})

test('a change is weighed and undone; what one may not see is not there; a dry run and a second key do nothing more', async () => {
  const { office, elin, visitor, organisationId } = it
  it.goTo('2026-11-24')
  const { id } = await office.done(p.createPermit, scaffold, elin)
  const changed = await office.dispatch(
    p.changePermit,
    { id, name: 'Crane', fee: { amount: '5.00', currency: 'SEK' }, reference: 'X' },
    elin,
  )
  assert.ok(changed.status === 'done')
  await office.done(p.changePermit, changed.undo!.input as never, elin)
  const back = await see(id)
  assert.deepEqual([back.record.title, back.fee?.amount, back.reference], ['Scaffolding', '1200.00', null])
  assert.equal(
    refusalOf(
      await office.dispatch(p.createPermit, { name: 'x', ownerId: '019aa000-0000-7000-8000-00000000ffff' }, elin),
    ),
    'permit-person-unknown',
  )
  const small = office.principal(organisationId, {
    permissions: new Map([['permits.create-permit', { minor: 1n, currency: 'SEK' }]]),
  })
  assert.equal((await office.dispatch(p.createPermit, scaffold, small)).status, 'asked')
  const dry = await office.dispatch(p.sendApplication, { id, anyway: true }, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && (await see(id)).record.state === 'preparing')
  const twice = [
    await office.dispatch(p.addRequirement, { id, requirement: 'Insurance' }, elin, { key: 'r' }),
    await office.dispatch(p.addRequirement, { id, requirement: 'Insurance' }, elin, { key: 'r' }),
  ]
  assert.ok(twice.every(one => one.status === 'done'))
  assert.equal((await see(id)).requirements.length, 3)
  const paper = await insertRecord(office, organisationId, 'document', 'Letter.pdf')
  assert.equal(refusalOf(await office.dispatch(p.adoptDocument, { documentId: paper }, elin)), 'document-not-permit')
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [p.changePermit, { id, name: 'x' }],
    [p.addRequirement, { id, requirement: 'x' }],
    [p.sendApplication, { id }],
    [p.noteCompletionAsked, { id, what: 'x', dueOn: '2126-01-01' }],
    [p.sendCompletion, { id }],
    [p.noteDecision, { id, outcome: 'granted', decidedOn: '2026-01-01' }],
    [p.withdrawApplication, { id }],
    [p.endPermit, { id }],
    [p.renewPermit, { id }],
    [p.takeBackStep, { id }],
    [p.addCondition, { id, condition: 'x', rhythm: 'year' }],
    [p.adoptDocument, { documentId: paper }],
  ]
  for (const [command, input] of acts)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
})
