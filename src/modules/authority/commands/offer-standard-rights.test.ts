import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { changeRole, listOpenOffers, offerStandardRights, standardRoles } from '../contract.ts'
import { peek, testOffice } from '../testing.ts'

const office = await testOffice()
after(() => office.close())

const { clerk, colleague } = standardRoles
const system = { id: systemPrincipalId, organisationId: office.owner.organisationId }
const here = [office.owner.organisationId]
const held = async (roleId: string) =>
  new Set(
    (
      await peek<{ permission: string }>(
        office,
        'select permission from authority.role_permission where organisation_id = $1 and role_id = $2',
        [...here, roleId],
      )
    ).map(row => row.permission),
  )
const offer = () => office.done(offerStandardRights, {}, system)
const open = async () => {
  const answer = await office.query(listOpenOffers, {}, office.owner)
  assert.ok(answer.status === 'done')
  return answer.output.total
}

test('an office that has just opened was offered everything', async () => {
  assert.equal(await open(), 0)
  assert.deepEqual(await offer(), { count: 0 })
})

test('what an update brings is given to the standard roles once; what the office took away stays away', async () => {
  const grants = [...(await held(clerk.id))].filter(name => name !== 'permits.*').map(permission => ({ permission }))
  await office.done(changeRole, { id: clerk.id, grants }, office.owner)
  await office.superuser.query(
    "delete from authority.role_offer where organisation_id = $1 and permission = 'matters.*'",
    here,
  )
  await office.superuser.query(
    "delete from authority.role_permission where organisation_id = $1 and permission = 'matters.*'",
    here,
  )
  assert.ok((await open()) > 0)
  assert.ok((await offer()).count > 0)
  const now = await held(clerk.id)
  assert.ok(now.has('matters.*') && !now.has('permits.*'))
  assert.equal(await open(), 0)
  assert.deepEqual(await offer(), { count: 0 })
})

test('an office from before offers were written down is given the modules it did not know, and no more', async () => {
  await office.superuser.query('delete from authority.role_offer where organisation_id = $1', here)
  await office.superuser.query(
    "delete from authority.role_permission where organisation_id = $1 and permission like 'announcements.%'",
    here,
  )
  await offer()
  const [ofClerk, ofColleague] = [await held(clerk.id), await held(colleague.id)]
  assert.ok(ofClerk.has('announcements.*') && ofColleague.has('announcements.*'))
  assert.ok(!ofClerk.has('permits.*'))
  assert.equal(await open(), 0)
})

test('an office that has no standard roles yet is offered nothing', async () => {
  const bare = { id: systemPrincipalId, organisationId: await office.openOrganisation() }
  const answer = await office.query(listOpenOffers, {}, bare)
  assert.deepEqual(answer.status === 'done' && answer.output.total, 0)
})

test('nobody but Kontor itself offers rights', async () => {
  const outcome = await office.dispatch(offerStandardRights, {}, office.owner)
  assert.equal(outcome.status, 'refused')
})
