import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { systemPrincipalId } from '../../kernel/platform/first-run.ts'
import {
  assignRole,
  createAssistant,
  createRole,
  disablePrincipal,
  getPrincipal,
  invitePerson,
  listPrincipals,
  renewInvitation,
  resetPassword,
  setDeputy,
  setLimit,
  showLink,
  standardRoles,
  suggestPrincipal,
  unassignRole,
} from './contract.ts'
import { makeThing, payThing, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())
const { owner } = office

const refusal = (outcome: Awaited<ReturnType<typeof office.dispatch>>) =>
  outcome.status === 'refused' ? outcome.refusal.name : outcome.status

test('nobody gives, takes or resets what reaches further than they do', async () => {
  const manager = await office.colleague('Mona Manager', ['manager'])
  const friend = await office.colleague('Fia Friend', ['colleague'])
  assert.equal(
    refusal(await office.dispatch(assignRole, { id: friend.id, roleId: standardRoles.owner.id }, manager)),
    'authority-not-held',
  )
  assert.equal(
    refusal(await office.dispatch(assignRole, { id: manager.id, roleId: standardRoles.owner.id }, manager)),
    'authority-not-held',
  )
  assert.equal(refusal(await office.dispatch(disablePrincipal, { id: owner.id }, manager)), 'authority-not-held')
  assert.equal(refusal(await office.dispatch(resetPassword, { id: owner.id }, manager)), 'authority-not-held')
  assert.equal(
    refusal(
      await office.dispatch(
        invitePerson,
        { name: 'Mole', email: 'mole@example.org', roleIds: [standardRoles.owner.id] },
        manager,
      ),
    ),
    'authority-not-held',
  )
  const { resetId } = await office.done(
    resetPassword,
    { id: owner.id },
    { id: systemPrincipalId, organisationId: owner.organisationId },
  )
  assert.equal(
    (await office.query(showLink, { id: resetId }, manager)).status,
    'refused',
    'a manager does not see the owner’s link',
  )
  assert.equal((await office.query(showLink, { id: resetId }, owner)).status, 'done')
  await office.done(assignRole, { id: friend.id, roleId: standardRoles.clerk.id }, manager)
  assert.equal(
    refusal(await office.dispatch(assignRole, { id: friend.id, roleId: standardRoles.clerk.id }, manager)),
    'role-held',
  )
})

test('the last owner stays, also when two try to shut each other out', async () => {
  const one = await office.open('Una One')
  assert.equal(refusal(await office.dispatch(disablePrincipal, { id: one.id }, one)), 'owner-last')
  assert.equal(
    refusal(await office.dispatch(unassignRole, { id: one.id, roleId: standardRoles.owner.id }, one)),
    'owner-last',
  )
  const two = await office.colleague('Duo Two', ['owner'], one)
  const both = await Promise.all([
    office.dispatch(disablePrincipal, { id: one.id }, two),
    office.dispatch(disablePrincipal, { id: two.id }, one),
  ])
  assert.equal(both.filter(outcome => outcome.status === 'done').length, 1)
})

test('a role for a time ends by itself, and a role taken comes back by undo', async () => {
  const role = await office.done(createRole, { name: 'Payer', grants: [{ permission: 'probe.*' }] }, owner)
  const temp = await office.colleague('Tea Temp', ['colleague'])
  const start = Temporal.Instant.from('2026-12-01T08:00:00Z')
  office.setClock(start)
  await office.done(assignRole, { id: temp.id, roleId: role.id, until: '2026-12-02T08:00:00Z' }, owner)
  office.setClock(start.add({ hours: 23 }))
  await office.done(makeThing, { title: 'Today' }, temp)
  office.setClock(start.add({ hours: 24 }))
  assert.equal(refusal(await office.dispatch(makeThing, { title: 'Tomorrow' }, temp)), 'act-not-permitted')
  office.setClock(start.add({ hours: 25 }))
  await office.done(assignRole, { id: temp.id, roleId: role.id }, owner)
  office.setClock(start.add({ hours: 26 }))
  const taken = await office.dispatch(unassignRole, { id: temp.id, roleId: role.id }, owner)
  assert.ok(taken.status === 'done' && taken.undo)
  assert.equal(refusal(await office.dispatch(makeThing, { title: 'No' }, temp)), 'act-not-permitted')
  const undone = await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    ...taken.undo,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(undone.status, 'done', JSON.stringify(undone))
  await office.done(makeThing, { title: 'Yes' }, temp)
  office.setClock(null)
})

