import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { organisations } from '../../kernel/platform/first-run.ts'
import {
  changeOrganisation,
  createRole,
  getOrganisation,
  getRole,
  listRoles,
  permissionMatrix,
  setRecordClass,
  setRecordsClass,
  standardRoles,
} from './contract.ts'
import { knowRegistry } from './index.ts'
import { makeThing, peek, renameThing, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())
knowRegistry(office.kernel.registry)
const { owner } = office
const refusal = (outcome: { status: string; refusal?: { name: string } }) =>
  outcome.status === 'refused' ? outcome.refusal!.name : outcome.status
const undo = (outcome: { status: string; undo?: { command: string; input: unknown } | null }) =>
  office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    ...outcome.undo!,
    requestId: 'undo',
    surface: 'test',
  })
const profile = async () => {
  const answer = await office.query(getOrganisation, {}, owner)
  return answer.status === 'done' ? answer.output : assert.fail()
}

test('the office’s details change, are undone, and a stale change is refused', async () => {
  const before = await profile()
  const changed = await office.dispatch(
    changeOrganisation,
    {
      expectedVersion: before.version,
      name: 'New Name',
      zone: 'Europe/Lisbon',
      settings: { 'letter.footer': 'Org. 556', colour: 'ink' },
    },
    owner,
  )
  assert.equal(changed.status, 'done')
  assert.deepEqual((await profile()).settings, { 'letter.footer': 'Org. 556', colour: 'ink' })
  assert.ok((await organisations(office.ground)).some(row => row.name === 'New Name'))
  assert.equal(
    refusal(await office.dispatch(changeOrganisation, { expectedVersion: before.version, name: 'Stale' }, owner)),
    'organisation-changed',
  )
  assert.equal(refusal(await office.dispatch(changeOrganisation, { zone: 'Europe/Atlantis' }, owner)), 'zone-unknown')
  assert.equal(refusal(await undo(changed as never)), 'done')
  const { version, can: _can, ...rest } = await profile()
  const { version: _version, can: _before, ...wanted } = before
  assert.deepEqual(rest, wanted)
  assert.equal(version, before.version + 2)
})

test('several at once: only what is said changes, all or none, and one undo brings each back to what it was', async () => {
  const ids = [
    (await office.done(makeThing, { title: 'Lease' }, owner)).id,
    (await office.done(makeThing, { title: 'Rent' }, owner)).id,
  ]
  await office.done(setRecordClass, { id: ids[0]!, kind: 'thing', class: 1, audience: [owner.id] }, owner)
  const standing = () =>
    peek<{ class: number; audience: string[] | null }>(
      office,
      `select class, audience from kernel.record where id = any('{${ids.join()}}') order by id`,
    )
  const before = await standing()
  const done = await office.dispatch(setRecordsClass, { kind: 'thing', ids, class: 2 }, owner)
  assert.ok(done.status === 'done')
  assert.deepEqual(
    await standing(),
    before.map(one => ({ ...one, class: 2 })),
    'for whom stays as it was',
  )
  const back = await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    ...done.undo!,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(back.status, 'done', JSON.stringify(back))
  assert.deepEqual(await standing(), before)
  assert.equal(
    refusal(await office.dispatch(setRecordsClass, { kind: 'thing', ids, audience: [ids[0]!] }, owner)),
    'audience-unknown',
  )
  assert.equal(
    refusal(await office.dispatch(setRecordsClass, { kind: 'task', ids, class: 2 }, owner)),
    'record-not-found',
  )
  assert.deepEqual(await standing(), before)
})

test('one sets no record above one’s clearance, nor out of one’s own sight; undo brings it back', async () => {
  const manager = await office.colleague('Max Manager', [
    'manager',
    await office.done(createRole, { name: 'Things', grants: [{ permission: 'probe.*' }] }, owner),
  ])
  const { id } = await office.done(makeThing, { title: 'Lease' }, manager)
  const set = (input: object, as = manager) =>
    office.dispatch(setRecordClass, { id, kind: 'thing', class: 2, ...input }, as)
  assert.equal(refusal(await set({ class: 3 })), 'class-above-clearance')
  assert.equal(refusal(await set({ audience: [owner.id] })), 'audience-without-you')
  assert.equal(refusal(await set({ audience: [manager.id, id] })), 'audience-unknown')
  assert.equal(refusal(await set({ kind: 'task' })), 'record-not-found')
  const colleague = await office.colleague('Cleo Colleague', [
    'colleague',
    await office.done(createRole, { name: 'Things too', grants: [{ permission: 'probe.*' }] }, owner),
  ])
  const done = await set({ audience: [standardRoles.manager.id] })
  assert.equal(done.status, 'done')
  assert.equal(refusal(await office.dispatch(renameThing, { id, title: 'Mine' }, colleague)), 'record-not-found')
  assert.equal(
    refusal(await office.dispatch(renameThing, { id, title: 'Mine' }, owner)),
    'record-not-found',
    'need to know binds owners too',
  )
  const back = await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: manager.id,
    ...(done as { undo: { command: string; input: unknown } }).undo,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(back.status, 'done', JSON.stringify(back))
  const [record] = await peek<{ class: number; audience: string[] | null }>(
    office,
    'select class, audience from kernel.record where id = $1',
    [id],
  )
  assert.deepEqual(record, { class: 1, audience: null })
  await office.done(renameThing, { id, title: 'Ours' }, colleague)
})

test('the matrix shows every permission against every role, by pattern', async () => {
  const role = await office.done(
    createRole,
    { name: 'Payer', grants: [{ permission: 'probe.*', limit: { amount: '500.00', currency: 'SEK' } }] },
    owner,
  )
  const answer = await office.query(permissionMatrix, {}, owner)
  assert.ok(answer.status === 'done')
  const cell = (permission: string, roleId: string) =>
    answer.output.rows.find(row => row.permission === permission)?.cells.find(one => one.roleId === roleId)
  assert.deepEqual(cell('probe.pay-thing', role.id), {
    roleId: role.id,
    held: true,
    limit: { amount: '500.00', currency: 'SEK' },
  })
  assert.equal(cell('probe.pay-thing', standardRoles.colleague.id)?.held, false)
  assert.ok(answer.output.rows.every(row => row.cells.find(one => one.roleId === standardRoles.owner.id)?.held))
  assert.ok(answer.output.rows.some(row => row.permission === 'authority.approve-own' && row.label !== row.permission))
  const list = await office.query(listRoles, { text: 'pay' }, owner)
  assert.ok(list.status === 'done' && list.output.rows.length === 1 && list.output.rows[0]!.holders === 0)
  const page = await office.query(getRole, { id: standardRoles.owner.id }, owner)
  assert.ok(page.status === 'done' && page.output.can[0]?.refusedBecause?.name === 'role-owner-fixed')
  assert.deepEqual(
    page.output.holders.map(one => one.name),
    ['Olga Owner'],
  )
})
