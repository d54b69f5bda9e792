import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { resolveApiToken } from '../../kernel/platform/tokens.ts'
import {
  approve,
  assignRole,
  changeRole,
  createApiToken,
  createAssistant,
  createRole,
  disablePrincipal,
  getApproval,
  getMandate,
  grantMandate,
  invitePerson,
  listApiTokens,
  listMandates,
  resetPassword,
  revokeApiToken,
  revokeMandate,
  setLimit,
  showApiToken,
  standardRoles,
} from './contract.ts'
import { makeThing, payThing, peek, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())
const { owner } = office

const refusal = (outcome: { status: string; refusal?: { name: string } }) =>
  outcome.status === 'refused' ? outcome.refusal!.name : outcome.status
const sek = (amount: string) => ({ amount, currency: 'SEK' })
const until = '2027-01-01T00:00:00Z'
const everyday = [
  'authority.grant-mandate',
  'authority.revoke-mandate',
  'authority.list-mandates',
  'authority.get-mandate',
].map(permission => ({ permission }))

const role = await office.done(
  createRole,
  { name: 'Director', clearance: 2, grants: [{ permission: 'probe.*', limit: sek('50000.00') }, ...everyday] },
  owner,
)
const director = await office.colleague('Disa Director', [role])
const helper = await office.colleague('Hugo Helper', ['colleague'])
const { id: thingId } = await office.done(makeThing, { title: 'Boat' }, owner)

const grant = (more: object = {}) =>
  office.done(
    grantMandate,
    { toId: helper.id, permissions: ['probe.pay-thing'], limit: sek('1000.00'), until, ...more },
    director,
  )

test('under a mandate: the giver’s permissions, those named, up to its limit, written on the act', async () => {
  const { id } = await grant()
  const acting = office.under(helper, id)
  assert.equal(
    refusal(await office.dispatch(payThing, { id: thingId, amount: sek('1.00') }, helper)),
    'act-not-permitted',
    'not in one’s own name',
  )
  assert.equal((await acting.dispatch(payThing, { id: thingId, amount: sek('1000.00') })).status, 'done')
  assert.equal((await acting.dispatch(payThing, { id: thingId, amount: sek('1000.01') })).status, 'asked')
  assert.equal(refusal(await acting.dispatch(makeThing, { title: 'Not named' })), 'act-not-permitted')
  assert.equal(
    refusal(await acting.dispatch(grantMandate, { toId: owner.id, permissions: ['probe.*'], until })),
    'act-not-permitted',
  )
  const [line] = await peek<{ principal_id: string; behalf_of_id: string; mandate_id: string }>(
    office,
    "select principal_id, behalf_of_id, mandate_id from kernel.journal where organisation_id = $1 and command = 'probe.pay-thing' order by seq desc limit 1",
    [owner.organisationId],
  )
  assert.deepEqual(line, { principal_id: helper.id, behalf_of_id: director.id, mandate_id: id })
})

test('what a deputy asks above the mandate’s limit, its giver may approve, the deputy may not', async () => {
  const deciding = await office.done(
    createRole,
    { name: 'Decider', grants: [{ permission: 'authority.approve' }, { permission: 'authority.get-approval' }] },
    owner,
  )
  await office.done(assignRole, { id: director.id, roleId: deciding.id }, owner)
  const { id } = await grant({ permissions: ['probe.*', 'authority.approve'] })
  const acting = office.under(helper, id)
  const asked = await acting.dispatch(payThing, { id: thingId, amount: sek('7000.00') })
  assert.ok(asked.status === 'asked')
  if (asked.status !== 'asked') return
  assert.equal(refusal(await acting.dispatch(approve, { id: asked.approval.id })), 'approval-above-limit')
  const page = await office.query(getApproval, { id: asked.approval.id }, director)
  assert.ok(page.status === 'done' && page.output.approval.askedFor?.name === 'Disa Director')
  assert.ok(page.output.can.some(one => one.command === 'authority.approve' && one.primary))
  assert.equal((await office.done(approve, { id: asked.approval.id }, director)).state, 'approved')
  const own = await office.dispatch(payThing, { id: thingId, amount: sek('50.00'), twoLook: true }, director)
  assert.ok(own.status === 'asked')
  if (own.status === 'asked')
    assert.equal(
      refusal(await acting.dispatch(approve, { id: own.approval.id })),
      'approval-own',
      'a deputy is not other eyes',
    )
})

