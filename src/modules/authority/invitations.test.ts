import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { acceptInvitation, resetPassword as resetByLink } from '../../kernel/platform/accounts.ts'
import { session, signIn } from '../../kernel/platform/sessions.ts'
import {
  disablePrincipal,
  enablePrincipal,
  invitePerson,
  listPrincipals,
  renewInvitation,
  resetPassword,
  showLink,
  standardRoles,
} from './contract.ts'
import { password, peek, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())
const { ground, owner } = office

const refusal = (outcome: Awaited<ReturnType<typeof office.dispatch>>) =>
  outcome.status === 'refused' ? outcome.refusal.name : outcome.status
const caller = { address: '10.0.0.1' }
const clerk = [standardRoles.clerk.id]

async function linkOf(id: string, as = owner): Promise<string> {
  const shown = await office.query(showLink, { id }, as)
  assert.ok(shown.status === 'done', JSON.stringify(shown))
  return shown.output.path.split('#')[1]!
}

test('a colleague is invited, comes in once by the link, and signs in', async () => {
  const email = 'karin@example.org'
  const { principalId, invitationId } = await office.done(
    invitePerson,
    { name: 'Karin Lindqvist', email, roleIds: clerk },
    owner,
  )
  const token = await linkOf(invitationId)
  const weak = await acceptInvitation(ground, { token, password: 'short', ...caller })
  assert.ok(!weak.ok && weak.refusal.name === 'password-weak')
  const accepted = await acceptInvitation(ground, { token, name: 'Karin Lindqvist', password, ...caller })
  assert.ok(accepted.ok, JSON.stringify(accepted))
  assert.deepEqual((await session(ground, accepted.value.token))?.standing, {
    organisationId: owner.organisationId,
    principalId,
    mandateId: null,
  })
  const again = await acceptInvitation(ground, { token, password, ...caller })
  assert.ok(!again.ok && again.refusal.name === 'link-spent')
  assert.ok((await signIn(ground, { email: 'KARIN@Example.org', password, ...caller })).ok)
  const shown = await office.query(showLink, { id: invitationId }, owner)
  assert.ok(shown.status === 'refused' && shown.refusal.name === 'link-spent')
})

test('a link accepted by many at once lets one in', async () => {
  const { invitationId } = await office.done(
    invitePerson,
    { name: 'Many', email: 'many@example.org', roleIds: clerk },
    owner,
  )
  const token = await linkOf(invitationId)
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => acceptInvitation(ground, { token, password, ...caller })),
  )
  assert.equal(answers.filter(answer => answer.ok).length, 1)
})

test('the secret of a link stands in no table, journal line or kept answer', async () => {
  const outcome = await office.dispatch(
    invitePerson,
    { name: 'Secret', email: 'secret@example.org', roleIds: clerk },
    owner,
    { key: 'invite-secret' },
  )
  assert.ok(outcome.status === 'done')
  const token = await linkOf(outcome.output.invitationId)
  const repeated = await office.dispatch(
    invitePerson,
    { name: 'Secret', email: 'secret@example.org', roleIds: clerk },
    owner,
    { key: 'invite-secret' },
  )
  assert.ok(repeated.status === 'done' && repeated.output.invitationId === outcome.output.invitationId)
  const tables = await peek<{ name: string }>(
    office,
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('kernel', 'platform', 'authority') and table_type = 'BASE TABLE'",
  )
  for (const { name } of tables) {
    const found = await peek(
      office,
      `select 1 from ${name} t where position($1 in t::text) > 0 or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0 limit 1`,
      [token],
    )
    assert.equal(found.length, 0, name)
  }
})

test('a new invitation ends the earlier link; who has come in gets none', async () => {
  const { principalId, invitationId } = await office.done(
    invitePerson,
    { name: 'Renée', email: 'renee@example.org', roleIds: clerk },
    owner,
  )
  const earlier = await linkOf(invitationId)
  const { invitationId: later } = await office.done(renewInvitation, { id: principalId }, owner)
  const spent = await acceptInvitation(ground, { token: earlier, password, ...caller })
  assert.ok(!spent.ok && spent.refusal.name === 'link-spent')
  assert.ok((await acceptInvitation(ground, { token: await linkOf(later), password, ...caller })).ok)
  assert.equal(refusal(await office.dispatch(renewInvitation, { id: principalId }, owner)), 'principal-joined')
  assert.equal(
    refusal(await office.dispatch(invitePerson, { name: 'Twin', email: 'Renee@example.org', roleIds: clerk }, owner)),
    'email-taken',
  )
})

test('whoever has an account must prove it to join another office', async () => {
  const other = await office.open('Otto Other')
  const { invitationId } = await office.done(
    invitePerson,
    { name: 'Karin', email: 'karin@example.org', roleIds: clerk },
    other,
  )
  const token = await linkOf(invitationId, other)
  const thief = await acceptInvitation(ground, { token, password: 'a new password of a thief', ...caller })
  assert.ok(!thief.ok && thief.refusal.name === 'sign-in-wrong')
  const joined = await acceptInvitation(ground, { token, password, ...caller })
  assert.ok(joined.ok)
  assert.equal((await session(ground, joined.value.token))?.standing?.organisationId, other.organisationId)
  const list = await office.query(listPrincipals, { text: 'karin' }, owner)
  assert.ok(list.status === 'done' && list.output.rows.length === 1)
  assert.equal(refusal(await office.dispatch(resetPassword, { id: list.output.rows[0]!.id }, owner)), 'account-shared')
})

test('a password is reset by a link, and every session ends', async () => {
  const { principalId, invitationId } = await office.done(
    invitePerson,
    { name: 'Rita Reset', email: 'rita@example.org', roleIds: clerk },
    owner,
  )
  assert.equal(refusal(await office.dispatch(resetPassword, { id: principalId }, owner)), 'account-missing')
  const first = await acceptInvitation(ground, { token: await linkOf(invitationId), password, ...caller })
  assert.ok(first.ok)
  const { resetId } = await office.done(resetPassword, { id: principalId }, owner)
  const fresh = 'another good sentence'
  const reset = await resetByLink(ground, { token: await linkOf(resetId), password: fresh, ...caller })
  assert.ok(reset.ok)
  assert.equal(await session(ground, first.value.token), null)
  assert.ok(await session(ground, reset.value.token))
  assert.ok(!(await signIn(ground, { email: 'rita@example.org', password, ...caller })).ok)
  assert.ok((await signIn(ground, { email: 'rita@example.org', password: fresh, ...caller })).ok)
})

test('shut out at once, and let in again by undo', async () => {
  const { principalId, invitationId } = await office.done(
    invitePerson,
    { name: 'Dan Disabled', email: 'dan@example.org', roleIds: clerk },
    owner,
  )
  const come = await acceptInvitation(ground, { token: await linkOf(invitationId), password, ...caller })
  assert.ok(come.ok)
  const dan = { id: principalId, organisationId: owner.organisationId }
  const out = await office.dispatch(disablePrincipal, { id: principalId }, owner)
  assert.ok(out.status === 'done' && out.undo)
  assert.equal(await session(ground, come.value.token), null)
  assert.equal((await office.query(listPrincipals, {}, dan)).status, 'refused')
  const back = await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    ...out.undo,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(back.status, 'done')
  assert.equal((await office.query(listPrincipals, {}, dan)).status, 'done')
  assert.equal(refusal(await office.dispatch(enablePrincipal, { id: principalId }, owner)), 'principal-enabled')
})
