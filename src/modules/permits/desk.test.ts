import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { listTasks } from '../work/contract.ts'
import * as p from './contract.ts'
import { insertRecord, type PermitsOffice, permitsOffice, refusalOf } from './testing.ts'

let it: PermitsOffice
before(async () => {
  it = await permitsOffice()
})
after(() => it.office.close())

const cafe = { title: 'Outdoor serving', applicant: 'Café Solsidan AB', permitType: 'Serving' }

async function see(id: string) {
  const answer = await it.office.query(p.getApplication, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
async function open(id: string) {
  const answer = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.filter(row => row.state === 'open').map(row => [row.title, row.dueOn] as const)
}
const diary = async () => {
  const answer = await it.office.query(p.listDiary, {}, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}

test('off until it is switched on; numbers have no gaps, whatever is refused between', async () => {
  const { office, elin } = it
  it.goTo('2026-11-24')
  assert.equal(refusalOf(await office.dispatch(p.registerApplication, cafe, elin)), 'permit-desk-not-on')
  const set = await office.dispatch(p.setDesk, { on: true, decideDays: 56, appealInstructions: 'Write to us.' }, elin)
  assert.ok(set.status === 'done')
  const one = await office.done(p.registerApplication, cafe, elin)
  for (const [input, wanted] of [
    [{ title: 'x' }, 'applicant-missing'],
    [{ ...cafe, handlerId: '019aa000-0000-7000-8000-00000000ffff' }, 'permit-person-unknown'],
    [{ ...cafe, receivedOn: '2026-11-25' }, 'permit-day-reversed'],
  ] as const)
    assert.equal(refusalOf(await office.dispatch(p.registerApplication, input, elin)), wanted)
  const dry = await office.dispatch(p.registerApplication, cafe, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  const two = await office.done(p.registerApplication, cafe, elin)
  const old = await office.done(p.registerApplication, { ...cafe, receivedOn: '2025-12-30' }, elin)
  assert.deepEqual([one.number, two.number, old.number], ['2026-0001', '2026-0002', '2025-0001'])
})

test('completed, heard, decided, notified, final: with the days that the law gives', async () => {
  const { office, elin, karin, system, organisationId } = it
  it.goTo('2026-11-24')
  const paper = await insertRecord(office, organisationId, 'document', 'Application.pdf')
  const { id, number } = await office.done(
    p.registerApplication,
    { ...cafe, handlerId: karin.id, documentIds: [paper] },
    elin,
  )
  assert.deepEqual(await open(id), [[`Decide ${number}: Outdoor serving`, '2027-01-19']])
  await office.done(p.requestCompletion, { id, what: 'A drawing', dueOn: '2026-12-04' }, karin)
  assert.equal((await open(id)).length, 2)
  const grant = { id, outcome: 'granted' as const, decision: 'Yes.', reasons: 'Nothing against it.' }
  assert.equal(refusalOf(await office.dispatch(p.decideApplication, grant, karin)), 'application-not-so-far')
  it.goTo('2026-12-01')
  const complete = await office.dispatch(p.noteComplete, { id }, karin)
  assert.ok(complete.status === 'done')
  assert.deepEqual(await open(id), [[`Decide ${number}: Outdoor serving`, '2027-01-26']])
  const { hearingId } = await office.done(p.hearParty, { id, party: 'Neighbours', dueOn: '2026-12-10' }, karin)
  assert.equal(refusalOf(await office.dispatch(p.decideApplication, grant, karin)), 'hearings-not-over')
  await office.done(p.noteAnswer, { id, hearingId, answer: 'None against.' }, karin)
  assert.equal((await diary())[0]!.outcome, null)
  assert.equal(refusalOf(await office.dispatch(p.noteNotified, { id }, karin)), 'application-not-so-far')
  const fee = { amount: '900.00', currency: 'SEK' }
  const decided = await office.dispatch(p.decideApplication, { ...grant, fee }, karin)
  assert.ok(decided.status === 'done')
  assert.equal((await diary()).find(row => row.number === number)!.outcome, null, 'not before the parties know it')
  await office.done(p.takeBackApplicationStep, decided.undo!.input as never, karin)
  assert.deepEqual(
    [(await see(id)).record.state, (await see(id)).decision, (await see(id)).fee],
    ['complete', null, null],
  )
  await office.done(p.decideApplication, { ...grant, fee }, karin)
  assert.equal((await see(id)).appealInstructions, 'Write to us.')
  it.goTo('2026-12-03')
  const told = await office.done(p.noteNotified, { id }, karin)
  assert.equal(told.appealUntil, '2026-12-28', 'three weeks end on Christmas Eve')
  assert.equal((await diary()).find(row => row.number === number)!.outcome, 'granted')
  it.goTo('2026-12-28')
  assert.equal((await office.done(p.raiseDue, {}, system)).finals, 0)
  it.goTo('2026-12-29')
  assert.equal((await office.done(p.raiseDue, {}, system)).finals, 1)
  const final = await see(id)
  assert.deepEqual([final.record.state, final.finalOn], ['final', '2026-12-29'])
  assert.equal(refusalOf(await office.dispatch(p.takeBackApplicationStep, { id }, karin)), 'step-not-last')
})

test('appealed in time it does not become final, afterwards it is too late; deadlines are warned of once', async () => {
  const { office, elin, system } = it
  it.goTo('2026-12-01')
  const { id } = await office.done(p.registerApplication, cafe, elin)
  it.goTo('2027-01-20')
  const { deadlines } = await office.done(p.raiseDue, {}, system)
  assert.ok(deadlines >= 1)
  assert.equal((await office.done(p.raiseDue, {}, system)).deadlines, 0)
  const refuse = { id, outcome: 'dismissed' as const, decision: 'Not tried.', reasons: 'Nothing came.' }
  await office.done(p.decideApplication, refuse, elin)
  await office.done(p.noteNotified, { id }, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.noteAppeal, { id, appealedOn: '2027-02-11' }, elin)),
    'appeal-not-in-time',
  )
  const appealed = await office.dispatch(p.noteAppeal, { id, appealedOn: '2027-01-21' }, elin)
  assert.ok(appealed.status === 'done')
  it.goTo('2027-03-01')
  assert.equal((await office.done(p.raiseDue, {}, system)).finals, 0)
  const other = await office.done(p.registerApplication, { ...cafe, isPublic: false }, elin)
  assert.ok(!(await diary()).some(row => row.number === other.number))
  const gone = await office.dispatch(p.noteWithdrawn, { id: other.id }, elin)
  assert.ok(gone.status === 'done')
  assert.deepEqual(await open(other.id), [])
  const secret = await office.done(p.registerApplication, { ...cafe, class: 2 }, elin)
  assert.ok(!(await diary()).some(row => row.number === secret.number), 'what is confidential is not public')
})

test('strangers are told nothing of an application', async () => {
  const { office, elin, visitor } = it
  const { id } = await office.done(p.registerApplication, cafe, elin)
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [p.changeApplication, { id, title: 'x' }],
    [p.requestCompletion, { id, what: 'x', dueOn: '2126-01-01' }],
    [p.noteComplete, { id }],
    [p.hearParty, { id, party: 'x', dueOn: '2126-01-01' }],
    [p.removeHearing, { id, hearingId: id }],
    [p.noteAnswer, { id, hearingId: id, answer: 'x' }],
    [p.decideApplication, { id, outcome: 'refused', decision: 'x', reasons: 'x' }],
    [p.noteNotified, { id }],
    [p.noteAppeal, { id }],
    [p.noteWithdrawn, { id }],
    [p.takeBackApplicationStep, { id }],
  ]
  for (const [command, input] of acts)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
  assert.equal(refusalOf(await office.query(p.getApplication, { id }, visitor)), 'record-not-found')
  assert.equal(refusalOf(await office.dispatch(p.removeHearing, { id, hearingId: id }, elin)), 'hearing-unknown')
})