test('it begins and ends by itself, and at once when revoked or its giver is shut out', async () => {
  const from = Temporal.Instant.from('2026-12-10T08:00:00Z')
  office.setClock(from.subtract({ hours: 1 }))
  const { id } = await grant({ from: from.toString(), until: from.add({ hours: 8 }).toString() })
  const pay = async () =>
    refusal(await office.under(helper, id).dispatch(payThing, { id: thingId, amount: sek('1.00') }))
  assert.equal(await pay(), 'act-not-permitted')
  office.setClock(from)
  assert.equal(await pay(), 'done')
  office.setClock(from.add({ hours: 8 }))
  assert.equal(await pay(), 'act-not-permitted')
  office.setClock(from)
  await office.done(disablePrincipal, { id: director.id }, owner)
  assert.equal(await pay(), 'act-not-permitted')
  await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    command: 'authority.enable-principal',
    input: { id: director.id },
    requestId: 'on',
    surface: 'test',
  })
  assert.equal(await pay(), 'done')
  await office.done(revokeMandate, { id }, helper)
  assert.equal(await pay(), 'act-not-permitted')
  assert.equal(refusal(await office.dispatch(revokeMandate, { id }, director)), 'mandate-revoked')
  office.setClock(null)
})

test('a mandate never reaches above its giver, and is not passed on', async () => {
  const { id } = await grant({ permissions: ['*'], limit: null, clearance: 3 })
  const acting = office.under(helper, id)
  assert.equal((await acting.dispatch(payThing, { id: thingId, amount: sek('50000.01') })).status, 'asked')
  assert.equal(refusal(await acting.dispatch(disablePrincipal, { id: owner.id })), 'act-not-permitted')
  assert.equal(
    refusal(await acting.dispatch(grantMandate, { toId: owner.id, permissions: ['probe.*'], until })),
    'mandate-not-delegable',
  )
  const page = await office.query(getMandate, { id }, helper)
  assert.ok(page.status === 'done' && page.output.mandate.clearance === 2)
})

test('acts are lent, not authority over people: nothing given under a mandate outlives it', async () => {
  const all = { toId: helper.id, permissions: ['*'], clearance: 3, until, purpose: 'While I am away' }
  const { id } = await office.done(grantMandate, all, owner)
  const acting = office.under(helper, id)
  const attempts: [{ name: string }, object][] = [
    [assignRole, { id: helper.id, roleId: standardRoles.owner.id }],
    [createRole, { name: 'Mine', grants: [{ permission: '*' }] }],
    [changeRole, { id: standardRoles.colleague.id, grants: [{ permission: '*' }] }],
    [setLimit, { id: helper.id, permission: 'authority.get-role', limit: null }],
    [invitePerson, { name: 'Accomplice', email: 'a@example.org', roleIds: [standardRoles.owner.id] }],
    [resetPassword, { id: owner.id }],
    [createApiToken, { name: 'Mine' }],
    [disablePrincipal, { id: director.id }],
  ]
  for (const [act, input] of attempts)
    assert.equal(refusal(await acting.dispatch(act, input)), 'authority-not-held', act.name)
  assert.equal((await acting.dispatch(payThing, { id: thingId, amount: sek('1.00') })).status, 'done')
  const page = await office.query(getMandate, { id }, helper)
  assert.ok(page.status === 'done' && page.output.mandate.purpose === 'While I am away')
})

test('software is no second pair of eyes, neither its own nor its giver’s', async () => {
  const { principalId } = await office.done(createAssistant, { name: 'Third robot' }, owner)
  const robot = { id: principalId, organisationId: owner.organisationId }
  const lend = { toId: principalId, permissions: ['probe.*', 'authority.approve'], until }
  const { id: mandateId } = await office.done(grantMandate, lend, owner)
  const acting = office.under(robot, mandateId)
  const asked = await acting.dispatch(payThing, { id: thingId, amount: sek('1.00'), twoLook: true })
  assert.ok(asked.status === 'asked')
  if (asked.status !== 'asked') return
  assert.equal(refusal(await office.dispatch(approve, { id: asked.approval.id }, owner)), 'approval-own')
  const others = await office.dispatch(payThing, { id: thingId, amount: sek('2.00'), twoLook: true }, director)
  assert.ok(others.status === 'asked')
  if (others.status === 'asked')
    assert.equal(refusal(await acting.dispatch(approve, { id: others.approval.id })), 'approval-not-yours')
})

