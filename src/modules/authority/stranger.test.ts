import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '../../kernel/ids.ts'
import { authorityContract, createApiToken, createRole, grantMandate, invitePerson, standardRoles } from './contract.ts'
import { makeThing, payThing, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())
const { owner } = office
const canary = 'Canary Kårve'

const { principalId, invitationId } = await office.done(
  invitePerson,
  { name: canary, email: 'canary@example.org' },
  owner,
)
const role = await office.done(
  createRole,
  { name: `${canary} role`, grants: [{ permission: 'probe.*', limit: { amount: '1.00', currency: 'SEK' } }] },
  owner,
)
const asker = await office.colleague(`${canary} asker`, [role])
const { id: mandateId } = await office.done(
  grantMandate,
  { toId: asker.id, permissions: ['probe.*'], until: '2100-01-01T00:00:00Z' },
  owner,
)
const { id: tokenId } = await office.done(createApiToken, { name: `${canary} token` }, owner)
const { id: thingId } = await office.done(makeThing, { title: `${canary} thing` }, owner)
const asked = await office.dispatch(payThing, { id: thingId, amount: { amount: '2.00', currency: 'SEK' } }, asker)
const approvalId = asked.status === 'asked' ? asked.approval.id : assert.fail()

const realIds: Readonly<Record<string, string>> = {
  '019aa000-0000-7000-8000-000000000001': principalId,
  '019aa000-0000-7000-8000-000000000002': asker.id,
  '019aa000-0000-7000-8000-000000000003': mandateId,
  '019aa000-0000-7000-8000-000000000004': approvalId,
  '019aa000-0000-7000-8000-000000000005': thingId,
  '019aa000-0000-7000-8000-000000000006': tokenId,
  '019aa000-0000-7000-8000-000000000007': invitationId,
}

/** An example with the ids of real things of the office in it. */
const real = (example: unknown): unknown =>
  JSON.parse(
    Object.entries(realIds)
      .reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(example))
      .replaceAll('"kind":"task"', '"kind":"thing"'),
  )

const other = await office.open('Otto Other')
const roleless = await office.colleague('Rolf Roleless', [
  await office.done(createRole, { name: 'Nothing', clearance: 0, grants: [{ permission: 'work.desk' }] }, owner),
])
const mayBeDone = new Set([
  'authority.invite-person',
  'authority.create-assistant',
  'authority.create-role',
  'authority.create-api-token',
  'authority.change-organisation',
  'authority.redact-journal-line',
  'authority.change-role',
  'authority.set-limit',
])

for (const act of authorityContract.commands) {
  test(`${act.name}: its example is valid; a stranger and one without a role get nothing`, async () => {
    assert.ok(act.input.safeDecode(act.example as never).success)
    const asOther = await office.dispatch(act, real(act.example), other, { dryRun: true })
    assert.ok(!JSON.stringify(asOther).includes('Kårve'), JSON.stringify(asOther))
    if (asOther.status !== 'refused')
      assert.ok(mayBeDone.has(act.name), `${act.name} is ${asOther.status} in the stranger’s own office`)
    const asRoleless = await office.dispatch(act, real(act.example), roleless, { dryRun: true })
    const wanted = act.door === 'none' ? 'act-unknown' : 'act-not-permitted'
    assert.ok(asRoleless.status === 'refused' && asRoleless.refusal.name === wanted, JSON.stringify(asRoleless))
    const foreign = await office.dispatch(
      act,
      real(act.example),
      { ...other, organisationId: owner.organisationId },
      { dryRun: true },
    )
    assert.ok(
      foreign.status === 'refused' && foreign.refusal.name === 'act-not-permitted',
      'a principal of another office is none here',
    )
  })
}

for (const asked of authorityContract.queries) {
  test(`${asked.name}: a stranger and one without a role see nothing`, async () => {
    assert.ok(asked.input.safeDecode(asked.example as never).success)
    const asOther = await office.query(asked, real(asked.example), other)
    assert.ok(!JSON.stringify(asOther).includes('Kårve'), JSON.stringify(asOther))
    const asRoleless = await office.query(asked, real(asked.example), roleless)
    assert.ok(
      asRoleless.status === 'refused' && asRoleless.refusal.name === 'act-not-permitted',
      JSON.stringify(asRoleless),
    )
    const asNobody = await office.query(asked, real(asked.example), {
      id: newId(),
      organisationId: owner.organisationId,
    })
    assert.equal(asNobody.status, 'refused')
    const asOwner = await office.query(asked, real(asked.example), owner)
    assert.ok(asOwner.status === 'done' || asked.name === 'authority.show-api-token', JSON.stringify(asOwner))
  })
}

test('what does not exist and what may not be seen are told in the same words', async () => {
  const query = authorityContract.queries.find(one => one.name === 'authority.get-principal')!
  const absent = await office.query(query, { id: '019aa000-0000-7000-8000-00000000dead' }, other)
  const hidden = await office.query(query, { id: principalId }, other)
  assert.ok(absent.status === 'refused' && hidden.status === 'refused')
  assert.equal(absent.refusal.name, hidden.refusal.name)
  assert.ok(standardRoles.owner.id)
})
