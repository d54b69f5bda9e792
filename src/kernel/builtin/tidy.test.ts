import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestKernel, type TestPrincipal, testKernel } from '../testing.ts'
import { systemPrincipalId } from '../ids.ts'
import { tidy } from './contract.ts'

let k: TestKernel
let owner: TestPrincipal
before(async () => {
  k = await testKernel([])
  owner = k.principal(await k.openOrganisation())
})
after(() => k.close())

test('expired answers go, others stay; nobody can call it from outside', async () => {
  const insert = (key: string, expires: string) =>
    k.superuser.query(
      "insert into kernel.idempotency values ($1, $2, 'x.y', $3, '\\x00', null, now() + $4::interval)",
      [owner.organisationId, owner.id, key, expires],
    )
  await insert('old', '-1 hour')
  await insert('new', '1 hour')
  assert.equal((await k.dispatch(tidy, {}, owner)).status, 'refused')
  const swept = await k.done(tidy, {}, { id: systemPrincipalId, organisationId: owner.organisationId })
  assert.deepEqual(swept, { answers: 1, jobs: 0 })
  const { rows } = await k.superuser.query('select key from kernel.idempotency where organisation_id = $1', [
    owner.organisationId,
  ])
  assert.deepEqual(rows, [{ key: 'new' }])
})