test('what cannot be granted is refused with why', async () => {
  const attempt = async (more: object) =>
    refusal(
      await office.dispatch(grantMandate, { toId: helper.id, permissions: ['probe.*'], until, ...more }, director),
    )
  assert.equal(await attempt({ permissions: ['work.create-task'] }), 'permission-not-granted')
  assert.equal(await attempt({ until: '2020-01-01T00:00:00Z' }), 'mandate-past')
  assert.equal(await attempt({ limit: { amount: '1.00', currency: 'NOK' } }), 'limit-currency')
  assert.equal(await attempt({ toId: director.id }), 'deputy-not-possible')
  assert.equal(await attempt({ toId: '019aa000-0000-7000-8000-00000000dead' }), 'record-not-found')
})

test('mandates are for those concerned; a stranger to one sees nothing', async () => {
  const { id } = await grant()
  const bystander = await office.colleague('Bert Bystander', ['colleague'])
  assert.equal((await office.query(getMandate, { id }, bystander)).status, 'refused')
  assert.equal(refusal(await office.dispatch(revokeMandate, { id }, bystander)), 'record-not-found')
  const [theirs, received] = [
    await office.query(listMandates, {}, bystander),
    await office.query(listMandates, { box: 'received', holding: true }, helper),
  ]
  assert.ok(theirs.status === 'done' && theirs.output.total === 0)
  assert.ok(received.status === 'done' && received.output.rows.some(row => row.id === id && row.state === 'holds'))
})

test('a software assistant acts with a token under its mandate; the token is shown for ten minutes and stored nowhere', async () => {
  const { principalId: robotId } = await office.done(createAssistant, { name: 'Robot' }, owner)
  const { id: mandateId } = await office.done(
    grantMandate,
    { toId: robotId, permissions: ['probe.*'], limit: sek('10.00'), until },
    owner,
  )
  const { id } = await office.done(
    createApiToken,
    { name: 'MCP', principalId: robotId, mandateId, expiresOn: '2026-12-31' },
    owner,
  )
  const shown = await office.query(showApiToken, { id }, owner)
  assert.ok(shown.status === 'done' && shown.output.token.startsWith('kontor_'))
  const { token } = shown.output
  const bearer = await resolveApiToken(office.ground, token)
  assert.deepEqual(bearer, { tokenId: id, organisationId: owner.organisationId, principalId: robotId, mandateId })
  const robot = { id: robotId, organisationId: owner.organisationId }
  assert.equal(
    (await office.under(robot, mandateId).dispatch(payThing, { id: thingId, amount: sek('10.00') })).status,
    'done',
  )
  assert.equal(
    (await office.under(robot, mandateId).dispatch(payThing, { id: thingId, amount: sek('10.01') })).status,
    'asked',
  )
  const found = await peek(
    office,
    "select 1 from kernel.journal_body where position($1 in encode(body, 'escape')) > 0",
    [token],
  )
  assert.equal(found.length, 0)
  const at = Temporal.Now.instant()
  office.setClock(at.add({ minutes: 11 }))
  assert.equal((await office.query(showApiToken, { id }, owner)).status, 'refused')
  office.setClock(Temporal.Instant.from('2027-01-01T12:00:00Z'))
  assert.equal(await resolveApiToken(office.ground, token), null, 'ended with its last day')
  office.setClock(null)
  assert.ok(await resolveApiToken(office.ground, token))
  await office.done(revokeApiToken, { id }, owner)
  assert.equal(await resolveApiToken(office.ground, token), null)
  assert.equal(refusal(await office.dispatch(revokeApiToken, { id }, owner)), 'token-missing')
  const list = await office.query(listApiTokens, {}, owner)
  assert.ok(list.status === 'done' && list.output.rows[0]?.revokedAt)
})

test('nobody makes a token that speaks for a colleague or carries somebody else’s mandate', async () => {
  const manager = await office.colleague('Mia Manager', ['manager'])
  assert.equal(
    refusal(await office.dispatch(createApiToken, { name: 'X', principalId: helper.id }, manager)),
    'authority-not-held',
  )
  const { principalId: robotId } = await office.done(createAssistant, { name: 'Second robot' }, manager)
  const { id: mandateId } = await office.done(grantMandate, { toId: robotId, permissions: ['*'], until }, owner)
  assert.equal(
    refusal(await office.dispatch(createApiToken, { name: 'X', principalId: robotId, mandateId }, manager)),
    'mandate-not-yours',
  )
  assert.equal(
    (await office.dispatch(createApiToken, { name: 'Own', expiresOn: '2020-01-01' }, manager)).status,
    'refused',
  )
  await office.done(createApiToken, { name: 'Own' }, manager)
})