test('an own limit replaces the roles’, is undone, and cannot be raised above who sets it', async () => {
  const role = await office.done(
    createRole,
    { name: 'Spender', grants: [{ permission: 'probe.*', limit: { amount: '100.00', currency: 'SEK' } }] },
    owner,
  )
  const spender = await office.colleague('Stig Spender', [role])
  const { id } = await office.done(makeThing, { title: 'Lamp' }, owner)
  const pay = (amount: string) => office.dispatch(payThing, { id, amount: { amount, currency: 'SEK' } }, spender)
  assert.equal((await pay('150.00')).status, 'asked')
  const set = await office.dispatch(
    setLimit,
    { id: spender.id, permission: 'probe.pay-thing', limit: { amount: '200.00', currency: 'SEK' } },
    owner,
  )
  assert.ok(set.status === 'done' && set.undo)
  assert.equal((await pay('150.01')).status, 'done')
  assert.equal((await pay('200.01')).status, 'asked')
  const undone = await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    ...set.undo,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(undone.status, 'done', JSON.stringify(undone))
  assert.equal((await pay('150.02')).status, 'asked')
  assert.equal(
    refusal(
      await office.dispatch(
        setLimit,
        { id: spender.id, permission: 'probe.pay-thing', limit: { amount: '1.00', currency: 'EUR' } },
        owner,
      ),
    ),
    'limit-currency',
  )
  assert.equal(
    refusal(await office.dispatch(setLimit, { id: spender.id, permission: 'work.*', limit: null }, owner)),
    'permission-not-granted',
  )
})

test('the directory finds people whatever the letters, in pages, and says what may be done', async () => {
  for (const name of ['Åsa Ängström', 'Ștefan Țepeș', 'Zoë Noël']) await office.colleague(name, ['colleague'])
  const åsa = await office.query(suggestPrincipal, { text: 'asa ang' }, owner)
  assert.ok(åsa.status === 'done' && åsa.output.rows[0]?.title === 'Åsa Ängström')
  const ștefan = await office.query(listPrincipals, { text: 'stefan tep' }, owner)
  assert.ok(ștefan.status === 'done' && ștefan.output.total === 1)
  const percent = await office.query(listPrincipals, { text: '%' }, owner)
  assert.ok(percent.status === 'done' && percent.output.total === 0)
  const names: string[] = []
  for (let next: string | null | undefined; next !== null; ) {
    const page = await office.query(listPrincipals, { limit: 3, ...(next ? { after: next } : {}) }, owner)
    assert.ok(page.status === 'done')
    names.push(...page.output.rows.map(row => row.id))
    next = page.output.next
  }
  const all = await office.query(listPrincipals, { limit: 5000 }, owner)
  assert.ok(all.status === 'done')
  assert.deepEqual(
    names,
    all.output.rows.map(row => row.id),
  )
  assert.equal(all.output.total, names.length)
})

test('a colleague’s page: roles, deputy, and what is dashed with its reason', async () => {
  const manager = await office.colleague('Moa Manager', ['manager'])
  await office.done(setDeputy, { id: manager.id, deputyId: owner.id }, manager)
  const page = await office.query(getPrincipal, { id: owner.id }, manager)
  assert.ok(page.status === 'done', JSON.stringify(page))
  assert.deepEqual(
    page.output.deputyFor.map(one => one.name),
    ['Moa Manager'],
  )
  assert.deepEqual(
    page.output.roles.map(role => role.id),
    [standardRoles.owner.id],
  )
  const disable = page.output.can.find(one => one.command === 'authority.disable-principal')
  assert.equal(disable?.refusedBecause?.name, 'authority-not-held')
  assert.equal(
    refusal(await office.dispatch(setDeputy, { id: manager.id, deputyId: manager.id }, manager)),
    'deputy-not-possible',
  )
  const plain = await office.colleague('Pål Plain', ['colleague'])
  assert.equal(
    refusal(await office.dispatch(setDeputy, { id: manager.id, deputyId: plain.id }, plain)),
    'authority-not-held',
  )
  const { principalId: robot } = await office.done(createAssistant, { name: 'Robot' }, owner)
  assert.equal(
    refusal(await office.dispatch(setDeputy, { id: manager.id, deputyId: robot }, manager)),
    'deputy-not-possible',
  )
  assert.equal(refusal(await office.dispatch(renewInvitation, { id: robot }, owner)), 'principal-not-person')
})
