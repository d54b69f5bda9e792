import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { roleKeys, standardRoles } from '../contract.ts'
import { peek, testOffice } from '../testing.ts'

const office = await testOffice()
after(() => office.close())

test('an office opens with its standard roles and an owner who may do everything', async () => {
  const roles = await peek<{ key: string; id: string }>(
    office,
    'select key, id from authority.role where organisation_id = $1',
    [office.owner.organisationId],
  )
  assert.deepEqual(new Set(roles.map(role => role.key)), new Set(roleKeys))
  for (const role of roles) assert.equal(role.id, standardRoles[role.key as 'owner'].id)
  const seen = await office.kernel.viewing(
    { organisationId: office.owner.organisationId, principalId: office.owner.id, requestId: 'test' },
    async view => view.principal,
  )
  assert.equal(seen.permissions.get('*'), null)
  assert.equal(seen.clearance, 3)
  assert.ok(seen.audiences.includes(standardRoles.owner.id))
})
